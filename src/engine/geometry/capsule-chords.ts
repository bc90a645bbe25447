/** Segments flatter than this over their whole length count as level: their slope would cost all digits. */
const LEVEL = 1e-9

/**
 * Where horizontal lines enter and leave a capsule: all points within `radius` of a segment. Set for one
 * capsule, then asked line by line; for vertical lines swap x and y. Exact up to rounding.
 */
export class CapsuleChords {
  /** the first and last whole number y whose line meets the capsule */
  first = 0
  last = 0
  private ax = 0
  private ay = 0
  private dx = 0
  private dy = 0
  private radius2 = 0
  private up = 0
  private inverse = 0
  private shift = 0

  /** `scale` is the radius divided by the length of the segment; of no account for a point or a level one. */
  set(ax: number, ay: number, bx: number, by: number, radius: number, scale: number): void {
    const dy = by - ay
    const isLevel = Math.abs(dy) < LEVEL
    this.first = Math.ceil(Math.min(ay, by) - radius)
    this.last = Math.floor(Math.max(ay, by) + radius)
    // a level one runs to the right: its chords begin at a and end at b
    this.ax = isLevel ? Math.min(ax, bx) : ax
    this.dx = isLevel ? Math.abs(bx - ax) : bx - ax
    this.ay = ay
    this.dy = isLevel ? 0 : dy
    this.inverse = isLevel ? 0 : 1 / dy
    this.shift = isLevel ? 1 : 0
    this.radius2 = radius * radius
    // how far above its foot on the segment the left side lies, and below it the right side
    this.up = isLevel ? 0 : scale * this.dx * dy * Math.abs(this.inverse)
  }

  /** x where the line at `y` comes in. */
  enterAt(y: number): number {
    const height = y - this.ay
    // the circle that reaches farthest to the left on this line stands at this share of the segment
    const t = clampToOne((height - this.up) * this.inverse)
    return this.ax + t * this.dx - this.halfChord(height - t * this.dy)
  }

  /** x where the line at `y` goes out. */
  leaveAt(y: number): number {
    const height = y - this.ay
    const t = clampToOne((height + this.up) * this.inverse + this.shift)
    return this.ax + t * this.dx + this.halfChord(height - t * this.dy)
  }

  private halfChord(height: number): number {
    // below zero by a rounding at most
    return Math.sqrt(Math.abs(this.radius2 - height * height))
  }
}

/** 0–1, without a branch that no processor could foresee. */
function clampToOne(value: number): number {
  return 0.5 * (1 + Math.abs(value) - Math.abs(value - 1))
}
