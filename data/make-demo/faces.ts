import { type Line, type P, cross, dist, meet, nearestOn, ringArea, sub } from './plane'

const WELD = 0.25

/** Gives one and the same point to whatever lies within a quarter of a metre. */
export function makeWelder(): (p: P) => P {
  const cells = new Map<string, P[]>()
  return (p) => {
    const i = Math.floor(p[0] / 2)
    const j = Math.floor(p[1] / 2)
    for (let a = i - 1; a <= i + 1; a++)
      for (let b = j - 1; b <= j + 1; b++)
        for (const q of cells.get(`${a},${b}`) ?? []) if (dist(p, q) < WELD) return q
    const key = `${i},${j}`
    const cell = cells.get(key)
    if (cell) cell.push(p)
    else cells.set(key, [p])
    return p
  }
}

/**
 * Lines of one level, with a shared vertex wherever two of them cross or one ends on another.
 * Streets join by identical vertices only, so this is what makes a network of them.
 */
export function nodeLines(lines: readonly Line[], weld: (p: P) => P): P[][] {
  const CELL = 60
  const grid = new Map<string, [line: number, segment: number][]>()
  const boxOf = (a: P, b: P): [number, number, number, number] => [
    Math.floor((Math.min(a[0], b[0]) - 1) / CELL),
    Math.floor((Math.min(a[1], b[1]) - 1) / CELL),
    Math.floor((Math.max(a[0], b[0]) + 1) / CELL),
    Math.floor((Math.max(a[1], b[1]) + 1) / CELL),
  ]
  const welded = lines.map((line) => dropRepeats(line.map(weld)))
  const inserts = welded.map((line) => line.map(() => [] as { t: number; p: P }[]))
  welded.forEach((line, l) => {
    for (let s = 0; s + 1 < line.length; s++) {
      const a = line[s]
      const b = line[s + 1]
      const [x0, y0, x1, y1] = boxOf(a, b)
      const near = new Set<string>()
      for (let i = x0; i <= x1; i++)
        for (let j = y0; j <= y1; j++) {
          const key = `${i},${j}`
          for (const [ol, os] of grid.get(key) ?? []) {
            if (ol === l || near.has(`${ol}:${os}`)) continue
            near.add(`${ol}:${os}`)
            const c = welded[ol]?.[os]
            const d = welded[ol]?.[os + 1]
            // an end that touches, first; then a true crossing
            const touching: P[] = []
            for (const e of [c, d]) {
              const on = nearestOn(e, [a, b])
              if (on.d < WELD) {
                touching.push(e)
                inserts[l]?.[s]?.push({ t: on.t, p: e })
              }
            }
            for (const e of [a, b]) {
              const on = nearestOn(e, [c, d])
              if (on.d < WELD) {
                touching.push(e)
                inserts[ol]?.[os]?.push({ t: on.t, p: e })
              }
            }
            if (touching.length > 0) continue
            const m = meet(a, b, c, d)
            if (!m) continue
            const p = weld(m.p)
            inserts[l]?.[s]?.push({ t: m.t, p })
            inserts[ol]?.[os]?.push({ t: m.u, p })
          }
          const cell = grid.get(key)
          if (cell) cell.push([l, s])
          else grid.set(key, [[l, s]])
        }
    }
  })
  return welded.map((line, l) =>
    dropRepeats(
      line.flatMap((p, s) => [
        p,
        ...(inserts[l]?.[s] ?? []).sort((a, b) => a.t - b.t).map((insert) => insert.p),
      ]),
    ),
  )
}

function dropRepeats(line: Line): P[] {
  return line.filter((p, i) => i === 0 || p !== line[i - 1])
}

const key = (p: P): string => `${p[0]},${p[1]}`

export interface Face<A> {
  readonly ring: readonly P[]
  /** what each edge belongs to: edge i runs from ring[i] to ring[i+1] */
  readonly edges: readonly A[]
}

/** The bounded faces between noded lines; ends that lead nowhere are pruned first. */
export function findFaces<A>(lines: readonly { readonly line: Line; readonly tag: A }[]): Face<A>[] {
  const nodes = new Map<string, { p: P; out: Map<string, A> }>()
  const nodeOf = (p: P): { p: P; out: Map<string, A> } => {
    const k = key(p)
    let node = nodes.get(k)
    if (!node) nodes.set(k, (node = { p, out: new Map() }))
    return node
  }
  for (const { line, tag } of lines)
    for (let i = 0; i + 1 < line.length; i++) {
      const a = line[i]
      const b = line[i + 1]
      if (key(a) === key(b)) continue
      nodeOf(a).out.set(key(b), tag)
      nodeOf(b).out.set(key(a), tag)
    }
  const loose = [...nodes.keys()].filter((k) => nodes.get(k)?.out.size === 1)
  while (loose.length > 0) {
    const k = loose.pop() as string
    const node = nodes.get(k)
    if (!node || node.out.size !== 1) continue
    const [other] = node.out.keys() as unknown as [string]
    nodes.delete(k)
    const next = nodes.get(other)
    next?.out.delete(k)
    if (next?.out.size === 1) loose.push(other)
  }
  // around each node, the outgoing edges by angle: a face keeps the next one clockwise from where it came
  const order = new Map<string, string[]>()
  for (const [k, node] of nodes)
    order.set(
      k,
      [...node.out.keys()].sort((a, b) => angle(node.p, a, nodes) - angle(node.p, b, nodes)),
    )
  const seen = new Set<string>()
  const faces: Face<A>[] = []
  for (const [start, node] of nodes)
    for (const first of node.out.keys()) {
      if (seen.has(`${start}>${first}`)) continue
      const ring: P[] = []
      const edges: A[] = []
      let from = start
      let to = first
      while (!seen.has(`${from}>${to}`)) {
        seen.add(`${from}>${to}`)
        ring.push(nodes.get(from)?.p as P)
        edges.push(nodes.get(from)?.out.get(to) as A)
        const around = order.get(to) as string[]
        const next = around[(around.indexOf(from) + around.length - 1) % around.length]
        from = to
        to = next
      }
      if (ringArea(ring) > 1) faces.push({ ring, edges })
    }
  return faces
}

function angle(p: P, otherKey: string, nodes: ReadonlyMap<string, { readonly p: P }>): number {
  const d = sub(nodes.get(otherKey)?.p as P, p)
  return Math.atan2(cross([1, 0], d), d[0])
}
