import { CLASS_COLUMNS, type ColumnName, type Reach } from './reach'

/**
 * Walks that are being measured. They begin as those of another reach; a column of a class is copied when it is first
 * written to, so that what stays the same is the same column in both: an edit changes the walks to some classes, and
 * memory asked for anew costs more than what is written into it.
 */
export class ReachDraft {
  /** The walks as they are so far; handed on, they change no more. */
  readonly reach: Reach
  private readonly columns: Record<ColumnName, Int32Array[]>
  private readonly isOwn: Record<ColumnName, Uint8Array>
  private readonly asked: readonly ColumnName[]
  private nowhere: Int32Array | null = null

  /** `isWhole`: false where only `cost` is asked for; what is written into other columns is read by nobody then. */
  constructor(from: Reach, isWhole = true) {
    this.asked = isWhole ? CLASS_COLUMNS : ['cost']
    this.columns = eachColumn((name) => [...from[name]])
    this.isOwn = eachColumn((name) =>
      new Uint8Array(from.codes.length).fill(this.asked.includes(name) ? 0 : 1),
    )
    this.reach = { ...from, ...this.columns }
  }

  /** A column of a class, to be written to. */
  own(name: ColumnName, classIndex: number): Int32Array {
    if (this.isOwn[name][classIndex] === 0) {
      this.columns[name][classIndex] = this.columns[name][classIndex].slice()
      this.isOwn[name][classIndex] = 1
    }
    return this.columns[name][classIndex]
  }

  /** Takes the walks to a class from another reach of the same people. */
  take(classIndex: number, from: Reach, fromClass: number): void {
    for (const name of this.asked) this.put(name, classIndex, from[name][fromClass])
  }

  /** Forgets the walks to a class. */
  clear(classIndex: number): void {
    this.nowhere ??= new Int32Array(this.reach.pointCount).fill(-1)
    for (const name of this.asked) this.put(name, classIndex, this.nowhere)
  }

  /** Forgets the walks of some points to a class. */
  forget(classIndex: number, points: readonly number[]): void {
    for (const name of this.asked)
      for (const point of points)
        if (this.columns[name][classIndex][point] !== -1) this.own(name, classIndex)[point] = -1
  }

  private put(name: ColumnName, classIndex: number, column: Int32Array): void {
    this.columns[name][classIndex] = column
    this.isOwn[name][classIndex] = 0
  }
}

function eachColumn<T>(make: (name: ColumnName) => T): Record<ColumnName, T> {
  return Object.fromEntries(CLASS_COLUMNS.map((name) => [name, make(name)])) as Record<ColumnName, T>
}
