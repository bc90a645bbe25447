import type { MapLibreMap } from 'maplibre-gl'
import type { Polygon, Position } from 'geojson'
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { LonLat } from '../model/units'
import type { BaseLayerId } from './layer-order'
import { nearestOnLines } from './nearest-edge'
import type { Hex } from './palette'

interface Drawing<T> {
  readonly color: Hex
  readonly casing: Hex
  /** called once; a line has at least two places, an outline at least three */
  readonly onFinish: (drawn: T) => void
}

interface LineDrawing extends Drawing<readonly LonLat[]> {
  /** called with each line that one press more, or a key, would finish */
  readonly onFinishable: (line: readonly LonLat[]) => void
  /** paths of the plan, which are streets to join as well */
  readonly planned: readonly (readonly LonLat[])[]
}

/** Leaving is the tool's affair; a press ends a drawing so near to a corner: with more, small outlines lose their last one. */
const DRAWING = { keyEvents: { cancel: null, finish: 'Enter' }, pointerDistance: 10 } as const

/** Streets a line can be seen to join. */
const STREETS: readonly BaseLayerId[] = ['paths', 'steps', 'local-streets', 'main-streets', 'bridges']
/** Pixels around the pointer within which a street is meant. */
const SNAP_PIXELS = 10

/** Lets a line be drawn on the map, point by point; its points keep to the streets they come near to. */
export function drawPath(
  map: MapLibreMap,
  { color, casing, onFinish, onFinishable, planned }: LineDrawing,
): { stop(): void } {
  const mode = new TerraDrawLineStringMode({
    ...DRAWING,
    snapping: {
      toCustom: ({ containerX, containerY, lng, lat }) =>
        nearestStreet(map, planned, containerX, containerY, [lng, lat]) ?? undefined,
    },
    styles: {
      lineStringColor: color,
      lineStringWidth: 4,
      ...closingPoint(color, casing),
      snappingPointColor: casing,
      snappingPointWidth: 6,
      snappingPointOutlineColor: color,
      snappingPointOutlineWidth: 3,
    },
  })
  let told = 0
  return startDrawing(
    map,
    mode,
    'draw-path',
    (geometry) => {
      const line = lineOf(geometry)
      if (line.length > 1) onFinish(line)
    },
    (geometry) => {
      // the last one follows the pointer
      const line = lineOf(geometry).slice(0, -1)
      if (line.length > 1 && line.length !== told) onFinishable(line)
      told = line.length
    },
  )
}

function lineOf(geometry: DrawnGeometry): LonLat[] {
  return geometry.type === 'LineString' ? geometry.coordinates.map(([lon, lat]): LonLat => [lon, lat]) : []
}

/** Lets an outline be drawn on the map, corner by corner. */
export function drawArea(map: MapLibreMap, { color, casing, onFinish }: Drawing<Polygon>): { stop(): void } {
  const mode = new TerraDrawPolygonMode({
    ...DRAWING,
    styles: {
      fillColor: color,
      fillOpacity: 0.2,
      outlineColor: color,
      outlineWidth: 3,
      ...closingPoint(color, casing),
    },
  })
  return startDrawing(map, mode, 'draw-area', (geometry) => {
    if (geometry.type === 'Polygon') onFinish({ type: 'Polygon', coordinates: geometry.coordinates })
  })
}

type DrawnGeometry = GeoJSONStoreFeatures['geometry']

/** Draws in one mode until stopped; what is finished is handed over and drawn no more. */
function startDrawing(
  map: MapLibreMap,
  mode: TerraDrawLineStringMode | TerraDrawPolygonMode,
  prefixId: string,
  onDrawn: (geometry: DrawnGeometry) => void,
  onDrawing?: (geometry: DrawnGeometry) => void,
): { stop(): void } {
  // a precision of a centimetre
  const adapter = new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9, prefixId })
  const draw = new TerraDraw({ adapter, modes: [mode] })
  draw.start()
  draw.setMode(mode.mode)
  if (onDrawing)
    draw.on('change', (ids) => {
      for (const id of ids) {
        const feature = draw.getSnapshotFeature(id)
        if (feature?.properties['currentlyDrawing'] === true) onDrawing(feature.geometry)
      }
    })
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    draw.clear()
    if (geometry !== undefined) onDrawn(geometry)
  })
  return {
    stop() {
      if (draw.enabled) draw.stop()
    },
  }
}

/** The point whose press ends a drawing. */
function closingPoint(color: Hex, casing: Hex) {
  return {
    closingPointColor: color,
    closingPointWidth: 6,
    closingPointOutlineColor: casing,
    closingPointOutlineWidth: 2,
  } as const
}

function nearestStreet(
  map: MapLibreMap,
  planned: LineDrawing['planned'],
  x: number,
  y: number,
  at: LonLat,
): [number, number] | null {
  const box: [[number, number], [number, number]] = [
    [x - SNAP_PIXELS, y - SNAP_PIXELS],
    [x + SNAP_PIXELS, y + SNAP_PIXELS],
  ]
  const lines = map.queryRenderedFeatures(box, { layers: [...STREETS] }).flatMap(({ geometry }) => {
    if (geometry.type === 'LineString') return [geometry.coordinates]
    return geometry.type === 'MultiLineString' ? geometry.coordinates : []
  })
  const own = planned.map((line) => line.map(([lon, lat]): Position => [lon, lat]))
  const nearest = nearestOnLines([...lines, ...own], at)
  if (nearest === null) return null
  const there = map.project([nearest.at[0], nearest.at[1]])
  return Math.hypot(there.x - x, there.y - y) <= SNAP_PIXELS ? [nearest.at[0], nearest.at[1]] : null
}
