import { FillStyleExtension, type FillStyleExtensionProps } from '@deck.gl/extensions'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { Position } from 'geojson'
import type { GapParts } from '../../model/gap'
import { FILL_PATTERNS } from '../hatch-atlas'
import { rgba } from '../palette'
import type { Scene } from '../scene'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

type Rings = readonly (readonly Position[])[]

const patterns = new FillStyleExtension({ pattern: true })

/** Where the unserved people of the selected gap live: their houses, else their whole communities; hatched. */
export const drawGapArea: DrawLayer = (input) => {
  const data = areasOf(input)
  if (data.length === 0) return null
  const { palette, hatch } = input
  return new SolidPolygonLayer<Rings, FillStyleExtensionProps<Rings>>({
    ...layerProps('gap-area'),
    data,
    getPolygon: (rings) => rings as [number, number][][],
    getFillColor: rgba(palette.unserved, 0.85),
    extensions: [patterns],
    fillPatternAtlas: hatch,
    fillPatternMapping: FILL_PATTERNS,
    fillPatternSizeUnits: 'pixels',
    getFillPattern: () => 'hatch',
    getFillPatternScale: 0.4,
    getFillPatternBackgroundColor: () => rgba(palette.unserved, 0.16),
  })
}

/** Its outline. */
export const drawGapEdge: DrawLayer = (input) => {
  const data = areasOf(input).flat()
  if (data.length === 0) return null
  return new PathLayer<readonly Position[]>({
    ...layerProps('gap-edge'),
    data,
    getPath: (ring) => ring as [number, number][],
    getColor: rgba(input.palette.unserved),
    getWidth: 1.6,
    widthUnits: 'pixels',
    jointRounded: true,
  })
}

let last: { parts: GapParts; scene: Scene; areas: Rings[] } | null = null

/** The same array as long as nothing changes, so that deck.gl keeps its buffers. */
function areasOf({ gapParts, view, scene }: DrawInput): Rings[] {
  if (gapParts === null || view.selection?.kind !== 'gap' || view.selection.id !== gapParts.id) return []
  if (last?.parts === gapParts && last.scene === scene) return last.areas
  const whole = new Set(gapParts.communities)
  const areas = [
    ...scene.communities.filter(({ record }) => whole.has(record.id)).map(({ rings }) => rings),
    ...gapParts.houses,
  ] as Rings[]
  last = { parts: gapParts, scene, areas }
  return areas
}
