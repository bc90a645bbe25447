import type { EditVote } from './consent'
import type { CostSum, EditCost } from './cost'
import type { Barrier, Facility, Gate, LayerName } from './layers'
import type { EditRefusal } from './scenario'
import type { LonLat } from './units'

/** What an edit cannot do, and of which record. */
export interface EditProblem {
  readonly reason: EditRefusal
  readonly layer: LayerName
  readonly id: string
}

/** What a new path goes through as it is drawn. */
export type PathCaution =
  /** walls without a gate there that lets somebody pass: nobody can go on */
  | { readonly about: 'wall'; readonly communities: readonly string[] }
  | { readonly about: 'buildings'; readonly count: number }
  | { readonly about: 'barrier'; readonly kind: NonNullable<Barrier['kind']> }

/** What becomes of one edit of a scenario. */
export interface EditOutcome {
  /** null: it works */
  readonly refusal: EditProblem | null
  /** null: not known; never zero */
  readonly cost: EditCost | null
  readonly vote: EditVote
  /** id of the record it adds; null: it adds none, or cannot work */
  readonly made: string | null
  /** ids of further records it adds; absent: none */
  readonly besides?: readonly string[]
  /** of a path that works: what is to be seen to; absent: nothing */
  readonly cautions?: readonly PathCaution[]
  /** where it is: one place, or a line; empty: what it is about is not there */
  readonly line: readonly LonLat[]
}

/** What becomes of the edits of a scenario, and what the works chosen along with them cost. */
export interface ScenarioWeight {
  readonly outcomes: readonly EditOutcome[]
  readonly works: CostSum
}

/** One facility that a scenario leaves otherwise than it is. */
export interface FacilityChange {
  /** changed: its area, its capacity or who may use it */
  readonly kind: 'added' | 'moved' | 'changed' | 'closed'
  /** as planned; of a closed one: as it is */
  readonly facility: Facility
  /** as it is; null: it is not there yet */
  readonly before: Facility | null
}

/** One gate that a scenario adds, or that lets others pass than now. */
export interface GateChange {
  readonly kind: 'added' | 'changed'
  readonly gate: Gate
}

export interface PathChange {
  readonly kind: 'added' | 'removed'
  readonly id: string
  readonly line: readonly LonLat[]
}

/** Everything a scenario leaves otherwise than it is, in the order of the layers: those there are, then the new ones. */
export interface ScenarioChanges {
  readonly facilities: readonly FacilityChange[]
  readonly gates: readonly GateChange[]
  readonly paths: readonly PathChange[]
  /** ids of spaces that become something, ascending */
  readonly spaces: readonly string[]
}
