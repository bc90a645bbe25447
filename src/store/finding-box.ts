import type { Finding, FindingKind } from '../model/finding'
import type { Extent } from '../model/project'
import type { LonLat } from '../model/units'

// surroundings in degrees: a gap between streets is a matter of metres, a place is known by what is around it
const CLOSE_BY = 0.00035
const AROUND = 0.0009
const SEEN_CLOSE_BY: readonly FindingKind[] = ['near-miss', 'missed-crossing', 'zero-length-street']

/** Box around a finding with some surroundings: its place, its lines and what its first repair would draw. */
export function findingBox({ at, lines, repairs, kind }: Finding): Extent {
  // a whole layer that is moved is seen where the finding says; a gap is seen close by, not with its streets
  const proposed = kind === 'layer-shifted' ? [] : (repairs[0]?.lines ?? [])
  const isCloseBy = SEEN_CLOSE_BY.includes(kind)
  const drawn = isCloseBy ? [] : lines
  const margin = isCloseBy ? CLOSE_BY : AROUND
  const places: readonly LonLat[] = [at, ...drawn.flat(), ...proposed.flat(), ...(repairs[0]?.places ?? [])]
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  return [
    lons.reduce((a, b) => Math.min(a, b)) - margin,
    lats.reduce((a, b) => Math.min(a, b)) - margin,
    lons.reduce((a, b) => Math.max(a, b)) + margin,
    lats.reduce((a, b) => Math.max(a, b)) + margin,
  ]
}
