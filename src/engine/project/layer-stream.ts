import type { LayerName, LayerRecord } from '../../model/layers'
import { ByteWriter } from '../read/byte-writer'
import { type Scratch, ScratchStream } from '../read/scratch'
import { FlatReader } from './flatbuffer-read'
import { boxOf, type FeatureForm, formFor, writeFeature } from './flatgeobuf-feature'
import { readFeature } from './flatgeobuf-record'
import { inOrder, writeHead } from './flatgeobuf-write'
import { boxAround, sortAlongHilbert, writeTree } from './packed-tree'
import { ScratchBlocks } from './scratch-blocks'

/** What is kept of a feature until its layer is written: eight float64. */
const ROW = { box: 0, form: 4, group: 5, place: 6, size: 7, numbers: 8 } as const
/** Ids of OpenStreetMap stay within half of this either way; with group and kind they are exact in a float64. */
const IDS = 2 ** 47

/** A portion of what is written at once, bytes. */
const PORTION = 2 ** 20

/**
 * A layer whose records come in portions, in any order, and do not all fit in memory: features wait in a
 * scratch file. What comes out is the file that `writeLayer` makes of all records in the order of
 * OpenStreetMap layers, to the byte.
 */
export class LayerStream {
  readonly layer: LayerName
  count = 0
  /** once written: the place in the layer of each record, in the order they came */
  ranks = new Uint32Array(0)
  readonly #scratch: Scratch
  readonly #rows: ScratchStream
  readonly #types = new Set<LayerRecord<LayerName>['geometry']['type']>()
  /** the last one does for all records so far */
  readonly #forms: FeatureForm[] = []

  constructor(layer: LayerName, scratch: Scratch) {
    this.layer = layer
    this.#scratch = scratch
    this.#rows = new ScratchStream(scratch)
  }

  /** @param groups see `OsmLayers`; all records of one element come in one call */
  async add(groups: readonly (readonly LayerRecord<LayerName>[])[]): Promise<void> {
    const records = groups.flat()
    if (records.length === 0) return
    const form = formFor(this.layer, records, this.#forms.at(-1))
    if (form !== this.#forms.at(-1)) this.#forms.push(form)
    const features = new ByteWriter()
    const sizes = records.map((record) => {
      const start = features.length
      // its place is filled in when all are there
      writeFeature(features, this.layer, form, record, 0)
      return features.length - start
    })
    let place = await this.#scratch.append(features.peek())
    const rows = this.#rows.writer
    let i = 0
    groups.forEach((group, g) => {
      for (const record of group) {
        for (const side of boxOf(this.layer, record)) rows.f64(side)
        rows.f64(this.#forms.length - 1)
        rows.f64(orderOf(record.id, g))
        rows.f64(place)
        rows.f64(sizes[i])
        place += sizes[i++]
        this.#types.add(record.geometry.type)
      }
    })
    this.count += records.length
    await this.#rows.flush(false)
  }

  /** Writes the layer's file, portion by portion. */
  async finish(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    await this.#rows.flush(true)
    const rows = await this.#readRows()
    const { layer, count } = this
    const form = this.#forms.at(-1) ?? formFor(layer, [])
    await this.#bringToForm(rows, form)
    const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
      (a, b) => rows[a * ROW.numbers + ROW.group] - rows[b * ROW.numbers + ROW.group] || a - b,
    )
    this.ranks = new Uint32Array(count)
    const boxes = new Float64Array(4 * count)
    order.forEach((row, rank) => {
      this.ranks[row] = rank
      boxes.set(rows.subarray(row * ROW.numbers, row * ROW.numbers + 4), 4 * rank)
    })
    const extent = boxAround(boxes)
    const sorted = sortAlongHilbert(boxes, extent)
    const offsets = new Float64Array(count)
    let offset = 0
    sorted.forEach((rank, i) => {
      offsets[i] = offset
      offset += rows[order[rank] * ROW.numbers + ROW.size]
    })
    const head = new ByteWriter()
    writeHead(head, { layer, form, extent, types: this.#types, count })
    if (count > 0) writeTree(head, inOrder(boxes, sorted), offsets)
    await write(head.peek())

    const out = new ByteWriter()
    const blocks = new ScratchBlocks(this.#scratch)
    for (const rank of sorted) {
      const row = order[rank] * ROW.numbers
      const start = rows[row + ROW.place]
      const end = start + rows[row + ROW.size]
      const feature = blocks.peek(start, end) ?? (await blocks.load(start, end))
      const at = out.length
      out.bytes(feature)
      out.setU32(at + findOrder(feature), rank)
      if (out.length < PORTION) continue
      await write(out.peek())
      out.clear()
    }
    await write(out.peek())
  }

  async #readRows(): Promise<Float64Array> {
    const bytes = await this.#rows.readAll()
    return new Float64Array(bytes.buffer, bytes.byteOffset, this.count * ROW.numbers)
  }

  /** Features written before the layer took its form are written again: heights and wide numbers are rare. */
  async #bringToForm(rows: Float64Array, form: FeatureForm): Promise<void> {
    const last = this.#forms.length - 1
    const blocks = new ScratchBlocks(this.#scratch)
    const out = new ByteWriter()
    let waiting: number[] = []
    const flush = async (): Promise<void> => {
      let place = await this.#scratch.append(out.peek())
      for (const row of waiting) {
        rows[row + ROW.place] = place
        place += rows[row + ROW.size]
      }
      waiting = []
      out.clear()
    }
    for (let row = 0; row < rows.length; row += ROW.numbers) {
      if (rows[row + ROW.form] === last) continue
      const start = rows[row + ROW.place]
      const end = start + rows[row + ROW.size]
      const feature = blocks.peek(start, end) ?? (await blocks.load(start, end))
      const header = { geometryType: 0, columns: this.#forms[rows[row + ROW.form]].columns }
      const [{ record }] = readFeature(this.layer, feature.subarray(4), header, { layer: this.layer }, [])
      const at = out.length
      writeFeature(out, this.layer, form, record, 0)
      rows[row + ROW.size] = out.length - at
      waiting.push(row)
      if (out.length > PORTION) await flush()
    }
    await flush()
  }
}

/** Group, then nodes, ways and relations, each by id, as one number. */
export function orderOf(id: string, group: number): number {
  const number = Number.parseInt(id.slice(1), 10)
  return (group * 4 + 'nwr'.indexOf(id[0])) * IDS + number
}

/** Where the place in the layer stands in a feature: it is the last value. */
function findOrder(feature: Uint8Array): number {
  const values = FlatReader.root(feature.subarray(4)).bytes(1)
  if (values === null) throw new Error('a feature without values')
  return values.byteOffset - feature.byteOffset + values.length - 4
}
