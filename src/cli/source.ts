import { type FileHandle, open, readdir, readFile as readWhole, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import { gunzip, inflate } from 'node:zlib'

import type { DegreeBox } from '../engine/geometry/degree-box'
import { openArchive } from '../engine/project/archive-part'
import { mergeImports } from '../engine/project/merge-import'
import { projectFromEntries, refuseLarge, unpackProject } from '../engine/project/project-file'
import { type ByteSource, bytesSource } from '../engine/read/byte-source'
import { readFile, type ReadOptions } from '../engine/read/read-file'
import { type OsmBounds, readOsmBounds } from '../engine/read/read-osm-bounds'
import type { ReadResult } from '../engine/read/read-result'
import { refuseLargeFile } from '../engine/read/refuse-large'
import { sniffFormat } from '../engine/read/sniff-format'
import { DataError, type Issue } from '../model/issue'
import type { LayerName } from '../model/layers'
import type { Project } from '../model/project'
import { type Io, NoAnswer } from './command'
import { readAll } from './file-ports'
import { tellLoaded } from './warnings'

/** A project and everything that was odd about its files. */
export interface LoadedSource {
  readonly project: Project
  readonly issues: readonly Issue[]
}

/** SOURCE of every command: a .lifecircle file, a project folder, or one data file. */
export async function loadSource(path: string, io: Io): Promise<Project> {
  const { project, issues } = await loadSourceWithIssues(path, io)
  tellLoaded(path, issues, io)
  return project
}

/** The same, with the issues of reading. */
export async function loadSourceWithIssues(path: string, io: Io): Promise<LoadedSource> {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new NoAnswer(`${path}: there is no such file or folder`)
  if (info.isDirectory()) {
    const entries = await readFolder(path)
    return nameInside(path, () => projectFromEntries(entries))
  }
  if (await isZip(path)) {
    refuseLarge(info.size, path)
    const bytes = await readWhole(path)
    return nameInside(path, () => unpackProject(bytes, path))
  }
  return mergeImports(null, [await readStreetsIfUnknown(path, io)], basename(path))
}

/** What is wrong inside a project is told with the project's own path in front. */
function nameInside(path: string, read: () => LoadedSource): LoadedSource {
  const name = (file: string | undefined): string =>
    file === undefined || file === path ? path : join(path, file)
  try {
    const { project, issues } = read()
    return { project, issues: issues.map((issue) => ({ ...issue, file: name(issue.file) })) }
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    throw new DataError({ ...error.issue, file: name(error.issue.file) })
  }
}

/** A vector file that does not say which layer it is, is taken for streets: nothing else can be walked. */
async function readStreetsIfUnknown(path: string, io: Io): Promise<ReadResult> {
  try {
    return await readDataFile(path, {}, io)
  } catch (error) {
    if (!(error instanceof DataError) || error.issue.code !== 'layer-unknown') throw error
    return readDataFile(path, { layer: 'streets' }, io)
  }
}

/** By name, so that a damaged project is told as one, or by the first bytes. */
async function isZip(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.lifecircle')) return true
  return withFile(path, async (source) => {
    const head = await source.read(0, 4)
    return [0x50, 0x4b, 0x03, 0x04].every((byte, i) => head[i] === byte)
  })
}

export interface DataFileOptions extends ReadOptions {
  /** of a text file; absent: what the reader makes of it */
  readonly encoding?: string
}

/** Reads one data file in slices; Node's own inflate is faster than the portable one. */
export async function readDataFile(path: string, options: DataFileOptions, io: Io): Promise<ReadResult> {
  const { encoding, ...readOptions } = options
  // a larger heap, node --max-old-space-size, reads larger files
  const memory_bytes = getHeapStatistics().heap_size_limit
  return withFile(path, async (source) =>
    readFile(
      encoding === undefined ? source : await transcode(source, encoding, path, memory_bytes),
      { inflate: inflateNatively, memory_bytes, ...readOptions },
      progressOn(io),
    ),
  )
}

/**
 * What meets a box of some layers of a project that an import wrote in pieces; null: another kind of source,
 * or a project that has to be read as a whole.
 */
export async function readArchivePart(
  path: string,
  layers: readonly LayerName[],
  box: DegreeBox,
): Promise<Project | null> {
  const info = await stat(path).catch(() => null)
  if (info === null || info.isDirectory() || info.size === 0 || !(await isZip(path))) return null
  const read = await withFile(path, async (source) => {
    const archive = await openArchive(source)
    return archive === null ? null : archive.readPart(layers, box)
  })
  return read === null ? null : nameInside(path, () => read).project
}

/** Whether a path is an OSM PBF, of which a box can be read alone. */
export async function isOsmPbf(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  if (info === null || info.isDirectory() || info.size === 0 || (await isZip(path))) return false
  return withFile(path, async (source) => (await sniffFormat(source)) === 'osm-pbf')
}

/** Where an OSM PBF lies, and how large it is. */
export function readPbfBounds(path: string, io: Io): Promise<OsmBounds & { readonly size: number }> {
  return withFile(path, async (source) => ({
    ...(await readOsmBounds(source, inflateNatively, progressOn(io))),
    size: source.size,
  }))
}

export async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path)
  try {
    const info = await handle.stat()
    if (info.isDirectory()) throw new NoAnswer(`${path} is a folder; name a file`)
    return await use(fileSource(path, info.size, handle))
  } catch (error) {
    // what tells only the kind of a file does not know its name
    if (!(error instanceof DataError) || error.issue.file !== undefined) throw error
    throw new DataError({ ...error.issue, file: basename(path) })
  } finally {
    await handle.close()
  }
}

/** A text file as UTF-8. An XML declaration of the old encoding would be wrong then, and goes. */
async function transcode(
  source: ByteSource,
  encoding: string,
  path: string,
  memory_bytes: number,
): Promise<ByteSource> {
  await refuseLargeFile(source, memory_bytes)
  const bytes = await source.read(0, source.size)
  // no text has a zero byte but UTF-16, which its own mark tells
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, 1024).includes(0))
    throw new NoAnswer(`${path} is not a text file, it has no encoding to choose; leave --encoding out`)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const plain = text.replace(/^(<\?xml\b[^>]*?)\s+encoding=("[^"]*"|'[^']*')/, '$1')
    return bytesSource(source.name, new TextEncoder().encode(plain))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new NoAnswer(`${path} has bytes that are no ${encoding}; name its true encoding with --encoding`)
  }
}

function fileSource(path: string, size: number, handle: FileHandle): ByteSource {
  return {
    name: basename(path),
    size,
    read: (start, end) => readAll(handle, start, Math.min(end, size)),
  }
}

/** Beside the reader, on another core. */
export function inflateNatively(bytes: Uint8Array): Promise<Uint8Array> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return new Promise((resolve, reject) =>
    (isGzip ? gunzip : inflate)(bytes, (error, unpacked) =>
      error === null ? resolve(unpacked) : reject(error),
    ),
  )
}

/** A progress line where somebody watches; nothing in a pipe or a log. */
export function progressOn(io: Io): Parameters<typeof readFile>[2] {
  if (!io.isInteractive) return {}
  return {
    onProgress: (stage, done, total) => {
      const percent = total === 0 ? '' : ` ${Math.round((100 * done) / total)} %`
      io.err(
        `\r${stage}${percent}\u001b[K${(stage === 'assemble' || stage === 'save') && done === total ? '\r\u001b[K' : ''}`,
      )
    },
  }
}

/** The files of a project folder and nothing else: the folder may hold other things, large ones. */
async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = new Map<string, Uint8Array>()
  const names = await readdir(folder)
  if (!names.includes('project.json'))
    throw new NoAnswer(
      `${folder} is no project folder, it has no project.json; name a project or a data file`,
    )
  entries.set('project.json', await readWhole(join(folder, 'project.json')))
  const layers = names.includes('layers') ? await readdir(join(folder, 'layers')) : []
  for (const name of layers.filter((file) => file.endsWith('.fgb')).sort())
    entries.set(`layers/${name}`, await readWhole(join(folder, 'layers', name)))
  return entries
}
