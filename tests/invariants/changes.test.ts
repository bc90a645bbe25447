import fc from 'fast-check'
import { expect, test } from 'vitest'

import { measureReach } from '../../src/engine/catchment/measure-reach'
import { analyse, catchmentFrom, prepare, type Prepared } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import type { AccessPoint } from '../../src/engine/places/access-point'
import type { AnalysisSettings, Origin } from '../../src/model/analysis'
import { REASONS, VERDICTS } from '../../src/model/assessment'
import type { Layers } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { DISTRICT_CLASSES, districts } from '../oracle/random-district'
import { seededRandom } from '../oracle/seeded-random'
import { haversine } from '../oracle/slow-walk'
import { at, Scene } from '../scene/scene'
import { DISTANCE, RULES, TIME } from '../scenes/analyse-scene'

/*
 * What must hold when a district is changed: something is added or taken away, drawn in another order, or
 * given other names.
 */

const SEED = Number(process.env.ORACLE_SEED ?? 20261122)
const runs = (numRuns: number) => ({ numRuns, seed: SEED, endOnFailure: true })
const rules = {
  ...RULES,
  rules: RULES.rules.filter(({ code }) => (DISTRICT_CLASSES as readonly string[]).includes(code)),
}
const SETTINGS = { ...DISTANCE, rules }

interface Told {
  readonly text: string
  /** walks of everybody of a community to a class, short ones first, and the verdict on it; Infinity: no walk */
  readonly cells: ReadonlyMap<string, { readonly walks: readonly number[]; readonly verdict: string }>
  /** where everything meets the streets, and the straight ways that join gates to streets */
  readonly meetings: string
}

async function ask(project: Project, settings: AnalysisSettings = SETTINGS): Promise<Told> {
  const prepared = await prepare(project, null, {})
  const reach = await measureReach(prepared, settings, {})
  const { assessment } = await analyse(prepared, settings, {})
  const cells = new Map<string, { walks: number[]; verdict: string }>()
  assessment.communities.forEach(({ id }, k) =>
    assessment.classes.forEach(({ code }, c) => {
      const i = k * assessment.classes.length + c
      const walks = prepared.people.points.flatMap(({ community }, p) => {
        const cost = reach.cost[c][p]
        return community === k ? [cost < 0 ? Infinity : cost / 1000] : []
      })
      const share = Number.isNaN(assessment.served_share[i]) ? '' : assessment.served_share[i].toFixed(4)
      cells.set(`${id} ${code}`, {
        walks: walks.sort((a, b) => (a === b ? 0 : a - b)),
        verdict: `${VERDICTS[assessment.status[i]]} ${REASONS[assessment.reason[i]]} ${share}`,
      })
    }),
  )
  const text = [...cells].map(([key, { walks, verdict }]) => `${key} ${walks.join()} ${verdict}`)
  const meetings = [...prepared.facilities.access, ...prepared.people.points.map(({ access }) => access)].map(
    (access) => access.map((point) => placeOf(prepared, point)).join(' '),
  )
  const { edgeStreet, homeEdgeCount, shapeStart, shapeEnd, shapeX, shapeY } = prepared.network
  const connectors: string[] = []
  edgeStreet.subarray(0, homeEdgeCount).forEach((street, e) => {
    const [a, b] = [shapeStart[e], shapeEnd[e] - 1]
    if (street < 0)
      connectors.push([shapeX[a], shapeY[a], shapeX[b], shapeY[b]].map((value) => value.toFixed(1)).join())
  })
  return {
    cells,
    text: text.sort().join('\n'),
    meetings: [connectors.sort().join(' '), ...meetings].join('\n'),
  }
}

/** Where an access point lies, to the decimeter, and its way there. */
function placeOf({ network }: Prepared, { edge, at: share, node, connector_m }: AccessPoint): string {
  const xy = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)},${connector_m.toFixed(1)}`
  if (edge < 0) return xy(network.nodeX[node], network.nodeY[node])
  const [first, last] = [network.shapeStart[edge], network.shapeEnd[edge] - 1]
  const lengths = Array.from({ length: last - first }, (_, i) =>
    Math.hypot(
      network.shapeX[first + i + 1] - network.shapeX[first + i],
      network.shapeY[first + i + 1] - network.shapeY[first + i],
    ),
  )
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [i, length] of lengths.entries()) {
    const [x, y] = [network.shapeX[first + i], network.shapeY[first + i]]
    const t = length === 0 ? 0 : left / length
    if (t <= 1 || i === lengths.length - 1)
      return xy(x + t * (network.shapeX[first + i + 1] - x), y + t * (network.shapeY[first + i + 1] - y))
    left -= length
  }
  return ''
}

/** Two answers are the same: every verdict, and every walk within a tolerance. */
function expectSame(one: Told, other: Told, tolerance: number): number {
  let compared = 0
  for (const [cell, { walks, verdict }] of one.cells) {
    const now = other.cells.get(cell)
    expect(now?.walks.length, cell).toBe(walks.length)
    walks.forEach((walk, i) => {
      const again = now?.walks[i] ?? NaN
      if (walk === again) return
      compared++
      expect(Math.abs(again - walk), `${cell}: ${walk} becomes ${again}`).toBeLessThan(tolerance)
    })
    expect(now?.verdict, cell).toBe(verdict)
    compared += walks.length
  }
  return compared
}

/** No walk of `many` is longer than the same one of `few`; returns how many are shorter. */
function expectNoLonger(many: Told, few: Told): number {
  let shorter = 0
  for (const [cell, { walks }] of many.cells)
    walks.forEach((walk, i) => {
      const before = few.cells.get(cell)?.walks[i] ?? NaN
      expect(walk <= before + 0.01, `${cell}: ${before} becomes ${walk}`).toBe(true)
      if (walk < before - 1) shorter++
    })
  return shorter
}

function change(project: Project, layers: Partial<Layers>): Project {
  return { ...project, layers: { ...project.layers, ...layers } }
}

test('a facility added lengthens no walk, one taken away shortens none', async () => {
  let shorter = 0
  await fc.assert(
    fc.asyncProperty(districts, fc.nat(), async ({ project }, pick) => {
      const { facilities } = project.layers
      const without = change(project, { facilities: facilities.toSpliced(pick % facilities.length, 1) })
      shorter += expectNoLonger(await ask(project), await ask(without))
    }),
    runs(60),
  )
  expect(shorter).toBeGreaterThan(20)
})

test('a street added lengthens no walk, one taken away shortens none', async () => {
  const seen = { shorter: 0, moved: 0, asked: 0 }
  await fc.assert(
    fc.asyncProperty(districts, fc.nat(), async ({ project }, pick) => {
      const { streets } = project.layers
      const without = change(project, { streets: streets.toSpliced(pick % streets.length, 1) })
      const [many, few] = [await ask(project), await ask(without)]
      seen.asked++
      // who had the street for the nearest one now walks from another, and a gate by which it ran is joined to
      // another street: those are other walks
      if (many.meetings !== few.meetings) {
        seen.moved++
        return
      }
      seen.shorter += expectNoLonger(many, few)
    }),
    runs(120),
  )
  expect(seen.shorter, JSON.stringify(seen)).toBeGreaterThan(5)
  expect(seen.asked - seen.moved, JSON.stringify(seen)).toBeGreaterThan(20)
})

test('what is added out of reach changes nothing', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(districts, async ({ project }) => {
      const far = new Scene()
        .street('far street', [
          [9000, 9000],
          [10_500, 9000],
        ])
        .community('far compound', square(9500, 9030, 20), { gated: true, residents: 5 })
        .gate('far gate', [9500, 9010], { access: 'public', community: 'far compound' })
        .building('far house', square(9600, 9010, 5), { residents: 40 })
        .facility('far shop', 'STORE', [9700, 9000])
        .barrier('far wall', 'wall', [
          [9000, 9010],
          [9400, 9010],
        ])
        .project().layers
      const { layers } = project
      // the classes that were surveyed are those of before
      const surveyed = { STORE: layers.facilities.some((f) => f.class === 'STORE'), ...project.surveyed }
      const base = { ...project, surveyed, extent: undefined }
      const more = change(base, {
        streets: [...layers.streets, ...far.streets],
        communities: [...layers.communities, ...far.communities],
        gates: [...layers.gates, ...far.gates],
        buildings: [...layers.buildings, ...far.buildings],
        facilities: [...layers.facilities, ...far.facilities],
        barriers: [...layers.barriers, ...far.barriers],
      })
      for (const settings of [SETTINGS, { ...TIME, rules }]) {
        // the frame in which places are dropped onto streets has another middle
        compared += expectSame(await ask(base, settings), await ask(more, settings), 1)
      }
    }),
    runs(30),
  )
  expect(compared).toBeGreaterThan(200)
})

function square(x: number, y: number, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

test('the order in which things are drawn changes no distance and no verdict', async () => {
  let walks = 0
  await fc.assert(
    fc.asyncProperty(districts, fc.nat(), async ({ project }, seed) => {
      const random = seededRandom(seed)
      const { layers } = project
      const mixed = change(project, {
        streets: shuffled(layers.streets, random),
        communities: shuffled(layers.communities, random),
        gates: shuffled(layers.gates, random),
        buildings: shuffled(layers.buildings, random),
        facilities: shuffled(layers.facilities, random),
        entrances: shuffled(layers.entrances, random),
      })
      for (const settings of [SETTINGS, { ...TIME, rules, profile: 'wheelchair' as const }]) {
        walks += expectSame(await ask(project, settings), await ask(mixed, settings), 0.01)
      }
    }),
    runs(60),
  )
  expect(walks).toBeGreaterThan(200)
})

test('a street drawn from its other end is the same street', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(districts, async ({ project }) => {
      const streets = project.layers.streets.map((street) =>
        street.oneway_foot === true
          ? street
          : {
              ...street,
              geometry: { ...street.geometry, coordinates: street.geometry.coordinates.toReversed() },
            },
      )
      compared += expectSame(await ask(project), await ask(change(project, { streets })), 0.01)
    }),
    runs(40),
  )
  expect(compared).toBeGreaterThan(200)
})

test('names change no distance and no verdict', async () => {
  await fc.assert(
    fc.asyncProperty(districts, fc.nat(), async ({ project }, seed) => {
      const random = seededRandom(seed)
      const rename = <R extends { readonly id: string }>(records: readonly R[]): R[] =>
        records.map((record) => ({ ...record, id: `${Math.floor(random() * 1e9)} ${record.id}` }))
      const { layers } = project
      const named = change(project, { streets: rename(layers.streets), gates: rename(layers.gates) })
      expect((await ask(named)).text).toBe((await ask(project)).text)
    }),
    runs(25),
  )
})

test('no walk is shorter than the straight line', async () => {
  let walks = 0
  await fc.assert(
    fc.asyncProperty(districts, async ({ project, places }) => {
      const prepared = await prepare(project, null, {})
      for (const [i, from] of places.entries())
        for (const to of places.slice(i + 1)) {
          const walk = walkBetween(prepared, at(...from), at(...to), DISTANCE)
          if (walk === null) continue
          walks++
          const straight = haversine(at(...from), at(...to))
          expect(walk.distance_m).toBeGreaterThanOrEqual(straight - 0.05)
          const drawn = walk.line.slice(1).reduce((sum, p, k) => sum + haversine(walk.line[k], p), 0)
          expect(drawn).toBeLessThanOrEqual(walk.distance_m + 0.5)
        }
    }),
    runs(60),
  )
  expect(walks).toBeGreaterThan(100)
})

test('more time reaches no less street, and people', async () => {
  await fc.assert(
    fc.asyncProperty(districts, async ({ project, places }) => {
      const prepared = await prepare(project, null, {})
      const origins: Origin[] = [
        { kind: 'point', at: at(...places[0]) },
        { kind: 'facility', id: 'f0' },
        { kind: 'community', id: 'c0' },
      ]
      for (const origin of origins) {
        const { bands } = catchmentFrom(prepared, origin, { ...TIME, rules, profile: 'elder75' }, 10)
        for (let i = 1; i < bands.length; i++) {
          expect(bands[i].street_m).toBeGreaterThanOrEqual(bands[i - 1].street_m)
          expect(bands[i].area_m2).toBeGreaterThanOrEqual(bands[i - 1].area_m2)
          expect(bands[i].people ?? 0).toBeGreaterThanOrEqual(bands[i - 1].people ?? 0)
        }
      }
    }),
    runs(40),
  )
})
