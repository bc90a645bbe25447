import type { Gap } from '../model/gap'

/** A ring for a gap and those it stands for. */
export interface GapMark {
  readonly gap: Gap
  /** gaps it stands for, itself included */
  readonly count: number
  /** pixels */
  readonly radius: number
}

const LARGEST = 22
/** Pixels left free between rings, for what is written there. */
const FREE = 14
/** Side of a tile of the base map in pixels. */
const TILE = 512

/**
 * Rings that do not lie over each other at a zoom: gaps come in the order of their severity, and one whose ring
 * would come near that of a graver one is counted to it. A ring's area grows with its own gap's people.
 */
export function gatherMarks(gaps: readonly Gap[], zoom: number): GapMark[] {
  const marks: { gap: Gap; count: number; radius: number }[] = []
  const cells = new Map<string, number[]>()
  const size = 2 * LARGEST + FREE
  const pixels = TILE * 2 ** zoom
  const places: [number, number][] = []
  for (const gap of gaps) {
    const [lon, lat] = gap.at
    const x = ((lon + 180) / 360) * pixels
    const y = (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * pixels
    const radius = Math.min(LARGEST, 5 + Math.sqrt(gap.people ?? 0) / 5)
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)]
    let taken = -1
    for (let dx = -1; dx <= 1 && taken < 0; dx++)
      for (let dy = -1; dy <= 1 && taken < 0; dy++)
        for (const i of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const [ax, ay] = places[i]
          if (Math.hypot(ax - x, ay - y) >= marks[i].radius + radius + FREE) continue
          taken = i
          break
        }
    if (taken >= 0) {
      marks[taken].count++
      continue
    }
    const key = `${column} ${row}`
    const list = cells.get(key)
    if (list === undefined) cells.set(key, [marks.length])
    else list.push(marks.length)
    marks.push({ gap, count: 1, radius })
    places.push([x, y])
  }
  return marks
}
