import type { Geometry } from 'geojson'

import { DataError } from '../../model/issue'
import type { Issue } from '../../model/issue'
import type { JsonValue, LayerName } from '../../model/layers'
import { checkpoint } from '../run'
import type { Run } from '../run'
import { judgeCoordinates, judgeFile, readCrsName } from './check-coordinates'
import type { CoordinateFinding } from './check-coordinates'
import { guessLayerByContent, guessLayerByName, isLayerName } from './guess-layer'
import { RecordMaker } from './make-record'
import type { RawRow } from './make-record'
import type { ReadResult } from './read-result'

const CHUNK = 5000

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

type JsonObject = { readonly [key: string]: JsonValue }

/**
 * Reads GeoJSON: a FeatureCollection, a Feature or a bare geometry.
 * @throws DataError format-unknown for other JSON, layer-unknown, or what `readRows` throws
 */
export async function readGeoJson(
  value: JsonValue,
  name: string,
  layer: LayerName | undefined,
  run: Run,
): Promise<ReadResult> {
  if (!isObject(value)) throw new DataError({ code: 'format-unknown', facts: { format: 'json' } })
  const rows = listRows(value)
  const crs = readCrs(value['crs'])
  const said = [value['layer'], value['name']].find(isLayerName)
  return readRows(rows, { name, format: 'geojson', crs, layer: layer ?? said }, run)
}

/** What is known of a file of rows before they are looked at. */
export interface RowsFile {
  readonly name: string
  readonly format: string
  readonly crs: 'WGS84' | 'CGCS2000'
  readonly layer: LayerName | undefined
}

/**
 * Rows of any vector format as records. The layer of a row is, in this order: the one the user or the file
 * says, the row's own `layer` property, the one the file's name says, the one the fields show.
 * @throws DataError layer-unknown; coordinates-swapped or coordinates-not-wgs84 when all rows are so
 */
export async function readRows(rows: readonly RawRow[], file: RowsFile, run: Run): Promise<ReadResult> {
  const issues: Issue[] = []
  const findings = rows.map((row) => judgeCoordinates(row.geometry))
  const wrong = judgeFile(findings)
  if (wrong !== null) throw new DataError(wrong)

  const layers = chooseLayers(rows, file)
  const makers = new Map<LayerName, RecordMaker<LayerName>>()
  let rejected = 0
  for (let i = 0; i < rows.length; i++) {
    if (i % CHUNK === 0) await checkpoint(run, 'assemble', i, rows.length)
    const layer = layers[i]
    const misplaced = tellMisplaced(findings[i], rows[i], layer)
    if (misplaced !== null) {
      issues.push(misplaced)
      rejected++
      continue
    }
    let maker = makers.get(layer)
    if (maker === undefined) {
      maker = new RecordMaker<LayerName>(layer, issues)
      makers.set(layer, maker)
    }
    maker.add(adaptRow(rows[i], layer))
  }
  for (const maker of makers.values()) rejected += maker.rejected
  return {
    name: file.name,
    format: file.format,
    crs: file.crs,
    layers: Object.fromEntries([...makers].map(([layer, maker]) => [layer, maker.records])),
    rows: Object.fromEntries([...makers].map(([layer, maker]) => [layer, maker.rows])),
    provenance: {
      files: [file.name],
      format: file.format,
      crs: file.crs,
      // an office's line layer does not promise common vertices
      ...(makers.has('streets') ? { topology: 'crossings' as const } : {}),
    },
    features: rows.length,
    accepted: rows.length - rejected,
    rejected,
    issues,
  }
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listRows(value: JsonObject): RawRow[] {
  const { type } = value
  if (type === 'FeatureCollection' && Array.isArray(value['features']))
    return value['features'].map((feature, i) => makeRow(feature, i + 1))
  if (type === 'Feature') return [makeRow(value, 1)]
  if (typeof type === 'string' && GEOMETRIES.has(type))
    return [{ row: 1, properties: {}, geometry: value as unknown as Geometry }]
  const format = type === 'Topology' ? 'topojson' : 'json'
  throw new DataError({ code: 'format-unknown', facts: { format } })
}

function makeRow(feature: JsonValue, row: number): RawRow {
  if (!isObject(feature)) return { row, properties: {}, geometry: null }
  const { id, properties, geometry } = feature
  return {
    row,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    properties: isObject(properties) ? properties : {},
    geometry: isObject(geometry) ? (geometry as unknown as Geometry) : null,
  }
}

/** The `crs` member of GeoJSON 2008: dropped from the standard, but offices' software still writes it. */
function readCrs(crs: JsonValue | undefined): 'WGS84' | 'CGCS2000' {
  if (!isObject(crs)) return 'WGS84'
  const properties = crs['properties']
  const name = isObject(properties) ? (properties['name'] ?? properties['code']) : undefined
  const text = typeof name === 'number' ? `EPSG:${name}` : typeof name === 'string' ? name : undefined
  const system = readCrsName(text)
  if (system === null) throw new DataError({ code: 'coordinates-not-wgs84', facts: { crs: text ?? '?' } })
  return system
}

function chooseLayers(rows: readonly RawRow[], file: RowsFile): LayerName[] {
  if (file.layer !== undefined) return rows.map(() => file.layer as LayerName)
  const own = rows.map(({ properties }) => (isLayerName(properties['layer']) ? properties['layer'] : null))
  if (!own.includes(null)) return own as LayerName[]
  const rest = guessLayerByName(file.name) ?? guessLayerByContent(rows.filter((_, i) => own[i] === null))
  if (rest === null) throw new DataError({ code: 'layer-unknown', facts: { name: file.name } })
  return own.map((layer) => layer ?? rest)
}

/** A row whose numbers are no longitude and latitude, or those of no place: 0 and 0 lie in the sea off Africa. */
function tellMisplaced(
  { verdict, x, y, zeroes, firstZero }: CoordinateFinding,
  { row, id: own, properties }: RawRow,
  layer: LayerName,
): Issue | null {
  const { name } = properties
  const id = own ?? properties['id']
  const isId = typeof id === 'string' || typeof id === 'number'
  const about = { layer, row, ...(isId ? { id: String(id) } : {}) }
  if (zeroes > 0)
    return {
      severity: 'error',
      code: 'position-zero',
      ...about,
      facts: {
        ...(typeof name === 'string' ? { name } : {}),
        ...(verdict === 'none' ? {} : { corner: firstZero }),
        left_out: 1,
      },
    }
  if (verdict !== 'swapped' && verdict !== 'out-of-range') return null
  return {
    severity: 'error',
    code: verdict === 'swapped' ? 'coordinates-swapped' : 'coordinates-out-of-range',
    ...about,
    facts: { lon: x, lat: y },
  }
}

/** The member that named the layer is no field; `highway` is what OpenStreetMap calls a street's kind. */
function adaptRow(raw: RawRow, layer: LayerName): RawRow {
  const { properties } = raw
  const hasLayerWord = properties['layer'] === layer
  const isOsmStreet = layer === 'streets' && properties['kind'] === undefined && 'highway' in properties
  if (!hasLayerWord && !isOsmStreet) return raw
  const adapted = { ...properties }
  if (hasLayerWord) delete adapted['layer']
  if (isOsmStreet) {
    adapted['kind'] = adapted['highway']
    delete adapted['highway']
  }
  return { ...raw, properties: adapted }
}
