import { DataError } from '../../model/issue'
import { checkpoint } from '../run'
import type { Run } from '../run'
import type { JsonValue } from '../../model/layers'
import type { ByteSource } from './byte-source'

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
  try {
    return JSON.parse(text) as JsonValue
  } catch (error) {
    throw tellInvalid(text, error instanceof Error ? error.message : '')
  }
}

function decodeText(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encodings = isWide ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  }
  throw new DataError({ code: 'file-unreadable', facts: { reason: 'encoding' } })
}

/** Engines word their messages differently; a text cut short is the case worth telling apart. */
function tellInvalid(text: string, message: string): DataError {
  const place = /position (\d+)/.exec(message)?.[1]
  const at = place === undefined ? undefined : Number(place)
  const isCut = /unexpected end|unterminated string/i.test(message) || at === text.trimEnd().length
  if (isCut) return new DataError({ code: 'file-truncated', facts: { size: text.length } })
  return new DataError({ code: 'json-invalid', facts: at === undefined ? {} : { at } })
}
