import { cleanText } from '../../model/clean-text'
import { DataError, type Issue } from '../../model/issue'
import { LAYER_NAMES, type LayerName, type LayerRecord } from '../../model/layers'
import type { DegreeBox } from '../geometry/degree-box'
import type { Run } from '../run'
import { assembleOsm } from './assemble-osm'
import { bytesSource } from './byte-source'
import type { ByteSource } from './byte-source'
import { cleanIssue, cleanRecords } from './clean-records'
import { inflateBytes, inflateOrRefuse } from './inflate'
import type { Inflate } from './inflate'
import { readFlatGeobuf } from './read-flatgeobuf'
import { readGeoJson } from './read-geojson'
import { readJsonText } from './read-json-text'
import { isOverpass, readOverpass } from './read-overpass'
import { readOsmBox } from './read-osm-box'
import { readOsmPbf } from './read-osm-pbf'
import { readOsmXml } from './read-osm-xml'
import type { ReadResult } from './read-result'
import { type LargeFormat, readUnpackedSize, refuseLargeFormat } from './refuse-large'
import { sniffFormat } from './sniff-format'
import { openGzip, openText } from './text-chunks'

// asked for where survey files are read, and nowhere else
export { nameProject } from './name-project'

/** A larger OSM PBF would take more memory than a process has: some 40 bytes for each of its own. */
const MOST_PBF_BYTES = 40e6

export interface ReadOptions {
  /** the layer the user says the file is; needed only where neither file nor name tells */
  readonly layer?: LayerName
  /** unpacks zlib and gzip; Node's native one is faster than the portable default */
  readonly inflate?: Inflate
  /**
   * only what meets this box is wanted: of an OSM PBF nothing else is read, so that no more than the nodes'
   * coordinates of a whole province is ever in memory. Other formats are read whole
   */
  readonly box?: DegreeBox
  /** what reading may take; a text that would take more is refused unread. Default: what a tab bears */
  readonly memory_bytes?: number
}

/**
 * Reads one data file: OSM PBF, OSM XML (plain or gzip), Overpass JSON, GeoJSON, FlatGeobuf, tables (CSV,
 * XLSX). The format is told by the content; the name only helps to find the layer. Good records come in, everything wrong with
 * the others is in `issues`.
 * @throws DataError when the file as a whole cannot be used or is too large to be read at once; Cancelled when the run says so
 */
export async function readFile(source: ByteSource, options: ReadOptions, run: Run): Promise<ReadResult> {
  try {
    const result = await readAnyFormat(source, options, run)
    return cleanResult(result, source.name)
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    throw new DataError(cleanIssue({ file: source.name, ...error.issue }))
  }
}

/** What a reader gave, as it may come in: no hidden characters in records, names or messages. */
function cleanResult(result: ReadResult, file: string): ReadResult {
  const issues: Issue[] = [...result.issues]
  const layers: Partial<Record<LayerName, readonly LayerRecord<LayerName>[]>> = {}
  for (const layer of LAYER_NAMES) {
    const records: readonly LayerRecord<LayerName>[] | undefined = result.layers[layer]
    if (records === undefined) continue
    const clean = cleanRecords(records, { layer })
    layers[layer] = clean.records
    issues.push(...clean.issues)
  }
  const waiting = cleanRecords(result.unplaced ?? [], { layer: 'spaces' })
  issues.push(...waiting.issues)
  return {
    ...result,
    name: cleanText(result.name),
    layers: layers as ReadResult['layers'],
    ...(result.unplaced === undefined ? {} : { unplaced: waiting.records }),
    provenance: { ...result.provenance, files: result.provenance.files.map((name) => cleanText(name)) },
    issues: issues.map((issue) => cleanIssue({ file, ...issue })),
  }
}

async function readAnyFormat(source: ByteSource, options: ReadOptions, run: Run): Promise<ReadResult> {
  const { name } = source
  const { memory_bytes } = options
  const inflate = options.inflate ?? inflateBytes
  switch (await sniffFormat(source)) {
    case 'osm-pbf':
      if (options.box === undefined && source.size > MOST_PBF_BYTES)
        throw new DataError({
          code: 'file-too-large',
          facts: { size_mb: Math.round(source.size / 1e6), limit_mb: MOST_PBF_BYTES / 1e6 },
        })
      return assembleOsm(
        options.box === undefined
          ? await readOsmPbf(source, inflate, run)
          : await readOsmBox(source, inflate, options.box, run),
        name,
        'osm-pbf',
        run,
      )
    case 'osm-xml':
      refuseLargeFormat('osm-xml', source.size, memory_bytes)
      return assembleOsm(await readOsmXml(openText(source), run), name, 'osm-xml', run)
    case 'gzip':
      return readGzip(source, options, run)
    case 'json': {
      refuseLargeFormat('json', source.size, memory_bytes)
      const value = await readJsonText(source, run)
      return isOverpass(value)
        ? assembleOsm(await readOverpass(value, run), name, 'overpass-json', run)
        : readGeoJson(value, name, options.layer, run)
    }
    case 'csv':
    case 'zip':
      return readTableFile(source, options, run)
    default:
      refuseLargeFormat('flatgeobuf', source.size, memory_bytes)
      return readFlatGeobuf(source, options.layer, run)
  }
}

/** Tables are read seldom: what reads them is loaded with the first one. */
async function readTableFile(source: ByteSource, options: ReadOptions, run: Run): Promise<ReadResult> {
  const { name } = source
  refuseLargeFormat('table', source.size, options.memory_bytes)
  const format = (await sniffFormat(source)) === 'csv' ? 'csv' : 'xlsx'
  const { readTableBytes } = await import('./read-table-bytes')
  const bytes = await source.read(0, source.size)
  return readTableBytes(bytes, { name, format, layer: options.layer }, run)
}

/** A packed XML is unpacked as a stream, it may be twenty times its size; anything else as a whole. */
async function readGzip(source: ByteSource, options: ReadOptions, run: Run): Promise<ReadResult> {
  const { name } = source
  let unpacked = await readUnpackedSize(source)
  let format: LargeFormat | null = null
  const refuse = (): void => {
    if (format !== null) refuseLargeFormat(format, unpacked, options.memory_bytes, true)
  }
  // the size the file states may be a lie, or that of its last part only: what comes out counts, too
  const text = openGzip(source, (size) => {
    unpacked = Math.max(unpacked, size)
    refuse()
  })
  if (await text.startsWith('<')) format = 'osm-xml'
  else if ((await text.startsWith('{')) || (await text.startsWith('['))) format = 'json'
  refuse()
  if (format === 'osm-xml') return assembleOsm(await readOsmXml(text, run), name, 'osm-xml', run)
  const bytes = await inflateOrRefuse(options.inflate ?? inflateBytes, await source.read(0, source.size))
  const inner = bytesSource(name.replace(/\.gz$/i, ''), bytes)
  if ((await sniffFormat(inner)) === 'gzip') throw new DataError({ code: 'format-unknown' })
  return { ...(await readAnyFormat(inner, options, run)), name }
}
