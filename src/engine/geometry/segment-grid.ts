import type { Metres } from '../../model/units'
import { makeColumn } from '../column'

/** Polylines as columns: line i has the vertices from `start[i]` up to `end[i]`. */
export interface Polylines {
  readonly count: number
  readonly start: Int32Array
  /** absent: each ends where the next one begins, and the last one at one more entry of `start` */
  readonly end?: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Cells are about as wide as the pieces are long, within these bounds, metres. */
const LEAST_CELL_M = 20
const MOST_CELL_M = 120

/** A piece that only touches a cell's border lies in it, whatever the rounding, metres. */
const SLACK_M = 1e-6

/**
 * The straight pieces of polylines by the square cells they pass through. A piece is named by its first
 * vertex. The grid repeats itself in both directions, so its size depends on the number of pieces alone and
 * one stray piece far off costs nothing; cells that share a bucket are told apart by whoever looks at the
 * coordinates anyway. A bucket may name a piece twice.
 */
export class SegmentGrid {
  readonly cell_m: Metres
  /** the cells that hold pieces lie within these columns and rows; first > last: none do */
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
  /** first entry of each bucket in `pieces`, and an end mark */
  readonly start: Int32Array
  readonly pieces: Int32Array
  readonly columnMask: number
  readonly rowMask: number
  readonly rowShift: number

  constructor(lines: Polylines) {
    const { count, start, end = start.subarray(1), x, y } = lines
    let minX = Infinity
    let minY = Infinity
    let maxX = -Infinity
    let maxY = -Infinity
    let length = 0
    let pieces = 0
    for (let line = 0; line < count; line++) {
      const last = end[line] - 1
      for (let v = start[line]; v <= last; v++) {
        const vx = x[v]
        const vy = y[v]
        if (vx < minX) minX = vx
        if (vx > maxX) maxX = vx
        if (vy < minY) minY = vy
        if (vy > maxY) maxY = vy
        if (v === last) continue
        // near enough to the length to choose a cell by
        length += Math.max(Math.abs(x[v + 1] - vx), Math.abs(y[v + 1] - vy))
        pieces++
      }
    }
    const mean = pieces === 0 ? MOST_CELL_M : length / pieces
    this.cell_m = Math.min(MOST_CELL_M, Math.max(LEAST_CELL_M, 1.2 * mean))
    this.firstColumn = pieces === 0 ? 0 : this.cellOf(minX - SLACK_M)
    this.lastColumn = pieces === 0 ? -1 : this.cellOf(maxX + SLACK_M)
    this.firstRow = pieces === 0 ? 0 : this.cellOf(minY - SLACK_M)
    this.lastRow = pieces === 0 ? -1 : this.cellOf(maxY + SLACK_M)

    // at most two buckets for a piece
    let columnBits = bitsFor(this.lastColumn - this.firstColumn + 1)
    let rowBits = bitsFor(this.lastRow - this.firstRow + 1)
    while (columnBits + rowBits > bitsFor(pieces) + 1)
      if (columnBits > rowBits) columnBits--
      else rowBits--
    this.columnMask = (1 << columnBits) - 1
    this.rowMask = (1 << rowBits) - 1
    this.rowShift = columnBits

    // count, then place
    this.start = makeColumn(Int32Array, (1 << (columnBits + rowBits)) + 1)
    this.pieces = new Int32Array(0)
    this.layPieces(lines, false)
    for (let i = 1; i < this.start.length; i++) this.start[i] += this.start[i - 1]
    this.pieces = makeColumn(Int32Array, this.start[this.start.length - 1])
    this.layPieces(lines, true)
  }

  /** The column or row in which a coordinate lies. */
  cellOf(value: Metres): number {
    return Math.floor(value / this.cell_m)
  }

  /** The bucket of a cell: its pieces are entries `start[b]` up to `start[b + 1]`. */
  bucketOf(column: number, row: number): number {
    return ((row & this.rowMask) << this.rowShift) | (column & this.columnMask)
  }

  /** Pieces whose cells meet a box, ascending, each once. */
  within(minX: Metres, minY: Metres, maxX: Metres, maxY: Metres): Int32Array {
    const found: number[] = []
    this.some(minX, minY, maxX, maxY, (piece) => {
      found.push(piece)
      return false
    })
    const sorted = new Int32Array(found).sort()
    let count = 0
    for (const piece of sorted) if (count === 0 || piece !== sorted[count - 1]) sorted[count++] = piece
    return sorted.subarray(0, count)
  }

  /** Whether some piece whose cell meets a box passes a test. Pieces come in no order, and may come twice. */
  some(minX: Metres, minY: Metres, maxX: Metres, maxY: Metres, test: (piece: number) => boolean): boolean {
    const west = Math.max(this.firstColumn, this.cellOf(minX))
    const east = Math.min(this.lastColumn, this.cellOf(maxX))
    const north = Math.min(this.lastRow, this.cellOf(maxY))
    for (let row = Math.max(this.firstRow, this.cellOf(minY)); row <= north; row++)
      for (let column = west; column <= east; column++) {
        const bucket = this.bucketOf(column, row)
        for (let i = this.start[bucket]; i < this.start[bucket + 1]; i++)
          if (test(this.pieces[i])) return true
      }
    return false
  }

  /** Counts every bucket's pieces into `start`; filling, counts down again and writes them. */
  private layPieces({ count, start, end = start.subarray(1), x, y }: Polylines, isFilling: boolean): void {
    const { cell_m } = this
    const perMetre = 1 / cell_m
    for (let line = 0; line < count; line++) {
      for (let v = start[line], last = end[line] - 1; v < last; v++) {
        const ax = x[v]
        const ay = y[v]
        const bx = x[v + 1]
        const by = y[v + 1]
        const west = Math.floor((Math.min(ax, bx) - SLACK_M) * perMetre)
        const east = Math.floor((Math.max(ax, bx) + SLACK_M) * perMetre)
        const south = Math.floor((Math.min(ay, by) - SLACK_M) * perMetre)
        const north = Math.floor((Math.max(ay, by) + SLACK_M) * perMetre)
        const isSmall = east - west <= 1 && north - south <= 1
        for (let row = south; row <= north; row++) {
          let from = west
          let to = east
          if (!isSmall && ay !== by) {
            // the stretch of the piece within this row
            const t0 = clamp((row * cell_m - SLACK_M - ay) / (by - ay))
            const t1 = clamp(((row + 1) * cell_m + SLACK_M - ay) / (by - ay))
            const x0 = ax + t0 * (bx - ax)
            const x1 = ax + t1 * (bx - ax)
            from = Math.floor((Math.min(x0, x1) - SLACK_M) * perMetre)
            to = Math.floor((Math.max(x0, x1) + SLACK_M) * perMetre)
          }
          for (let column = from; column <= to; column++) {
            const bucket = ((row & this.rowMask) << this.rowShift) | (column & this.columnMask)
            if (isFilling) this.pieces[--this.start[bucket]] = v
            else this.start[bucket]++
          }
        }
      }
    }
  }
}

function clamp(t: number): number {
  return t < 0 ? 0 : t > 1 ? 1 : t
}

/** Bits that number this many things. */
function bitsFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1)
}
