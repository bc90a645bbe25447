import { gunzipSync, unzlibSync } from 'fflate'

import { DataError } from '../../model/issue'

/** Unpacks zlib- or gzip-wrapped bytes; throws on damaged ones. Node passes its native one, which is faster. */
export type Inflate = (bytes: Uint8Array) => Uint8Array

/** The portable default. */
export function inflateBytes(bytes: Uint8Array): Uint8Array {
  return isGzip(bytes) ? gunzipSync(bytes) : unzlibSync(bytes)
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Unpacks, and says in a `DataError` when the bytes are damaged. */
export function inflateOrRefuse(inflate: Inflate, bytes: Uint8Array): Uint8Array {
  try {
    return inflate(bytes)
  } catch {
    throw new DataError({ code: 'file-unreadable', facts: { reason: 'broken-compression' } })
  }
}
