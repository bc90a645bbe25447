import { applyCorrections } from '../../engine/correction/apply-corrections'
import { analyse, checkUp, effectOf, prepare, type Prepared, replan } from '../../engine/pipeline'
import { packProject } from '../../engine/project/project-file'
import { addCorrection } from '../../model/correction'
import {
  type CheckUp,
  type Finding,
  FINDING_KINDS,
  type RepairEffect,
  TOLD_BY_FINDINGS,
} from '../../model/finding'
import type { Issue } from '../../model/issue'
import type { Project } from '../../model/project'
import { type Command, type Io, NoAnswer, UsageError } from '../command'
import { tellFinding } from '../finding-sentences'
import { tellIssue } from '../sentences'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellHour, WALK_OPTIONS } from '../settings'
import { loadSourceWithIssues } from '../source'
import { formatTable } from '../table'
import { writeOutput } from '../write-output'

export const checkCommand: Command = {
  name: 'check',
  summary: 'what is wrong or doubtful in the data and its street network, and what a repair would do',
  positionals: ['SOURCE'],
  options: [
    { name: '--effects', help: 'people served per class before and after the first repair of each finding' },
    {
      name: '--repair',
      value: 'KIND',
      isRepeatable: true,
      help: `keep the first repair of every finding of a kind, or of all, as corrections: all, ${FINDING_KINDS.join(', ')}`,
    },
    { name: '-o', value: 'OUT.lifecircle', help: 'the project with the corrections of --repair' },
    ...WALK_OPTIONS.filter(({ name }) => name !== '--scenario'),
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const kinds = kindsOf(args.list('--repair'))
    const out = args.text('-o')
    if (kinds !== null && out === undefined) throw new UsageError('--repair needs -o OUT.lifecircle')
    if (kinds === null && out !== undefined) throw new UsageError('-o goes with --repair')
    const { project, issues } = await loadSourceWithIssues(args.positionals[0], io)
    const prepared = await prepare(project, null, {})
    const found = await checkUp(prepared, project.corrections, {})
    const effects = args.has('--effects')
      ? await measureEffects(project, prepared, found, await settingsFrom(args, project), io)
      : null
    const repaired = kinds === null || out === undefined ? null : await repairAll(project, found, kinds, out)
    const answer = {
      network: describeNetwork(prepared),
      counts: countByKind(found.findings),
      findings: found.findings.map((finding) => describeFinding(finding, effects?.get(finding.id))),
      ignored: found.ignored.length,
      corrections: project.corrections,
      issues: [...issues, ...prepared.issues],
      ...(repaired === null ? {} : { repaired }),
    }
    if (args.has('--json')) io.out(`${JSON.stringify(answer)}\n`)
    else tell(answer, found, effects, io)
  },
}

/** The kinds to repair; null: none was asked for. */
function kindsOf(words: readonly string[]): ReadonlySet<string> | null {
  if (words.length === 0) return null
  if (words.includes('all')) return new Set(FINDING_KINDS)
  for (const word of words)
    if (!(FINDING_KINDS as readonly string[]).includes(word))
      throw new UsageError(`--repair takes all or one of ${FINDING_KINDS.join(', ')}, not "${word}"`)
  return new Set(words)
}

async function measureEffects(
  project: Project,
  prepared: Prepared,
  { findings }: CheckUp,
  settings: Parameters<typeof analyse>[1],
  io: Io,
): Promise<Map<string, RepairEffect>> {
  // the network is checked at any time of day, its effects are those at the hour asked for
  const asked = replan(prepared, null, settings.hour ?? null)
  const before = (await analyse(asked, settings, {})).assessment
  const effects = new Map<string, RepairEffect>()
  const repairable = findings.filter(({ repairs }) => repairs.length > 0)
  for (const [i, { id, repairs }] of repairable.entries()) {
    if (io.isInteractive) io.err(`\reffect ${i + 1} of ${repairable.length}\u001b[K`)
    effects.set(id, await effectOf(project, repairs[0].change, before, settings, {}))
  }
  if (io.isInteractive) io.err('\r\u001b[K')
  return effects
}

interface Repaired {
  readonly made: number
  readonly left: Readonly<Record<string, number>>
  readonly file: string
}

/** Writes the project with the repairs, and looks what is left to find then. */
async function repairAll(
  project: Project,
  { findings }: CheckUp,
  kinds: ReadonlySet<string>,
  out: string,
): Promise<Repaired> {
  let { corrections } = project
  for (const { id, kind, repairs } of findings)
    if (kinds.has(kind) && repairs.length > 0) corrections = addCorrection(corrections, id, repairs[0].change)
  const made = corrections.length - project.corrections.length
  if (made === 0) throw new NoAnswer('none of these findings has a repair to make, nothing was written')
  const repaired = { ...project, corrections }
  const { issues } = applyCorrections(repaired)
  if (issues.length > 0) throw new NoAnswer(tellIssue(issues[0]))
  const left = await checkUp(await prepare(repaired, null, {}), corrections, {})
  await writeOutput(out, packProject(repaired))
  return { made, left: countByKind(left.findings), file: out }
}

function countByKind(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function describeNetwork({ network }: Prepared) {
  const lengths = network.componentLength_m
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return {
    nodes: network.junctionCount,
    edges: network.homeEdgeCount,
    street_m: Math.round(total),
    components: lengths.length,
    largest_component_share: total === 0 ? 0 : Math.round((lengths[0] / total) * 10_000) / 10_000,
  }
}

/** A finding without its drawing; the effect is that of its first repair. */
function describeFinding(
  { id, kind, severity, at, records, facts, repairs, ...rest }: Finding,
  effect: RepairEffect | undefined,
) {
  return {
    id,
    kind,
    severity,
    at,
    records,
    facts,
    repairs: repairs.map(({ change, facts: repairFacts }) => ({ change, facts: repairFacts })),
    message: tellFinding({ id, kind, severity, at, records, facts, repairs, ...rest }),
    ...(effect === undefined ? {} : { effect: describeEffect(effect) }),
  }
}

function describeEffect({ classes, ...basis }: RepairEffect) {
  return {
    ...basis,
    classes: Object.fromEntries(
      classes.map(({ code, before, after }) => [
        code,
        {
          people_served_before: before.people_served,
          people_served_after: after.people_served,
          people_unserved_before: before.people_unserved,
          people_unserved_after: after.people_unserved,
          communities_served_before: before.communities_served,
          communities_served_after: after.communities_served,
          communities_unknown_before: before.communities_unknown,
          communities_unknown_after: after.communities_unknown,
        },
      ]),
    ),
  }
}

interface Answer {
  readonly network: ReturnType<typeof describeNetwork>
  readonly issues: readonly Issue[]
  readonly corrections: Project['corrections']
  readonly repaired?: Repaired
}

function tell(answer: Answer, found: CheckUp, effects: Map<string, RepairEffect> | null, io: Io): void {
  const { network, issues, corrections, repaired } = answer
  io.out(
    `${network.nodes} nodes, ${network.edges} edges, ${(network.street_m / 1000).toFixed(1)} km in ${network.components} parts, ` +
      `${(network.largest_component_share * 100).toFixed(1)} % in the largest; ` +
      `${corrections.length} corrections, ${found.ignored.length} findings ignored\n\n`,
  )
  const rows = FINDING_KINDS.flatMap((kind) => {
    const list = found.findings.filter((finding) => finding.kind === kind)
    if (list.length === 0) return []
    const count = (severity: Finding['severity']): string =>
      String(list.filter((finding) => finding.severity === severity).length)
    const repairable = list.filter(({ repairs }) => repairs.length > 0).length
    return [[kind, count('error'), count('warning'), count('info'), String(repairable)]]
  })
  io.out(
    rows.length === 0
      ? 'the network doctor finds nothing\n'
      : formatTable(['finding', 'error', 'warning', 'info', 'with repair'], rows),
  )
  const [basis] = effects?.values() ?? []
  if (basis !== undefined)
    io.out(
      `\neffects: ${basis.profile}, ${basis.basis} basis, ${tellHour(basis.hour)}, rule pack ${basis.rule_pack} ${basis.rule_pack_version}\n`,
    )
  io.out('\n')
  for (const finding of found.findings) {
    io.out(`${finding.severity}: ${finding.kind}: ${tellFinding(finding)}\n`)
    for (const { code, before, after } of effects?.get(finding.id)?.classes ?? []) {
      const people = `people served ${before.people_served} -> ${after.people_served}`
      const communities = `communities ${before.communities_served} -> ${after.communities_served}`
      const unknown = `unknown ${before.communities_unknown} -> ${after.communities_unknown}`
      io.out(`    ${code}: ${people}, ${communities}, ${unknown}\n`)
    }
  }
  for (const issue of issues)
    if (!TOLD_BY_FINDINGS.has(issue.code)) io.out(`${issue.severity}: ${tellIssue(issue)}\n`)
  if (repaired !== undefined) {
    const left = Object.entries(repaired.left).map(([kind, count]) => `${count} ${kind}`)
    io.out(
      `\n${repaired.made} corrections written to ${repaired.file}; left: ${left.length === 0 ? 'nothing' : left.join(', ')}\n`,
    )
  }
}
