import { readFile } from 'node:fs/promises'

import { NoAnswer } from './command'

/** A file's JSON; a file that holds none is told by name. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new NoAnswer(`${path} is not valid JSON: ${error.message}`)
    throw error
  }
}
