import type { Degrees } from '../../model/units'

/** A point to put into a line: vertex index + fraction, and its coordinate. */
export interface InsertedPoint {
  readonly place: number
  readonly lon: Degrees
  readonly lat: Degrees
}

/**
 * A line (flat lon, lat) with points put in at places along it. A point at a vertex replaces it, so that
 * lines which touch there share the coordinate exactly.
 */
export function insertPoints(lonLat: readonly number[], points: readonly InsertedPoint[]): number[] {
  const sorted = [...points].sort((p, q) => p.place - q.place)
  const out: number[] = []
  const push = (lon: number, lat: number): void => {
    const n = out.length
    if (n > 0 && out[n - 2] === lon && out[n - 1] === lat) return
    out.push(lon, lat)
  }
  let k = 0
  for (let v = 0; v * 2 < lonLat.length; v++) {
    let replaced = false
    while (k < sorted.length && sorted[k].place === v) {
      push(sorted[k].lon, sorted[k].lat)
      replaced = true
      k++
    }
    if (!replaced) push(lonLat[2 * v], lonLat[2 * v + 1])
    while (k < sorted.length && sorted[k].place < v + 1) {
      push(sorted[k].lon, sorted[k].lat)
      k++
    }
  }
  return out
}
