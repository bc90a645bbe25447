import { decodeText } from './decode-text'
import { DataError } from '../../model/issue'
import { checkpoint } from '../run'
import type { Run } from '../run'
import type { JsonValue } from '../../model/layers'
import type { ByteSource } from './byte-source'
import { findJsonFault } from './find-json-fault'

const SLICE = 1 << 22

/**
 * A whole JSON file as a value. Text that is not UTF-8 is tried as GB18030, as Chinese offices write it.
 * @throws DataError json-invalid, with the place; file-truncated when the text ends in the middle;
 *   file-unreadable when it is text in neither encoding
 */
export async function readJsonText(source: ByteSource, run: Run): Promise<JsonValue> {
  const bytes = new Uint8Array(source.size)
  for (let at = 0; at < source.size;) {
    const slice = await source.read(at, Math.min(at + SLICE, source.size))
    if (slice.length === 0) throw new DataError({ code: 'file-truncated', facts: { at } })
    bytes.set(slice, at)
    at += slice.length
    await checkpoint(run, 'read', at, source.size)
  }
  const text = decodeText(bytes)
  if (text === null) throw new DataError({ code: 'file-unreadable', facts: { reason: 'encoding' } })
  try {
    return JSON.parse(text) as JsonValue
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw tellInvalidJson(text)
  }
}

/** A text cut short is worth telling apart. @returns the error to throw for a text that is no JSON */
export function tellInvalidJson(text: string): DataError {
  const fault = findJsonFault(text)
  if (fault === null) throw new Error('the text is JSON')
  const { line, column, found, isCut } = fault
  return isCut
    ? new DataError({ code: 'file-truncated', facts: { size: text.length } })
    : new DataError({ code: 'json-invalid', facts: { line, column, found } })
}
