import { type FileHandle, open, readdir, readFile as readWhole, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { gunzipSync, inflateSync } from 'node:zlib'

import { mergeImports } from '../engine/project/merge-import'
import { projectFromEntries, unpackProject } from '../engine/project/project-file'
import type { ByteSource } from '../engine/read/byte-source'
import { readFile, type ReadOptions } from '../engine/read/read-file'
import type { ReadResult } from '../engine/read/read-result'
import { DataError, type Issue } from '../model/issue'
import type { Project } from '../model/project'
import { type Io, NoAnswer } from './command'

/** A project and everything that was odd about its files. */
export interface LoadedSource {
  readonly project: Project
  readonly issues: readonly Issue[]
}

/** SOURCE of every command: a .lifecircle file, a project folder, or one data file. */
export async function loadSource(path: string, io: Io): Promise<Project> {
  return (await loadSourceWithIssues(path, io)).project
}

/** The same, with the issues of reading. */
export async function loadSourceWithIssues(path: string, io: Io): Promise<LoadedSource> {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new NoAnswer(`${path}: there is no such file or folder`)
  if (info.isDirectory()) return projectFromEntries(await readFolder(path))
  if (path.toLowerCase().endsWith('.lifecircle')) return unpackProject(await readWhole(path), path)
  return mergeImports(null, [await readDataFile(path, {}, io)], basename(path))
}

/** Reads one data file in slices; Node's own inflate is faster than the portable one. */
export async function readDataFile(path: string, options: ReadOptions, io: Io): Promise<ReadResult> {
  const handle = await open(path).catch(() => null)
  if (handle === null) throw new NoAnswer(`${path}: there is no such file, or it may not be read`)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new DataError({ code: 'file-empty', file: path })
    return await readFile(
      fileSource(path, size, handle),
      { inflate: inflateNatively, ...options },
      progressOn(io),
    )
  } finally {
    await handle.close()
  }
}

function fileSource(path: string, size: number, handle: FileHandle): ByteSource {
  return {
    name: basename(path),
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
      let filled = 0
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return bytes.subarray(0, filled)
    },
  }
}

function inflateNatively(bytes: Uint8Array): Uint8Array {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isGzip ? gunzipSync(bytes) : inflateSync(bytes)
}

/** A progress line where somebody watches; nothing in a pipe or a log. */
function progressOn(io: Io): Parameters<typeof readFile>[2] {
  if (!io.isInteractive) return {}
  return {
    onProgress: (stage, done, total) => {
      const percent = total === 0 ? '' : ` ${Math.round((100 * done) / total)} %`
      io.err(`\r${stage}${percent}\u001b[K${stage === 'assemble' && done === total ? '\r\u001b[K' : ''}`)
    },
  }
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = new Map<string, Uint8Array>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    entries.set(relative(folder, path).split(sep).join('/'), await readWhole(path))
  }
  return entries
}
