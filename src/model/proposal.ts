import type { EditVote } from './consent'
import type { EditCost } from './cost'
import type { HostingRuleId } from './hosting'
import type { Edit } from './scenario'

/**
 * What a plan is best in. `most`: people served within the budget. `cheapest`: money for serving everybody who can
 * be. `nearest`: walks saved within the budget, also of people who are served already.
 */
export const OBJECTIVES = ['most', 'cheapest', 'nearest'] as const
export type Objective = (typeof OBJECTIVES)[number]

/** A gap that a plan is to close: the unserved people of some communities in one class. */
export interface GapTarget {
  readonly id: string
  readonly class: string
  /** ids of communities */
  readonly places: readonly string[]
}

/** What a plan may do and is to reach. */
export interface ProposalOptions {
  readonly objective: Objective
  /** null: no limit */
  readonly budget_yuan: number | null
  /** whose people are to be served, and whose spaces, gates and facilities may be used, by id; null: all */
  readonly communities: readonly string[] | null
  /** facility classes to be thought of; null: every one that something here can hold */
  readonly classes: readonly string[] | null
  /** only the people of these gaps are to be served; null: everybody */
  readonly gaps: readonly GapTarget[] | null
  /**
   * `priority`: as gaps are ranked, by each class's own group, families the plan puts first counting twice;
   * `people`: every resident once
   */
  readonly weighting: 'priority' | 'people'
  /**
   * `people`: who lives there, where somebody counted or can estimate them; `communities`: each community is one, shared
   * among its homes, and no people are thought up where nobody counted any. Capacities are not counted then
   */
  readonly counts: 'people' | 'communities'
  /** true: a facility serves no more people than its size is enough for, where a figure says how many */
  readonly countsCapacity: boolean
  /** uses that the rules of hosting allow under a condition */
  readonly allowsConditions: boolean
  /** what needs three quarters of the owners, or may need it because the owner is not known */
  readonly allowsThreeQuarters: boolean
  readonly allowsPrivate: boolean
  /** makes facilities of candidate spaces */
  readonly usesSpaces: boolean
  readonly opensGates: boolean
  /** opens gates in walls where the link finder knows a place for one */
  readonly opensWalls: boolean
  /** opens walls that two communities have in common where the link finder knows a place; both have to be in the plan */
  readonly opensSharedWalls: boolean
  /** lays short paths between streets, as the link finder knows them */
  readonly addsPaths: boolean
  /** opens facilities reserved to one community to its neighbors */
  readonly sharesFacilities: boolean
  /** spaces smaller than this stay as they are */
  readonly least_m2: number
  /** keys of measures that are in any plan, or in none; the beginning of a key up to a ":" stands for all of them */
  readonly must: readonly string[]
  readonly never: readonly string[]
}

export const DEFAULT_PROPOSAL: ProposalOptions = {
  objective: 'most',
  budget_yuan: null,
  communities: null,
  classes: null,
  gaps: null,
  weighting: 'priority',
  counts: 'people',
  countsCapacity: true,
  allowsConditions: true,
  allowsThreeQuarters: true,
  allowsPrivate: false,
  usesSpaces: true,
  opensGates: true,
  opensWalls: true,
  opensSharedWalls: true,
  addsPaths: true,
  sharesFacilities: true,
  least_m2: 0,
  must: [],
  never: [],
}

/** One thing a plan may do. */
export interface Measure {
  /** `space:ID:USE:CLASS:AREA`, `gate:ID`, `share:ID`, `wall:COMMUNITY:LON,LAT`, `shared:COMMUNITY+COMMUNITY:LON,LAT` or `path:LON,LAT..LON,LAT` */
  readonly key: string
  readonly edit: Edit
  /** of a space or facility; null: a gate, a wall opening or a path */
  readonly class: string | null
  /** where it lies; null: in no community, or in several, who vote then: a path, or walls in common */
  readonly community: string | null
  /** of a wall opening or a path: the community it opens, lies in, or is nearest to, within 200 m; null: none is */
  readonly near?: string | null
  readonly cost: EditCost
  readonly vote: EditVote
  /** the rules of hosting ask for something first */
  readonly hasConditions: boolean
}

/** People, or communities where those are what is counted. What is served: in what the objective weighs by, and as people, each once for each class. */
export interface Weighed {
  readonly weight: number
  readonly people: number
}

/** What else could be done instead of a measure, and what that would serve less. */
export interface Alternative {
  readonly measure: Measure
  /** what the plan serves less with this one in its place */
  readonly lost: Weighed
}

/**
 * Why nothing takes a measure's place: nothing else may be there; what may be does not fit into the budget, the areas and
 * the rest of the plan; or what fits serves nobody more than leaving the measure out.
 */
export type NoAlternative = 'nothing-else' | 'does-not-fit' | 'serves-no-more'

/** A measure of a plan, and why it is in it. */
export interface PlannedMeasure {
  readonly measure: Measure
  /** what it serves by itself */
  readonly alone: Weighed
  /** what is lost if only this is left out */
  readonly marginal: Weighed
  /** other gates, walls or paths of the plan over which it serves somebody only together with this; empty: it needs none */
  readonly partners: readonly Measure[]
  /** the best other place for the same class (of a gate, a wall or a path: another of these); null: there is none */
  readonly otherPlace: Alternative | null
  /** the best other use of the same space; null: there is none, or it is no space */
  readonly otherUse: Alternative | null
  /** why there is no other place, or no other use; null: there is one, or it is no space */
  readonly whyNoPlace: NoAlternative | null
  readonly whyNoUse: NoAlternative | null
}

/** Why there is no plan that does all it must. */
export type Obstacle =
  | {
      readonly kind: 'beyond-budget'
      readonly cost_yuan: number
      readonly budget_yuan: number
      /** what must be, or of what may stand for it the cheapest, and what each costs */
      readonly parts: readonly { readonly key: string; readonly cost_yuan: number }[]
    }
  | {
      readonly kind: 'beyond-area'
      readonly space: string
      readonly area_m2: number
      readonly available_m2: number
      /** what must be there, or of what may stand for it the smallest, and what each takes */
      readonly parts: readonly { readonly key: string; readonly area_m2: number }[]
    }
  | { readonly kind: 'exclude-each-other'; readonly measures: readonly string[] }
  /** no measure of this key is possible here */
  | { readonly kind: 'impossible'; readonly key: string; readonly reasons: readonly Impossibility[] }
  /** serving everybody who can be costs more, `least_yuan` at least */
  | {
      readonly kind: 'goal-beyond-budget'
      readonly cost_yuan: number
      readonly least_yuan: number
      readonly budget_yuan: number
    }

/** Why a measure that must be in a plan is not possible. */
export type Impossibility =
  /** there is no such space, gate or facility */
  | { readonly kind: 'not-there' }
  /** it is there, and nothing of this kind can be done with it; `possible`: the keys of what can, where something can */
  | { readonly kind: 'no-such-measure'; readonly possible?: readonly string[] }
  /** it lies in a community the plan is not for */
  | { readonly kind: 'out-of-scope' }
  /** the plan is not for this class, or the rules know none of it */
  | { readonly kind: 'class-left-out'; readonly class: string }
  /** the same measure must not be in any plan */
  | { readonly kind: 'never' }
  /** a rule of hosting does not allow the use; the rules */
  | { readonly kind: 'blocked'; readonly use: string; readonly rules: readonly HostingRuleId[] }
  /** rules of hosting allow the use under conditions, and the options no such use */
  | { readonly kind: 'has-conditions'; readonly use: string; readonly rules: readonly HostingRuleId[] }
  /** less area than a use, or the class, needs */
  | {
      readonly kind: 'too-small'
      readonly use: string
      readonly least_m2: number
      readonly available_m2: number
    }
  /** less area than the options ask of any space */
  | { readonly kind: 'below-least-area'; readonly least_m2: number; readonly available_m2: number }
  | { readonly kind: 'area-unknown' }
  /** all of its area is in use */
  | { readonly kind: 'in-use' }
  /** the options leave private spaces alone */
  | { readonly kind: 'private' }
  /** three quarters of the owners have to agree, or may have to, and the options rule that out */
  | { readonly kind: 'needs-three-quarters' }
  /** every affected owner has to agree, which is harder still, and the options rule out three quarters */
  | { readonly kind: 'needs-all-affected' }
  | { readonly kind: 'price-unknown' }
  /** the options leave spaces, gates, walls, streets or reserved facilities as they are */
  | { readonly kind: 'spaces-stay' }
  | { readonly kind: 'gates-stay' }
  | { readonly kind: 'walls-stay' }
  | { readonly kind: 'shared-walls-stay' }
  | { readonly kind: 'paths-off' }
  | { readonly kind: 'sharing-off' }
  /** it is open to everybody already */
  | { readonly kind: 'open-already' }
  /** the scenario that the plan lies over closes it */
  | { readonly kind: 'closed-by-scenario' }
  /** a gate more lets nobody pass who does not pass already */
  | { readonly kind: 'lets-nobody-pass' }

/** People newly served, by class or by community: a person counts once for each class. */
export interface Served {
  readonly id: string
  readonly people: number
}

/** What a plan does about a gap that was chosen; people are rounded, those served down. */
export interface GapOutcome {
  readonly id: string
  readonly people: number
  readonly people_served: number
  /** whom no allowed measure reaches */
  readonly people_beyond: number
}

export interface Proposal {
  readonly options: ProposalOptions
  readonly measures: readonly PlannedMeasure[]
  readonly cost_yuan: number
  readonly low_yuan: number
  readonly high_yuan: number
  /** people newly served as planned, each once for each class; rounded down */
  readonly people_served: number
  readonly by_class: readonly Served[]
  readonly by_community: readonly Served[]
  /** gap by gap, as chosen; empty: none was, or walks are what is saved */
  readonly by_gap: readonly GapOutcome[]
  /** people not served now in the classes thought of, and how many of them no allowed measure reaches */
  readonly people_unserved: number
  readonly people_beyond: number
  /** what was made best: weight served, weight × walk saved in person-kilometres or -minutes, or yuan */
  readonly value: number
  /** no plan is better than this */
  readonly bound: number
  /** (bound − value) ÷ value, the other way round for yuan; 0: proven best */
  readonly gap: number
  readonly isOptimal: boolean
  /** the solver ran out of time before the plan was as near the best as asked */
  readonly isCutShort: boolean
  /** `cheapest`: how much more a plan may serve at most, as a share of this one; 0: it is proven that none does */
  readonly goal_gap: number
}

/** One point of budget against people: a plan that serves most within a budget. */
export interface FrontPoint {
  readonly budget_yuan: number
  readonly cost_yuan: number
  readonly people_served: number
  readonly value: number
  readonly bound: number
  readonly keys: readonly string[]
}

/** The same money and the same spaces, each community for itself against all together. */
export interface SharingGain {
  readonly budget_yuan: number | null
  readonly alone: SharingSide
  readonly together: SharingSide
  readonly communities: readonly {
    readonly id: string
    readonly alone: number
    readonly together: number
  }[]
}

export interface SharingSide {
  readonly people_served: number
  /** no plan of this side serves more */
  readonly people_at_most: number
  readonly cost_yuan: number
  readonly keys: readonly string[]
}

/** Whom a plan serves when the project with its edits is measured anew. */
export interface MeasuredPlan {
  readonly people_served: number
  /** people served before and not any more */
  readonly people_lost: number
  readonly by_class: readonly Served[]
}
