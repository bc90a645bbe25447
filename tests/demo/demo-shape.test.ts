import { isDeepStrictEqual } from 'node:util'

import { beforeAll, describe, expect, it } from 'vitest'

import { makeDemo } from '../../data/make-demo/make-demo'
import { toMetres } from '../../data/make-demo/projection'
import rulePack from '../../data/rules/gb50180-2018.json'
import { projectToEntries } from '../../src/engine/project/project-file'
import type { Building, Community } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { demoEntries, demoProject } from '../worker/demo-files'

type Point = readonly [number, number]

let demo: Project
beforeAll(() => {
  demo = makeDemo(20231220)
})

const BANDS = [
  'residents_0_2',
  'residents_3_5',
  'residents_6_11',
  'residents_12_14',
  'residents_60_plus',
  'residents_80_plus',
] as const

/** Outer ring in metres, open. */
function ringOf(record: {
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}): Point[] {
  if (record.geometry.type !== 'Polygon') throw new Error(`not a polygon: ${record.geometry.type}`)
  const ring = (record.geometry.coordinates as number[][][])[0] ?? []
  return ring.slice(0, -1).map((c) => toMetres(c))
}

const edgesOf = (ring: readonly Point[]): [Point, Point][] =>
  ring.map((p, i) => [p, ring[(i + 1) % ring.length]])

function doCross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function isIn(p: Point, ring: readonly Point[]): boolean {
  let inside = false
  for (const [a, b] of edgesOf(ring))
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside
  return inside
}

function gapToRing(p: Point, ring: readonly Point[]): number {
  return Math.min(
    ...edgesOf(ring).map(([a, b]) => {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)))
      return Math.hypot(a[0] + t * dx - p[0], a[1] + t * dy - p[1])
    }),
  )
}

function boundsOf(ring: readonly Point[]): [number, number, number, number] {
  const xs = ring.map((p) => p[0])
  const ys = ring.map((p) => p[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const isApart = (a: readonly number[], b: readonly number[]): boolean =>
  (a[2] ?? 0) < (b[0] ?? 0) ||
  (b[2] ?? 0) < (a[0] ?? 0) ||
  (a[3] ?? 0) < (b[1] ?? 0) ||
  (b[3] ?? 0) < (a[1] ?? 0)

describe('amounts', () => {
  it('is marked as fictional', () => {
    expect(demo.fictional).toBe(true)
    expect(demo.name).toContain('虚构示例')
    expect(demo.provenance.streets?.topology).toBe('vertices')
  })

  it('is in the repository as it is made, file by file and to the byte: the same for the same seed', () => {
    const made = projectToEntries(demo)
    const shipped = demoEntries()
    expect([...made.keys()].sort()).toEqual([...shipped.keys()].sort())
    for (const [path, bytes] of made) expect(Buffer.compare(bytes, shipped.get(path)!), path).toBe(0)
    expect(isDeepStrictEqual(demoProject(), demo)).toBe(true)
  })

  it('is another for another seed', () => {
    expect(isDeepStrictEqual(makeDemo(7).layers.buildings, demo.layers.buildings)).toBe(false)
  })

  it('holds a quarter of old communities, half of them built 1978–1999', () => {
    const { communities, gates } = demo.layers
    expect(communities.length).toBeGreaterThanOrEqual(25)
    const old = communities.filter((c) => (c.built_year ?? 0) >= 1978 && (c.built_year ?? 0) <= 1999)
    expect(old.length).toBeGreaterThanOrEqual(communities.length / 2)
    const counts = communities
      .filter((c) => c.gated)
      .map((c) => gates.filter((g) => g.community === c.id).length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
    expect(new Set(gates.map((g) => g.access))).toEqual(new Set(['public', 'residents', 'closed']))
  })

  it('has houses, people, services in 25 classes, spaces of all kinds', () => {
    const { layers } = demo
    expect(layers.buildings.length).toBeGreaterThanOrEqual(400)
    const residents = layers.communities.reduce((sum, c) => sum + (c.residents ?? 0), 0)
    expect(residents).toBeGreaterThan(50_000)
    expect(layers.facilities.length).toBeGreaterThanOrEqual(110)
    const classes = new Set(layers.facilities.map((f) => f.class))
    expect(classes.size).toBeGreaterThanOrEqual(25)
    const known = new Set(rulePack.rules.map((rule) => rule.code))
    expect([...classes].filter((code) => code === undefined || !known.has(code))).toEqual([])
    expect(known.size - classes.size).toBeGreaterThanOrEqual(5)
    expect(layers.spaces.length).toBeGreaterThanOrEqual(30)
    expect(new Set(layers.spaces.map((s) => s.kind)).size).toBe(5)
    expect(layers.subdistricts.length).toBe(2)
    expect(layers.heritage.length).toBeGreaterThanOrEqual(2)
  })

  it('gives every record of a layer an id of its own', () => {
    for (const records of Object.values(demo.layers) as readonly (readonly { id: string }[])[])
      expect(new Set(records.map((r) => r.id)).size).toBe(records.length)
  })

  it('stays small enough to be shipped', () => {
    const bytes = [...projectToEntries(demo).values()].reduce((sum, b) => sum + b.byteLength, 0)
    expect(bytes).toBeLessThan(1_700_000)
  })
})

const shareOfElders = (c: Community): number => (c.residents_60_plus ?? 0) / (c.residents ?? 1)

describe('people', () => {
  it('live in houses: the sums are those of the community', () => {
    const wrong = demo.layers.communities.flatMap((c) => {
      const houses = demo.layers.buildings.filter((b) => b.community === c.id)
      return (['households', 'residents', ...BANDS] as const).filter(
        (field) => c[field] !== undefined && houses.reduce((sum, b) => sum + (b[field] ?? 0), 0) !== c[field],
      )
    })
    expect(wrong).toEqual([])
    expect(demo.layers.communities.filter((c) => c.residents !== undefined).length).toBeGreaterThan(50)
  })

  it('are no fewer than their bands', () => {
    const counted: readonly (Community | Building)[] = [...demo.layers.communities, ...demo.layers.buildings]
    const wrong = counted.filter((r) => {
      const young = BANDS.slice(0, 5).reduce((sum, band) => sum + (r[band] ?? 0), 0)
      return young > (r.residents ?? Infinity) || (r.residents_80_plus ?? 0) > (r.residents_60_plus ?? 0)
    })
    expect(wrong.map((r) => r.id)).toEqual([])
  })

  it('are old where the houses are old', () => {
    const known = demo.layers.communities.filter((c) => c.gated && c.residents_60_plus !== undefined)
    const old = known.filter((c) => (c.built_year ?? 2020) < 1996).map(shareOfElders)
    const young = known.filter((c) => (c.built_year ?? 0) >= 2001).map(shareOfElders)
    expect(Math.min(...old)).toBeGreaterThan(0.26)
    expect(Math.max(...old)).toBeLessThan(0.42)
    expect(Math.max(...young)).toBeLessThan(0.25)
  })
})

describe('geometry', () => {
  it('has no polygon that crosses itself', () => {
    const { communities, buildings, spaces, greens, land, heritage, boundary, subdistricts, facilities } =
      demo.layers
    const all = [
      ...communities,
      ...buildings,
      ...spaces,
      ...greens,
      ...land,
      ...heritage,
      ...boundary,
      ...subdistricts,
      ...facilities,
    ]
    const crossed = all
      .filter((record) => record.geometry.type === 'Polygon')
      .filter((record) => {
        const edges = edgesOf(ringOf(record))
        return edges.some((e, i) => edges.some((f, j) => j > i + 1 && doCross(e, f)))
      })
    expect(crossed.map((record) => record.id)).toEqual([])
  })

  it('keeps houses inside their community and off each other', () => {
    const rings = new Map(demo.layers.communities.map((c) => [c.id, ringOf(c)]))
    const houses = demo.layers.buildings.map((b) => ({ b, ring: ringOf(b), bounds: boundsOf(ringOf(b)) }))
    const outside = houses.filter(({ b, ring }) => {
      const own = rings.get(b.community ?? '')
      return own !== undefined && !ring.every((p) => isIn(p, own))
    })
    expect(outside.map(({ b }) => b.id)).toEqual([])
    const overlaps: string[] = []
    for (let i = 0; i < houses.length; i++)
      for (let j = i + 1; j < houses.length; j++) {
        const [p, q] = [houses[i], houses[j]]
        if (!p || !q || isApart(p.bounds, q.bounds)) continue
        const crossing = edgesOf(p.ring).some((e) => edgesOf(q.ring).some((f) => doCross(e, f)))
        if (crossing || isIn(p.ring[0], q.ring) || isIn(q.ring[0], p.ring))
          overlaps.push(`${p.b.id} ${q.b.id}`)
      }
    expect(overlaps).toEqual([])
  })

  it('keeps houses off streets, water and rail', () => {
    const lines = [
      ...demo.layers.streets
        .filter((s) => s.kind !== 'motorway')
        .map((s) => ({ id: s.id, c: s.geometry.coordinates })),
      ...demo.layers.barriers.flatMap((b) =>
        b.kind === 'water'
          ? [{ id: b.id, c: (b.geometry.coordinates as number[][][])[0] ?? [] }]
          : b.kind === 'rail'
            ? [{ id: b.id, c: b.geometry.coordinates as number[][] }]
            : [],
      ),
    ]
    const segments = lines.flatMap(({ id, c }) =>
      c.slice(1).map((q, i) => {
        const edge: [Point, Point] = [toMetres(c[i] ?? []), toMetres(q)]
        return { id, edge, bounds: boundsOf(edge) }
      }),
    )
    const hits: string[] = []
    for (const b of demo.layers.buildings) {
      const ring = ringOf(b)
      const bounds = boundsOf(ring)
      for (const s of segments) {
        if (isApart(bounds, s.bounds)) continue
        if (isIn(s.edge[0], ring) || edgesOf(ring).some((e) => doCross(e, s.edge)))
          hits.push(`${b.id} ${s.id}`)
      }
    }
    expect(hits).toEqual([])
  })

  it('puts communities apart from each other', () => {
    const rings = demo.layers.communities.map((c) => ({ id: c.id, ring: ringOf(c) }))
    const touching = rings.flatMap((a) =>
      rings
        .filter((b) => a.id < b.id && !isApart(boundsOf(a.ring), boundsOf(b.ring)))
        .filter(
          (b) =>
            edgesOf(a.ring).some((e) => edgesOf(b.ring).some((f) => doCross(e, f))) ||
            isIn(a.ring[0], b.ring),
        )
        .map((b) => `${a.id} ${b.id}`),
    )
    expect(touching).toEqual([])
  })

  it('puts every gate on the edge of its community, where an inner street meets an outer one', () => {
    const rings = new Map(demo.layers.communities.map((c) => [c.id, ringOf(c)]))
    const wrong = demo.layers.gates.filter((gate) => {
      const ring = rings.get(gate.community ?? '') ?? []
      const key = gate.geometry.coordinates.join()
      const sides = demo.layers.streets
        .filter((s) => s.geometry.coordinates.some((c) => c.join() === key))
        .map((s) => isIn(toMetres(s.geometry.coordinates.find((c) => c.join() !== key) ?? []), ring))
      const isOnEdge = gapToRing(toMetres(gate.geometry.coordinates), ring) < 0.05
      return !isOnEdge || !sides.includes(true) || !sides.includes(false)
    })
    expect(wrong.map((gate) => gate.id)).toEqual([])
  })

  it('lets streets through a gated edge at gates only', () => {
    const cuts: string[] = []
    for (const c of demo.layers.communities.filter((c) => c.gated)) {
      const ring = ringOf(c)
      const bounds = boundsOf(ring)
      const gates = demo.layers.gates
        .filter((g) => g.community === c.id)
        .map((g) => toMetres(g.geometry.coordinates))
      for (const street of demo.layers.streets) {
        const line = street.geometry.coordinates.map((p) => toMetres(p))
        if (isApart(bounds, boundsOf(line))) continue
        for (let i = 0; i + 1 < line.length; i++) {
          const edge: [Point, Point] = [line[i], line[i + 1]]
          if (!edgesOf(ring).some((e) => doCross(e, edge))) continue
          const isAtGate = gates.some((g) => edge.some((p) => Math.hypot(p[0] - g[0], p[1] - g[1]) < 0.05))
          if (!isAtGate) cuts.push(`${street.id} ${c.id}`)
        }
      }
    }
    expect(cuts).toEqual([])
  })

  it('keeps bridges and tunnels apart from what they cross', () => {
    const lifted = demo.layers.streets.filter((s) => s.bridge || s.tunnel)
    expect(lifted.length).toBeGreaterThan(6)
    const ground = new Set(
      demo.layers.streets
        .filter((s) => !s.bridge && !s.tunnel)
        .flatMap((s) => s.geometry.coordinates.map((c) => c.join())),
    )
    expect(lifted.filter((s) => s.layer !== (s.bridge ? 1 : -1)).map((s) => s.id)).toEqual([])
    const joined = lifted.filter((s) => s.geometry.coordinates.slice(1, -1).some((c) => ground.has(c.join())))
    expect(joined.map((s) => s.id)).toEqual([])
  })

  it('crosses the canal at four places in the core, apart from the elevated road', () => {
    const core = ringOf(demo.layers.boundary[0])
    const middles = demo.layers.streets
      .filter((s) => s.bridge && s.kind !== 'motorway')
      .map((s) => {
        const c = s.geometry.coordinates
        const [a, b] = [toMetres(c[0] ?? []), toMetres(c.at(-1) ?? [])]
        return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as Point
      })
      .filter((p) => isIn(p, core) || gapToRing(p, core) < 60)
      .map((p) => p[0])
      .sort((a, b) => a - b)
    const places = middles.filter((x, i) => i === 0 || x - middles[i - 1] > 100)
    expect(places.length).toBeGreaterThanOrEqual(3)
    expect(places.length).toBeLessThanOrEqual(5)
  })
})
