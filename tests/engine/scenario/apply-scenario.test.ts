import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { applyScenario } from '../../../src/engine/scenario/apply-scenario'
import { analyse, prepare } from '../../../src/engine/pipeline'
import type { Project } from '../../../src/model/project'
import type { Edit } from '../../../src/model/scenario'
import { at, Scene } from '../../scene/scene'
import { cellOf, DISTANCE } from '../../scenes/analyse-scene'

/*
 *   main street, y = 0 ─────────────────────────────────────────
 *        west gate (−250,0)                 east gate (350,0)
 *   ┌── west ─────────────┐  ┌── east ─────────────┐
 *   │ (−300..0, −200..0)  │  │ (10..400, −200..0)  │
 *   │ lane y=−100         │  │ lane y=−100         │
 *   │ people at (−20,−100)│  │                     │
 *   └─────────────────────┘  └─────────────────────┘
 *   an alley between them, x = 5, from the street down to y = −150
 */
function town(): Scene {
  return new Scene()
    .street('main', [
      [-400, 0],
      [-250, 0],
      [5, 0],
      [350, 0],
      [500, 0],
    ])
    .street('alley', [
      [5, 0],
      [5, -150],
    ])
    .community(
      'west',
      [
        [-300, -200],
        [0, -200],
        [0, -1],
        [-300, -1],
      ],
      { gated: true, residents: 1000 },
    )
    .community(
      'east',
      [
        [10, -200],
        [400, -200],
        [400, -1],
        [10, -1],
      ],
      { gated: true, residents: 500 },
    )
    .street('west-lane', [
      [-250, 0],
      [-250, -100],
      [-20, -100],
    ])
    .street('east-lane', [
      [350, 0],
      [350, -100],
      [30, -100],
    ])
    .gate('west-gate', [-250, -1], { community: 'west', access: 'residents' })
    .gate('east-gate', [350, -1], { community: 'east', access: 'residents' })
    .building(
      'home',
      [
        [-22, -105],
        [-18, -105],
        [-18, -100],
        [-22, -100],
      ],
      { community: 'west', residents: 1000 },
    )
    .facility('clinic', 'ELDER_DAYCARE', [480, 0], { floor_area_m2: 500 })
    .facility('court', 'SPORT_S', [30, -100], { community: 'east', access: 'residents' })
    .space('shed', [-200, -101], {
      kind: 'idle_room',
      community: 'west',
      area_m2: 800,
      storey: 1,
      name: '车棚',
    })
}

const base = town().project()

function planned(...edits: Edit[]): { project: Project; reasons: unknown[] } {
  const { planned: project, issues } = applyScenario(base, { id: 's', name: 's', edits })
  return { project, reasons: issues.map(({ code, facts }) => [code, facts?.['edit'], facts?.['reason']]) }
}

async function cell(edits: readonly Edit[], community: string, code: string) {
  const project = { ...base, scenarios: [{ id: 's', name: 's', edits }] }
  const settings = { ...DISTANCE, scenario: 's' }
  return cellOf(await analyse(await prepare(project, 's', {}), settings, {}), community, code)
}

/** A part of the shed as a gym; without an area what is left of it. */
function part(area_m2?: number): Edit {
  const edit = { kind: 'convert-space', space: 'shed', use: 'GYM', class: 'GYM' } as const
  return area_m2 === undefined ? edit : { ...edit, area_m2 }
}

/** Moves a facility to metres east and north of the middle. */
const moveOf =
  (facility: string) =>
  (x: number, y: number): Edit => ({ kind: 'move-facility', facility, to: at(x, y) })

describe('an edit', () => {
  test('converts a space into a facility where the space is', async () => {
    expect(await cell([], 'west', 'ELDER_DAYCARE')).toMatchObject({ verdict: 'unserved' })
    const edit: Edit = {
      kind: 'convert-space',
      space: 'shed',
      use: 'ELDER_DAYCARE',
      class: 'ELDER_DAYCARE',
      area_m2: 400,
      capacity: 40,
    }
    const { project, reasons } = planned(edit)
    expect(reasons).toEqual([])
    expect(project.layers.facilities.at(-1)).toMatchObject({
      id: 'facility~edit-1',
      name: '车棚',
      class: 'ELDER_DAYCARE',
      community: 'west',
      floor_area_m2: 400,
      capacity: 40,
      storey: 1,
      source: 'scenario',
    })
    // home at (−20, −103 or so) to (−200, −101): 180 along the lane and the two connectors
    const found = await cell([edit], 'west', 'ELDER_DAYCARE')
    expect(found).toMatchObject({ verdict: 'served', facility: 'facility~edit-1' })
    expect(found.metres).toBeGreaterThan(180)
    expect(found.metres).toBeLessThan(185)
  })

  test('a facility in a space is entered by the doors of the space', () => {
    const project = town().entrance('d', 'shed', [-250, -60]).project()
    const edit = { kind: 'convert-space', space: 'shed', use: 'GYM', class: 'GYM' } as const
    const { planned: made } = applyScenario(project, { id: 's', name: 's', edits: [edit] })
    expect(made.layers.entrances).toMatchObject([
      { id: 'd', of: 'shed' },
      { id: 'd~edit-1', of: 'facility~edit-1', geometry: project.layers.entrances[0].geometry },
    ])
    expect(project.layers.entrances).toHaveLength(1)
  })

  test('shares a space among uses until it is used up', () => {
    const { project, reasons } = planned(part(500), part(301), part(), part())
    expect(reasons).toEqual([
      ['edit-impossible', 2, 'space-used-up'],
      ['edit-impossible', 4, 'space-used-up'],
    ])
    const made = project.layers.facilities.filter(({ source }) => source === 'scenario')
    expect(made.map(({ floor_area_m2 }) => floor_area_m2)).toEqual([500, 300])
  })

  test('opens a wall: the walk goes through it', async () => {
    // home → west gate → main → alley is 230 + 100 + 255; through a gate at the wall 20 + 5
    const path: Edit = {
      kind: 'add-path',
      line: [at(-20, -100), at(0, -100), at(5, -100)],
      from: 'west-lane',
      to: 'alley',
    }
    const hole: Edit = { kind: 'open-wall', community: 'west', at: at(0.5, -100), access: 'residents' }
    const { project, reasons } = planned(hole, path)
    expect(reasons).toEqual([])
    expect(project.layers.gates.at(-1)).toMatchObject({
      id: 'gate~edit-1',
      community: 'west',
      access: 'residents',
    })
    const before = await cell([], 'west', 'ELDER_DAYCARE')
    const after = await cell([hole, path], 'west', 'ELDER_DAYCARE')
    // 230 + 100 + 730 against 25 + 100 + 475, with the same connector
    expect(before.metres - after.metres).toBeCloseTo(1060 - 600, -1)
  })

  test('lays a path to another path of the plan: the walk goes through both, wherever they stand in the list', async () => {
    // from the main street to the north, and from its middle on to where the clinic goes
    const moved: Edit = { kind: 'move-facility', facility: 'clinic', to: at(-100, 190) }
    const first: Edit = {
      kind: 'add-path',
      id: 'a',
      line: [at(-250, 0), at(-250, 60)],
      from: 'main',
      to: null,
    }
    const second: Edit = {
      kind: 'add-path',
      line: [at(-250, 40), at(-100, 40), at(-100, 190)],
      from: 'path~edit-a',
      to: null,
    }
    const both = await cell([moved, first, second], 'west', 'ELDER_DAYCARE')
    // to the gate, out, and along the two
    expect(both.metres).toBeCloseTo(230 + 100 + 40 + 150 + 150, -1)
    expect(await cell([moved, { ...second, from: null }, first], 'west', 'ELDER_DAYCARE')).not.toEqual(both)
    expect(await cell([second, moved, first], 'west', 'ELDER_DAYCARE')).toEqual(both)
    expect(planned(second, first).reasons).toEqual([])
    // where the other one cannot be laid, or joins this one in turn, it is said of an edit of the list
    expect(planned(second, { ...first, line: [at(0, 0)] }).reasons).toEqual([
      ['edit-impossible', 1, 'missing'],
      ['edit-impossible', 2, 'line-too-short'],
    ])
    expect(planned({ ...second, id: 'b' }, { ...first, to: 'path~edit-b' }).reasons).toHaveLength(2)
  })

  test('moves a facility of a community into another one, whose it is then; on the ground of none it stays what it was', async () => {
    const moved = moveOf('court')
    const owner = (...edits: Edit[]) => planned(...edits).project.layers.facilities[1].community
    expect(owner(moved(200, -100))).toBe('east')
    expect(owner(moved(-200, -100))).toBe('west')
    expect(owner(moved(5, -100))).toBe('east')
    expect(await cell([], 'west', 'SPORT_S')).toMatchObject({ verdict: 'unserved' })
    expect(await cell([moved(-200, -100)], 'west', 'SPORT_S')).toMatchObject({ facility: 'court' })
    // a clinic of nobody's is nobody's wherever it goes
    const clinic: Edit = { kind: 'move-facility', facility: 'clinic', to: at(-200, -100) }
    expect(planned(clinic).project.layers.facilities[0]).not.toHaveProperty('community')
  })

  test('moves, resizes and closes a facility; what was surveyed stays surveyed', async () => {
    const moved = await cell(
      [{ kind: 'move-facility', facility: 'clinic', to: at(-250, -100) }],
      'west',
      'ELDER_DAYCARE',
    )
    expect(moved.metres).toBeGreaterThan(230)
    expect(moved.metres).toBeLessThan(234)
    const { project } = planned({ kind: 'resize-facility', facility: 'clinic', capacity: 12 })
    expect(project.layers.facilities[0]).toMatchObject({ floor_area_m2: 500, capacity: 12 })
    const closed = await cell([{ kind: 'close-facility', facility: 'clinic' }], 'west', 'ELDER_DAYCARE')
    expect(closed).toMatchObject({ verdict: 'unserved', reason: 'too-far', facility: null })
  })

  test('of a class nobody surveyed serves whom it reaches and tells nothing of the others', async () => {
    const edit: Edit = { kind: 'add-facility', name: '新食堂', class: 'CANTEEN', at: at(-100, -100) }
    expect(await cell([], 'west', 'CANTEEN')).toMatchObject({ verdict: 'unknown', reason: 'not-surveyed' })
    expect(await cell([edit], 'west', 'CANTEEN')).toMatchObject({
      verdict: 'served',
      facility: 'facility~edit-1',
    })
    expect(await cell([edit], 'east', 'CANTEEN')).toMatchObject({
      verdict: 'unknown',
      reason: 'not-surveyed',
    })
  })

  test('is told apart from what is surveyed, whatever its edit is called', () => {
    const edit: Edit = { kind: 'add-facility', id: 'clinic', name: '新食堂', class: 'CANTEEN', at: at(0, 0) }
    const { layers } = planned(edit).project
    expect(layers.facilities.at(-1)).toMatchObject({ id: 'facility~edit-clinic', name: '新食堂' })
  })

  test('shares a court that was reserved', async () => {
    const opened: Edit = { kind: 'share-facility', facility: 'court' }
    expect((await cell([], 'west', 'SPORT_S')).facility).toBe(null)
    expect((await cell([opened], 'west', 'SPORT_S')).facility).toBe('court')
    expect(planned(opened, opened).reasons).toEqual([['edit-impossible', 2, 'already-shared']])
  })

  test('a wall is not opened in a heritage area, where it is to stay, or onto a house', () => {
    const opened: Edit = { kind: 'open-wall', community: 'west', at: at(-1, -150), access: 'public' }
    const whyNot = (scene: Scene): readonly unknown[] => {
      const { issues } = applyScenario(scene.project(), { id: 's', name: '方案', edits: [opened] })
      return issues.map(({ layer, id, facts }) => [facts?.['reason'], layer, id])
    }
    expect(whyNot(town())).toEqual([])

    const staying = town().barrier('old-wall', 'wall', [
      [0, -190],
      [0, -110],
    ])
    expect(whyNot(staying)).toEqual([])
    const project = staying.project()
    const locked = {
      ...project.layers,
      barriers: project.layers.barriers.map((wall) => ({ ...wall, locked: true })),
    }
    const reasons = applyScenario(
      { ...project, layers: locked },
      { id: 's', name: '方案', edits: [opened] },
    ).issues
    expect(reasons.map(({ facts }) => facts?.['reason'])).toEqual(['wall-locked'])

    const behind = (from: number, to: number) =>
      town().building('shop', [
        [from, -160],
        [to, -160],
        [to, -140],
        [from, -140],
      ])
    // a shop that is the wall, one right behind it, and one that leaves a footway
    expect(whyNot(behind(-9, 0))).toEqual([['building-between', 'buildings', 'shop']])
    expect(whyNot(behind(-9, -1))).toEqual([['building-between', 'buildings', 'shop']])
    expect(whyNot(behind(-9, -1.8))).toEqual([])
    // where a street leads through there is a way between the houses
    const arcade = behind(-9, -1).street('arcade', [
      [-20, -150],
      [5, -150],
    ])
    expect(whyNot(arcade)).toEqual([])

    const { geometry } = project.layers.communities[0]
    const heritage = [{ id: 'h', grade: '市级', geometry }]
    const old = applyScenario(
      { ...project, layers: { ...project.layers, heritage } },
      { id: 's', name: '方案', edits: [opened] },
    )
    expect(old.issues.map(({ facts, layer, id }) => [facts?.['reason'], layer, id])).toEqual([
      ['heritage', 'heritage', 'h'],
    ])
  })

  test('that cannot work says why, and the others stand', () => {
    const { project, reasons } = planned(
      { kind: 'close-gate', gate: 'nowhere' },
      { kind: 'open-wall', community: 'west', at: at(60, 60), access: 'public' },
      { kind: 'add-path', line: [at(0, 0)], from: null, to: null },
      { kind: 'add-path', line: [at(0, 50), at(0, 60)], from: 'main', to: null },
      { kind: 'remove-path', street: 'alley' },
      { kind: 'remove-path', street: 'alley' },
      { kind: 'resize-facility', facility: 'clinic' },
      { kind: 'close-facility', facility: 'clinic' },
      { kind: 'move-facility', facility: 'clinic', to: at(0, 0) },
      { kind: 'add-path', line: [at(0, 0), at(0, 0)], from: null, to: null },
    )
    expect(reasons).toEqual([
      ['edit-impossible', 1, 'missing'],
      ['edit-impossible', 2, 'far-from-edge'],
      ['edit-impossible', 3, 'line-too-short'],
      ['edit-impossible', 4, 'not-on-street'],
      ['edit-impossible', 6, 'missing'],
      ['edit-impossible', 7, 'nothing-to-change'],
      ['edit-impossible', 9, 'missing'],
      ['edit-impossible', 10, 'line-too-short'],
    ])
    expect(project.layers.streets.map(({ id }) => id)).not.toContain('alley')
    expect(project.layers.facilities.map(({ id }) => id)).toEqual(['court'])
  })
})

/** Edits that only add service, and edits that only take it away. */
const place = fc.tuple(fc.integer({ min: -290, max: 390 }), fc.integer({ min: -190, max: 40 }))
const adding: fc.Arbitrary<Edit> = fc.oneof(
  place.map(([x, y]): Edit => ({ kind: 'add-facility', name: 'n', class: 'ELDER_DAYCARE', at: at(x, y) })),
  fc.integer({ min: 10, max: 700 }).map((area_m2): Edit => ({
    kind: 'convert-space',
    space: 'shed',
    use: 'ELDER_DAYCARE',
    class: 'ELDER_DAYCARE',
    area_m2,
  })),
  fc.constant<Edit>({ kind: 'share-facility', facility: 'court' }),
  fc
    .constantFrom('west-gate', 'east-gate')
    .map((gate): Edit => ({ kind: 'open-gate', gate, access: 'public' })),
)
const taking: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom('clinic', 'court').map((facility): Edit => ({ kind: 'close-facility', facility })),
  fc.constantFrom('west-gate', 'east-gate').map((gate): Edit => ({ kind: 'close-gate', gate })),
)

/** People served by each class under some edits. */
async function served(edits: readonly Edit[]): Promise<number[]> {
  const project = { ...base, scenarios: [{ id: 's', name: 's', edits }] }
  const view = await analyse(await prepare(project, 's', {}), { ...DISTANCE, scenario: 's' }, {})
  return view.assessment.totals.map((total) => total.people_served)
}

describe('over random scenarios', () => {
  test('adding never hurts coverage, closing never helps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(adding, { maxLength: 3 }), adding, taking, async (some, more, less) => {
        const before = await served(some)
        const added = await served([...some, more])
        const taken = await served([...some, less])
        before.forEach((people, c) => {
          expect(added[c]).toBeGreaterThanOrEqual(people)
          expect(taken[c]).toBeLessThanOrEqual(people)
        })
      }),
      { numRuns: 30, seed: 7 },
    )
  })

  test('the base is untouched, and no edits are the base itself', () => {
    const text = JSON.stringify(base)
    fc.assert(
      fc.property(fc.array(fc.oneof(adding, taking), { maxLength: 8 }), (edits) => {
        const { planned: project } = applyScenario(base, { id: 's', name: 's', edits })
        expect(JSON.stringify(base)).toBe(text)
        if (edits.length === 0) expect(project).toBe(base)
      }),
    )
  })
})
