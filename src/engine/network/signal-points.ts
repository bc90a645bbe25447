import Flatbush from 'flatbush'

import type { Crossing } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import { squaredDistanceToSegment } from '../geometry/rings'
import type { EdgeColumns } from './edge-columns'

/** A signal stands on a street when it is drawn this near to it, metres. */
const ON_STREET_M = 3
/** A signal on an arm belongs to the junction up to this far along the arm: stop lines and their crossings. */
export const SIGNAL_REACH_M = 25

/** Where signals stand; asks which junctions they govern. */
export class SignalPoints {
  private readonly index: Flatbush | null
  private readonly x: Float64Array
  private readonly y: Float64Array

  constructor(crossings: readonly Crossing[], frame: LocalFrame) {
    const signals = crossings.filter(({ kind }) => kind === 'signals')
    this.x = Float64Array.from(signals, ({ geometry }) => frame.x(geometry.coordinates[0]))
    this.y = Float64Array.from(signals, ({ geometry }) => frame.y(geometry.coordinates[1]))
    this.index = signals.length === 0 ? null : new Flatbush(signals.length)
    signals.forEach((_, i) => this.index?.add(this.x[i], this.y[i], this.x[i], this.y[i]))
    this.index?.finish()
  }

  /** Signals near enough to a junction to be its own, if they stand on it or on one of its arms. */
  near(x: number, y: number): readonly number[] {
    const reach = SIGNAL_REACH_M
    return this.index?.search(x - reach, y - reach, x + reach, y + reach) ?? []
  }

  /** Whether one of some signals stands at a place. */
  isAt(signals: readonly number[], x: number, y: number): boolean {
    return signals.some((i) => Math.hypot(this.x[i] - x, this.y[i] - y) <= ON_STREET_M)
  }

  /** Whether one of some signals stands on an arm of a junction, within reach; `end` as in `Leg.end`. */
  isOnLeg(signals: readonly number[], { shapeStart, shapeX, shapeY }: EdgeColumns, end: number): boolean {
    const edge = end >> 1
    const step = (end & 1) === 0 ? 1 : -1
    const last = step > 0 ? shapeStart[edge + 1] - 1 : shapeStart[edge]
    let walked = 0
    for (let v = step > 0 ? shapeStart[edge] : shapeStart[edge + 1] - 1; v !== last; v += step) {
      const ax = shapeX[v]
      const ay = shapeY[v]
      const length = Math.hypot(shapeX[v + step] - ax, shapeY[v + step] - ay)
      // no farther along than signals reach
      const part = length === 0 ? 0 : Math.min(1, (SIGNAL_REACH_M - walked) / length)
      const bx = ax + part * (shapeX[v + step] - ax)
      const by = ay + part * (shapeY[v + step] - ay)
      for (const i of signals)
        if (squaredDistanceToSegment(this.x[i], this.y[i], ax, ay, bx, by) <= ON_STREET_M * ON_STREET_M)
          return true
      walked += length
      if (walked >= SIGNAL_REACH_M) return false
    }
    return false
  }
}
