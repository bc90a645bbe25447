/** A file this reader does not read, by its first bytes. */
export interface ForeignFormat {
  readonly format: string
  /** a way of packing, not a kind of data */
  readonly isPacking: boolean
  /** shorter than it says of itself */
  readonly isCut: boolean
}

type Magic = readonly number[]

const PACKINGS: readonly (readonly [magic: Magic, format: string])[] = [
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
]

/** Beginnings of files people do have, and how long they say they are; 0: they do not. */
const FORMATS: readonly (readonly [magic: Magic, format: string, lengthOf: (head: DataView) => number])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls', () => 0],
  // in words of 16 bits
  [[0x00, 0x00, 0x27, 0x0a], 'shapefile', (head) => (head.byteLength < 28 ? 28 : 2 * head.getInt32(24))],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'geopackage', databaseLength],
  [[0x25, 0x50, 0x44, 0x46], 'pdf', () => 0],
]

/** Versions of dBASE that write the table of a shapefile. */
const DBASE = new Set([0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x83, 0x8b, 0xf5])

/** What a file is that is none of those that are read; null: nothing that is known. */
export function findForeign(head: Uint8Array, name: string, size: number): ForeignFormat | null {
  const starts = (magic: Magic): boolean => magic.every((byte, i) => head[i] === byte)
  const packing = PACKINGS.find(([magic]) => starts(magic))
  if (packing !== undefined) return { format: packing[1], isPacking: true, isCut: false }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const known = FORMATS.find(([magic]) => starts(magic))
  if (known !== undefined) return { format: known[1], isPacking: false, isCut: size < known[2](view) }
  // its first byte is a version and no name; rows of equal length stand behind a head
  if (!/\.dbf$/i.test(name) || !DBASE.has(head[0])) return null
  const length =
    head.length < 12 ? 12 : view.getUint16(8, true) + view.getUint32(4, true) * view.getUint16(10, true)
  return { format: 'dbf', isPacking: false, isCut: size < length }
}

/** Of SQLite: pages of one size; 1 stands for 65,536, which two bytes do not hold. */
function databaseLength(head: DataView): number {
  if (head.byteLength < 32) return 32
  const page = head.getUint16(16)
  return (page === 1 ? 65_536 : page) * head.getUint32(28)
}
