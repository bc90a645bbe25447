import { readFileSync } from 'node:fs'

import { bytesSource } from '../../../src/engine/read/byte-source'
import type { ByteSource } from '../../../src/engine/read/byte-source'
import { sharedPath } from '../../shared-data'

function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(sharedPath(path)))
}

/** A real file as readers see it; its name is the last part of the path. */
export function sharedSource(path: string): ByteSource {
  return bytesSource(path.split('/').at(-1) ?? path, sharedBytes(path))
}
