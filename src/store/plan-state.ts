import type { Bookmark } from '../model/bookmark'
import type { Comparison } from '../model/comparison'
import type { Correction } from '../model/correction'
import type { PriceChange } from '../model/cost'
import type { IndicatorEntry } from '../model/indicator-entry'
import type { Issue } from '../model/issue'
import type { PlanPackage } from '../model/package'
import type { RenovationUnit } from '../model/renovation-unit'
import type { SpaceFacts } from '../model/space-facts'
import type { Edit, Scenario } from '../model/scenario'
import type { EditOutcome, ScenarioChanges } from '../model/scenario-outcome'
import type { Complex } from '../model/service-complex'
import type { LonLat } from '../model/units'

/** What a press on the map does while a scenario is edited. */
export type PlanTool =
  | { readonly kind: 'add-facility'; readonly code: string; readonly name: string }
  | { readonly kind: 'move-facility' }
  | { readonly kind: 'add-path' }
  | { readonly kind: 'remove-path' }
  | { readonly kind: 'open-wall' }
  /** a candidate space: an outline, or the place of a room. Needs no scenario */
  | { readonly kind: 'draw-space'; readonly shape: 'area' | 'point'; readonly facts: SpaceFacts }
  /** where a candidate space is. Needs no scenario */
  | { readonly kind: 'place-space'; readonly space: string; readonly name: string }
  /** a renovation unit, community by community. Needs no scenario either */
  | { readonly kind: 'draw-unit'; readonly communities: readonly string[] }

/**
 * All scenarios at one moment, what is decided about them and said of them in a meeting, the renovation units, what was
 * entered of indicators, the corrections of the data, and which scenario is shown: what undo goes back to.
 */
export interface PlanSnapshot {
  readonly scenarios: readonly Scenario[]
  readonly packages: readonly PlanPackage[]
  readonly prices: readonly PriceChange[]
  /** null: as proposed */
  readonly units: readonly RenovationUnit[] | null
  readonly bookmarks: readonly Bookmark[]
  readonly entered: readonly IndicatorEntry[]
  readonly corrections: readonly Correction[]
  readonly shown: string | null
}

/** Undone and done; the last of each comes first back. Begins anew with each project. */
export interface PlanHistory {
  readonly past: readonly PlanSnapshot[]
  readonly future: readonly PlanSnapshot[]
}

export const NO_HISTORY: PlanHistory = { past: [], future: [] }

/** The scenario that is shown, edit by edit, and what it leaves otherwise. */
export interface Planned {
  readonly scenario: string
  /** the list that the outcomes are of; another one has none yet, though it be as long */
  readonly edits: readonly Edit[]
  readonly outcomes: readonly EditOutcome[]
  readonly changes: ScenarioChanges
  /** sites that it splits among three uses or more */
  readonly complexes: readonly Complex[]
}

/** What the scenario that is shown changes against the base; `before`: what it changed before its last edit. */
export interface PlanEffect {
  readonly scenario: string
  /** the list it is of; while another one is shown the numbers are those of the one before */
  readonly edits: readonly Edit[]
  readonly comparison: Comparison
  readonly before: Comparison | null
}

/** What the scenario that is shown would change against the base after one press more, or why that press would do nothing. */
export type Foreseen = {
  /** the list that the press would add to, or take from */
  readonly edits: readonly Edit[]
} & ({ readonly comparison: Comparison } | { readonly refusal: Issue })

/** A facility on its way over the map. */
export interface DraggedFacility {
  readonly facility: string
  readonly to: LonLat
}
