import Flatbush from 'flatbush'
import type { SurfaceHexagons } from '../model/surface'
import type { LonLat } from '../model/units'

const indexes = new WeakMap<SurfaceHexagons, Flatbush>()

/** The hexagon around a place, as an index into its columns; null: none is drawn there. */
export function pickHexagon(hexagons: SurfaceHexagons, at: LonLat): number | null {
  if (hexagons.ids.length === 0) return null
  let index = indexes.get(hexagons)
  if (index === undefined) indexes.set(hexagons, (index = indexOf(hexagons)))
  const around = index.search(at[0], at[1], at[0], at[1]).filter((i) => isInside(hexagons, i, at))
  return around.length === 0 ? null : Math.min(...around)
}

function indexOf({ ids, start, corners }: SurfaceHexagons): Flatbush {
  const index = new Flatbush(ids.length)
  for (let i = 0; i < ids.length; i++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let k = start[i]; k < start[i + 1]; k++) {
      west = Math.min(west, corners[2 * k])
      east = Math.max(east, corners[2 * k])
      south = Math.min(south, corners[2 * k + 1])
      north = Math.max(north, corners[2 * k + 1])
    }
    index.add(west, south, east, north)
  }
  index.finish()
  return index
}

/** Even-odd over the corners; their ring may be closed or not. */
function isInside({ start, corners }: SurfaceHexagons, i: number, [lon, lat]: LonLat): boolean {
  let isIn = false
  for (let k = start[i], last = start[i + 1] - 1; k < start[i + 1]; last = k++) {
    const [ax, ay, bx, by] = [corners[2 * last], corners[2 * last + 1], corners[2 * k], corners[2 * k + 1]]
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) isIn = !isIn
  }
  return isIn
}
