import { zlibSync } from 'fflate'

/** A tiny PBF writer: enough of the format to make files no tool would write. */
type Bytes = readonly number[]

export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value))
  const bytes: number[] = []
  do {
    const low = Number(rest & 127n)
    rest >>= 7n
    bytes.push(rest === 0n ? low : low | 128)
  } while (rest !== 0n)
  return bytes
}

export function zigzag(value: number): number[] {
  const big = BigInt(value)
  return varint(big >= 0n ? big * 2n : -big * 2n - 1n)
}

export function field(number: number, bytes: Bytes): number[] {
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes]
}

export function plain(number: number, bytes: Bytes): number[] {
  return [...varint(number * 8), ...bytes]
}

export function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)]
}

/** Differences of a list, as packed zigzag numbers. */
export function deltas(values: readonly number[]): number[] {
  return values.flatMap((value, i) => zigzag(value - (i === 0 ? 0 : values[i - 1])))
}

export type Packing = 'zlib' | 'raw' | 'lzma' | 'bzip2' | 'lz4' | 'zstd'
const PACKING_FIELD = { raw: 1, zlib: 3, lzma: 4, bzip2: 5, lz4: 6, zstd: 7 } as const

export function blob(type: 'OSMHeader' | 'OSMData', content: Bytes, packing: Packing = 'zlib'): number[] {
  const packed = packing === 'zlib' ? [...zlibSync(Uint8Array.from(content))] : content
  const body = [
    ...(packing === 'raw' ? [] : plain(2, varint(content.length))),
    ...field(PACKING_FIELD[packing], packed),
  ]
  const header = [...field(1, utf8(type)), ...plain(3, varint(body.length))]
  return [0, 0, header.length >> 8, header.length & 255, ...header, ...body]
}

export function headerBlock(features: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']): number[] {
  return features.flatMap((feature) => field(4, utf8(feature)))
}

export function dataBlock(strings: readonly string[], groups: readonly Bytes[], rest: Bytes = []): number[] {
  const table = ['', ...strings].flatMap((text) => field(1, utf8(text)))
  return [...field(1, table), ...groups.flatMap((group) => field(2, group)), ...rest]
}

/** A complete small file: three dense nodes, the first tagged, and a street over them. */
export function smallPbf(packing: Packing = 'zlib'): Uint8Array {
  const dense = [
    ...field(1, deltas([10, 11, 12])),
    ...field(8, deltas([300000000, 300000100, 300000200])),
    ...field(9, deltas([1200000000, 1200000100, 1200000200])),
    ...field(10, [1, 2, 0, 0, 0]),
  ]
  const way = [
    ...plain(1, varint(7)),
    ...field(2, [3, 5]),
    ...field(3, [4, 6]),
    ...field(8, deltas([10, 11, 12])),
  ]
  const strings = ['amenity', 'toilets', 'highway', 'footway', 'created_by', 'nobody']
  return Uint8Array.from([
    ...blob('OSMHeader', headerBlock(), packing),
    ...blob('OSMData', dataBlock(strings, [field(2, dense), field(3, way)]), packing),
  ])
}
