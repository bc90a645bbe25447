import { type ForbiddenUse, listForbidden } from '../engine/list-forbidden'
import type { Prepared } from '../engine/pipeline'
import { HOSTING_PACK } from '../model/hosting-pack'
import type { Io } from './command'
import { tellWarnings } from './warnings'

const RULES = new Map(HOSTING_PACK.rules.map((rule) => [rule.id, rule]))

/** On `err`: edits of the scenario that could not be made, and spaces it uses as they may not be used. */
export function tellScenario(
  { corrected, edits, scenarioIssues }: Pick<Prepared, 'corrected' | 'edits' | 'scenarioIssues'>,
  year: number,
  io: Io,
): void {
  tellWarnings(scenarioIssues, io)
  for (const each of listForbidden(corrected, edits, HOSTING_PACK, year))
    io.err(`warning: ${tellForbidden(each)}\n`)
}

/** A use that is not allowed, with the rules that say so. */
export function tellForbidden({ edit, space, use, findings }: ForbiddenUse): string {
  return `edit ${edit + 1} makes space ${space} ${use}, which the rules of hosting do not allow there: ${rulesOf(findings).map(tellRule).join('; ')}; take the edit out, or correct the record of the space`
}

function tellRule({ rule, status, text }: ReturnType<typeof rulesOf>[number]): string {
  return `${rule} ${text} (${status}${status === 'V' ? '' : ', ask a planner'})`
}

/** The same as JSON: each rule once, in words and with its source. */
export function describeForbidden({ findings, ...rest }: ForbiddenUse): object {
  return { ...rest, edit: rest.edit + 1, rules: rulesOf(findings) }
}

function rulesOf(findings: ForbiddenUse['findings']) {
  return [...new Set(findings.map(({ rule }) => rule))].map((id) => {
    const rule = RULES.get(id)
    if (rule === undefined) throw new Error(`no rule of hosting ${id}`)
    return { rule: id, text: rule.text_en, source: rule.source_en, status: rule.status }
  })
}
