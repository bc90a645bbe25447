import { analyse, prepare } from '../../engine/pipeline'
import type { Eligibility } from '../../model/assessment'
import {
  filterGaps,
  type GapFilter,
  type GapPeople,
  isFilteredByPlace,
  peopleWithin,
} from '../../model/gap-filter'
import { gapsToGeoJson } from '../../model/gap-geojson'
import type { RulePack, Tier } from '../../model/rule-pack'
import type { Options } from '../args'
import { type Command, type OptionSpec, UsageError } from '../command'
import { nameCommunities } from '../name-communities'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'
import { writeOutput } from '../write-output'

const TIERS = ['5', '10', '15', 'B'] as const satisfies readonly Tier[]
const ELIGIBILITIES = [
  'eligible',
  'by-exception',
  'not-eligible',
  'data-missing',
] as const satisfies readonly Eligibility['verdict'][]

const FILTER_OPTIONS: readonly OptionSpec[] = [
  { name: '--class', value: 'CODE', help: 'only gaps of this facility class' },
  { name: '--tier', value: 'TIER', help: `only classes of this tier: ${TIERS.join(', ')}` },
  { name: '--subdistrict', value: 'NAME', help: 'only gaps with a community of this sub-district' },
  {
    name: '--eligibility',
    value: 'WHAT',
    help: `only gaps with a community that is ${ELIGIBILITIES.join(', ')}`,
  },
  { name: '--first', help: "only the plan's four families: eldercare, childcare, parking, sport" },
  { name: '--min-people', value: 'N', help: 'only gaps of at least so many people' },
]

export const gapsCommand: Command = {
  name: 'gaps',
  summary: 'places where a service is missing, ranked',
  positionals: ['SOURCE'],
  options: [
    { name: '-o', value: 'GAPS.geojson', help: 'write them here as points' },
    ...FILTER_OPTIONS,
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const output = args.text('-o')
    const tier = args.oneOf('--tier', TIERS) ?? null
    const eligibility = args.oneOf('--eligibility', ELIGIBILITIES) ?? null
    const minPeople = args.number('--min-people') ?? 0
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const filter: GapFilter = {
      family: null,
      code: classFrom(args, settings.rules),
      tier,
      subdistrict: args.text('--subdistrict') ?? null,
      eligibility,
      onlyFirst: args.has('--first'),
      minPeople,
    }
    const prepared = await prepare(project, settings.scenario, {}, { hour: settings.hour })
    tellScenario(prepared, settings.year, io)
    const view = await analyse(prepared, settings, {})
    const { basis } = view.assessment
    const gaps = filterGaps(view.gaps, filter, { rules: settings.rules, ...view.assessment })
    const peopleOf = isFilteredByPlace(filter) ? peopleWithin(filter, view.assessment) : null
    const names = nameCommunities(prepared.project.layers)
    if (output !== undefined) await writeOutput(output, gapsToGeoJson(gaps, basis, names.label, peopleOf))
    const unit = settings.basis === 'distance' ? 'm' : 's'
    if (args.has('--json')) {
      const rows = gaps.map((whole) => {
        const { shortfall, shortfall_median, shortfall_worst, nearest_walk, ...gap } = whole
        return {
          ...gap,
          ...(peopleOf === null ? {} : { people_within: peopleOf(whole).people }),
          [`shortfall_${unit}`]: shortfall,
          [`shortfall_median_${unit}`]: shortfall_median,
          [`shortfall_worst_${unit}`]: shortfall_worst,
          [`nearest_walk_${unit}`]: nearest_walk,
        }
      })
      io.out(`${JSON.stringify({ basis, gaps: rows })}\n`)
      return
    }
    io.err(`${tellBasis(basis)}\n`)
    io.out(
      formatTable(
        [
          'severity',
          'class',
          'people',
          ...(peopleOf === null ? [] : ['within']),
          `shortfall_${unit}`,
          `median_${unit}`,
          'places',
        ],
        gaps.map((gap) => [
          String(gap.severity),
          gap.class,
          tellPeople(gap),
          ...(peopleOf === null ? [] : [tellPeople(peopleOf(gap))]),
          String(gap.shortfall ?? 'none in reach'),
          String(gap.shortfall_median ?? 'none in reach'),
          tellPlaces(gap.places.map(names.labelWithId)),
        ]),
      ),
    )
  },
}

/** So many at least where nobody counted those of some community. */
function tellPeople({ people, uncounted }: GapPeople): string {
  return people === null ? 'unknown' : `${uncounted > 0 ? '>=' : ''}${people}`
}

/** A class of the pack, or none asked for. */
function classFrom(args: Options, { rules }: RulePack): string | null {
  const code = args.text('--class')
  if (code === undefined) return null
  if (!rules.some((rule) => rule.code === code))
    throw new UsageError(
      `--class ${code} is not in the rule pack; it has ${rules.map((r) => r.code).join(', ')}`,
    )
  return code
}

/** The first few names, and how many more; `--json` has them all. */
function tellPlaces(names: readonly string[]): string {
  const shown = names.slice(0, 4).join('; ')
  return names.length > 4 ? `${shown} … ${names.length} in all` : shown
}
