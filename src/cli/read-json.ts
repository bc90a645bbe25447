import { readFile } from 'node:fs/promises'

import { tellInvalidJson } from '../engine/read/read-json-text'
import { DataError } from '../model/issue'

/** A file's JSON; a file that holds none is told by name. */
export async function readJson(path: string): Promise<unknown> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new DataError({ ...tellInvalidJson(text).issue, file: path })
  }
}
