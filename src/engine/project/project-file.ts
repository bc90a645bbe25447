import { zipSync, type Zippable } from 'fflate'
import { DataError, type Issue } from '../../model/issue'
import {
  emptyLayers,
  type JsonValue,
  LAYER_NAMES,
  type LayerName,
  type LayerRecord,
} from '../../model/layers'
import type { Project } from '../../model/project'
import { readLayer } from './flatgeobuf-read'
import { writeLayer } from './flatgeobuf-write'
import { type JsonObject, migrateProject } from './migrations'
import { type ProjectJson, validateProjectJson, writeProjectJson } from './project-json'
import { namePacks, readRules, rulesToEntries } from './project-rules'
import { makeIdsUnique } from './unique-ids'
import { cleanValue } from '../../model/clean-value'
import { tellInvalidJson } from '../read/read-json-text'
import { readZip } from '../read/zip-read'

/** A project read, and everything that was wrong with its file. */
export interface ProjectRead {
  readonly project: Project
  readonly issues: readonly Issue[]
}

/** Most that a project file may unpack to; a whole city with every building stays far below. */
const UNPACKED_LIMIT_BYTES = 1_000_000_000

export const PROJECT_JSON = 'project.json'

/**
 * The files of a project: `project.json`, one `layers/<layer>.fgb` per layer that has records, and one
 * `rules/<id>.json` per rule pack it is judged by. An empty
 * layer has no file: there is nothing in it to look at, and project.json, which lists the number of records
 * of each file, tells an empty layer from a lost one. The same project gives the same bytes.
 */
export function projectToEntries(project: Project): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>()
  entries.set(PROJECT_JSON, new TextEncoder().encode(writeProjectJson(describeProject(project))))
  for (const layer of LAYER_NAMES)
    if (project.layers[layer].length > 0)
      entries.set(layerPath(layer), writeLayer(layer, project.layers[layer]))
  if (project.rules) for (const [path, bytes] of rulesToEntries(project.rules)) entries.set(path, bytes)
  return entries
}

/** What project.json says of a project. */
function describeProject({ rules, ...project }: Project): ProjectJson {
  const layers = countRecords(project)
  return { ...project, layers, ...(rules === undefined ? {} : { rules: namePacks(rules) }) }
}

function countRecords({ layers }: Pick<Project, 'layers'>): Readonly<Record<LayerName, number>> {
  return Object.fromEntries(LAYER_NAMES.map((layer) => [layer, layers[layer].length])) as Record<
    LayerName,
    number
  >
}

/**
 * A project from its files, by path; they may all lie in a folder. A layer that cannot be used is an issue
 * that names its file, the others come in.
 *
 * @throws DataError when project.json is missing, is not valid or was written by a newer version
 */
export function projectFromEntries(entries: ReadonlyMap<string, Uint8Array>): ProjectRead {
  const folder = findFolder(entries)
  const file = folder + PROJECT_JSON
  const bytes = entries.get(file)
  if (bytes === undefined)
    throw new DataError({ code: 'project-invalid', file, facts: { path: PROJECT_JSON } })
  const json = parseProjectJson(bytes, file)

  const issues: Issue[] = []
  const records: RecordsRead = {}
  for (const [path, content] of entries) {
    const layer = layerOf(path, folder)
    if (layer === null) continue
    if (!isLayerName(layer)) {
      issues.push({ severity: 'warning', code: 'layer-unknown', file: path, facts: { layer } })
      continue
    }
    try {
      const read = readLayer(layer, content, path)
      // a GIS that edited the file does not know that ids are unique
      const unique = makeIdsUnique<LayerRecord<LayerName>>(layer, read.records, new Set(), path)
      records[layer] = unique.records
      issues.push(...read.issues, ...unique.issues)
    } catch (error) {
      if (!(error instanceof DataError)) throw error
      issues.push(error.issue)
      records[layer] = []
    }
  }
  return completeProject({ json, folder, entries }, records, issues)
}

/** Records of the layers that were read; none for one whose file is not there. */
export type RecordsRead = Partial<Record<LayerName, readonly LayerRecord<LayerName>[]>>

/** A project.json, the folder it stands in, and the files beside it, of which rule packs are read. */
export interface Description {
  readonly json: JsonObject
  readonly folder: string
  readonly entries: ReadonlyMap<string, Uint8Array>
}

/** The project of what stands in project.json, and of its layers. */
export function completeProject(
  { json, folder, entries }: Description,
  records: RecordsRead,
  issues: Issue[],
): ProjectRead {
  const file = folder + PROJECT_JSON
  // the records were read layer by layer, each as its own type
  const layers = { ...emptyLayers(), ...records } as Project['layers']
  const migrated = migrateProject({ json, layers }, file)
  // names and notes of scenarios, corrections and the rest; those of records are clean
  const written = { ...migrated.json }
  const document = cleanValue(written, 'name')
  const checked = validateProjectJson(document, file)
  issues.push(...checked.issues)
  if (document !== written) issues.push({ severity: 'warning', code: 'text-cleaned', file })
  for (const layer of LAYER_NAMES) {
    const expected = checked.json.layers[layer] ?? 0
    if (expected > 0 && records[layer] === undefined) {
      const path = folder + layerPath(layer)
      issues.push({ severity: 'error', code: 'layer-missing', file: path, layer, facts: { layer, expected } })
    }
  }
  const { rules: asked, ...description } = checked.json
  const read = asked === undefined ? { rules: null, issues: [] } : readRules(asked, entries, folder)
  issues.push(...read.issues)
  const rules = read.rules === null ? {} : { rules: read.rules }
  return { project: { ...description, layers: migrated.layers, ...rules }, issues }
}

/** The project as one .lifecircle file, a zip archive. The same project gives the same bytes. */
export function packProject(project: Project): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  for (const [path, content] of projectToEntries(project)) files[path] = content
  // zip stores local time, so this is the same date in every time zone
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

/** @throws DataError for an archive that is too large to be read as a whole */
export function refuseLarge(size: number, file: string): void {
  if (size > UNPACKED_LIMIT_BYTES)
    throw new DataError({
      code: 'archive-too-large',
      file,
      facts: { limit_mb: UNPACKED_LIMIT_BYTES / 1e6, unpacked_mb: Math.round(size / 1e6) },
    })
}

/**
 * A project from the bytes of a .lifecircle file.
 *
 * @param file as the user knows it, for messages
 * @param limit_bytes most that the archive may unpack to
 * @throws DataError for bytes that are no such file at all; a bad layer is an issue
 */
export function unpackProject(
  bytes: Uint8Array,
  file?: string,
  limit_bytes: number = UNPACKED_LIMIT_BYTES,
): ProjectRead {
  const zip = readZip(bytes, file, limit_bytes)
  const { project, issues } = projectFromEntries(zip.entries)
  // an entry that did not unpack is reported once, as what it is and not as missing too
  const failed = new Set(zip.issues.map((issue) => issue.file))
  return {
    project,
    issues: [
      ...zip.issues,
      ...issues.filter(({ code, file: path }) => !(code === 'layer-missing' && failed.has(path))),
    ],
  }
}

/** Path of a layer's file inside a project. */
export function layerPath(layer: LayerName): string {
  return `layers/${layer}.fgb`
}

/** The folder project.json is in, with a slash at the end, or ""; the one nearest to the top. */
function findFolder(entries: ReadonlyMap<string, Uint8Array>): string {
  const folders = [...entries.keys()]
    .filter((path) => path === PROJECT_JSON || path.endsWith(`/${PROJECT_JSON}`))
    .map((path) => path.slice(0, -PROJECT_JSON.length))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return folders[0] ?? ''
}

/** The layer name of a path like `layers/gates.fgb`; null: not a layer file. */
function layerOf(path: string, folder: string): string | null {
  if (!path.startsWith(`${folder}layers/`) || !path.endsWith('.fgb')) return null
  return path.slice(folder.length + 'layers/'.length, -'.fgb'.length)
}

function isLayerName(name: string): name is LayerName {
  return (LAYER_NAMES as readonly string[]).includes(name)
}

export function parseProjectJson(bytes: Uint8Array, file: string): JsonObject {
  if (bytes.length === 0) throw new DataError({ code: 'file-empty', file })
  const text = decodeUtf8(bytes, file)
  let json: JsonValue
  try {
    json = JSON.parse(text) as JsonValue
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new DataError({ ...tellInvalidJson(text).issue, file })
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new DataError({ code: 'project-invalid', file, facts: { expected: 'object' } })
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new DataError({ code: 'file-unreadable', file, facts: { reason: 'encoding' } })
  }
}
