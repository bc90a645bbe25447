/** A file as readers see it: named, sized, read in slices. A browser File and a Node file handle both fit. */
export interface ByteSource {
  readonly name: string
  readonly size: number
  /** bytes [start, end), fewer at the end of the file */
  read(start: number, end: number): Promise<Uint8Array>
}

/** Bytes already in memory as a source. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) }
}
