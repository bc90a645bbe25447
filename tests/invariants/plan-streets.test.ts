import fc from 'fast-check'
import { expect, test } from 'vitest'

import { drawEdit } from '../../bench/draw-edits'
import { UNREACHED } from '../../src/engine/catchment/bounded-search'
import { GraphCache } from '../../src/engine/catchment/graph-cache'
import { buildNetwork } from '../../src/engine/network/build-network'
import type { WalkNetwork } from '../../src/engine/network/walk-network'
import { analyse, measure, prepare, type Prepared, replan } from '../../src/engine/pipeline'
import { lookAround } from '../../src/engine/places/place-context'
import { placeFacilities } from '../../src/engine/places/place-facilities'
import { representativePoint } from '../../src/engine/geometry/rings'
import type { Edit, EditKind, Scenario } from '../../src/model/scenario'
import { DISTRICT_CLASSES, districts } from '../oracle/random-district'
import { seededRandom } from '../oracle/seeded-random'
import { DISTANCE } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

const DEMO = demoProject()

function scenarioOf(edits: readonly Edit[]): Scenario {
  return { id: 'v', name: 'v', edits }
}

/** Some edits of these kinds by lot, one after the other. */
function draw(count: number, kinds: readonly EditKind[], seed: number, project = DEMO): Edit[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => drawEdit(project, DISTRICT_CLASSES, random, kinds)).flatMap(
    (edit) => edit ?? [],
  )
}

/** Nodes by where they are; places that are several nodes, because a walk waits there, are left out. */
function plainPlaces(network: WalkNetwork): Map<string, number> {
  const nodes = new Map<string, number | null>()
  for (let node = 0; node < network.homeNodeCount; node++) {
    const place = [network.nodeX[node], network.nodeY[node], network.nodeZone[node]].join(' ')
    const isPlain = network.nodeArrival[node] === node && !nodes.has(place)
    nodes.set(place, isPlain ? node : null)
  }
  return new Map([...nodes].flatMap(([place, node]) => (node === null ? [] : [[place, node]])))
}

/** The most that walks from some nodes differ, and the walks compared. */
function compareWalks(
  prepared: Prepared,
  basis: 'distance' | 'time',
  random: () => number,
): { worst: number; walks: number } {
  const whole = buildNetwork(prepared.project, { isPlain: false }).network
  const grafted = prepared.graphs.search('adult', basis, false)
  const anew = new GraphCache(whole, false).search('adult', basis, false)
  const [ofGrafted, ofWhole] = [plainPlaces(prepared.network), plainPlaces(whole)]
  const places = [...ofGrafted.keys()].filter((place) => ofWhole.has(place))
  const { edgeFrom, edgeTo } = prepared.network
  const ends = new Set((prepared.plan?.graft.fresh ?? []).flatMap((edge) => [edgeFrom[edge], edgeTo[edge]]))
  const starts = places.filter((place) => ends.has(ofGrafted.get(place) ?? -1)).slice(0, 8)
  for (let i = 0; i < 8; i++) starts.push(places[Math.floor(random() * places.length)])
  let worst = 0
  let walks = 0
  for (const start of starts) {
    const costs = [
      { search: grafted, nodes: ofGrafted, network: prepared.network },
      { search: anew, nodes: ofWhole, network: whole },
    ].map(({ search, nodes, network }) => {
      const node = nodes.get(start) ?? -1
      search.run([{ node, cost: 0, other: 0, source: 0 }], 1_200_000, network.nodeZone[node])
      return places.map((place) => search.cost[nodes.get(place) ?? -1])
    })
    places.forEach((_, i) => {
      const [a, b] = [costs[0][i], costs[1][i]]
      // at the very end of the search a millimetre decides whether a place is reached
      if (Math.min(a, b) > 1_199_000) return
      walks++
      worst = Math.max(worst, a === UNREACHED || b === UNREACHED ? Infinity : Math.abs(a - b))
    })
  }
  return { worst, walks }
}

test('over paths and openings laid on the demo all walks are those of a network built from nothing', async () => {
  const base = await prepare(DEMO, null, {})
  const random = seededRandom(3)
  let walks = 0
  for (const seed of [1, 2, 3]) {
    const prepared = replan(base, scenarioOf(draw(6, ['add-path', 'open-wall', 'add-path'], seed)), null)
    expect(prepared.plan?.graft.fresh.length).toBeGreaterThan(4)
    for (const basis of ['distance', 'time'] as const) {
      const compared = compareWalks(prepared, basis, random)
      // pieces of a street are 2 mm longer than measured
      expect(compared.worst).toBeLessThanOrEqual(40)
      walks += compared.walks
    }
  }
  console.log(`${walks} walks over streets of plans, as in a network built from nothing`)
  expect(walks).toBeGreaterThan(40_000)
})

test('what a plan leaves where it stands stands as if all was placed anew', async () => {
  const base = await prepare(DEMO, null, {})
  for (const seed of [4, 5]) {
    const prepared = replan(base, scenarioOf(draw(5, ['add-path', 'remove-path', 'open-wall'], seed)), null)
    expect(placeFacilities(prepared).access).toEqual(prepared.facilities.access)
    const buildings = new Map(DEMO.layers.buildings.map((each) => [each.id, each]))
    const { frame } = prepared.network
    const hasDoor = new Set(DEMO.layers.entrances.map((entrance) => entrance.of))
    let compared = 0
    for (const { id = '', carrier, access } of prepared.people.points) {
      const building = buildings.get(id)
      if (carrier !== 'building' || building === undefined || hasDoor.has(id)) continue
      const [lon, lat] = representativePoint(building.geometry)
      expect(access).toEqual(lookAround(prepared, frame.x(lon), frame.y(lat)).access)
      compared++
    }
    expect(compared).toBeGreaterThan(1000)
  }
})

/** With no second opening in a compound: two within 12 m of each other are one gate, which may let fewer through. */
function onceWalled(edits: readonly Edit[]): Edit[] {
  const opened = new Set<string>()
  return edits.filter((edit) => {
    if (edit.kind !== 'open-wall') return true
    const isFirst = !opened.has(edit.community)
    opened.add(edit.community)
    return isFirst
  })
}

/** Where a path meets one of an earlier edit its pieces may be some millimetres longer than it was, and ms. */
const PIECES = 10

test('no walk gets longer by a path, an opening or a facility more, nor, to the millimetre, than it was in the data', async () => {
  const ADDING: readonly EditKind[] = ['add-path', 'open-wall', 'add-facility', 'add-path']
  let walks = 0
  await fc.assert(
    fc.asyncProperty(
      districts,
      fc.nat({ max: 1_000_000 }),
      fc.boolean(),
      async ({ project }, seed, isByTime) => {
        const settings = { ...DISTANCE, basis: isByTime ? ('time' as const) : ('distance' as const) }
        const edits = onceWalled(draw(4, ADDING, seed, project))
        const data = await measure(await prepare(project, null, {}), settings, {})
        let before = data
        for (let count = 1; count <= edits.length; count++) {
          const prepared = replan(before.prepared, scenarioOf(edits.slice(0, count)), null)
          const after = await measure(prepared, settings, {})
          const [known, now, first] = [before, after, data].map(({ reach }) =>
            reach.cost.flatMap((column) => [...column]),
          )
          known.forEach((cost, at) => {
            if (cost < 0) return
            walks++
            const next = now[at]
            const was = first[at]
            const isLonger = next < 0 || next > cost + PIECES || (was >= 0 && next > was)
            // `expect` for each of many walks takes minutes
            if (isLonger)
              expect.fail(`${count} edits, walk ${at}: ${next}, before ${cost}, in the data ${was}`)
          })
          before = after
        }
      },
    ),
    { numRuns: 120, seed: 20261127 },
  )
  console.log(`${walks} walks over random districts, none longer after something was added`)
  expect(walks).toBeGreaterThan(5_000)
})

/** People served on the demo by each class under some edits, all of which work. */
async function served(list: readonly Edit[]): Promise<readonly number[]> {
  const prepared = await prepare({ ...DEMO, scenarios: [scenarioOf(list)] }, 'v', {})
  expect(prepared.scenarioIssues).toEqual([])
  const { assessment } = await analyse(prepared, { ...DISTANCE, scenario: 'v' }, {})
  return assessment.totals.map(({ people_served }) => people_served)
}

// before, houses went over to the path beside them and lost their own way to the street
test('a path beside houses serves nobody less', async () => {
  const edits: Edit[] = [
    { kind: 'move-facility', facility: 'f-daoshi-kindergarten', to: [120.1151678, 30.28027301] },
    { kind: 'open-wall', community: 'c-caixing', at: [120.10771052, 30.27756978], access: 'public' },
    {
      kind: 'add-path',
      line: [
        [120.10779914, 30.27726445],
        [120.10878261, 30.2774422],
      ],
      from: 's-1602',
      to: 's-1603',
    },
  ]
  const [before, after] = [await served(edits.slice(0, 2)), await served(edits)]
  before.forEach((people, c) => expect(after[c]).toBeGreaterThanOrEqual(people))
})

// before, the opening went over to the path, and people lost the way through it to the lane beside
test('a path drawn through the wall beside an opening takes nothing from it', async () => {
  const edits: Edit[] = [
    { kind: 'open-wall', community: 'c-jinshang', at: [120.12545635, 30.28202405], access: 'public' },
    {
      kind: 'add-path',
      line: [
        [120.12486097, 30.28247827],
        [120.12549843, 30.28196287],
      ],
      from: 's-0005',
      to: 's-1381',
    },
  ]
  const [before, after] = [await served(edits.slice(0, 1)), await served(edits)]
  before.forEach((people, c) => expect(after[c]).toBeGreaterThanOrEqual(people))
  expect(before).not.toEqual(await served([]))
})

// before, a house went over to the nearer of two paths, and by the farther one its walk had been shorter
test('a second path that is nearer takes nobody off the first', async () => {
  const { frame } = (await prepare(DEMO, null, {})).network
  const first: Edit & { kind: 'add-path' } = {
    kind: 'add-path',
    line: [
      [120.10779914, 30.27726445],
      [120.10878261, 30.2774422],
    ],
    from: 's-1602',
    to: 's-1603',
  }
  // from 8 m to the north of its middle to its end
  const shift = ([lon, lat]: readonly [number, number], m: number): [number, number] => [
    frame.lon(frame.x(lon)),
    frame.lat(frame.y(lat) + m),
  ]
  const middle: [number, number] = [
    (first.line[0][0] + first.line[1][0]) / 2,
    (first.line[0][1] + first.line[1][1]) / 2,
  ]
  const second: Edit = { ...first, line: [shift(middle, 8), first.line[1]], from: null }
  const [lon, lat] = shift(middle, 6)
  const base = await prepare(DEMO, null, {})
  const waysWith = (edits: readonly Edit[]) => {
    const prepared = replan(base, scenarioOf(edits), null)
    expect(prepared.scenarioIssues).toEqual([])
    return lookAround(prepared, frame.x(lon), frame.y(lat)).access.map(({ connector_m }) => connector_m)
  }
  const [one, two] = [waysWith([first]), waysWith([first, second])]
  expect(Math.min(...two)).toBeLessThan(Math.min(...one))
  for (const connector_m of one) expect(two.some((each) => Math.abs(each - connector_m) < 0.01)).toBe(true)
})

test('an opening far from a path leaves the numbers of that, and all who come onto it, as they are', async () => {
  const data = await prepare(DEMO, null, {})
  let [pairs, places, kept] = [0, 0, 0]
  for (let seed = 1; seed <= 12; seed++) {
    const [[first], [second]] = [draw(1, ['add-path'], seed), draw(1, ['open-wall'], seed)]
    const one = replan(data, scenarioOf([first]), null)
    const both = replan(one, scenarioOf([first, second]), null)
    const [site] = one.plan?.graft.sites ?? []
    // what lies near each other is laid together
    if (site === undefined || both.plan?.graft.sites.includes(site) !== true) continue
    pairs++
    for (const [name, edge] of one.plan?.graft.names ?? [])
      expect(both.plan?.graft.names.get(name)).toBe(edge)
    const anew = replan(data, scenarioOf([first, second]), null)
    one.facilities.access.forEach((access, i) => {
      if (access === data.facilities.access[i]) return
      // who comes onto the streets by the opening too
      if (anew.facilities.access[i].length > access.length) return
      expect(both.facilities.access[i]).toEqual(access)
      if (both.facilities.access[i] === access) kept++
      places++
    })
    one.people.points.forEach((point, p) => {
      if (point === data.people.points[p] || anew.people.points[p].access.length > point.access.length) return
      expect(both.people.points[p]).toEqual(point)
      if (both.people.points[p] === point) kept++
      places++
    })
  }
  expect(pairs).toBeGreaterThan(5)
  expect(places).toBeGreaterThan(10)
  // those in a compound that gets a gate are entered again
  expect(kept).toBeGreaterThan(places / 2)
})
