import type { FileHandle } from 'node:fs/promises'

import type { Output } from '../engine/project/zip-write'
import type { Scratch } from '../engine/read/scratch'

/** An open file, empty at first, as the engine writes it from its beginning to its end. */
export function outputTo(file: FileHandle): Output {
  let end = 0
  return {
    write: async (bytes) => {
      await writeAll(file, bytes, end)
      end += bytes.length
    },
    patch: (at, bytes) => writeAll(file, bytes, at),
  }
}

/** An open file, empty at first, as a scratch file of the engine. */
export function scratchOn(file: FileHandle): Scratch {
  let end = 0
  return {
    append: async (bytes) => {
      const start = end
      await writeAll(file, bytes, start)
      end += bytes.length
      return start
    },
    read: (from, to) => readAll(file, from, Math.min(to, end)),
  }
}

/** Bytes [start, end), fewer where the file ends before. */
export async function readAll(file: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, end - start))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0
  while (written < bytes.length)
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten
}
