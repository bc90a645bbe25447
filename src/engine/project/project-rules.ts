import type { Issue } from '../../model/issue'
import type { PackFile, RuleChoice } from '../../model/rule-pack'
import { writePack } from '../../model/rules/write-pack'
import { readPackFile } from '../rules/check-pack'

/** What project.json says of the rules: which packs, in which order; each is a file of its own. */
export interface RulesJson {
  readonly packs: readonly string[]
  readonly old_area: boolean
}

/** Where packs are inside a project: each a file that can be shared as it is. */
export const PACK_FOLDER = 'rules/'

function packPath(id: string): string {
  return `${PACK_FOLDER}${id}.json`
}

/** A choice by the names of its packs. */
export function namePacks({ packs, old_area }: RuleChoice): RulesJson {
  return { packs: packs.map(({ id }) => id), old_area }
}

/** The packs of a choice as files, by path. The same choice gives the same bytes. */
export function rulesToEntries({ packs }: RuleChoice): [string, Uint8Array][] {
  return packs.map((pack) => [packPath(pack.id), new TextEncoder().encode(writePack(pack))])
}

/** The rules of a project. One bad or missing pack refuses them all: half a choice is another choice. */
export function readRules(
  json: RulesJson,
  entries: ReadonlyMap<string, Uint8Array>,
  folder: string,
): { readonly rules: RuleChoice | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const packs: PackFile[] = []
  for (const id of json.packs) {
    const file = folder + packPath(id)
    const bytes = entries.get(file)
    if (bytes === undefined) {
      issues.push({ severity: 'error', code: 'rule-pack-missing', file, facts: { id } })
      continue
    }
    const read = readPackFile(bytes)
    if (read.pack !== null) {
      packs.push(read.pack)
      if (read.isCleaned === true) issues.push({ severity: 'warning', code: 'text-cleaned', file })
    } else if (read.problems === 'json')
      issues.push({ severity: 'error', code: 'json-invalid', file, facts: { line: read.line } })
    else if (read.problems === 'encoding')
      issues.push({ severity: 'error', code: 'file-unreadable', file, facts: { reason: 'encoding' } })
    else
      for (const { list, row, code, field, found, expected, options = [] } of read.problems)
        issues.push({
          severity: 'error',
          code: 'rule-pack-invalid',
          file,
          ...(row === null ? {} : { row }),
          facts: {
            path: [list, code, field].filter((part) => part !== null && part !== '').join(' '),
            found,
            expected,
            ...(options.length === 0 ? {} : { options: options.join(', ') }),
          },
        })
  }
  const isWhole = packs.length === json.packs.length
  return { rules: isWhole ? { packs, old_area: json.old_area } : null, issues }
}
