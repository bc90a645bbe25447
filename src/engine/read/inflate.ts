import { gunzipSync, unzlibSync } from 'fflate'

import { DataError } from '../../model/issue'

/**
 * Unpacks zlib- or gzip-wrapped bytes; throws, or rejects, on damaged ones. Node passes its native one, which
 * is faster, and which works beside the reader where it answers with a promise.
 */
export type Inflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>

/** The portable default. */
export function inflateBytes(bytes: Uint8Array): Uint8Array {
  return isGzip(bytes) ? gunzipSync(bytes) : unzlibSync(bytes)
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Unpacks, and says in a `DataError` when the bytes are damaged. */
export async function inflateOrRefuse(inflate: Inflate, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await inflate(bytes)
  } catch {
    throw new DataError({ code: 'file-unreadable', facts: { reason: 'broken-compression' } })
  }
}
