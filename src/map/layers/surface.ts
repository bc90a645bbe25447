import { FillStyleExtension, type FillStyleExtensionProps } from '@deck.gl/extensions'
import { BitmapLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { Surface, SurfaceCells, SurfaceHexagons } from '../../model/surface'
import { FILL_PATTERNS } from '../hatch-atlas'
import { type PALETTES, rgba } from '../palette'
import { isHatched, SURFACE_ALPHA, surfaceColor } from '../surface-steps'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

type Palette = (typeof PALETTES)['light']

const UNKNOWN_ALPHA = 0.22
/** Cells of the picture from hatch line to hatch line. */
const HATCH_CELLS = 4

const patterns = new FillStyleExtension({ pattern: true })

/** Whether the surface there is shown: it is the one asked for, and no catchment speaks. */
export function showsSurface({
  view,
  surface,
  catchment,
}: Pick<DrawInput, 'view' | 'surface' | 'catchment'>): boolean {
  if (surface === null || view.mapForm === 'communities') return false
  if (catchment !== null && view.visible.catchment) return false
  const { subject } = surface
  const isSameSubject =
    subject.kind === 'class'
      ? view.mapTheme.kind === 'class' && view.mapTheme.code === subject.code
      : view.mapTheme.kind === 'missing'
  return isSameSubject && surface[view.mapForm] !== null
}

/** How it is near every street, as one picture. */
export const drawSurfaceCells: DrawLayer = (input) => {
  const { surface, palette } = input
  if (!showsSurface(input) || surface?.cells == null) return null
  const { west, south, east, north } = surface.cells
  return new BitmapLayer({
    ...layerProps('surface-cells'),
    image: paint(surface, surface.cells, palette),
    bounds: [west, south, east, north],
    // a cell is a cell: nothing is smoothed that was not measured
    textureParameters: { minFilter: 'linear', magFilter: 'nearest' },
  })
}

interface Hexagon {
  readonly ring: readonly (readonly [number, number])[]
  readonly value: number
}

/** The same by hexagons: those with a step of the ramp. */
export const drawSurfaceHexagons: DrawLayer = (input) => drawHexagons(input, false)
/** Those that are beyond the last step; hatched. */
export const drawSurfaceHatch: DrawLayer = (input) => drawHexagons(input, true)

function drawHexagons(input: DrawInput, wantsHatched: boolean): ReturnType<DrawLayer> {
  const { surface, palette, hatch } = input
  if (!showsSurface(input) || surface?.hexagons == null) return null
  const data = hexagonsOf(surface.hexagons).filter(({ value }) => isHatched(surface, value) === wantsHatched)
  if (data.length === 0) return null
  const props = {
    ...layerProps(wantsHatched ? 'surface-hatch' : 'surface-hexagons'),
    data,
    getPolygon: ({ ring }: Hexagon) => ring as [number, number][],
    getFillColor: ({ value }: Hexagon) => colorOf(surface, value, palette, SURFACE_ALPHA.hexagons),
    updateTriggers: { getFillColor: [palette, surface] },
  }
  if (!wantsHatched) return new SolidPolygonLayer<Hexagon>(props)
  return new SolidPolygonLayer<Hexagon, FillStyleExtensionProps<Hexagon>>({
    ...props,
    extensions: [patterns],
    fillPatternAtlas: hatch,
    fillPatternMapping: FILL_PATTERNS,
    fillPatternSizeUnits: 'pixels',
    getFillPattern: () => 'hatch',
    getFillPatternScale: 0.5,
    getFillPatternBackgroundColor: () => rgba(palette.unserved, 0.14),
  })
}

const polygons = new WeakMap<SurfaceHexagons, Hexagon[]>()

function hexagonsOf(hexagons: SurfaceHexagons): Hexagon[] {
  let list = polygons.get(hexagons)
  if (list !== undefined) return list
  const { ids, start, corners, value } = hexagons
  list = ids.map((_, i) => ({
    ring: Array.from({ length: start[i + 1] - start[i] }, (__, k): [number, number] => [
      corners[2 * (start[i] + k)],
      corners[2 * (start[i] + k) + 1],
    ]),
    value: value[i],
  }))
  polygons.set(hexagons, list)
  return list
}

function colorOf(
  surface: Surface,
  value: number,
  palette: Palette,
  alpha: number,
): [number, number, number, number] {
  const color = surfaceColor(surface, value, palette)
  if (color === null) return [0, 0, 0, 0]
  return rgba(color, color === palette.unknown ? UNKNOWN_ALPHA : alpha)
}

// by cells: two halves of the map show two of them, and a dark meeting has a light map below it
const pictures = new WeakMap<SurfaceCells, Map<Palette, ImageData>>()

/** The picture, painted once for each surface and appearance. */
function paint(surface: Surface, cells: SurfaceCells, palette: Palette): ImageData {
  const known = pictures.get(cells) ?? new Map<Palette, ImageData>()
  pictures.set(cells, known)
  const image = known.get(palette) ?? paintAnew(surface, cells, palette)
  known.set(palette, image)
  return image
}

function paintAnew(surface: Surface, cells: SurfaceCells, palette: Palette): ImageData {
  const { columns, rows, values } = cells
  const image = new ImageData(columns, rows)
  const known = new Map<number, readonly number[]>()
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (Number.isNaN(value)) continue
    const isMissing = isHatched(surface, value)
    const key = isMissing ? Infinity : value
    let color = known.get(key)
    if (color === undefined) known.set(key, (color = colorOf(surface, value, palette, SURFACE_ALPHA.cells)))
    image.data.set(color, 4 * i)
    // hatched by cells, so that missing is told without color too
    const row = Math.floor(i / columns)
    const isBetween = (row + i - row * columns) % HATCH_CELLS >= HATCH_CELLS / 2
    if (isMissing && isBetween) image.data[4 * i + 3] = Math.round(color[3] * 0.35)
  }
  return image
}
