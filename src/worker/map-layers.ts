import type { Geometry, Position } from 'geojson'
import { findLandmarks } from '../engine/places/find-landmarks'
import { isPark, parkAsFacility } from '../engine/places/services'
import { checkpoint, type Run } from '../engine/run'
import type { Community, Facility, Green, LayerName, Space, Street } from '../model/layers'
import type { Project } from '../model/project'
import { type Beside, SIGN_WIDTH, standInSpaces } from '../model/side-by-side'
import type { MapLayers, MapLayersPatch } from './protocol'

/**
 * The project as the map draws it. Heavy layers become GeoJSON text in Blobs, built in pieces and read by
 * the map's own worker: neither text nor objects ever pass through the page's main thread. Only what
 * decides the drawing goes along as properties.
 */

type Properties = Readonly<Record<string, string | number | boolean | readonly number[] | undefined>>
type Shape = Geometry | null

/** Builds what the map draws of a project. Order of features is that of the project's layers. */
export async function buildMapLayers(project: Project, run: Run): Promise<MapLayers> {
  const ids = Object.keys(BASE) as BaseId[]
  const { communities, gates, spaces } = project.layers
  // every base layer is asked for, so all of them are there
  const base = (await buildBase(project, ids, run)) as MapLayers['base']
  const landmarks = findLandmarks(project.layers)
  return { base, communities, gates, facilities: listFacilities(project), spaces, landmarks }
}

/** The facilities, and the parks as such: found, walked to and shown alike. */
function listFacilities({ layers }: Project): Facility[] {
  return [...layers.facilities, ...layers.greens.filter(isPark).map(parkAsFacility)]
}

/**
 * What the map draws differently after corrections. Layers that no correction touched are the very same lists
 * before and after, and are left out.
 */
export async function buildChangedLayers(before: Project, after: Project, run: Run): Promise<MapLayersPatch> {
  const isChanged = (layer: LayerName): boolean => before.layers[layer] !== after.layers[layer]
  const ids = (Object.keys(BASE) as BaseId[]).filter((id) => BASE[id].of.some(isChanged))
  const { communities, gates, spaces } = after.layers
  return {
    base: await buildBase(after, ids, run),
    ...(isChanged('communities') ? { communities } : {}),
    ...(isChanged('gates') ? { gates } : {}),
    ...(isChanged('facilities') || isChanged('greens') ? { facilities: listFacilities(after) } : {}),
    ...(isChanged('spaces') ? { spaces } : {}),
    ...(isChanged('communities') || isChanged('streets') ? { landmarks: findLandmarks(after.layers) } : {}),
  }
}

type BaseId = keyof MapLayers['base']

async function buildBase(
  project: Project,
  ids: readonly BaseId[],
  run: Run,
): Promise<MapLayersPatch['base']> {
  const base: { -readonly [K in BaseId]?: Blob } = {}
  for (const id of ids) base[id] = await BASE[id].build(project, run)
  return base
}

interface BaseLayer {
  /** layers of the project it is drawn from */
  readonly of: readonly LayerName[]
  readonly build: (project: Project, run: Run) => Promise<Blob>
}

const BASE: { readonly [K in BaseId]: BaseLayer } = {
  land: {
    of: ['land'],
    build: ({ layers }, run) => collection(layers.land, (land) => ({ use: land.use }), run),
  },
  water: {
    of: ['barriers'],
    build: ({ layers }, run) =>
      collection(layers.barriers.filter(isWater), (water) => ({ name: water.name }), run),
  },
  greens: {
    of: ['greens'],
    build: ({ layers }, run) => collection(layers.greens, (green) => ({ kind: green.kind }), run),
  },
  buildings: {
    of: ['buildings'],
    build: ({ layers }, run) =>
      collection(layers.buildings, (building) => ({ id: building.id, storeys: building.storeys }), run),
  },
  streets: {
    of: ['streets'],
    // wide ones last, so that a main street is never cut by the lanes it meets
    build: ({ layers }, run) => collection(sortStreets(layers.streets), streetProperties, run),
  },
  barriers: {
    of: ['barriers'],
    build: ({ layers }, run) =>
      collection(
        layers.barriers.filter((barrier) => !isWater(barrier)),
        (barrier) => ({ kind: barrier.kind }),
        run,
      ),
  },
  heritage: {
    of: ['heritage'],
    build: ({ layers }, run) => collection(layers.heritage, (heritage) => ({ name: heritage.name }), run),
  },
  communities: {
    of: ['communities'],
    build: ({ layers }, run) => collection(layers.communities, () => ({}), run),
  },
  labels: { of: ['communities', 'facilities', 'greens', 'barriers'], build: labels },
}

function isWater({ kind }: { readonly kind?: string }): boolean {
  return kind === 'water'
}

/** How a street is drawn: 0 motorway … 8 path, 9 steps. */
export function streetRank(street: Pick<Street, 'kind' | 'steps'>): number {
  if (street.steps || street.kind === 'steps') return 9
  return RANKS[street.kind ?? ''] ?? 5
}

const RANKS: Readonly<Record<string, number>> = {
  motorway: 0,
  motorway_link: 0,
  trunk: 1,
  trunk_link: 1,
  primary: 2,
  primary_link: 2,
  secondary: 3,
  secondary_link: 3,
  tertiary: 4,
  tertiary_link: 4,
  unclassified: 5,
  residential: 5,
  living_street: 5,
  road: 5,
  pedestrian: 6,
  service: 6,
  track: 7,
  footway: 7,
  cycleway: 7,
  bridleway: 8,
  path: 8,
  steps: 9,
}

function sortStreets(streets: readonly Street[]): Street[] {
  return [...streets].sort((a, b) => heightOf(a) - heightOf(b) || streetRank(b) - streetRank(a))
}

function heightOf({ layer, bridge, tunnel }: Street): number {
  return layer ?? (bridge ? 1 : tunnel ? -1 : 0)
}

function streetProperties(street: Street): Properties {
  return {
    rank: streetRank(street),
    name: street.name,
    level: street.bridge ? 1 : street.tunnel ? -1 : 0,
  }
}

// features per checkpoint
const CHUNK = 2000

async function collection<T extends { readonly geometry: Shape }>(
  records: readonly T[],
  propertiesOf: (record: T) => Properties,
  run: Run,
): Promise<Blob> {
  const parts: string[] = ['{"type":"FeatureCollection","features":[']
  for (let start = 0; start < records.length; start += CHUNK) {
    const features = records
      .slice(start, start + CHUNK)
      .map((record) => featureText(record.geometry, propertiesOf(record)))
    parts.push((start > 0 ? ',' : '') + features.join(','))
    await checkpoint(run, 'assemble', Math.min(start + CHUNK, records.length), records.length)
  }
  parts.push(']}')
  return new Blob(parts, { type: 'application/geo+json' })
}

function featureText(geometry: Shape, properties: Properties): string {
  return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometryText(geometry)}}`
}

function geometryText(geometry: Shape): string {
  if (!geometry || geometry.type === 'GeometryCollection') return 'null'
  return `{"type":"${geometry.type}","coordinates":${coordinatesText(geometry.coordinates)}}`
}

type Coordinates = Position | Position[] | Position[][] | Position[][][]

/** Rounded to 7 decimals, a centimetre, and flat: heights are not drawn. */
function coordinatesText(coordinates: Coordinates): string {
  const [first] = coordinates
  if (typeof first === 'number') return `[${round(first)},${round(coordinates[1] as number)}]`
  let text = '['
  for (let i = 0; i < coordinates.length; i++) {
    if (i > 0) text += ','
    text += coordinatesText(coordinates[i] as Coordinates)
  }
  return `${text}]`
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

/**
 * One point per name. Drawn as points because a polygon's name would be repeated in each tile. `size` is
 * the width of the thing in degrees: small things are named later.
 */
async function labels({ layers }: Project, run: Run): Promise<Blob> {
  const points: LabelPoint[] = []
  const stands = standInSpaces(layers.facilities)
  const add = (kind: string, record: Community | Facility | Green | Space) => {
    // a facility without a name still keeps other labels off its sign
    if (!record.name && kind !== 'facility') return
    const place = labelPlace(record.geometry)
    if (!place) return
    const code = kind === 'facility' ? (record as Facility).class : undefined
    const beside = kind === 'facility' ? stands.get(record.id) : undefined
    points.push({
      geometry: { type: 'Point', coordinates: place.at },
      properties: {
        kind,
        id: record.id,
        name: record.name,
        size: round(place.width),
        code,
        ...offsetOf(beside),
      },
    })
  }
  for (const community of layers.communities) add('community', community)
  for (const facility of layers.facilities) add('facility', facility)
  for (const green of layers.greens) add('green', green)
  for (const barrier of layers.barriers) {
    if (barrier.kind === 'water' && barrier.geometry.type !== 'LineString') add('water', barrier as Green)
  }
  return collection(points, ({ properties }) => properties, run)
}

/** Where the sign of a facility stands beside its place, as the base map's style wants it. */
function offsetOf(beside: Beside | undefined): Properties {
  return beside === undefined ? {} : { offset: beside.map((signs) => signs * SIGN_WIDTH) }
}

interface LabelPoint {
  readonly geometry: Geometry
  readonly properties: Properties
}

/** Centroid of the largest ring, or, where that falls outside, the middle of its longest chord on that latitude. */
function labelPlace(geometry: Geometry): { at: Position; width: number } | null {
  if (geometry.type === 'Point') return { at: geometry.coordinates, width: 0 }
  const ring = largestRing(geometry)
  if (!ring) return null
  const { at } = ringCentroid(ring)
  const spans = chords(ring, at[1])
  const around = spans.find(([west, east]) => west <= at[0] && at[0] <= east)
  const longest = spans.reduce((best, span) => (span[1] - span[0] > best[1] - best[0] ? span : best), [0, 0])
  const span = around ?? longest
  const place = around || spans.length === 0 ? at : [(span[0] + span[1]) / 2, at[1]]
  return { at: place, width: span[1] - span[0] }
}

function largestRing(geometry: Geometry): Position[] | null {
  if (geometry.type === 'Polygon') return geometry.coordinates[0] ?? null
  if (geometry.type !== 'MultiPolygon') return null
  let best: Position[] | null = null
  let bestArea = -1
  for (const [ring] of geometry.coordinates) {
    if (!ring) continue
    const { area } = ringCentroid(ring)
    if (area > bestArea) [best, bestArea] = [ring, area]
  }
  return best
}

/** Area in square degrees and centroid, relative to the first vertex to keep digits. */
function ringCentroid(ring: Position[]): { at: Position; area: number } {
  const [x0, y0] = ring[0] as [number, number]
  let doubled = 0
  let x = 0
  let y = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i][0] - x0, ring[i][1] - y0]
    const [bx, by] = [ring[i + 1][0] - x0, ring[i + 1][1] - y0]
    const cross = ax * by - bx * ay
    doubled += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  if (doubled === 0) return { at: [x0, y0], area: 0 }
  return { at: [x0 + x / (3 * doubled), y0 + y / (3 * doubled)], area: Math.abs(doubled) / 2 }
}

/** The pieces of a latitude that lie inside a ring, west to east. */
function chords(ring: Position[], latitude: number): [number, number][] {
  const crossings: number[] = []
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number]
    const [bx, by] = ring[i + 1] as [number, number]
    if (ay > latitude !== by > latitude) crossings.push(ax + ((latitude - ay) / (by - ay)) * (bx - ax))
  }
  crossings.sort((a, b) => a - b)
  const spans: [number, number][] = []
  for (let i = 0; i + 1 < crossings.length; i += 2) spans.push([crossings[i], crossings[i + 1]])
  return spans
}
