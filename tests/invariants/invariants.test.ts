import fc from 'fast-check'
import { expect, test } from 'vitest'

import { analyse, catchmentFrom, prepare, type Prepared } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import type { AnalysisSettings, AnalysisView, Origin } from '../../src/model/analysis'
import { VERDICTS } from '../../src/model/assessment'
import type { Project } from '../../src/model/project'
import type { Edit } from '../../src/model/scenario'
import type { LonLat } from '../../src/model/units'
import { haversine, nearestOn } from '../oracle/slow-walk'
import { type Quarter, quarters } from '../oracle/random-quarter'
import { at } from '../scene/scene'
import { DISTANCE, TIME } from '../scenes/analyse-scene'

/*
 * What must hold whatever the quarter: random streets, compounds and gates, one building in each compound,
 * an open community, one whose people nobody counted, and facilities of three classes.
 */

const CLASSES = ['STORE', 'MARKET', 'ELDER_DAYCARE']
const runs = (numRuns: number) => ({ numRuns, seed: Number(process.env.ORACLE_SEED ?? 20261122) })

function furnish({ scene, compounds, trips }: Quarter): Project {
  compounds.forEach((r, c) => {
    const [x, y] = [(r.west + r.east) / 2, (r.south + r.north) / 2]
    scene.building(`b${c}`, square(x, y, 8), { community: `c${c}`, residents: 100 + 50 * c })
  })
  scene.community('open', square(560, 560, 30), { residents: 77 })
  scene.community('uncounted', square(560, -60, 30))
  trips.flat().forEach((where, i) => scene.facility(`f${i}`, CLASSES[i % 3], where))
  return scene.project()
}

function square(x: number, y: number, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

const withEdits = (project: Project, edits: readonly Edit[]): Project => ({
  ...project,
  scenarios: [{ id: 'v', name: 'v', edits }],
})

async function answer(
  project: Project,
  scenario: string | null = null,
  settings: AnalysisSettings = DISTANCE,
): Promise<AnalysisView> {
  return analyse(await prepare(project, scenario, {}), { ...settings, scenario }, {})
}

/** The answer without the name of the scenario it was asked for. */
function nameless(view: AnalysisView): AnalysisView {
  const { assessment } = view
  return { ...view, assessment: { ...assessment, basis: { ...assessment.basis, scenario: null } } }
}

/** Everything of an answer as text, numbers that JSON has no word for included. */
function textOf(view: AnalysisView): string {
  return JSON.stringify(view, (_, value: unknown) =>
    ArrayBuffer.isView(value)
      ? Array.from(value as unknown as ArrayLike<number>, String)
      : typeof value === 'number' && !Number.isFinite(value)
        ? String(value)
        : value,
  )
}

/** Walks to the nearest facility, by community and class; Infinity: none. */
function nearestWalks({ assessment }: AnalysisView): number[] {
  return Array.from(assessment.nearest_m, (m) => (Number.isNaN(m) ? Infinity : m))
}

test('an empty scenario is the base, exactly', async () => {
  await fc.assert(
    fc.asyncProperty(quarters, async (quarter) => {
      const project = withEdits(furnish(quarter), [])
      expect(nameless(await answer(project, 'v'))).toEqual(await answer(project))
    }),
    runs(25),
  )
})

test('a scenario leaves its base as it was', async () => {
  let edited = 0
  await fc.assert(
    fc.asyncProperty(quarters, async (quarter) => {
      const project = withEdits(
        furnish(quarter),
        quarter.gates.map((gate, i) =>
          i % 2 === 0 ? { kind: 'close-gate', gate } : { kind: 'open-gate', gate, access: 'public' },
        ),
      )
      const before = JSON.stringify(project)
      await answer(project, 'v')
      expect(JSON.stringify(project)).toBe(before)
      edited += quarter.gates.length
    }),
    runs(25),
  )
  expect(edited).toBeGreaterThan(25)
})

/** Where communities and facilities meet the streets. */
function meetings(prepared: Prepared): string {
  const { communities, facilities } = prepared.project.layers
  const origins: Origin[] = [
    ...communities.map(({ id }) => ({ kind: 'community' as const, id })),
    ...facilities.map(({ id }) => ({ kind: 'facility' as const, id })),
  ]
  const settings = { ...DISTANCE, bands: [1] }
  return JSON.stringify(origins.map((origin) => catchmentFrom(prepared, origin, settings, 10).starts))
}

test('opening a gate lengthens no walk to the nearest facility, closing one shortens none', async () => {
  const seen = { shorter: 0, longer: 0, moved: 0, edits: 0 }
  await fc.assert(
    fc.asyncProperty(quarters, fc.nat(), fc.boolean(), async (quarter, pick, toPublic) => {
      const base = furnish(quarter)
      const { gates } = base.layers
      const closed = gates.filter((g) => g.access === 'closed').map(({ id }) => id)
      const open = gates.filter((g) => g.access !== 'closed').map(({ id }) => id)
      const edits: Edit[] = []
      if (closed.length > 0) {
        const gate = closed[pick % closed.length]
        edits.push({ kind: 'open-gate', gate, access: toPublic ? 'public' : 'residents' })
      }
      if (open.length > 0) edits.push({ kind: 'close-gate', gate: open[pick % open.length] })

      const preparedBase = await prepare(base, null, {})
      const before = nearestWalks(await analyse(preparedBase, DISTANCE, {}))
      for (const edit of edits) {
        const prepared = await prepare(withEdits(base, [edit]), 'v', {})
        seen.edits++
        // a gate can turn an island of streets into a part of the town, and a place then goes to another
        // street nearby: that is no longer the same walk
        if (meetings(prepared) !== meetings(preparedBase)) {
          seen.moved++
          continue
        }
        nearestWalks(await analyse(prepared, DISTANCE, {})).forEach((m, i) => {
          const told = `${JSON.stringify(edit)}, cell ${i}: ${before[i]} becomes ${m}`
          if (edit.kind === 'open-gate') expect(m <= before[i] + 0.01, told).toBe(true)
          else expect(m >= before[i] - 0.01, told).toBe(true)
          if (m < before[i] - 1) seen.shorter++
          if (m > before[i] + 1) seen.longer++
        })
      }
    }),
    runs(150),
  )
  expect(seen.shorter, JSON.stringify(seen)).toBeGreaterThan(3)
  expect(seen.longer, JSON.stringify(seen)).toBeGreaterThan(3)
  expect(seen.moved, JSON.stringify(seen)).toBeLessThan(seen.edits * 0.2)
})

test('the order of edits to different gates does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(
      quarters.filter(({ gates }) => gates.length > 1),
      fc.array(fc.constantFrom('public', 'residents', 'closed'), { minLength: 40, maxLength: 40 }),
      async (quarter, wishes) => {
        const edits = quarter.gates.map((gate, i): Edit => {
          const access = wishes[i % 40]
          return access === 'closed' ? { kind: 'close-gate', gate } : { kind: 'open-gate', gate, access }
        })
        const project = furnish(quarter)
        const forth = await answer(withEdits(project, edits), 'v')
        const back = await answer(withEdits(project, edits.toReversed()), 'v')
        expect(textOf(back)).toBe(textOf(forth))
      },
    ),
    runs(25),
  )
})

test('the way back is as long as the way there', async () => {
  const seen = { walks: 0, visits: 0 }
  await fc.assert(
    fc.asyncProperty(quarters, async ({ scene, compounds, trips }) => {
      const prepared = await prepare(scene.project(), null, {})
      const zoneOf = ([x, y]: readonly [number, number]): number =>
        compounds.findIndex((r) => x > r.west && x < r.east && y > r.south && y < r.north)
      for (const settings of [DISTANCE, TIME])
        for (const [from, to] of trips) {
          const cost = (a: readonly [number, number], b: readonly [number, number]): number => {
            const walk = walkBetween(prepared, at(...a), at(...b), settings)
            return (settings === TIME ? walk?.time_s : walk?.distance_m) ?? Infinity
          }
          const there = cost(from, to)
          const back = cost(to, from)
          const told = `${JSON.stringify([from, to])}: ${there}, back ${back}`
          // whoever walks from one compound to another is a resident here and a guest there, either way
          if (there !== back) expect(Math.abs(there - back), told).toBeLessThan(0.1)
          if (there === Infinity) continue
          seen.walks++
          if (zoneOf(from) !== zoneOf(to)) seen.visits++
        }
    }),
    runs(120),
  )
  expect(seen.walks).toBeGreaterThan(200)
  expect(seen.visits).toBeGreaterThan(100)
})

test('bands nest: 5 minutes lie in 10, 10 in 15', async () => {
  let vertices = 0
  await fc.assert(
    fc.asyncProperty(quarters, async (quarter) => {
      const prepared = await prepare(furnish(quarter), null, {})
      const origins = [
        { kind: 'point', at: at(...quarter.trips[0][0]) },
        { kind: 'community', id: 'c0' },
      ] as const
      for (const origin of origins) {
        const { bands } = catchmentFrom(prepared, origin, TIME, 10)
        for (let i = 1; i < bands.length; i++) {
          expect(bands[i].street_m).toBeGreaterThanOrEqual(bands[i - 1].street_m)
          const rings = bands[i].polygons.flat()
          for (const p of bands[i - 1].polygons.flat(2)) {
            vertices++
            expect(outside_m(p, rings), `${p.join()} of band ${i - 1}`).toBeLessThanOrEqual(0.01)
          }
        }
      }
    }),
    runs(40),
  )
  expect(vertices).toBeGreaterThan(1000)
})

/** How far a point is from an area given by its rings, metres; 0 inside. */
function outside_m(p: LonLat, rings: readonly (readonly LonLat[])[]): number {
  let isInside = false
  let nearest = Infinity
  for (const ring of rings)
    ring.forEach((b, i) => {
      const a = ring[i === 0 ? ring.length - 1 : i - 1]
      if (a[1] > p[1] !== b[1] > p[1] && p[0] < a[0] + ((p[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
        isInside = !isInside
      nearest = Math.min(nearest, haversine(a, b) === 0 ? haversine(a, p) : nearestOn({ a, b }, p).d)
    })
  return isInside ? 0 : nearest
}

test('served, unserved and unknown people add up, and unknown is never counted as served', async () => {
  const seen = { served: 0, unknown: 0 }
  await fc.assert(
    fc.asyncProperty(quarters, fc.boolean(), async (quarter, isSurveyed) => {
      const project = { ...furnish(quarter), surveyed: { STORE: isSurveyed } }
      const { assessment } = await answer(project)
      const { communities, classes, totals } = assessment
      const people = communities.reduce((sum, row) => sum + (row.people ?? 0), 0)
      expect(people).toBe(77 + quarter.compounds.reduce((sum, _, c) => sum + 100 + 50 * c, 0))
      classes.forEach(({ code, surveyed }, c) => {
        const total = totals[c]
        expect(total.code).toBe(code)
        expect(total.people_served + total.people_unserved + total.people_unknown).toBe(people)
        expect(total.communities_served + total.communities_unserved + total.communities_unknown).toBe(
          communities.length,
        )
        // everybody lives in one place of their community, so each community counts as a whole
        const peopleOf = { served: 0, unserved: 0, unknown: 0 }
        communities.forEach((row, k) => {
          peopleOf[VERDICTS[assessment.status[k * classes.length + c]]] += row.people ?? 0
        })
        expect(total.people_served, code).toBe(peopleOf.served)
        expect(total.people_unknown, code).toBe(peopleOf.unknown)
        // a facility that is there serves even where nobody surveyed; one that is missing proves nothing
        if (!surveyed) expect(total.people_unserved, code).toBe(0)
        seen.served += total.people_served
        if (CLASSES.includes(code)) seen.unknown += total.people_unknown
      })
    }),
    runs(60),
  )
  expect(seen.served).toBeGreaterThan(1000)
  expect(seen.unknown).toBeGreaterThan(1000)
})

test('the same input gives the same answer, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(quarters, async (quarter) => {
      const project = furnish(quarter)
      for (const settings of [DISTANCE, TIME])
        expect(textOf(await answer(structuredClone(project), null, settings))).toBe(
          textOf(await answer(project, null, settings)),
        )
    }),
    runs(25),
  )
})
