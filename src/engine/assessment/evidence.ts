import type { Judging } from '../../model/analysis'
import type { Reach, WalkColumns } from '../catchment/reach'

/** All that verdicts rest on. */
export interface Evidence {
  readonly reach: Reach
  /** walks within the limit if closed gates opened, by class and point, −1 none; null: no gate is closed */
  readonly openedCost: WalkColumns | null
  readonly judging: Judging
  /** index into SUPPLY_STATES by class and point; null: judged by access alone */
  readonly enough: readonly Uint8Array[] | null
}
