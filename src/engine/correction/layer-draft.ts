import type { LayerName, LayerRecord, Layers } from '../../model/layers'

/** Layers while corrections change them: a layer is copied when it is first written to, the base never. */
export class LayerDraft {
  private readonly layers: Layers
  private readonly copies = new Map<LayerName, Copy>()

  constructor(base: Layers) {
    this.layers = base
  }

  /** The record as it is now; undefined: there is none, or it was dropped. */
  find<L extends LayerName>(layer: L, id: string): LayerRecord<L> | undefined {
    const copy = this.copyOf(layer)
    const row = copy.rows.get(id)
    // a copy holds records of its own layer alone
    return row === undefined ? undefined : ((copy.records[row] ?? undefined) as LayerRecord<L> | undefined)
  }

  /** All records as they are now, in order. */
  all<L extends LayerName>(layer: L): readonly LayerRecord<L>[] {
    const records = this.copies.get(layer)?.records
    if (records === undefined) return this.layers[layer]
    return records.filter((record) => record !== null) as unknown as readonly LayerRecord<L>[]
  }

  /** Puts a record in the place of the one with its id. */
  replace<L extends LayerName>(layer: L, record: LayerRecord<L>): void {
    const { records, rows } = this.copyOf(layer)
    const row = rows.get(record.id)
    if (row === undefined) throw new Error(`no ${layer} ${record.id} to replace`)
    records[row] = record
  }

  /** Adds a record at the end; a taken id is lengthened by `~`, and the one used is returned. */
  add<L extends LayerName>(layer: L, record: LayerRecord<L>): string {
    const { records, rows } = this.copyOf(layer)
    let { id } = record
    while (rows.has(id)) id += '~'
    rows.set(id, records.length)
    records.push(id === record.id ? record : { ...record, id })
    return id
  }

  drop(layer: LayerName, id: string): void {
    const { records, rows } = this.copyOf(layer)
    const row = rows.get(id)
    if (row !== undefined) records[row] = null
  }

  finish(): Layers {
    const changed = [...this.copies.keys()].map((layer) => [layer, this.all(layer)] as const)
    return { ...this.layers, ...Object.fromEntries(changed) }
  }

  private copyOf(layer: LayerName): Copy {
    let copy = this.copies.get(layer)
    if (copy === undefined) {
      const records: (LayerRecord<LayerName> | null)[] = [...this.layers[layer]]
      copy = { records, rows: new Map(this.layers[layer].map(({ id }, row) => [id, row])) }
      this.copies.set(layer, copy)
    }
    return copy
  }
}

interface Copy {
  /** null: dropped */
  readonly records: (LayerRecord<LayerName> | null)[]
  readonly rows: Map<string, number>
}
