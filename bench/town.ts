import { LocalFrame, roundDegrees } from '../src/engine/geometry/local-frame'
import { emptyLayers, type Street } from '../src/model/layers'
import type { Project } from '../src/model/project'
import { growStreets } from './street-grid'

/** A made-up town of about (2 half / block)² junctions as a project of streets. */
export function growTown(seed: number, half_m: number, block_m: number): Project {
  const grid = growStreets(seed, half_m, block_m)
  const frame = new LocalFrame(120, 30)
  const streets: Street[] = []
  const point = (node: number): [number, number] => [
    roundDegrees(frame.lon(grid.x[node])),
    roundDegrees(frame.lat(grid.y[node])),
  ]
  for (let i = 0; i < grid.length_m.length; i++) {
    streets.push({
      id: `s${i}`,
      kind: 'residential',
      geometry: { type: 'LineString', coordinates: [point(grid.ends[2 * i]), point(grid.ends[2 * i + 1])] },
    })
  }
  return {
    name: 'town',
    fictional: true,
    layers: { ...emptyLayers(), streets },
    provenance: { streets: { files: [], format: 'made', crs: 'WGS84', topology: 'vertices' } },
    surveyed: {},
    scenarios: [],
    corrections: [],
  }
}
