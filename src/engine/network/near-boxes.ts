/** A box in local metres: [minX, minY, maxX, maxY]. */
export type Box = readonly [number, number, number, number]

/** Cells a side: as many as boxes can use, and a raster of a few hundred kilobytes at most. */
const CELLS_OF_A_BOX = 16
const MOST_CELLS = 512

/**
 * Answers fast whether a box comes near any of a few others: a raster over their common extent. It may say
 * yes where there is a cell's width between them, never no where they touch.
 */
export class NearBoxes {
  private readonly marks: Uint8Array
  private readonly minX: number
  private readonly minY: number
  private readonly perX: number
  private readonly perY: number
  private readonly side: number

  constructor(boxes: readonly Box[]) {
    let minX = Infinity
    let minY = Infinity
    let maxX = -Infinity
    let maxY = -Infinity
    for (const box of boxes) {
      minX = Math.min(minX, box[0])
      minY = Math.min(minY, box[1])
      maxX = Math.max(maxX, box[2])
      maxY = Math.max(maxY, box[3])
    }
    this.minX = minX
    this.minY = minY
    const side = Math.min(MOST_CELLS, Math.max(1, Math.ceil(CELLS_OF_A_BOX * Math.sqrt(boxes.length))))
    this.side = side
    this.perX = side / Math.max(1, maxX - minX)
    this.perY = side / Math.max(1, maxY - minY)
    this.marks = new Uint8Array((side + 1) * (side + 1))
    for (const [x0, y0, x1, y1] of boxes) {
      const right = this.column(x1)
      const top = this.row(y1)
      for (let row = this.row(y0); row <= top; row++)
        this.marks.fill(1, row * (side + 1) + this.column(x0), row * (side + 1) + right + 1)
    }
  }

  has(minX: number, minY: number, maxX: number, maxY: number): boolean {
    const right = this.column(maxX)
    const top = this.row(maxY)
    const left = Math.max(0, this.column(minX))
    const { side } = this
    for (let row = Math.max(0, this.row(minY)); row <= top && row <= side; row++)
      for (let column = left; column <= right && column <= side; column++)
        if (this.marks[row * (side + 1) + column] === 1) return true
    return false
  }

  private column(x: number): number {
    return Math.floor((x - this.minX) * this.perX)
  }

  private row(y: number): number {
    return Math.floor((y - this.minY) * this.perY)
  }
}
