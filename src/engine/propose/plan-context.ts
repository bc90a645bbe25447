import type { Edit } from '../../model/scenario'
import type { AnalysisSettings } from '../../model/analysis'
import type { CostPack } from '../../model/cost'
import type { HostingPack } from '../../model/hosting'
import type { Reach, WalkColumns } from '../catchment/reach'
import type { ExplainContext } from '../explain/class-state'

/** A project as it was measured, and what measures are judged and priced by. */
export interface PlanContext {
  readonly on: ExplainContext
  /** of the scenario that the plan lies over */
  readonly edits: readonly Edit[]
  readonly settings: AnalysisSettings
  readonly reach: Reach
  /** see `measureOpened` */
  readonly openedCost: WalkColumns | null
  readonly hosting: HostingPack
  readonly costs: CostPack
}
