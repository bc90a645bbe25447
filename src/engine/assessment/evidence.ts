import type { Judging } from '../../model/analysis'
import type { Reach } from '../catchment/reach'

/** All that verdicts rest on; columns have an entry `class * points + point`. */
export interface Evidence {
  readonly reach: Reach
  /** walks within the limit if closed gates opened, −1 none; null: no gate is closed */
  readonly openedCost: Int32Array | null
  readonly judging: Judging
  /** index into SUPPLY_STATES; null: judged by access alone */
  readonly enough: Uint8Array | null
}
