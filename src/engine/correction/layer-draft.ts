import type { LayerName, LayerRecord, Layers } from '../../model/layers'
import type { UnplacedSpace } from '../../model/unplaced-space'

/**
 * Layers while corrections or edits change them: a layer is copied when it is first written to, the base never.
 * A layer that nobody wrote to stays the same list.
 */
export class LayerDraft {
  /** candidate spaces that wait for a place */
  readonly unplaced: readonly UnplacedSpace[]
  private readonly layers: Layers
  private readonly copies = new Map<LayerName, Copy>()

  constructor(base: Layers, unplaced: readonly UnplacedSpace[] = []) {
    this.layers = base
    this.unplaced = unplaced
  }

  /** The record as it is now; undefined: there is none, or it was dropped. */
  find<L extends LayerName>(layer: L, id: string): LayerRecord<L> | undefined {
    const row = this.rowOf(layer, id)
    if (row === undefined) return undefined
    const records = this.copies.get(layer)?.records ?? this.layers[layer]
    // a copy holds records of its own layer alone
    return (records[row] ?? undefined) as LayerRecord<L> | undefined
  }

  /** All records as they are now, in order. */
  all<L extends LayerName>(layer: L): readonly LayerRecord<L>[] {
    const records = this.copies.get(layer)?.records
    if (records === undefined) return this.layers[layer]
    return records.filter((record) => record !== null) as unknown as readonly LayerRecord<L>[]
  }

  /** Puts a record in the place of the one with its id. */
  replace<L extends LayerName>(layer: L, record: LayerRecord<L>): void {
    const row = this.rowOf(layer, record.id)
    if (row === undefined) throw new Error(`no ${layer} ${record.id} to replace`)
    this.copyOf(layer).records[row] = record
  }

  /** Adds a record at the end; a taken id is lengthened by `~`, and the one used is returned. */
  add<L extends LayerName>(layer: L, record: LayerRecord<L>): string {
    const { records, added } = this.copyOf(layer)
    let { id } = record
    while (this.rowOf(layer, id) !== undefined) id += '~'
    added.set(id, records.length)
    records.push(id === record.id ? record : { ...record, id })
    return id
  }

  drop(layer: LayerName, id: string): void {
    const row = this.rowOf(layer, id)
    if (row !== undefined) this.copyOf(layer).records[row] = null
  }

  finish(): Layers {
    const changed = [...this.copies.keys()].map((layer) => [layer, this.all(layer)] as const)
    return { ...this.layers, ...Object.fromEntries(changed) }
  }

  private rowOf(layer: LayerName, id: string): number | undefined {
    return this.copies.get(layer)?.added.get(id) ?? rowsOf(this.layers[layer]).get(id)
  }

  private copyOf(layer: LayerName): Copy {
    let copy = this.copies.get(layer)
    if (copy === undefined) {
      copy = { records: [...this.layers[layer]], added: new Map() }
      this.copies.set(layer, copy)
    }
    return copy
  }
}

interface Copy {
  /** null: dropped */
  readonly records: (LayerRecord<LayerName> | null)[]
  /** rows of records that the base has not, by id; a dropped one keeps its row */
  readonly added: Map<string, number>
}

// a list of records never changes: while somebody edits, the same base is asked again and again
const known = new WeakMap<readonly LayerRecord<LayerName>[], ReadonlyMap<string, number>>()

function rowsOf(records: readonly LayerRecord<LayerName>[]): ReadonlyMap<string, number> {
  let rows = known.get(records)
  if (rows === undefined) known.set(records, (rows = new Map(records.map(({ id }, row) => [id, row]))))
  return rows
}
