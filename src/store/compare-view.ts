import type { AnalysisView } from '../model/analysis'
import type { Comparison } from '../model/comparison'
import type { ScenarioWeight } from '../model/scenario-outcome'
import type { MapLayers } from '../worker/protocol'
import type { Planned } from './plan-state'

export const MOST_COMPARED = 4

/** How scenarios are looked at side by side. */
export interface CompareView {
  /** scenarios by id, null: the project as it is; the first is the one the others are compared with */
  readonly columns: readonly (string | null)[]
  /** how the map tells the first from the one that is shown */
  readonly onMap: 'off' | 'difference' | 'swipe'
  /** where the two halves of the map meet, as a share of its open width */
  readonly divider: number
}

export const FIRST_COMPARE_VIEW: CompareView = { columns: [null], onMap: 'off', divider: 0.5 }

/** Scenarios side by side: what each changes against the first, the first included. */
export interface ScenarioTable {
  readonly columns: readonly (string | null)[]
  readonly comparisons: readonly Comparison[]
}

/** The project as the left half of the map shows it. */
export interface MapSide {
  readonly scenario: string | null
  readonly analysis: AnalysisView
  readonly mapLayers: MapLayers
  readonly planned: Planned | null
}

/** What becomes of the edits of each scenario, and what its works cost, by its id. */
export type WeighedScenarios = Readonly<Record<string, ScenarioWeight>>
