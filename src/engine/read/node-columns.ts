import { GrowingColumn } from './growing-column'
import { IdIndex } from './id-index'
import { NoSink } from './pbf-passes'

/** Bytes of a PBF for each node, at the least: room for all is taken at once, never copied. */
const BYTES_PER_NODE = 6

/** First pass over a large file: where every node is, 16 bytes each. */
export class NodeColumns extends NoSink {
  override readonly wants = { node: true, way: false, relation: false }
  readonly #ids: GrowingColumn<Float64Array>
  readonly #lon7: GrowingColumn<Int32Array>
  readonly #lat7: GrowingColumn<Int32Array>
  ids: Float64Array = new Float64Array(0)
  lon7: Int32Array = new Int32Array(0)
  lat7: Int32Array = new Int32Array(0)
  index = new IdIndex(new Float64Array(0), 0)

  constructor(fileBytes: number) {
    super()
    const expected = Math.max(1024, Math.ceil(fileBytes / BYTES_PER_NODE))
    this.#ids = GrowingColumn.float64(expected)
    this.#lon7 = GrowingColumn.int32(expected)
    this.#lat7 = GrowingColumn.int32(expected)
  }

  override addNode(id: number, lon7: number, lat7: number): void {
    this.#ids.push(id)
    this.#lon7.push(lon7)
    this.#lat7.push(lat7)
  }

  finish(): void {
    this.ids = this.#ids.view()
    this.lon7 = this.#lon7.view()
    this.lat7 = this.#lat7.view()
    this.index = new IdIndex(this.ids, this.ids.length)
  }
}
