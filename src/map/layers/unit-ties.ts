import { PathLayer } from '@deck.gl/layers'
import type { LonLat } from '../../model/units'
import { placeOf } from '../../store/place'
import { type Hex, rgba } from '../palette'
import type { Scene } from '../scene'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

interface Tie {
  readonly line: readonly [LonLat, LonLat]
  readonly width: number
  readonly color: Hex
}

/** Lines that tie the communities of each group together, from middle to middle. */
export const drawUnitTies: DrawLayer = ({ view: { grouped }, scene, palette }: DrawInput) => {
  const lines = grouped.flatMap((group) => tieTogether(placesOf(group, scene)))
  if (lines.length === 0) return null
  return new PathLayer<Tie>({
    ...layerProps('unit-ties'),
    // casings first: a tie must not cut another one
    data: [
      ...lines.map((line) => ({ line, width: 7, color: palette.selectionCase })),
      ...lines.map((line) => ({ line, width: 3.5, color: palette.selection })),
    ],
    getPath: ({ line }) => line as unknown as [number, number][],
    getColor: ({ color }) => rgba(color, 0.85),
    getWidth: ({ width }) => width,
    widthUnits: 'pixels',
    capRounded: true,
  })
}

function placesOf(group: readonly string[], scene: Scene): LonLat[] {
  const wanted = new Set(group)
  const records = new Map(
    scene.communities.filter(({ record }) => wanted.has(record.id)).map(({ record }) => [record.id, record]),
  )
  return Array.from(records.values(), ({ geometry }) => placeOf(geometry))
}

/** The shortest lines that join some places, each to its nearest of those joined already (Prim). */
export function tieTogether(places: readonly LonLat[]): [LonLat, LonLat][] {
  const [first, ...others] = places
  if (first === undefined) return []
  const left = new Map(others.map((place) => [place, first]))
  const ties: [LonLat, LonLat][] = []
  while (left.size > 0) {
    const [place, to] = [...left].reduce((best, each) => (squared(...each) < squared(...best) ? each : best))
    left.delete(place)
    ties.push([to, place])
    for (const [other, nearest] of left)
      if (squared(other, place) < squared(other, nearest)) left.set(other, place)
  }
  return ties
}

/** Square of a distance, in squared degrees of latitude: enough to tell which of two is nearer. */
function squared([aLon, aLat]: LonLat, [bLon, bLat]: LonLat): number {
  return ((aLon - bLon) * Math.cos((aLat * Math.PI) / 180)) ** 2 + (aLat - bLat) ** 2
}
