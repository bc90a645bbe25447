import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareGaps } from '../../../src/engine/compare/compare-gaps'
import { compareJudged } from '../../../src/engine/compare/compare-judged'
import type { UnknownByClass } from '../../../src/engine/compare/unknown-of-gaps'
import { judge, type Judged, measure, prepare, replan } from '../../../src/engine/pipeline'
import { placesOfDemand } from '../../../src/engine/places/demand-places'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { ClassChange, Comparison } from '../../../src/model/comparison'
import { countGaps } from '../../../src/model/count-gaps'
import type { Gap } from '../../../src/model/gap'
import { PROFILES } from '../../../src/model/profile'
import type { Project } from '../../../src/model/project'
import type { Edit } from '../../../src/model/scenario'
import { DISTRICT_CLASSES, districts } from '../../oracle/random-district'
import { at, Scene } from '../../scene/scene'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'

const MARKET = {
  ...DISTANCE,
  rules: { ...RULES, rules: RULES.rules.filter(({ code }) => code === 'MARKET') },
}

async function stateOf(
  project: Project,
  settings: AnalysisSettings,
  edits: readonly Edit[],
): Promise<Judged> {
  const planned = { ...project, scenarios: [{ id: 's', name: 's', edits }] }
  const prepared = await prepare(planned, 's', {})
  return judge(await measure(prepared, { ...settings, scenario: 's' }, {}), {})
}

async function compareEdits(
  project: Project,
  settings: AnalysisSettings,
  before: readonly Edit[],
  after: readonly Edit[],
): Promise<Comparison> {
  return compareJudged(await stateOf(project, settings, before), await stateOf(project, settings, after))
}

/*
 *   a1 (60)      a2 (40)          b (50)  market              c (30) d (20)
 *   x=100        x=400            x=900   x=1000              x=1700 x=1800      all on one street; the limit is 500 m
 */
function street(): Scene {
  const scene = new Scene().street('s', [
    [0, 0],
    [2000, 0],
  ])
  const house = (id: string, community: string, x: number, residents?: number): void => {
    scene.building(id, square(x, 1), { community, ...(residents === undefined ? {} : { residents }) })
  }
  scene.community('a', square(250, 240)).community('b', square(900, 90))
  scene.community('c', square(1700, 40)).community('d', square(1800, 40))
  house('a1', 'a', 100, 60)
  house('a2', 'a', 400, 40)
  house('b1', 'b', 900, 50)
  house('c1', 'c', 1700, 30)
  house('d1', 'd', 1800, 20)
  return scene.facility('market', 'MARKET', [1000, 0])
}

function square(x: number, half: number): [number, number][] {
  return [
    [x - half, -half],
    [x + half, -half],
    [x + half, half],
    [x - half, half],
  ]
}

/** Metres an adult walks in a minute: 1.2 m/s. */
const METRES_A_MINUTE = 72
const NO_GAPS = {
  before: 0,
  closed: 0,
  unclear: 0,
  left: 0,
  fresh: 0,
  revealed: 0,
  split: 0,
  merged: 0,
  after: 0,
  shrunk: 0,
  less_known: 0,
  grown: 0,
  more_known: 0,
}
const second = (x: number): Edit => ({ kind: 'add-facility', name: 'n', class: 'MARKET', at: at(x, 0) })

describe('on a street of five houses', () => {
  const project = street().project()

  test('a second market serves a: each number is worked out', async () => {
    const comparison = await compareEdits(project, MARKET, [], [second(300)])
    // 900 → 200 for 60 people, 600 → 100 for 40; the others stay at 100, 700 and 800
    const minutes = Math.round(((700 * 60 + 500 * 40) / METRES_A_MINUTE) * 10) / 10
    expect(comparison.classes).toMatchObject([
      {
        code: 'MARKET',
        required: true,
        served_before: 50,
        served_after: 150,
        gained: 100,
        lost: 0,
        nearer: 0,
        farther: 0,
        person_minutes: minutes,
      },
    ])
    expect(comparison.people).toEqual({ gain: 100, lose: 0, both: 0 })
    expect(comparison.person_minutes).toBe(minutes)
    expect(comparison.communities).toEqual([
      { id: 'a', gained: ['MARKET'], lost: [], people_gained: 100, people_lost: 0, person_minutes: minutes },
    ])
    const id = `${RULES.id}:MARKET`
    expect(comparison.gaps).toEqual({
      closed: [`${id}:a`],
      unclear: [],
      remaining: [`${id}:c+d`],
      fresh: [],
      revealed: [],
      turned: [],
      unknown: [],
    })
    expect(comparison.places.map(({ people, gained, lost }) => [people, gained, lost])).toEqual([
      [60, [0], []],
      [40, [0], []],
    ])
  })

  test('where nobody counted people, the communities are counted: no zero stands for what is unknown', async () => {
    const uncounted = {
      ...project,
      layers: {
        ...project.layers,
        // the houses of a and b say nothing; those of c and d do
        buildings: project.layers.buildings.map(({ residents, ...house }) =>
          house.id < 'c' || residents === undefined ? house : { ...house, residents },
        ),
      },
    }
    const moved: Edit = { kind: 'move-facility', facility: 'market', to: at(300, 0) }
    const comparison = await compareEdits(uncounted, MARKET, [], [moved])
    expect(comparison.people).toEqual({ gain: 0, lose: 0, both: 0 })
    // a: 900 and 600 m to the market become 200 and 100 m, of which each house is half; b: 100 m become 600 m
    expect(comparison.uncounted).toEqual({ gain: 1, lose: 1, minutes: 2, saved_minutes: 1.4, all: 2, of: 4 })
    expect(comparison.classes[0]).toMatchObject({
      gained: 0,
      lost: 0,
      uncounted: { gained: 1, lost: 1, nearer: 0, farther: 0 },
      communities_before: 1,
      communities_after: 1,
    })
    // c and d walk farther, and are counted
    expect(comparison.person_minutes).toBeCloseTo((-300 * 30 - 200 * 20) / METRES_A_MINUTE, 1)
  })

  test('walks that get shorter where nobody counted people are told as communities', async () => {
    const uncounted = {
      ...project,
      layers: {
        ...project.layers,
        buildings: project.layers.buildings.map((house) => ({ ...house, residents: undefined })),
      },
    }
    // the market is nearer to b, which it serves in both states, and to a, and farther from c and d, which it never does
    const nearer: Edit = { kind: 'move-facility', facility: 'market', to: at(950, 0) }
    const comparison = await compareEdits(uncounted, MARKET, [], [nearer])
    expect(comparison.classes[0].uncounted).toEqual({ gained: 0, lost: 0, nearer: 2, farther: 2 })
    expect(comparison.uncounted).toMatchObject({ gain: 0, lose: 0, minutes: 4 })
    expect(comparison.communities.map(({ id, person_minutes }) => [id, person_minutes])).toContainEqual([
      'b',
      null,
    ])
  })

  test('a market moved away is a gain for some and a loss for others', async () => {
    const moved: Edit = { kind: 'move-facility', facility: 'market', to: at(300, 0) }
    const comparison = await compareEdits(project, MARKET, [], [moved])
    // c and d walk more than twice the limit afterwards: 1000 m count, of 1400 and 1500
    const metres = 700 * 60 + 500 * 40 - 500 * 50 - 300 * 30 - 200 * 20
    expect(comparison.classes[0]).toMatchObject({
      gained: 100,
      lost: 50,
      served_before: 50,
      served_after: 100,
    })
    expect(comparison.person_minutes).toBeCloseTo(metres / METRES_A_MINUTE, 1)
    expect(comparison.people).toEqual({ gain: 100, lose: 50, both: 0 })
    expect(comparison.communities.map(({ id, gained, lost }) => [id, gained, lost])).toEqual([
      ['a', ['MARKET'], []],
      ['b', [], ['MARKET']],
      ['c', [], []],
      ['d', [], []],
    ])
    // c and d still lack a market; b lacked none before
    const id = `${RULES.id}:MARKET`
    expect(comparison.gaps).toEqual({
      closed: [`${id}:a`],
      unclear: [],
      remaining: [`${id}:c+d`],
      fresh: [`${id}:b`],
      revealed: [],
      turned: [],
      unknown: [],
    })
  })

  test('a gap that shrinks or grows comes back under another id, and is told as what it was', async () => {
    const { gaps, classes } = await compareEdits(project, MARKET, [], [second(1250)])
    expect(classes[0]).toMatchObject({ gained: 30, lost: 0 })
    const [wide, narrow] = [`${RULES.id}:MARKET:c+d`, `${RULES.id}:MARKET:d`]
    expect(gaps).toMatchObject({ closed: [], fresh: [] })
    expect(gaps.turned).toEqual([{ turn: 'shrunk', before: [wide], after: [narrow] }])
    expect(countGaps(gaps)).toEqual({ ...NO_GAPS, before: 2, left: 2, after: 2, shrunk: 1 })
    const back = await compareEdits(project, MARKET, [second(1250)], [])
    expect(back.gaps.turned).toEqual([{ turn: 'grown', before: [narrow], after: [wide] }])
  })

  test('people are told by age, where they live; who is not counted is told as unknown', async () => {
    // 45 of a's 60 elders live in a1, c counts its own without houses, d counts none
    const aged = street()
    const projectWithAges = aged.project()
    const { buildings, communities } = projectWithAges.layers
    const elders: Readonly<Record<string, number>> = { a1: 45, a2: 15 }
    const told = {
      ...projectWithAges,
      layers: {
        ...projectWithAges.layers,
        buildings: buildings.map((each) =>
          each.id in elders ? { ...each, residents_60_plus: elders[each.id] } : each,
        ),
        communities: communities.map((each) =>
          each.id === 'c' ? { ...each, residents_60_plus: 12, residents_0_2: 3 } : each,
        ),
      },
    }
    // within 500 m of 1300: c and d; of 0: a1 and a2
    const both = await compareEdits(told, MARKET, [], [second(1300), second(0)])
    expect(both.people).toEqual({ gain: 150, lose: 0, both: 0 })
    const group = (name: string) => both.ages.find((each) => each.group === name)
    expect(group('age_60_plus')).toEqual({
      group: 'age_60_plus',
      gain: 60 + 12,
      lose: 0,
      both: 0,
      uncounted: 1,
    })
    expect(group('age_0_2')).toEqual({ group: 'age_0_2', gain: 3, lose: 0, both: 0, uncounted: 2 })
    // within 500 m of 850: a2 alone
    const one = await compareEdits(told, MARKET, [], [second(850)])
    expect(one.classes[0].gained).toBe(40)
    expect(one.classes[0].ages).toContainEqual({ group: 'age_60_plus', gained: 15, lost: 0, uncounted: 0 })
    // nobody of whom it is known that nothing changes is unknown
    expect((await compareEdits(told, MARKET, [], [])).classes[0].ages).toEqual([])
  })

  test('shorter walks of people served before are counted apart', async () => {
    // b: 100 → 10, a2: 600 → 490
    const { classes, people } = await compareEdits(project, MARKET, [], [second(890)])
    expect(classes[0]).toMatchObject({ gained: 40, nearer: 50, farther: 0 })
    expect(people).toEqual({ gain: 40, lose: 0, both: 0 })
  })

  test('people of unknown number count in verdicts and places, in no number of people', async () => {
    const unknown = street().without('buildings', 'a1').without('buildings', 'a2').project()
    const { classes, communities, places, people, uncounted } = await compareEdits(
      unknown,
      MARKET,
      [],
      [second(300)],
    )
    expect(classes[0]).toMatchObject({
      gained: 0,
      person_minutes: 0,
      uncounted: { gained: 1, lost: 0, nearer: 0, farther: 0 },
    })
    expect(people).toEqual({ gain: 0, lose: 0, both: 0 })
    expect(uncounted).toMatchObject({ gain: 1, lose: 0, minutes: 1, all: 1 })
    expect(communities).toEqual([
      { id: 'a', gained: ['MARKET'], lost: [], people_gained: null, people_lost: null, person_minutes: null },
    ])
    expect(places.every(({ people, gained }) => people === null && gained.length === 1)).toBe(true)
  })

  test('a walk that changes where nobody is counted is told by communities, served or not', async () => {
    const unknown = street().without('buildings', 'b1').without('buildings', 'd1').project()
    const moved = [{ kind: 'move-facility', facility: 'market', to: at(1100, 0) }] as const
    const there = await compareEdits(unknown, MARKET, [], moved)
    // b walks 100 more and stays served; d walks 700 instead of 800 and stays beyond 500
    expect(there.classes[0].uncounted).toEqual({ gained: 0, lost: 0, nearer: 1, farther: 1 })
    expect(there.uncounted).toMatchObject({ gain: 0, lose: 0, minutes: 2, all: 2 })
    const back = await compareEdits(unknown, MARKET, moved, [])
    expect(back.classes[0].uncounted).toEqual({ gained: 0, lost: 0, nearer: 1, farther: 1 })
  })

  test('states judged by different settings are not compared', async () => {
    const before = await stateOf(project, MARKET, [])
    const after = await stateOf(project, { ...MARKET, profile: 'elder' }, [])
    expect(() => compareJudged(before, after)).toThrow('different settings')
  })
})

const rules = {
  ...RULES,
  rules: RULES.rules.filter(({ code }) => (DISTRICT_CLASSES as readonly string[]).includes(code)),
}
const place = fc.tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: -20, max: 420 }))
const added = fc
  .tuple(place, fc.constantFrom(...DISTRICT_CLASSES))
  .map(([[x, y], code]): Edit => ({ kind: 'add-facility', name: 'n', class: code, at: at(x, y) }))
/** Edits of what the district has; those that name nothing are refused and change nothing. */
const opened = fc.nat(8).map((i): Edit => ({ kind: 'open-gate', gate: `g${i}`, access: 'public' }))
const taking = fc.oneof(
  fc.nat(8).map((i): Edit => ({ kind: 'close-gate', gate: `g${i}` })),
  fc.nat(7).map((i): Edit => ({ kind: 'close-facility', facility: `f${i}` })),
)
const moving = fc
  .tuple(fc.nat(7), place)
  .map(([i, [x, y]]): Edit => ({ kind: 'move-facility', facility: `f${i}`, to: at(x, y) }))
const anyEdits = fc.array(fc.oneof(added, opened, taking, moving), { minLength: 1, maxLength: 3 })
const bases = fc.constantFrom(DISTANCE, TIME).map((settings): AnalysisSettings => ({ ...settings, rules }))

/** A place's people by class, straight from the walks: whether they are served, and for sure not. */
function recountPlaces({ measured: { prepared, reach }, view: { assessment } }: Judged) {
  const places = placesOfDemand(prepared)
  return new Map(
    prepared.people.points.map(({ community, carrier, id, share }, p) => {
      const { id: name, people } = assessment.communities[community]
      const cells = assessment.classes.map(({ limit, surveyed }, c) => {
        const walk = reach.cost[c][p] / 1000
        const clip = reach.clipCost[p] / 1000
        const isServed = reach.isConnected[p] === 1 && walk >= 0 && walk <= limit
        const isUnknown =
          reach.isConnected[p] === 0 || (!isServed && (!surveyed || (clip >= 0 && clip <= limit)))
        return { walk: walk < 0 ? Infinity : walk, isServed, isUnknown, limit }
      })
      const key = [name, carrier, id ?? '', places[2 * p].toFixed(6), places[2 * p + 1].toFixed(6)].join(' ')
      return [key, { people: (people ?? 0) * share, cells }]
    }),
  )
}

/** The same sums place by place and class by class, unrounded. */
function recount(before: Judged, after: Judged): (Partial<ClassChange> & { readonly code: string })[] {
  const [was, is] = [recountPlaces(before), recountPlaces(after)]
  expect([...is.keys()]).toEqual([...was.keys()])
  const { basis, profile } = after.measured.settings
  const perMinute = 60 * (basis === 'distance' ? PROFILES[profile].speed_m_s : 1)
  return after.view.assessment.classes.map(({ code }, c) => {
    const sum = { gained: 0, lost: 0, nearer: 0, farther: 0, person_minutes: 0 }
    for (const [key, { people, cells }] of is) {
      const [a, b] = [was.get(key)!.cells[c], cells[c]]
      if (!a.isServed && b.isServed) sum.gained += people
      if (a.isServed && !b.isServed) sum.lost += people
      if (a.isServed && b.isServed && a.walk - b.walk >= 1) sum.nearer += people
      if (a.isServed && b.isServed && b.walk - a.walk >= 1) sum.farther += people
      if (a.isUnknown || b.isUnknown) continue
      const [x, y] = [Math.min(a.walk, 2 * a.limit), Math.min(b.walk, 2 * b.limit)]
      sum.person_minutes += (people * (x - y)) / perMinute
    }
    return { code, ...sum }
  })
}

const sorted = (ids: readonly string[]): string[] => [...ids].sort()
const lackersOf = (gaps: readonly Gap[]): string[] =>
  gaps.flatMap((gap) => gap.places.map((place) => `${gap.class} ${place}`))

/** Each gap is told once, none closed or new shares a community with the other side, and the numbers add up. */
function checkGaps(before: readonly Gap[], after: readonly Gap[], change: Comparison['gaps']): void {
  const { closed, unclear, remaining, fresh, revealed, turned } = change
  const [from, to] = [turned.flatMap((each) => each.before), turned.flatMap((each) => each.after)]
  expect(sorted([...closed, ...unclear, ...remaining, ...from])).toEqual(sorted(before.map(({ id }) => id)))
  expect(sorted([...fresh, ...revealed, ...remaining, ...to])).toEqual(sorted(after.map(({ id }) => id)))
  const [lacked, lack] = [new Set(lackersOf(before)), new Set(lackersOf(after))]
  const [gone, come] = [
    before.filter(({ id }) => closed.includes(id) || unclear.includes(id)),
    after.filter(({ id }) => fresh.includes(id) || revealed.includes(id)),
  ]
  expect(lackersOf(gone).filter((each) => lack.has(each))).toEqual([])
  expect(lackersOf(come).filter((each) => lacked.has(each))).toEqual([])
  const count = countGaps(change)
  expect([count.before, count.after]).toEqual([before.length, after.length])
  expect(count.closed + count.unclear + count.left).toBe(count.before)
}

/** Communities a to f of a class in no gap (0) or in one of three. */
const lacking = fc.array(fc.nat(3), { minLength: 6, maxLength: 6 })

function gapsOf(groups: readonly number[]): Gap[] {
  return [1, 2, 3].flatMap((group) => {
    const places = ['a', 'b', 'c', 'd', 'e', 'f'].filter((_, i) => groups[i] === group)
    const id = `p:MARKET:${places.join('+')}`
    // nothing else of a gap is asked
    return places.length === 0 ? [] : [{ id, class: 'MARKET', places } as unknown as Gap]
  })
}

/** People of c are not known any more, those of e and f known now. */
const UNKNOWN: UnknownByClass = new Map([
  [
    'MARKET',
    {
      became: new Map([['c', 1]]),
      ended: new Map([
        ['e', 1],
        ['f', 1],
      ]),
      lost: new Set<string>(),
    },
  ],
])

const turnOf = (was: readonly number[], is: readonly number[]) =>
  compareGaps(gapsOf(was), gapsOf(is), new Map()).turned.map(({ turn }) => turn)

test('gaps are told once each however they fall apart and grow together, and the numbers add up', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(lacking, lacking, (was, is) => {
      const [before, after] = [gapsOf(was), gapsOf(is)]
      const change = compareGaps(before, after, UNKNOWN)
      checkGaps(before, after, change)
      for (const { turn } of change.turned) seen.add(turn)
    }),
    { numRuns: 500, seed: 5 },
  )
  expect(seen.size).toBe(8)
  expect(turnOf([1, 1, 1, 0, 0, 0], [1, 0, 2, 0, 0, 0])).toEqual(['split'])
  expect(turnOf([1, 0, 2, 0, 0, 0], [1, 1, 1, 0, 0, 0])).toEqual(['merged'])
  expect(turnOf([1, 1, 0, 0, 0, 0], [0, 1, 1, 0, 0, 0])).toEqual(['shifted'])
  // a leaves the first, c the second, and both take in others
  expect(turnOf([1, 1, 2, 2, 0, 0], [1, 2, 2, 3, 0, 0])).toEqual(['regrouped'])
})

describe('over random districts', () => {
  test('a slow recount, place by place, gives the same; the way back is the way there reversed', async () => {
    const seen = { gained: 0, lost: 0, nearer: 0, minutes: 0 }
    await fc.assert(
      fc.asyncProperty(districts, bases, anyEdits, async ({ project }, settings, edits) => {
        const [before, after] = [
          await stateOf(project, settings, []),
          await stateOf(project, settings, edits),
        ]
        const [there, back] = [compareJudged(before, after), compareJudged(after, before)]
        recount(before, after).forEach((slow, c) => {
          const fast = there.classes[c]
          expect(fast.code).toBe(slow.code)
          for (const key of ['gained', 'lost', 'nearer', 'farther'] as const) {
            expect(Math.abs(fast[key] - (slow[key] ?? NaN))).toBeLessThanOrEqual(0.5001)
          }
          expect(Math.abs(fast.person_minutes - (slow.person_minutes ?? NaN))).toBeLessThan(0.06)
          expect(back.classes[c]).toMatchObject({
            gained: fast.lost,
            lost: fast.gained,
            nearer: fast.farther,
            served_after: fast.served_before,
          })
          expect(Math.abs(back.classes[c].person_minutes + fast.person_minutes)).toBeLessThan(0.11)
          seen.gained += fast.gained
          seen.lost += fast.lost
          seen.nearer += fast.nearer
          seen.minutes += Math.abs(fast.person_minutes)
        })
        const gone = new Set([...back.gaps.closed, ...back.gaps.unclear])
        expect(gone).toEqual(new Set([...there.gaps.fresh, ...there.gaps.revealed]))
        // who was not known is told in both ways; where one was served it is new all the same
        for (const id of there.gaps.revealed) expect(back.gaps.unclear).toContain(id)
        checkGaps(before.view.gaps, after.view.gaps, there.gaps)
        expect(new Set(back.gaps.remaining)).toEqual(new Set(there.gaps.remaining))
        expect(back.people).toEqual({
          gain: there.people.lose,
          lose: there.people.gain,
          both: there.people.both,
        })
      }),
      { numRuns: 30, seed: 11, endOnFailure: true },
    )
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(20)
  })

  test('adding never loses and closing never gains, whoever one asks', async () => {
    let [gains, losses] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        districts,
        bases,
        fc.array(fc.oneof(added, opened), { minLength: 1, maxLength: 3 }),
        taking,
        async ({ project }, settings, more, less) => {
          const before = await stateOf(project, settings, [])
          const plus = compareJudged(before, await stateOf(project, settings, more))
          const minus = compareJudged(before, await stateOf(project, settings, [less]))
          for (const { lost, farther, person_minutes } of plus.classes)
            expect({ lost, farther, isLess: person_minutes < 0 }).toEqual({
              lost: 0,
              farther: 0,
              isLess: false,
            })
          for (const { gained, nearer, person_minutes } of minus.classes)
            expect({ gained, nearer, isMore: person_minutes > 0 }).toEqual({
              gained: 0,
              nearer: 0,
              isMore: false,
            })
          expect(plus.places.every(({ lost }) => lost.length === 0)).toBe(true)
          expect(minus.places.every(({ gained }) => gained.length === 0)).toBe(true)
          // facilities alone leave nobody's verdict unknown: what is new is left of what was
          if (more.every(({ kind }) => kind === 'add-facility')) expect(plus.gaps.fresh).toEqual([])
          gains += plus.people.gain
          losses += minus.people.lose
        },
      ),
      { numRuns: 30, seed: 12, endOnFailure: true },
    )
    expect(Math.min(gains, losses)).toBeGreaterThan(100)
  })

  test('gates opened over a shared network are compared as on a network built anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        districts,
        fc.array(opened, { minLength: 1, maxLength: 3 }),
        async ({ project }, edits) => {
          const settings = { ...DISTANCE, rules }
          const planned = { ...project, scenarios: [{ id: 's', name: 's', edits }] }
          const prepared = await prepare(planned, null, {})
          const base = await judge(await measure(prepared, settings, {}), {})
          const open = replan(prepared, planned.scenarios[0], null)
          const after = await judge(await measure(open, { ...settings, scenario: 's' }, {}), {})
          const anew = await stateOf(project, settings, edits)
          expect(compareJudged(base, after)).toEqual(compareJudged(base, anew))
        },
      ),
      { numRuns: 10, seed: 13, endOnFailure: true },
    )
  })
})
