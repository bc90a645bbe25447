import type { ByteSource } from '../engine/read/byte-source'
import type { InputFile } from './protocol'

/** A dropped file as the readers see it: only the slices they ask for are read into memory. */
export function blobSource({ name, blob }: InputFile): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  }
}

/** The whole file. */
export async function blobBytes({ blob }: InputFile): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}
