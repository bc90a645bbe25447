import { type Line, type P, type Ring, closed, isInside, nearestOn, segmentGap } from './plane'

/** Where something already stands: keeps buildings off each other, off streets, water and rails. */
export interface Placer {
  /** keep this far from the line */
  addLine(line: Line, clearance: number): void
  addRing(ring: Ring): void
  /** Is the ring free, `margin` inside `within`, and `gap` from everything that stands? */
  isFree(ring: Ring, within: Ring, margin: number, gap: number): boolean
}

const CELL = 40

const cellsOf = (points: Line, grow: number): string[] => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  const keys: string[] = []
  for (let i = Math.floor((x0 - grow) / CELL); i <= Math.floor((x1 + grow) / CELL); i++)
    for (let j = Math.floor((y0 - grow) / CELL); j <= Math.floor((y1 + grow) / CELL); j++)
      keys.push(`${i},${j}`)
  return keys
}
const put = <T>(map: Map<string, T[]>, keys: readonly string[], item: T): void => {
  for (const key of keys) {
    const cell = map.get(key)
    if (cell) cell.push(item)
    else map.set(key, [item])
  }
}

export function makePlacer(): Placer {
  interface Segment {
    readonly a: P
    readonly b: P
    readonly clearance: number
  }
  const segments = new Map<string, Segment[]>()
  const rings = new Map<string, Ring[]>()

  return {
    addLine(line, clearance) {
      for (let i = 0; i + 1 < line.length; i++) {
        const a = line[i]
        const b = line[i + 1]
        put(segments, cellsOf([a, b], clearance), { a, b, clearance })
      }
    },
    addRing(ring) {
      put(rings, cellsOf(ring, 0), ring)
    },
    isFree(ring, within, margin, gap) {
      const around = closed(within)
      for (const p of ring) if (!isInside(p, within) || nearestOn(p, around).d < margin) return false
      for (const p of within) if (isInside(p, ring)) return false
      const edges = closed(ring)
      if (margin > 0)
        for (let i = 0; i + 1 < around.length; i++)
          for (let k = 0; k + 1 < edges.length; k++)
            if (segmentGap(around[i], around[i + 1], edges[k], edges[k + 1]) < margin * 0.9) return false
      const keys = cellsOf(ring, gap)
      const seen = new Set<unknown>()
      for (const key of keys) {
        for (const s of segments.get(key) ?? []) {
          if (seen.has(s)) continue
          seen.add(s)
          if (isInside(s.a, ring)) return false
          for (let k = 0; k + 1 < edges.length; k++)
            if (segmentGap(edges[k], edges[k + 1], s.a, s.b) < s.clearance) return false
        }
        for (const other of rings.get(key) ?? []) {
          if (seen.has(other)) continue
          seen.add(other)
          if (isInside(other[0], ring) || isInside(ring[0], other)) return false
          const theirs = closed(other)
          for (let k = 0; k + 1 < edges.length; k++)
            for (let m = 0; m + 1 < theirs.length; m++)
              if (segmentGap(edges[k], edges[k + 1], theirs[m], theirs[m + 1]) < gap) return false
        }
      }
      return true
    },
  }
}
