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

/** Pixels: over a district hundreds of ties lie side by side. */
const [THIN, THICK] = [1.2, 3.5]
/** From a pixel more than this on a tie is as many pixels wide as the zoom is beyond it. */
const ZOOM_BEFORE_THIN = 11.5

/** Lines that tie the communities of each group together, from middle to middle. */
export const drawUnitTies: DrawLayer = ({ view: { grouped }, scene, palette, zoom }) => {
  const lines = linesOf(grouped, scene)
  if (lines.length === 0) return null
  const width = Math.min(THICK, Math.max(THIN, zoom - ZOOM_BEFORE_THIN))
  return new PathLayer<Tie>({
    ...layerProps('unit-ties'),
    // casings first: a tie must not cut another one
    data: [
      ...lines.map((line) => ({ line, width: 2 * width, color: palette.selectionCase })),
      ...lines.map((line) => ({ line, width, color: palette.selection })),
    ],
    getPath: ({ line }) => line as unknown as [number, number][],
    getColor: ({ color }) => rgba(color, 0.85),
    getWidth: ({ width }) => width,
    widthUnits: 'pixels',
    capRounded: true,
  })
}

type Lines = readonly (readonly [LonLat, LonLat])[]

// every state of the map draws them, and few have others
const drawn = new WeakMap<Scene, { readonly grouped: DrawInput['view']['grouped']; readonly lines: Lines }>()

function linesOf(grouped: DrawInput['view']['grouped'], scene: Scene): Lines {
  const known = drawn.get(scene)
  if (known?.grouped === grouped) return known.lines
  const records = new Map(scene.communities.map(({ record }) => [record.id, record]))
  const lines = grouped.flatMap((group) =>
    tieTogether(
      group.flatMap((id) => {
        const record = records.get(id)
        return record === undefined ? [] : [placeOf(record.geometry)]
      }),
    ),
  )
  drawn.set(scene, { grouped, lines })
  return lines
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
