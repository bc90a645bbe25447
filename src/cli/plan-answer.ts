import type {
  FrontPoint,
  Impossibility,
  MeasuredPlan,
  Objective,
  Obstacle,
  PlannedMeasure,
  Proposal,
  SharingGain,
  SharingSide,
  Weighed,
} from '../model/proposal'
import { round } from './commands/walk'

/** Why there is no plan, in words. */
export function tellObstacle(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'beyond-budget':
      return `what must be costs ${obstacle.cost_yuan} yuan, more than the budget of ${obstacle.budget_yuan}: ${obstacle.parts.map(({ key, cost_yuan }) => `${key} ${cost_yuan}`).join(', ')}; raise it or drop a --must`
    case 'beyond-area':
      return `what must be in space ${obstacle.space} takes ${obstacle.area_m2} m², and it has ${round(obstacle.available_m2, 1)}: ${obstacle.parts.map(({ key, area_m2 }) => `${key} ${area_m2} m²`).join(', ')}`
    case 'exclude-each-other':
      return `only one of ${obstacle.measures.join(' and ')} can be`
    case 'impossible':
      return `${obstacle.key} must be and cannot: ${obstacle.reasons.map(tellImpossibility).join('; ')}`
    case 'goal-beyond-budget':
      return `the cheapest plan that serves everybody who can be costs ${obstacle.cost_yuan} yuan, more than the budget of ${obstacle.budget_yuan}; raise it, or ask for --objective most`
    default:
      throw new Error(`unknown obstacle ${JSON.stringify(obstacle satisfies never)}`)
  }
}

function tellImpossibility(reason: Impossibility): string {
  switch (reason.kind) {
    case 'blocked':
      return `rules ${reason.rules.join(', ')} of hosting do not allow ${reason.use}`
    case 'has-conditions':
      return `rules ${reason.rules.join(', ')} allow ${reason.use} under conditions, and --no-conditions rules that out`
    case 'too-small':
      return `${reason.use} needs ${reason.least_m2} m², and there are ${round(reason.available_m2, 1)}`
    case 'below-least-area':
      return `it has ${round(reason.available_m2, 1)} m², less than --least-area ${reason.least_m2}`
    case 'no-such-measure':
      return reason.possible === undefined
        ? 'nothing of this kind can be done there'
        : `nothing of this kind can be done there; what can be: ${reason.possible.join(', ')}`
    case 'class-left-out':
      return `class ${reason.class} is not among those the plan is for`
    default:
      return IMPOSSIBLE[reason.kind]
  }
}

type PlainImpossibility = Exclude<
  Impossibility['kind'],
  'blocked' | 'has-conditions' | 'too-small' | 'below-least-area' | 'class-left-out' | 'no-such-measure'
>

const IMPOSSIBLE: Readonly<Record<PlainImpossibility, string>> = {
  'not-there': 'it is not in the project',
  'out-of-scope': 'it lies outside the communities the plan is for',
  never: '--never rules it out',
  'area-unknown': 'its area is not known',
  'in-use': 'all of its area is in use',
  private: 'it is private; allow that with --private',
  'needs-all-affected':
    'every affected owner has to agree (a dwelling, or what may be one), and --no-three-quarters rules that out',
  'needs-three-quarters':
    'three quarters of the owners have to agree, or may have to, and --no-three-quarters rules that out',
  'price-unknown': 'its price is not known',
  'spaces-stay': '--no-spaces leaves spaces as they are',
  'gates-stay': '--no-gates leaves gates as they are',
  'walls-stay': '--no-walls leaves walls as they are',
  'shared-walls-stay': '--no-shared-walls leaves walls that two communities share as they are',
  'paths-off': '--no-paths leaves streets as they are',
  'sharing-off': '--no-sharing leaves it as it is',
  'open-already': 'it is open to everybody already',
  'closed-by-scenario': 'the scenario closes it',
  'lets-nobody-pass': 'opening it lets nobody pass who does not pass already',
}

/** How near the best a plan is, and whether the time was too short to say more. */
export function tellWorth(proposal: Proposal): string {
  const { options, isCutShort, gap, goal_gap } = proposal
  const better = options.objective === 'cheapest' ? 'cheaper' : 'better'
  const worth = isProven(proposal)
    ? 'no plan is better'
    : Number.isFinite(gap)
      ? `at most ${share(gap)} ${better} exists`
      : 'how far it is from the best is not known'
  const goal =
    goal_gap < SAME ? '' : `; it is not proven that nobody more can be served (at most ${share(goal_gap)})`
  return `${isCutShort ? 'out of time before a better plan was ruled out: ' : ''}${worth}${goal}`
}

/** Whether nothing better is left, however near the best the solver was asked to come. */
function isProven({ isOptimal, gap, goal_gap }: Proposal): boolean {
  return (isOptimal || gap < SAME) && goal_gap < SAME
}

/** Bounds that differ by less are equal: rounding of the solver. */
const SAME = 1e-6

/** "At most" so much: never rounded down. */
function share(of: number): string {
  return `${(Math.ceil(of * 1000 - SAME) / 10).toFixed(1)} %`
}

/** A plan as JSON. `measured`: what it serves when carried out. */
export function describeProposal(proposal: Proposal, measured: MeasuredPlan | null, seconds: number): object {
  const {
    measures,
    gap,
    value,
    bound,
    options,
    by_class,
    by_community,
    by_gap,
    isOptimal: _,
    isCutShort,
    ...rest
  } = proposal
  return {
    objective: options.objective,
    counts: options.counts,
    budget_yuan: options.budget_yuan,
    edits: measures.map(({ measure }) => measure.edit),
    measures: measures.map((each) => describeMeasure(each, options.objective)),
    ...rest,
    people_measured: measured?.people_served ?? null,
    people_lost: measured?.people_lost ?? null,
    classes: Object.fromEntries(by_class.map(({ id, people }) => [id, people])),
    communities: Object.fromEntries(by_community.map(({ id, people }) => [id, people])),
    ...(options.gaps === null ? {} : { gaps: by_gap }),
    value: round(value, 3),
    bound: round(bound, 3),
    gap: Number.isFinite(gap) ? round(gap, 6) : null,
    optimal: isProven(proposal),
    out_of_time: isCutShort,
    seconds: round(seconds, 3),
  }
}

/** An answer whose numbers are communities, not people: its fields say so. */
export function inCommunities(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCommunities)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key.replace(/^people(?=_|$)/, 'communities').replace(/_person$/, '_community'),
      inCommunities(each),
    ]),
  )
}

/** In people; where walks are saved, in person-kilometres (person-kiloseconds by time). */
function describeMeasure(
  { measure, alone, marginal, partners, otherPlace, otherUse, whyNoPlace, whyNoUse }: PlannedMeasure,
  objective: Objective,
): object {
  const figure = ({ weight, people }: Weighed): number => round(objective === 'nearest' ? weight : people, 3)
  const other = (each: PlannedMeasure['otherPlace']): object | null =>
    each === null ? null : { key: each.measure.key, lost: figure(each.lost) }
  return {
    key: measure.key,
    community: measure.community,
    cost_yuan: Math.round(measure.cost.default_yuan),
    vote: measure.vote.type,
    conditions: measure.hasConditions,
    serves: figure(alone),
    lost_without: figure(marginal),
    together_with: partners.map(({ key }) => key),
    other_place: other(otherPlace),
    other_use: other(otherUse),
    no_other_place: whyNoPlace,
    no_other_use: whyNoUse,
  }
}

/** In how many communities of a unit nothing tells how many live there. */
export type Uncounted = 'none' | 'some' | 'all'

/**
 * Gain of sharing as JSON. Plans are for those who are counted; with others among them a number of people is the least
 * there is, and no bound holds for all. Null: unknown.
 */
export function describeGain(
  { alone, together, communities, budget_yuan }: SharingGain,
  uncounted: Uncounted = 'none',
): object {
  const gained = together.people_served - alone.people_served
  return {
    budget_yuan,
    alone: describeSide(alone, uncounted),
    together: describeSide(together, uncounted),
    people_gained: uncounted === 'all' ? null : gained,
    people_gained_at_least:
      uncounted === 'none' ? Math.max(0, together.people_served - alone.people_at_most) : null,
    communities: Object.fromEntries(
      communities.map(({ id, alone: before, together: after }) => [id, { alone: before, together: after }]),
    ),
  }
}

function describeSide(
  { people_served, people_at_most, cost_yuan }: SharingSide,
  uncounted: Uncounted,
): object {
  const isKnown = uncounted === 'none'
  return {
    people_served: uncounted === 'all' ? null : people_served,
    people_at_most: isKnown ? people_at_most : null,
    cost_yuan,
    yuan_per_person: isKnown && people_served > 0 ? Math.round(cost_yuan / people_served) : null,
  }
}

/** A point of the front without the measures of its plan. */
export function describePoint({ budget_yuan, cost_yuan, people_served, keys }: FrontPoint): object {
  return { budget_yuan, cost_yuan, people_served, measures: keys.length }
}
