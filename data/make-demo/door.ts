import type { Parcel } from './parcels'
import { type P, dist, nearestOn } from './plane'
import type { StreetDraft } from './streets'

/** Where a plot is entered: the middle of the side nearest to a street people walk on. */
export function doorOf(parcel: Pick<Parcel, 'ring'>, streets: readonly StreetDraft[]): P {
  let best = { p: parcel.ring[0], d: Infinity }
  parcel.ring.forEach((a, i) => {
    const b = parcel.ring[(i + 1) % parcel.ring.length]
    if (dist(a, b) < 30) return
    const middle: P = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    for (const d of streets) {
      if (d.level || d.foot === 'no' || d.community || d.crossing) continue
      // quiet streets before arterials
      const on = nearestOn(middle, d.line)
      const weight = on.d + (d.kind === 'footway' || d.kind === 'pedestrian' ? 8 : 0)
      if (weight < best.d) best = { p: middle, d: weight }
    }
  })
  return best.p
}
