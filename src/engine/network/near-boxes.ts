/** A box in local metres: [minX, minY, maxX, maxY]. */
export type Box = readonly [number, number, number, number]

const CELLS_A_SIDE = 512

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
    this.perX = CELLS_A_SIDE / Math.max(1, maxX - minX)
    this.perY = CELLS_A_SIDE / Math.max(1, maxY - minY)
    this.marks = new Uint8Array((CELLS_A_SIDE + 1) * (CELLS_A_SIDE + 1))
    for (const [x0, y0, x1, y1] of boxes) {
      const right = this.column(x1)
      const top = this.row(y1)
      for (let row = this.row(y0); row <= top; row++)
        this.marks.fill(1, row * (CELLS_A_SIDE + 1) + this.column(x0), row * (CELLS_A_SIDE + 1) + right + 1)
    }
  }

  has(minX: number, minY: number, maxX: number, maxY: number): boolean {
    const right = this.column(maxX)
    const top = this.row(maxY)
    const left = Math.max(0, this.column(minX))
    for (let row = Math.max(0, this.row(minY)); row <= top && row <= CELLS_A_SIDE; row++)
      for (let column = left; column <= right && column <= CELLS_A_SIDE; column++)
        if (this.marks[row * (CELLS_A_SIDE + 1) + column] === 1) return true
    return false
  }

  private column(x: number): number {
    return Math.floor((x - this.minX) * this.perX)
  }

  private row(y: number): number {
    return Math.floor((y - this.minY) * this.perY)
  }
}
