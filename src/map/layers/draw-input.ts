import type { Layer } from '@deck.gl/core'
import type { AnalysisView, CatchmentView, RouteView } from '../../model/analysis'
import type { Explanation } from '../../model/explanation'
import type { CheckUp } from '../../model/finding'
import type { GapParts } from '../../model/gap'
import type { Surface } from '../../model/surface'
import type { Building } from '../../model/layers'
import type { ProfileComparison } from '../../model/profile-comparison'
import type { LinkSearch } from '../../model/links'
import type { LonLat } from '../../model/units'
import type { ScenarioTable } from '../../store/compare-view'
import type { Planned } from '../../store/plan-state'
import type { ViewState } from '../../store/state'
import type { PALETTES } from '../palette'
import type { Scene } from '../scene'
import type { SignAtlas } from '../sign-atlas'
import { baseLayerAbove, type DeckLayerId } from '../layer-order'

/** Everything a deck layer may look at. */
export interface DrawInput {
  readonly scene: Scene
  readonly view: ViewState
  readonly analysis: AnalysisView | null
  /** the last one without a scenario */
  readonly baseAnalysis: AnalysisView | null
  readonly comparison: ProfileComparison | null
  /** the same on the left of a divider; null: the map is whole */
  readonly sideComparison: ProfileComparison | null
  readonly catchment: CatchmentView | null
  readonly route: RouteView | null
  readonly explanation: Explanation | null
  /** the selected building */
  readonly building: Building | null
  readonly checkUp: CheckUp | null
  readonly surface: Surface | null
  readonly gapParts: GapParts | null
  /** the scenario that is shown */
  readonly planned: Planned | null
  /** gates and links that were found */
  readonly links: LinkSearch | null
  /** scenarios side by side */
  readonly scenarioTable: ScenarioTable | null
  /** the place on a wall that a press would open */
  readonly wallSpot: { readonly at: LonLat } | null
  readonly palette: (typeof PALETTES)['light']
  readonly atlas: SignAtlas
  readonly hatch: HTMLCanvasElement
  /** diameter of the signs in pixels at this zoom */
  readonly signSize: number
  /** zoom in steps of a quarter: what marks keep their distance by */
  readonly zoom: number
  /** gates are drawn from the zoom where a tick can be told from its boundary */
  readonly canSeeGates: boolean
}

/** One file per layer gives one of these; null: nothing to draw. */
export type DrawLayer = (input: DrawInput) => Layer | null

/** Props every deck layer shares: its id, its place among the base layers, and no picking on the card. */
export function layerProps(id: DeckLayerId): { id: string; beforeId?: string; pickable: false } {
  const beforeId = baseLayerAbove(id)
  return { id, pickable: false, ...(beforeId ? { beforeId } : {}) }
}
