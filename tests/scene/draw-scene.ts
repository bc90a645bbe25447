import type { Geometry, Position } from 'geojson'

import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { at } from './scene'

/** What may be drawn on top of a scene. */
interface Overlay {
  /** areas, e.g. the polygons of a catchment's bands, outermost first */
  readonly areas?: readonly (readonly (readonly LonLat[])[])[]
  /** walks */
  readonly lines?: readonly (readonly LonLat[])[]
}

const [LON0, LAT0] = at(0, 0)
const [LON1, LAT1] = at(1000, 1000)
const MARGIN_M = 40

const STREET = 'stroke="#555" stroke-width="3" fill="none"'
const GATE_FILL = { public: '#2a9d4f', residents: '#e0a100', closed: '#c8321e' } as const

/**
 * A scene as an SVG drawing, one unit a metre, north up: streets by who walks them, compounds with their
 * gates (green public, ochre residents, red closed), buildings, facilities, water and walls; every shape
 * has its layer and id as a tooltip. For the eye of whoever writes or mends a test.
 */
export function drawScene(project: Project, overlay: Overlay = {}): string {
  const { layers } = project
  const shapes: string[] = []
  const positions: Position[] = []
  const add = (layer: string, id: string, geometry: Geometry, style: string): void => {
    const rings = ringsOf(geometry)
    positions.push(...rings.flat())
    const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    const body =
      geometry.type === 'Point'
        ? `circle cx="${x(rings[0][0])}" cy="${y(rings[0][0])}"`
        : `path d="${rings.map((ring) => pathOf(ring, isArea)).join('')}"`
    const title = `<title>${escape(`${layer} ${id}`)}</title>`
    const name = body.slice(0, body.indexOf(' '))
    shapes.push(`<${body} ${style}>${title}</${name}>`)
  }

  for (const { id, kind, geometry } of layers.barriers)
    add(
      'barrier',
      id,
      geometry,
      kind === 'water' ? 'fill="#b9d6e6"' : 'stroke="#7a5c3e" stroke-width="2" fill="none"',
    )
  for (const { id, gated, geometry } of layers.communities)
    add(
      'community',
      id,
      geometry,
      `fill="#efe6d2" stroke="#7a5c3e" stroke-width="${gated === true ? 3 : 1}" fill-rule="evenodd"`,
    )
  for (const { id, geometry } of layers.buildings) add('building', id, geometry, 'fill="#cfc6b8"')
  for (const { id, kind, oneway_foot, steps, geometry } of layers.streets) {
    const dashes =
      steps === true ? 'stroke-dasharray="2 3"' : oneway_foot === true ? 'stroke-dasharray="12 4"' : ''
    add('street', `${id} ${kind ?? ''}`, geometry, `${STREET} ${dashes}`)
  }
  for (const { id, access, geometry } of layers.gates)
    add('gate', `${id} ${access ?? ''}`, geometry, `r="6" fill="${GATE_FILL[access ?? 'residents']}"`)
  for (const { id, geometry } of layers.entrances) add('entrance', id, geometry, 'r="3" fill="#334"')
  for (const { id, class: code, geometry } of layers.facilities)
    add('facility', `${id} ${code ?? ''}`, geometry, 'r="8" fill="#3b6fb5" fill-opacity="0.8"')
  ;(overlay.areas ?? []).forEach((rings, i) =>
    add(
      'area',
      String(i),
      { type: 'Polygon', coordinates: closed(rings) },
      'fill="#1f7a5c" fill-opacity="0.25"',
    ),
  )
  ;(overlay.lines ?? []).forEach((line, i) =>
    add(
      'line',
      String(i),
      { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
      'stroke="#c8321e" stroke-width="4" fill="none"',
    ),
  )

  const xs = positions.map(x)
  const ys = positions.map(y)
  const [west, north] = [Math.min(...xs, 0) - MARGIN_M, Math.min(...ys, 0) - MARGIN_M]
  const [width, height] = [Math.max(...xs, 0) + MARGIN_M - west, Math.max(...ys, 0) + MARGIN_M - north]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${west} ${north} ${width} ${height}">`,
    `<rect x="${west}" y="${north}" width="${width}" height="${height}" fill="#f6f3ec"/>`,
    ...shapes,
    '</svg>',
  ].join('\n')
}

/** Metres east of the scene's middle, to the centimetre. */
function x([lon]: Position): number {
  return Math.round(((lon - LON0) / (LON1 - LON0)) * 100_000) / 100
}

/** Metres south: SVG counts downwards. */
function y([, lat]: Position): number {
  return Math.round(((LAT0 - lat) / (LAT1 - LAT0)) * 100_000) / 100
}

function ringsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [geometry.coordinates]
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      throw new Error(`a scene holds no ${geometry.type}`)
  }
}

function pathOf(ring: readonly Position[], isArea: boolean): string {
  const points = isArea ? ring.slice(0, -1) : ring
  return `M${points.map((p) => `${x(p)} ${y(p)}`).join('L')}${isArea ? 'Z' : ''}`
}

function closed(rings: readonly (readonly LonLat[])[]): Position[][] {
  return rings.map((ring) => [...ring, ring[0]].map(([lon, lat]) => [lon, lat]))
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
