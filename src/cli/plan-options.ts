import type { RenovationUnit } from '../model/renovation-unit'
import { DEFAULT_PROPOSAL, OBJECTIVES, type ProposalOptions } from '../model/proposal'
import { firstFamiliesOf } from '../model/rules/parameters'
import type { Gap } from '../model/gap'
import type { RulePack } from '../model/rule-pack'
import type { Project } from '../model/project'
import type { Options } from './args'
import { NoAnswer, type OptionSpec, UsageError } from './command'

/** Options that say what a plan may do. */
export const PLAN_OPTIONS: readonly OptionSpec[] = [
  { name: '--budget', value: 'YUAN', help: 'no more money than this; needed for most and nearest' },
  {
    name: '--objective',
    value: 'WHAT',
    help: `${OBJECTIVES.join(', ')}: most people served, everybody who can be at least cost, walks saved; default most`,
  },
  { name: '--unit', value: 'ID', help: 'for one renovation unit (see units): its people, spaces, gates' },
  { name: '--communities', value: 'A,B', help: 'for these communities' },
  {
    name: '--classes',
    value: 'A,B',
    help: 'only these facility classes; default every one something here may hold',
  },
  {
    name: '--gap',
    value: 'ID',
    isRepeatable: true,
    help: 'only the people of this gap (see gaps); with --objective cheapest, the cheapest way to close it',
  },
  { name: '--first', help: "only the plan's four families: eldercare, childcare, parking, sport" },
  {
    name: '--by-people',
    help: 'every resident counts once; default as gaps are ranked, first families twice',
  },
  {
    name: '--by-communities',
    help: 'each community counts one, shared among its homes, whether its people are counted or not; without capacities',
  },
  { name: '--no-capacity', help: 'a facility serves everybody who walks there, however small it is' },
  { name: '--no-conditions', help: 'no use that the rules of hosting allow under a condition only' },
  { name: '--no-three-quarters', help: 'nothing that needs three quarters of the owners' },
  { name: '--private', help: 'private spaces too' },
  { name: '--no-spaces', help: 'spaces stay as they are' },
  { name: '--no-gates', help: 'gates stay as they are' },
  { name: '--no-walls', help: 'no gates in walls (see links for where one could be)' },
  { name: '--no-shared-walls', help: 'walls that two communities share stay (see links --kind shared)' },
  { name: '--no-paths', help: 'no new paths (see links for where one could be)' },
  { name: '--no-sharing', help: 'facilities reserved to one community stay so' },
  { name: '--least-area', value: 'M2', help: 'spaces smaller than this stay as they are' },
  {
    name: '--must',
    value: 'KEY',
    isRepeatable: true,
    help: 'in any plan, such as space:ID:USE, gate:ID, wall:COMMUNITY or shared:A+B',
  },
  {
    name: '--never',
    value: 'KEY',
    isRepeatable: true,
    help: 'in no plan, such as space:ID, gate:ID or path',
  },
]

/** What a plan may be for: the units of the project, or as proposed, and the gaps there are. */
interface Offered {
  readonly units: readonly RenovationUnit[]
  readonly gaps: readonly Gap[]
}

/** What a plan may do, from the options. */
export function planOptionsFrom(
  args: Options,
  project: Project,
  rules: RulePack,
  { units, gaps }: Offered,
): ProposalOptions {
  return {
    ...DEFAULT_PROPOSAL,
    ...goalFrom(args),
    communities: communitiesFrom(args, project, units),
    classes: classesFrom(args, rules),
    gaps: gapsFrom(args, gaps),
    counts: args.has('--by-communities') ? 'communities' : 'people',
    weighting: args.has('--by-people') ? 'people' : 'priority',
    countsCapacity: !args.has('--no-capacity'),
    allowsConditions: !args.has('--no-conditions'),
    allowsThreeQuarters: !args.has('--no-three-quarters'),
    allowsPrivate: args.has('--private'),
    usesSpaces: !args.has('--no-spaces'),
    opensGates: !args.has('--no-gates'),
    opensWalls: !args.has('--no-walls'),
    opensSharedWalls: !args.has('--no-shared-walls'),
    addsPaths: !args.has('--no-paths'),
    sharesFacilities: !args.has('--no-sharing'),
    least_m2: leastAreaFrom(args),
    must: args.list('--must'),
    never: args.list('--never'),
  }
}

/** What is wrong with the options whatever the project is: told before it is read. */
export function checkPlanOptions(args: Options): void {
  goalFrom(args)
  leastAreaFrom(args)
  for (const [one, other] of [
    ['--unit', '--communities'],
    ['--classes', '--first'],
  ] as const)
    if (args.has(one) && args.has(other)) throw new UsageError(`give one of ${one} and ${other}`)
}

function leastAreaFrom(args: Options): number {
  return args.amount('--least-area') ?? 0
}

/** What a plan is best in and what it may cost. */
function goalFrom(args: Options): Pick<ProposalOptions, 'objective' | 'budget_yuan'> {
  const objective = args.oneOf('--objective', OBJECTIVES) ?? 'most'
  const budget_yuan = args.amount('--budget') ?? null
  if (args.has('--by-people') && args.has('--by-communities'))
    throw new UsageError('give one of --by-people and --by-communities')
  if (budget_yuan === null && objective !== 'cheapest')
    throw new UsageError(`--objective ${objective} needs --budget`)
  return { objective, budget_yuan }
}

function communitiesFrom(
  args: Options,
  { layers }: Project,
  units: readonly RenovationUnit[],
): readonly string[] | null {
  const unitId = args.text('--unit')
  const list = args.text('--communities')?.split(',')
  if (unitId !== undefined) return unitFrom(unitId, units).communities
  const unknown = list?.find((id) => !layers.communities.some((community) => community.id === id))
  if (unknown !== undefined) throw new NoAnswer(`there is no community ${unknown}`)
  return list ?? null
}

/** A unit by its id, with or without the "unit:" in front. */
export function unitFrom(id: string, units: readonly RenovationUnit[]): RenovationUnit {
  const unit = units.find((each) => each.id === id || each.id === `unit:${id}`)
  if (unit !== undefined) return unit
  const ids = units.map((each) => each.id).join(', ')
  throw new NoAnswer(`there is no unit ${id}; there ${units.length === 0 ? 'is none' : `are ${ids}`}`)
}

/** The gaps that are named; null: none is, so everybody's need counts. */
function gapsFrom(args: Options, gaps: readonly Gap[]): ProposalOptions['gaps'] {
  const ids = args.list('--gap')
  if (ids.length === 0) return null
  return ids.map((id) => {
    const gap = gaps.find((each) => each.id === id)
    if (gap === undefined)
      throw new NoAnswer(`there is no gap ${id}; see the command gaps for those there are`)
    return { id, class: gap.class, places: gap.places }
  })
}

function classesFrom(args: Options, pack: RulePack): readonly string[] | null {
  const list = args.text('--classes')?.split(',')
  if (args.has('--first')) {
    const first = firstFamiliesOf(pack)
    return pack.rules.filter(({ family }) => first.has(family)).map(({ code }) => code)
  }
  const unknown = list?.find((code) => !pack.rules.some((rule) => rule.code === code))
  if (unknown !== undefined)
    throw new UsageError(
      `class ${unknown} is not in the rule pack; it has ${pack.rules.map(({ code }) => code).join(', ')}`,
    )
  return list ?? null
}
