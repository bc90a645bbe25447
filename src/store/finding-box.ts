import type { Finding } from '../model/finding'
import type { Extent } from '../model/project'
import type { LonLat } from '../model/units'

/** Box around a finding: its place, its lines and what its first repair would draw. */
export function findingBox({ at, lines, repairs, kind }: Finding): Extent {
  // a whole layer that is moved is seen where the finding says; a gap is seen close by, not with its streets
  const proposed = kind === 'layer-shifted' ? [] : (repairs[0]?.lines ?? [])
  const drawn = kind === 'near-miss' || kind === 'missed-crossing' ? [] : lines
  const places: readonly LonLat[] = [at, ...drawn.flat(), ...proposed.flat(), ...(repairs[0]?.places ?? [])]
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  return [
    lons.reduce((a, b) => Math.min(a, b)),
    lats.reduce((a, b) => Math.min(a, b)),
    lons.reduce((a, b) => Math.max(a, b)),
    lats.reduce((a, b) => Math.max(a, b)),
  ]
}
