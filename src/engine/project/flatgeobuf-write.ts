import type { LayerName, LayerRecord } from '../../model/layers'
import { ByteWriter } from '../read/byte-writer'
import { type FlatTable, writeSizePrefixed } from './flatbuffer-write'
import { boxOf, type FeatureForm, formFor, writeFeature } from './flatgeobuf-feature'
import { GEOMETRY, MAGIC } from './layer-columns'
import { type Box, boxAround, NODE_SIZE, sortAlongHilbert, writeTree } from './packed-tree'

/**
 * A layer as a FlatGeobuf file: WGS84 (EPSG:4326), every column of the layer's schema plus `extra` (JSON)
 * and `_order`, packed Hilbert R-tree, coordinates as they are in float64. The same records give the same
 * bytes. An empty layer is a valid file with columns and no features.
 */
export function writeLayer(
  layer: LayerName,
  records: readonly LayerRecord<LayerName>[],
): Uint8Array<ArrayBuffer> {
  const form = formFor(layer, records)
  const boxes = new Float64Array(4 * records.length)
  records.forEach((record, i) => boxes.set(boxOf(layer, record), 4 * i))
  const types = new Set(records.map((record) => record.geometry.type))
  const extent = boxAround(boxes)
  const sorted = sortAlongHilbert(boxes, extent)

  const features = new ByteWriter()
  const offsets = Array.from(sorted, (place) => {
    const offset = features.length
    writeFeature(features, layer, form, records[place], place)
    return offset
  })

  const out = new ByteWriter()
  writeHead(out, { layer, form, extent, types, count: records.length })
  if (records.length > 0) writeTree(out, inOrder(boxes, sorted), offsets)
  out.bytes(features.peek())
  return out.toBytes()
}

/** Boxes, four numbers each, in the order of their numbers. */
export function inOrder(boxes: Float64Array, numbers: Uint32Array): Float64Array {
  const sorted = new Float64Array(boxes.length)
  numbers.forEach((number, i) => sorted.set(boxes.subarray(4 * number, 4 * number + 4), 4 * i))
  return sorted
}

interface LayerHead {
  readonly layer: LayerName
  readonly form: FeatureForm
  readonly extent: Box
  readonly types: ReadonlySet<LayerRecord<LayerName>['geometry']['type']>
  readonly count: number
}

/** Appends what stands before the tree: the magic bytes and the header. */
export function writeHead(out: ByteWriter, { layer, form, extent, types, count }: LayerHead): void {
  for (const byte of MAGIC) out.u8(byte)
  const isEmpty = count === 0
  const header: FlatTable = [
    { type: 'text', value: layer },
    isEmpty ? null : { type: 'f64s', value: extent },
    { type: 'u8', value: types.size === 1 ? GEOMETRY[[...types][0]] : GEOMETRY.Unknown },
    form.hasZ ? { type: 'u8', value: 1 } : null,
    null,
    null,
    null,
    {
      type: 'tables',
      value: form.columns.map((column): FlatTable => [
        { type: 'text', value: column.name },
        { type: 'u8', value: column.type },
      ]),
    },
    { type: 'u64', value: count },
    // without features there is no tree, and a reader must not look for one
    { type: 'u16', value: isEmpty ? 0 : NODE_SIZE },
    {
      type: 'table',
      value: [
        { type: 'text', value: 'EPSG' },
        { type: 'i32', value: 4326 },
        { type: 'text', value: 'WGS 84' },
      ],
    },
  ]
  writeSizePrefixed(out, header)
}
