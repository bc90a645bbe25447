import Flatbush from 'flatbush'

import type { Crossing } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import { squaredDistanceToSegment } from '../geometry/rings'
import type { LegPath } from './leg-path'

/** A signal stands on a street when it is drawn this near to it, metres. */
const ON_STREET_M = 3
/** A signal on an arm belongs to the junction up to this far along the arm: stop lines and their crossings. */
export const SIGNAL_REACH_M = 25

// a list of records never changes, and around a plan's changes some of its streets are laid again and again
const known = new WeakMap<
  readonly Crossing[],
  { readonly frame: LocalFrame; readonly points: SignalPoints }
>()

/** The signals among some crossings; listed once. */
export function signalsOf(crossings: readonly Crossing[], frame: LocalFrame): SignalPoints {
  let listed = known.get(crossings)
  if (listed?.frame !== frame)
    known.set(crossings, (listed = { frame, points: new SignalPoints(crossings, frame) }))
  return listed.points
}

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
    const reach = SIGNAL_REACH_M + ON_STREET_M
    return this.index?.search(x - reach, y - reach, x + reach, y + reach) ?? []
  }

  /** Whether one of some signals stands at a place. */
  isAt(signals: readonly number[], x: number, y: number): boolean {
    return signals.some((i) => Math.hypot(this.x[i] - x, this.y[i] - y) <= ON_STREET_M)
  }

  /** Whether one of some signals stands on an arm of a junction, traced as far as SIGNAL_REACH_M. */
  isOnPath(signals: readonly number[], path: LegPath): boolean {
    for (let k = 2; k < path.length; k += 2)
      for (const i of signals) {
        const [ax, ay, bx, by] = [path[k - 2], path[k - 1], path[k], path[k + 1]]
        if (squaredDistanceToSegment(this.x[i], this.y[i], ax, ay, bx, by) <= ON_STREET_M * ON_STREET_M)
          return true
      }
    return false
  }
}
