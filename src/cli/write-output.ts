import { rename, rm, writeFile } from 'node:fs/promises'

/**
 * Writes a whole file or nothing: beside its place first, then moved there. A file that was there is
 * replaced.
 */
export async function writeOutput(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    await writeFile(beside, content)
    await rename(beside, path)
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
