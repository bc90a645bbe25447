import { constants } from 'node:fs'
import { access, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Output } from '../engine/project/zip-write'
import type { Scratch } from '../engine/read/scratch'
import { outputTo, scratchOn } from './file-ports'

/**
 * Writes a whole file or nothing: beside its place first, then moved there. A file that was there is
 * replaced.
 */
export async function writeOutput(path: string, content: Uint8Array | string): Promise<void> {
  await writeBeside(path, (beside) => writeFile(beside, content))
}

/** The same for a file written portion by portion. Beside it lies a scratch file as long as that takes. */
export function streamOutput<T>(
  path: string,
  write: (output: Output, scratch: Scratch) => Promise<T>,
): Promise<T> {
  return writeBeside(path, async (beside) => {
    const scratchPath = `${path}.${process.pid}.scratch`
    const file = await open(beside, 'w')
    try {
      const scratch = await open(scratchPath, 'w+')
      try {
        return await write(outputTo(file), scratchOn(scratch))
      } finally {
        await scratch.close()
        await rm(scratchPath, { force: true })
      }
    } finally {
      await file.close()
    }
  })
}

/** Tells before anything is worked out that there is no folder to write the output into, or that nobody may. */
export async function checkOutput(path: string): Promise<void> {
  try {
    // a file in place of a folder has no such entry
    await access(`${dirname(path)}/.`, constants.W_OK)
  } catch (error) {
    throw nameFile(error, path)
  }
}

async function writeBeside<T>(path: string, write: (beside: string) => Promise<T>): Promise<T> {
  const beside = `${path}.${process.pid}.part`
  try {
    const answer = await write(beside)
    await rename(beside, path)
    return answer
  } catch (error) {
    await rm(beside, { force: true })
    throw nameFile(error, path)
  }
}

/** The user knows the output by its own name, not by that of the part. */
function nameFile(error: unknown, path: string): unknown {
  if (error instanceof Error && 'path' in error) error.path = path
  return error
}
