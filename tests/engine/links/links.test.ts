import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareJudged } from '../../../src/engine/compare/compare-judged'
import { linkEffectOf } from '../../../src/model/link-effect'
import { judge, type Judged, measure, prepare } from '../../../src/engine/pipeline'
import { linksOf } from '../../../src/engine/links-of'
import type { AnalysisSettings } from '../../../src/model/analysis'
import { LINK_KINDS, type LinkKind, type LinkSearch } from '../../../src/model/links'
import type { Project } from '../../../src/model/project'
import type { Edit } from '../../../src/model/scenario'
import { DISTRICT_CLASSES, districts } from '../../oracle/random-district'
import { at, Scene } from '../../scene/scene'
import { inTheWay, lockedGate, streetThroughWall } from '../../scenes/compound-scenes'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'

const MARKET = {
  ...DISTANCE,
  rules: { ...RULES, rules: RULES.rules.filter(({ code }) => code === 'MARKET') },
}
/** Metres an adult walks in a minute: 1.2 m/s. */
const METRES_A_MINUTE = 72
const tenths = (minutes: number): number => Math.round(minutes * 10) / 10

async function stateOf(
  project: Project,
  settings: AnalysisSettings,
  edits: readonly Edit[] = [],
): Promise<Judged> {
  const planned = { ...project, scenarios: [{ id: 's', name: 's', edits }] }
  const prepared = await prepare(planned, 's', {})
  return judge(await measure(prepared, { ...settings, scenario: 's' }, {}), {})
}

async function find(
  project: Project,
  kinds: readonly LinkKind[],
  { measured = 0, settings = MARKET, communities = null as readonly string[] | null } = {},
): Promise<LinkSearch> {
  return linksOf(await stateOf(project, settings), { communities, kinds, measured }, {})
}

function square(x: number, y: number, half = 1): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

/*
 *   market (1000, 40) ┐
 *   ┌─────────────────┘ y 30
 *   └─────────────────┐ y 0        nothing between the two streets, which meet at x = 0 alone
 *    house (1000, −10) ┘
 */
function hairpin(): Scene {
  return new Scene()
    .street('near', [
      [0, 0],
      [1000, 0],
    ])
    .street('far', [
      [0, 0],
      [0, 30],
      [1000, 30],
    ])
    .community('p', square(1000, -60, 55))
    .building('b', square(1000, -10), { community: 'p', residents: 10 })
    .facility('m', 'MARKET', [1000, 40])
}

describe('on drawn scenes', () => {
  test('a locked gate is found, with the way around it and the minutes it costs', async () => {
    const project = lockedGate().building('b', square(60, 100), { community: 'c', residents: 100 }).project()
    const { candidates, priced } = await find(project, LINK_KINDS)
    expect(priced.gate).toBe(1)
    expect(candidates[0]).toMatchObject({
      id: 'gate:south',
      kind: 'gate',
      community: 'c',
      edits: [{ kind: 'open-gate', gate: 'south', access: 'residents' }],
      // from the inner side up to the north gate, around by the west, and back: 160 + 20 + 550 + 200 + 550 + 20
      detour_before_m: 1500,
      detour_after_m: 0,
      isMeasured: false,
      effect: {
        // 1,410 m before, of which twice the limit counts; 110 m after
        person_minutes: tenths(((1000 - 110) * 100) / METRES_A_MINUTE),
        people: 100,
        classes: [{ code: 'MARKET', gained: 100 }],
      },
    })
  })

  test('two gates opened to the public are one way through', async () => {
    const scene = inTheWay('residents', 'residents')
      .community('p', square(-130, -60, 45))
      .building('b', square(-100, -20), { community: 'p', residents: 50 })
      .facility('m', 'MARKET', [100, -20])
    const [best, ...others] = (await find(scene.project(), LINK_KINDS)).candidates
    expect(best).toMatchObject({
      id: 'through:east+west',
      kind: 'through',
      edits: [
        { kind: 'open-gate', gate: 'west', access: 'public' },
        { kind: 'open-gate', gate: 'east', access: 'public' },
      ],
      detour_before_m: 1100,
      detour_after_m: 100,
      // 20 + 1,000 + 20 of which 1,000 count, and 20 + 200 + 20
      effect: { person_minutes: tenths(((1000 - 240) * 50) / METRES_A_MINUTE), people: 50 },
    })
    expect(others).toEqual([])
    // with one of them public already one edit is enough; with both nothing is left to open
    const half = inTheWay('public', 'residents')
      .community('p', square(-130, -60, 45))
      .building('b', square(-100, -20), { community: 'p', residents: 50 })
      .facility('m', 'MARKET', [100, -20])
    expect((await find(half.project(), ['through'])).candidates[0].edits).toEqual([
      { kind: 'open-gate', gate: 'east', access: 'public' },
    ])
  })

  test('where a street is cut by a wall a gate would open it', async () => {
    const scene = streetThroughWall()
      .building('b', square(10, 20), { community: 'z', residents: 40 })
      .facility('m', 'MARKET', [0, 300])
    const [best] = (await find(scene.project(), LINK_KINDS)).candidates
    expect(best).toMatchObject({
      kind: 'wall',
      community: 'z',
      edits: [{ kind: 'open-wall', community: 'z', at: at(0, 50), access: 'residents' }],
      detour_before_m: 50 + 100 + 400 + 100 + 350,
      detour_after_m: 0,
      // 10 + 20 + 100 + 400 + 100 + 100 before, 10 + 280 after
      effect: { person_minutes: tenths(((730 - 290) * 40) / METRES_A_MINUTE), people: 40 },
    })
  })

  test('the way around and the way through are from street to street, both', async () => {
    const scene = new Scene()
      .community('z', square(0, 0, 50), { gated: true })
      .gate('south', [0, -50], { community: 'z', access: 'residents' })
      .street('inner', [
        [0, -50],
        [0, 40],
      ])
      .street('around', [
        [0, -50],
        [0, -60],
        [-60, -60],
        [-60, 58],
        [60, 58],
      ])
      .building('b', square(10, 20), { community: 'z', residents: 40 })
      .facility('m', 'MARKET', [40, 60])
    const { candidates } = await find(scene.project(), ['wall'])
    // the opening at (10, 50): from the inner street's end at a slant to it, and 8 m on to the street outside
    expect(candidates).toHaveLength(1)
    expect(candidates[0]).toMatchObject({
      detour_before_m: 90 + 10 + 60 + 118 + 70,
      detour_after_m: Math.round(Math.hypot(10, 10) + 8),
    })
  })

  test('no opening is found that an edit would refuse: in a heritage area, or where the wall is to stay', async () => {
    const scene = streetThroughWall()
      .building('b', square(10, 20), { community: 'z', residents: 40 })
      .facility('m', 'MARKET', [0, 300])
      .barrier('old', 'wall', [
        [-50, 50],
        [50, 50],
      ])
    const project = scene.project()
    const walls = async (layers: Partial<typeof project.layers>) => {
      const { candidates } = await find({ ...project, layers: { ...project.layers, ...layers } }, ['wall'])
      return candidates.flatMap(({ edits }) =>
        edits.map((edit) => (edit.kind === 'open-wall' ? edit.at[1] : null)),
      )
    }
    const north = at(0, 50)[1]
    expect(await walls({})).toContain(north)
    const barriers = project.layers.barriers.map((wall) => ({ ...wall, locked: true }))
    expect(await walls({ barriers })).not.toContain(north)
    const ring = square(0, 55, 10).map(([x, y]) => [...at(x, y)])
    const geometry = { type: 'Polygon' as const, coordinates: [[...ring, ring[0]]] }
    expect(await walls({ heritage: [{ id: 'h', geometry }] })).not.toContain(north)
  })

  test('a short path between streets that are far on foot, and none through a wall or a house', async () => {
    const { candidates } = await find(hairpin().project(), ['path'])
    const [best] = candidates
    expect(best).toMatchObject({
      kind: 'path',
      community: null,
      streets: ['near', 'far'],
      edits: [{ kind: 'add-path', line: [at(1000, 0), at(1000, 30)], from: 'near', to: 'far' }],
      detour_before_m: 2030,
      detour_after_m: 30,
      effect: { person_minutes: tenths(((1000 - 50) * 10) / METRES_A_MINUTE), people: 10 },
    })
    const walled = hairpin().barrier('wall', 'wall', [
      [700, 15],
      [1100, 15],
    ])
    const [beside] = (await find(walled.project(), ['path'])).candidates
    expect(beside.at[0]).toBeLessThan(at(701, 0)[0])
    const built = hairpin().building('long', [
      [700, 10],
      [1010, 10],
      [1010, 20],
      [700, 20],
    ])
    expect((await find(built.project(), ['path'])).candidates[0].at[0]).toBeLessThan(at(701, 0)[0])
    // where a third street lies between, the two others are not joined over it
    const crossed = hairpin().street('between', [
      [-50, 15],
      [1100, 15],
    ])
    expect(
      (await find(crossed.project(), ['path'])).candidates.every(({ streets }) =>
        streets.includes('between'),
      ),
    ).toBe(true)
  })

  test('only what touches the communities asked about', async () => {
    const project = lockedGate().building('b', square(60, 100), { community: 'c', residents: 100 }).project()
    expect((await find(project, ['gate'], { communities: ['c'] })).candidates).toHaveLength(1)
    expect((await find(project, ['gate'], { communities: ['x'] })).priced.gate).toBe(0)
    expect((await find(hairpin().project(), ['path'], { communities: ['p'] })).candidates[0].streets).toEqual(
      ['near', 'far'],
    )
  })

  test('a search can be stopped', async () => {
    const state = await stateOf(hairpin().project(), MARKET)
    const question = { communities: null, kinds: LINK_KINDS, measured: 5 }
    await expect(linksOf(state, question, { isCancelled: () => true })).rejects.toThrow('cancelled')
  })
})

const rules = {
  ...RULES,
  rules: RULES.rules.filter(({ code }) => (DISTRICT_CLASSES as readonly string[]).includes(code)),
}

test('over random districts every link can be made, and what is measured is what the real scenario changes', async () => {
  const seen: Record<LinkKind, number> = { gate: 0, through: 0, wall: 0, shared: 0, path: 0 }
  const estimated = { same: 0, other: 0 }
  await fc.assert(
    fc.asyncProperty(districts, fc.constantFrom(DISTANCE, TIME), async ({ project }, chosen) => {
      const settings = { ...chosen, rules }
      const base = await stateOf(project, settings)
      const question = { communities: null, kinds: LINK_KINDS }
      const guessed = await linksOf(base, { ...question, measured: 0 }, {})
      const { candidates } = await linksOf(base, { ...question, measured: 3 }, {})
      for (const { id, kind, edits, effect, isMeasured } of candidates) {
        if (!isMeasured) continue
        seen[kind]++
        const after = await stateOf(project, settings, edits)
        expect(after.measured.prepared.scenarioIssues).toEqual([])
        const real = linkEffectOf(compareJudged(base, after))
        expect(effect).toEqual(real)
        // people at gates, and those whose nearest street a new path is, start elsewhere with it
        const guess = guessed.candidates.find((each) => each.id === id)!.effect
        const off = Math.abs(guess.person_minutes - real.person_minutes)
        estimated[off < 1 && guess.people === real.people ? 'same' : 'other']++
      }
    }),
    { numRuns: 25, seed: 21, endOnFailure: true },
  )
  console.log(JSON.stringify({ seen, estimated }))
  // no two compounds of these districts share a wall: see shared-walls.test.ts
  const { shared: _shared, ...others } = seen
  expect(Math.min(...Object.values(others)), JSON.stringify(seen)).toBeGreaterThan(0)
  expect(estimated.same, JSON.stringify(estimated)).toBeGreaterThan(estimated.other)
})
