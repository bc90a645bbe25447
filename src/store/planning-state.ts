import type { RenovationUnit } from '../model/renovation-unit'
import type {
  FrontPoint,
  MeasuredPlan,
  Measure,
  Obstacle,
  Proposal,
  ProposalOptions,
  SharingGain,
} from '../model/proposal'
import { DEFAULT_PROPOSAL } from '../model/proposal'
import type { Edit } from '../model/scenario'
import type { Complex } from '../model/service-complex'
import type { UnitsAnswer } from '../worker/protocol'
import type { SolverProgress, SolverTask } from '../worker/solver-protocol'

/** Which classes a plan is made for; `gaps`: chosen gaps alone. */
export const CLASS_CHOICES = ['first', 'required', 'all', 'gaps'] as const
export type ClassChoice = (typeof CLASS_CHOICES)[number]

/** What the user asks a plan to be; whose people it is for comes from the chosen unit. */
export type PlanWishes = Omit<ProposalOptions, 'communities' | 'classes' | 'gaps'> & {
  readonly classChoice: ClassChoice
  /** ids of the gaps that are to be closed, where `classChoice` is `gaps` */
  readonly gaps: readonly string[]
}

/** The parts of the plan workspace. */
export type PlanPart = 'scenarios' | 'spaces' | 'uses' | 'gates' | 'units' | 'propose' | 'links' | 'money'

/** Seconds for each program of a plan, and how far from the best is near enough for what is edited anyway. */
export const PLAN_LIMITS = { time_s: 10, gap: 0.005 } as const

/** What is done about a plan, one after the other. */
export type PlanStep = 'asking' | 'solving' | 'checking'

/** How far a plan has come. `stopped`: by the user, with the plan found by then. */
export type PlanPhase = PlanStep | 'done' | 'stopped' | 'failed'

/** What was shown when a plan was asked for: the plan lies over that, whatever is shown when it is kept. */
export interface PlanGround {
  /** id of the scenario; null: the base */
  readonly scenario: string | null
  readonly edits: readonly Edit[]
}

/** A plan being made, or made. */
export interface PlanRun {
  readonly over: PlanGround
  /** of everything it rests on */
  readonly key: string
  readonly phase: PlanPhase
  /** during which step the user stopped it; null: nobody did */
  readonly stoppedWhile: PlanStep | null
  readonly obstacles: readonly Obstacle[]
  /** codes of the classes it is made for */
  readonly classes: readonly string[]
  readonly proposal: Proposal | null
  /** false: the plan that was found at once; nothing is known of better ones */
  readonly isExact: boolean
  /** true: the best the solver had found when it was stopped, not the plan that was found at once */
  readonly isBetter: boolean
  /** while the solver works; kept where it was stopped: what it had proven by then */
  readonly progress: SolverProgress | null
  /** what it serves when carried out; null: not measured, or walks are what it saves */
  readonly measured: MeasuredPlan | null
  /** sites that it splits among three uses or more, with the scenario it is made over */
  readonly complexes: readonly Complex[]
}

/** What sharing gains, of the inputs of `key`. */
export interface GainRun {
  readonly over: PlanGround
  readonly key: string
  /** of which communities; null: of all */
  readonly communities: readonly string[] | null
  readonly counts: ProposalOptions['counts']
  readonly classChoice: ClassChoice
  readonly isRunning: boolean
  /** by the user */
  readonly isStopped: boolean
  readonly obstacles: readonly Obstacle[]
  readonly gain: SharingGain | null
  /** the measures of both sides, by key */
  readonly measures: ReadonlyMap<string, Measure>
}

/** Budget against people, as far as it has come; the measures its plans are made of, by key. */
export interface FrontRun {
  readonly over: PlanGround
  readonly key: string
  /** whose people it counts; null: all */
  readonly communities: readonly string[] | null
  readonly counts: ProposalOptions['counts']
  readonly isRunning: boolean
  /** by the user, with the points found by then */
  readonly isStopped: boolean
  readonly obstacles: readonly Obstacle[]
  readonly points: readonly FrontPoint[]
  readonly measures: ReadonlyMap<string, Measure>
}

/** Renovation units, and the plan that is asked for. */
export interface PlanningState {
  /** which part of the workspace is looked at */
  readonly part: PlanPart
  /** true: somebody looks at units */
  readonly wantsUnits: boolean
  readonly units: UnitsAnswer | null
  readonly unitsKey: string | null
  readonly isReadingUnits: boolean
  /** id of the unit that is looked at, and that a plan is for; null: none, everything */
  readonly unit: string | null
  readonly wishes: PlanWishes
  /** of the plan that would be made now */
  readonly wantedKey: string | null
  readonly plan: PlanRun | null
  readonly gain: GainRun | null
  readonly front: FrontRun | null
}

const { communities: _communities, classes: _classes, gaps: _gaps, ...defaults } = DEFAULT_PROPOSAL

export const NO_PLANNING: PlanningState = {
  part: 'scenarios',
  wantsUnits: false,
  units: null,
  unitsKey: null,
  isReadingUnits: false,
  unit: null,
  wishes: { ...defaults, budget_yuan: 5_000_000, classChoice: 'first', gaps: [] },
  wantedKey: null,
  plan: null,
  gain: null,
  front: null,
}

/** What can be done with units and plans. */
export interface PlanningActions {
  /** asks for the units, or no longer */
  setWantsUnits(wantsUnits: boolean): void
  /** looks at a unit, and plans for it; null: for everything */
  chooseUnit(id: string | null): void
  mergeUnits(ids: readonly string[]): void
  /** communities of a unit as a unit of their own */
  splitUnit(id: string, communities: readonly string[]): void
  /** a unit of just these communities; they leave the units they are in */
  drawUnit(communities: readonly string[], name?: string): void
  /** communities in no unit any more */
  dropFromUnits(communities: readonly string[]): void
  /** '': named after its communities */
  renameUnit(id: string, name: string): void
  /** other units, all of them at once, as the user's own */
  takeUnits(units: readonly RenovationUnit[]): void
  /** units as proposed again */
  resetUnits(): void
  setWishes(wishes: Partial<PlanWishes>): void
  showPlanPart(part: PlanPart): void
  /** readies the cheapest plan that closes a gap, and leads there */
  planForGap(id: string): void
  /** makes a plan: at once, then the best one */
  propose(): Promise<void>
  /** ends what is being computed, or one kind of it; what was found by then stays, and says that it was stopped */
  stopPlanning(kind?: SolverTask['kind']): void
  /** measures the plan as carried out, where nobody did: it was stopped before */
  measurePlan(): Promise<void>
  /** what communities serve together more than apart */
  askGain(): Promise<void>
  /** plans of many budgets */
  askFront(): Promise<void>
  /** the plan, or that of a point of the front, as a scenario of its own, shown at once */
  adoptPlan(name: string): void
  adoptPoint(point: number, name: string): void
  /** both sides of the gain as scenarios, side by side with what is shown; the one for each itself serves its own alone */
  compareGain(names: { readonly alone: string; readonly together: string }): void
}
