/** [west, south, east, north] in whole units of 1e-7 degree. */
export type UnitBox = readonly [number, number, number, number]

/** A piece, or two halves: what lies before `at` on the axis, and the rest. */
type Branch =
  | { readonly piece: number }
  | { readonly axis: 0 | 1; readonly at: number; readonly low: Branch; readonly high: Branch }

/** Of more nodes than this only every so many-th is looked at. */
const SAMPLE = 500_000

/**
 * A region cut into pieces of about the same number of nodes, by halving it at the median again and again:
 * small pieces in the city, large ones in the mountains. West and south of a piece belong to it, east and
 * north to its neighbors, so every point is in one piece.
 */
export class PieceTree {
  /** per piece; the outer ones end where the nodes do */
  readonly boxes: readonly UnitBox[]
  readonly #root: Branch

  /** @param most nodes in a piece, about */
  constructor(lon7: Int32Array, lat7: Int32Array, most: number) {
    const step = Math.ceil(Math.max(1, lon7.length / SAMPLE))
    const sample = new Int32Array(Math.ceil(lon7.length / step))
    for (let i = 0; i < sample.length; i++) sample[i] = i * step
    const boxes: UnitBox[] = []
    const axes = [lon7, lat7] as const
    const split = (nodes: Int32Array, box: UnitBox): Branch => {
      if (nodes.length * step > most) {
        // a degree of longitude is shorter the farther north, and near enough to cos lat everywhere in the box
        const width = (box[2] - box[0]) * Math.cos(((box[1] + box[3]) / 2e7) * (Math.PI / 180))
        const longer = width >= box[3] - box[1] ? 0 : 1
        for (const axis of [longer, 1 - longer] as (0 | 1)[]) {
          const values = nodes.map((node) => axes[axis][node]).sort()
          const at = values[values.length >> 1]
          // all on one line
          if (at === values[0]) continue
          const east = box.with(axis + 2, at) as unknown as UnitBox
          const west = box.with(axis, at) as unknown as UnitBox
          const low = split(
            nodes.filter((node) => axes[axis][node] < at),
            east,
          )
          const high = split(
            nodes.filter((node) => axes[axis][node] >= at),
            west,
          )
          return { axis, at, low, high }
        }
      }
      boxes.push(box)
      return { piece: boxes.length - 1 }
    }
    this.#root = split(sample, boxAroundNodes(lon7, lat7))
    this.boxes = boxes
  }

  find(lon7: number, lat7: number): number {
    let branch = this.#root
    while ('axis' in branch) branch = (branch.axis === 0 ? lon7 : lat7) < branch.at ? branch.low : branch.high
    return branch.piece
  }

  /** The pieces that share a point with a box, in ascending order. */
  findMeeting(box: UnitBox): number[] {
    const found: number[] = []
    const visit = (branch: Branch): void => {
      if ('piece' in branch) {
        found.push(branch.piece)
        return
      }
      if (box[branch.axis] < branch.at) visit(branch.low)
      if (box[branch.axis + 2] >= branch.at) visit(branch.high)
    }
    visit(this.#root)
    return found
  }
}

function boxAroundNodes(lon7: Int32Array, lat7: Int32Array): UnitBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let n = 0; n < lon7.length; n++) {
    if (lon7[n] < west) west = lon7[n]
    if (lon7[n] > east) east = lon7[n]
    if (lat7[n] < south) south = lat7[n]
    if (lat7[n] > north) north = lat7[n]
  }
  return [west, south, east, north]
}
