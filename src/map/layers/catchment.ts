import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { CatchmentView } from '../../model/analysis'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { layerProps, type DrawLayer } from './draw-input'

interface BandPolygon {
  readonly rings: readonly (readonly LonLat[])[]
  /** 0: the smallest band */
  readonly band: number
}

interface BandRing {
  readonly ring: readonly LonLat[]
  readonly band: number
}

// bands lie over each other, so the color deepens inward by itself; each adds its own hue
const ALPHAS = [0.4, 0.34, 0.34] as const

const polygonsOf = remember((catchment: CatchmentView): BandPolygon[] =>
  catchment.bands
    .flatMap(({ polygons }, band) => polygons.map((rings) => ({ rings, band })))
    // the widest first
    .reverse(),
)

const ringsOf = remember((catchment: CatchmentView): BandRing[] =>
  polygonsOf(catchment).flatMap(({ rings, band }) => rings.map((ring) => ({ ring, band }))),
)

/** The three walking catchments, nested. */
export const drawCatchment: DrawLayer = ({ catchment, view, palette }) => {
  if (!catchment || !view.visible.catchment) return null
  return new SolidPolygonLayer<BandPolygon>({
    ...layerProps('catchment'),
    data: polygonsOf(catchment),
    getPolygon: ({ rings }) => rings as unknown as [number, number][][],
    getFillColor: ({ band }) => rgba(palette.reach[band] ?? palette.reach[2], ALPHAS[band] ?? 0.4),
    updateTriggers: { getFillColor: palette },
  })
}

/** Their outlines, over streets and buildings. */
export const drawCatchmentEdge: DrawLayer = ({ catchment, view, palette }) => {
  if (!catchment || !view.visible.catchment) return null
  return new PathLayer<BandRing>({
    ...layerProps('catchment-edge'),
    data: ringsOf(catchment),
    getPath: ({ ring }) => ring as unknown as [number, number][],
    getColor: ({ band }) => rgba(palette.reach[Math.min(band, 1)], band === 2 ? 0.75 : 0.95),
    getWidth: ({ band }) => (band === 0 ? 1.8 : 1.3),
    widthUnits: 'pixels',
    jointRounded: true,
    updateTriggers: { getColor: palette },
  })
}

/** Derived data kept as long as what it was derived from, so that deck.gl sees the same array again. */
function remember<K extends object, V>(derive: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = derive(key)))
    return value
  }
}
