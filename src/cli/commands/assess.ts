import { assessCut, judge, measure, prepare, sensitivityOf, supplyOf } from '../../engine/pipeline'
import { haloOf } from '../../engine/tiles/halo'
import type { Assessment } from '../../model/assessment'
import { JUDGINGS } from '../../model/analysis'
import { PROFILE_IDS } from '../../model/profile'
import type { Sensitivity } from '../../model/sensitivity'
import type { SupplyAnswer } from '../../model/supply'
import type { Options } from '../args'
import { type AssessmentAnswer, describeAssessment } from '../assessment-answer'
import { type Command, type Io, UsageError } from '../command'
import { describeSensitivity, tabulateSensitivity, tellVariants } from '../sensitivity-answer'
import { describeSupply, tabulateSupply } from '../supply-answer'
import { measureHelper } from '../measure-helper'
import { type CommunityNames, nameCommunities } from '../name-communities'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'
import { loadTile, planSource, readTilePlan } from '../tile-plan'
import { writeOutput } from '../write-output'

export const assessCommand: Command = {
  name: 'assess',
  summary: 'every community against every facility class: served, unserved or unknown',
  positionals: ['SOURCE'],
  options: [
    { name: '-o', value: 'TABLE.csv', help: 'write the table communities × classes here' },
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    {
      name: '--tile',
      value: 'W,S,E,N',
      help: 'only the communities in this box, read with their surroundings',
    },
    {
      name: '--halo',
      value: 'METRES',
      help: 'how far around them to look; less than the default, the longest walk and more, is not exact',
    },
    {
      name: '--plan',
      value: 'PLAN.json',
      help: 'what --tiles printed: with it only the tile is read of a PBF',
    },
    { name: '--tiles', value: 'N', help: 'print a plan of about N tiles instead, as JSON' },
    {
      name: '--sensitivity',
      help: 'how far the people served depend on speed, delays and the way to the streets',
    },
    {
      name: '--supply',
      help: 'how much there is for those who share it, second nearest facilities, and bays against cars',
    },
    JSON_OPTION,
  ],
  async run(args, io) {
    const [source] = args.positionals
    const output = args.text('-o')
    for (const option of ['--halo', '--plan'])
      if (args.has(option) && !args.has('--tile')) throw new UsageError(`${option} goes with --tile`)
    if (args.has('--sensitivity') && args.has('--tile'))
      throw new UsageError('--sensitivity needs the whole area; it does not go with --tile')
    const judging = args.oneOf('--judging', JUDGINGS) ?? 'access'
    if ((args.has('--supply') || judging !== 'access') && args.has('--tile'))
      throw new UsageError('supply is shared beyond a tile; --supply and --judging do not go with --tile')
    const count = args.number('--tiles')
    if (count !== undefined) {
      io.out(`${JSON.stringify(await planSource(source, Math.ceil(count), io))}\n`)
      return
    }
    const { assessment, sensitivity, supply, names } = args.has('--tile')
      ? { assessment: await assessTile(source, args, io), sensitivity: null, supply: null, names: null }
      : await assessAll(source, args, io)
    const answer = describeAssessment(assessment)
    if (output !== undefined) await writeOutput(output, toCsv(answer))
    if (args.has('--json')) {
      const range = sensitivity === null ? {} : describeSensitivity(sensitivity)
      const shared = supply === null ? {} : describeSupply(supply)
      io.out(`${JSON.stringify({ ...answer, ...range, ...shared })}\n`)
      return
    }
    if (answer.communities.length === 0 && !args.has('--tile'))
      io.err(`${source} has no communities, so there is nobody to assess; add a layer of communities\n`)
    io.err(`${tellBasis(assessment.basis)}\n`)
    io.out(
      formatTable(
        ['id', 'name', 'people', 'eligibility', 'served', 'unserved', 'unknown'],
        answer.communities.map((row) => {
          const count = (status: string): string =>
            String(Object.values(row.classes).filter((cell) => cell.status === status).length)
          return [
            row.id,
            // numbers that tell alike ones apart are those of the whole, not of a tile
            names?.label(row.id) ?? row.name,
            String(row.people ?? 'unknown'),
            row.eligibility,
            count('served'),
            count('unserved'),
            count('unknown'),
          ]
        }),
      ),
    )
    if (sensitivity !== null) {
      io.err(`${tellVariants(sensitivity)}\n`)
      io.out(`\n${tabulateSensitivity(sensitivity)}`)
    }
    if (supply !== null) io.out(`\n${tabulateSupply(supply)}`)
  },
}

async function assessAll(
  source: string,
  args: Options,
  io: Io,
): Promise<{
  readonly assessment: Assessment
  readonly sensitivity: Sensitivity | null
  readonly supply: SupplyAnswer | null
  readonly names: CommunityNames
}> {
  const project = await loadSource(source, io)
  const settings = await settingsFrom(args, project)
  const prepared = await prepare(project, settings.scenario, {}, { hour: settings.hour })
  tellScenario(prepared, settings.year, io)
  const measured = await measure(prepared, settings, {}, measureHelper)
  const { view } = await judge(measured, {})
  return {
    assessment: view.assessment,
    sensitivity: args.has('--sensitivity') ? await sensitivityOf(measured, {}) : null,
    supply: args.has('--supply') ? await supplyOf(measured, {}) : null,
    names: nameCommunities(prepared.project.layers),
  }
}

async function assessTile(source: string, args: Options, io: Io): Promise<Assessment> {
  const basis = args.oneOf('--basis', ['distance', 'time']) ?? 'distance'
  const profile = args.oneOf('--profile', PROFILE_IDS) ?? 'adult'
  const halo_m = args.number('--halo') ?? haloOf(basis, profile)
  const path = args.text('--plan')
  const plan = path === undefined ? null : await readTilePlan(path)
  const cut = await loadTile(source, args.box('--tile'), halo_m, plan, io)
  return assessCut(cut, await settingsFrom(args, cut.project), {})
}

/** One line a community, three columns a class; a mark first so that spreadsheets read Chinese. */
function toCsv(answer: AssessmentAnswer): string {
  const codes = Object.keys(answer.communities[0]?.classes ?? {})
  const header = [
    'id',
    'name',
    'people',
    'eligibility',
    ...codes.flatMap((code) => [code, `${code}_m`, `${code}_facility`]),
  ]
  const rows = answer.communities.map((row) => [
    row.id,
    row.name,
    row.people,
    row.eligibility,
    ...codes.flatMap((code) => {
      const cell = row.classes[code]
      return [cell.status, cell.nearest_m, cell.facility]
    }),
  ])
  return `\ufeff${[header, ...rows].map((row) => row.map(quoteCell).join(',')).join('\r\n')}\r\n`
}

function quoteCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // a cell that a spreadsheet would run as a formula is shown as text
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
