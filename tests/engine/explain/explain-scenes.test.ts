import { describe, expect, it } from 'vitest'

import { explainClass } from '../../../src/engine/explain/explain-class'
import { prepare } from '../../../src/engine/pipeline'
import type { Explanation, Who } from '../../../src/model/explanation'
import type { Project } from '../../../src/model/project'
import { at, Scene } from '../../scene/scene'
import { DISTANCE, TIME } from '../../scenes/analyse-scene'
import { lockedGate, walledBlock } from '../../scenes/compound-scenes'

async function ask(project: Project, who: Who, code = 'MARKET', settings = DISTANCE): Promise<Explanation> {
  return explainClass(await prepare(project, null, {}), settings, who, code, {})
}

const C: Who = { kind: 'community', id: 'c' }

/** The locked gate with a house inside, 10 m beside the inner street, half way up. */
function lockedHouse(): Scene {
  return lockedGate().building(
    'house',
    [
      [59, 99],
      [61, 99],
      [61, 101],
      [59, 101],
    ],
    { community: 'c', residents: 100 },
  )
}

describe('a locked gate', () => {
  it('the walk in legs: 10 to the street, 80 inside, 20 + 550 + 200 + 550 outside', async () => {
    const answer = await ask(lockedHouse().project(), C)
    expect(answer).toMatchObject({ verdict: 'unserved', reason: 'closed-gate', limit: 500, people: 100 })
    const { walk } = answer
    expect(walk?.mm).toBeGreaterThan(1_409_900)
    expect(walk?.mm).toBeLessThan(1_410_300)
    // 1,410 m at 1.2 m/s and 5 s at the gate
    expect(walk?.ms).toBeCloseTo(1_180_000, -3)
    expect(
      walk?.legs.map(({ kind, mm, ms }) => [kind, Math.round(mm / 1000), Math.round(ms / 1000)]),
    ).toEqual([
      ['connector', 10, 8],
      ['inside', 80, 67],
      ['gate', 0, 5],
      ['street', 1320, 1100],
    ])
    expect(answer.missing).toBeCloseTo(910, 0)
  })

  it('going round by the gate: 90 m there and 180 m straight on, against 100.5 m straight', async () => {
    const { walk } = await ask(lockedHouse().project(), C)
    expect(walk?.detour?.gate?.id).toBe('g')
    expect(walk?.detour?.inside_mm).toBeCloseTo(90_000, -2)
    expect(walk?.detour?.extra_m).toBeCloseTo(90 + 180 - Math.hypot(10, 100), 0)
    expect(walk?.ratio).toBeCloseTo(1410 / Math.hypot(10, 100), 1)
  })

  it('the straight line crosses the own wall, beside the gate that is locked', async () => {
    const { crow } = await ask(lockedHouse().project(), C)
    expect(crow).toMatchObject({ isWalked: true, isReserved: false, cutOff: null })
    expect(crow?.straight_m).toBeCloseTo(Math.hypot(10, 100), 1)
    expect(crow?.between).toHaveLength(1)
    expect(crow?.between[0]).toMatchObject({ kind: 'compound', whose: 'own', closedGates: [{ id: 'south' }] })
  })

  it('opened to residents it is 10 + 80 + 20 m, for all 100', async () => {
    const { changes } = await ask(lockedHouse().project(), C)
    const [open] = changes
    expect(open).toMatchObject({ kind: 'open-gate', access: 'residents', from: 'closed', gained: 100 })
    expect(open.mm).toBeCloseTo(110_000, -2)
    expect(open).toMatchObject({ serves: true, served_share: 1, communities: 1 })
  })

  it('a gate that is open at other hours: kept open round the clock it serves, at noon nothing is wanting', async () => {
    const project = lockedHouse().project()
    const gates = project.layers.gates.map((gate) =>
      gate.id === 'south'
        ? { ...gate, access: 'residents' as const, open_from: '07:00', open_to: '19:00' }
        : gate,
    )
    const daily = { ...project, layers: { ...project.layers, gates } }
    const askAt = async (hour: number): Promise<Explanation> => {
      const settings = { ...DISTANCE, hour }
      return explainClass(await prepare(daily, null, {}, { hour }), settings, C, 'MARKET', {})
    }
    const [night, noon] = [await askAt(20 * 60), await askAt(12 * 60)]
    expect(night).toMatchObject({ verdict: 'unserved', reason: 'closed-gate' })
    expect(night.changes[0]).toMatchObject({
      kind: 'open-gate',
      gate: { id: 'south' },
      from: 'hours',
      access: 'residents',
      gained: 100,
    })
    expect(noon).toMatchObject({ verdict: 'served', changes: [] })
    expect(night.changes[0].mm).toBe(noon.walk?.mm)
  })

  it('by time the gate costs its 5 s, in the sums as well', async () => {
    const { walk, changes } = await ask(lockedHouse().project(), C, 'MARKET', TIME)
    expect(walk?.legs.reduce((sum, { ms }) => sum + ms, 0)).toBe(walk?.ms)
    expect(changes[0].ms).toBeCloseTo((110 / 1.2 + 5) * 1000, -2)
  })
})

describe('a wall without that gate', () => {
  it('a new gate where the wall cuts the street gives the same walk, without any link', async () => {
    const project = lockedHouse().without('gates', 'south').project()
    const [change] = (await ask(project, C)).changes
    expect(change).toMatchObject({ kind: 'new-gate', access: 'residents', link_m: 0, gained: 100 })
    expect(change.mm).toBeCloseTo(110_000, -2)
  })

  it('where the street ends 5 m inside, the link is the way to the street outside: 5 + 20 m', async () => {
    const scene = lockedHouse().without('gates', 'south').without('streets', 'in2').without('streets', 'in')
    scene.street('in', [
      [50, 25],
      [50, 200],
    ])
    const [change] = (await ask(scene.project(), C)).changes
    // straight down from the end of the inner street at y 25 to the street at y 0
    expect(change).toMatchObject({ kind: 'new-gate', serves: true })
    expect(change.kind === 'new-gate' ? change.link_m : 0).toBeCloseTo(25, 0)
    expect(change.mm).toBeCloseTo(110_000, -2)
  })

  it('none is offered where no gate is on record: what is there must be surveyed first', async () => {
    const project = lockedHouse().without('gates', 'south').without('gates', 'g').project()
    expect((await ask(project, C)).changes.map(({ kind }) => kind)).not.toContain('new-gate')
  })
})

/*
 *   facility (0,150) ── steps (0,130)…(0,100) ── lane ── main road y 0 ── lane ── here (0,−90)
 */
function acrossTheRoad(): Scene {
  return new Scene()
    .street(
      'lane',
      [
        [0, -100],
        [0, 0],
      ],
      { name: '南巷' },
    )
    .street(
      'road',
      [
        [-500, 0],
        [0, 0],
        [500, 0],
      ],
      { kind: 'primary', name: '大路' },
    )
    .street(
      'up',
      [
        [0, 0],
        [0, 100],
      ],
      { name: '北巷' },
    )
    .street(
      'steps',
      [
        [0, 100],
        [0, 130],
      ],
      { kind: 'steps', steps: true },
    )
    .street(
      'top',
      [
        [0, 130],
        [0, 150],
      ],
      { name: '坡上' },
    )
    .facility('f', 'MARKET', [0, 150])
}

describe('where the time goes', () => {
  it('15 s at a main road without a signal, stairs at 1.6 times the time', async () => {
    const answer = await ask(acrossTheRoad().project(), { kind: 'point', at: at(0, -90) })
    expect(answer.verdict).toBe('served')
    expect(
      answer.walk?.legs.map(({ kind, name, mm, ms, wait_ms }) => [
        kind,
        name,
        Math.round(mm / 1000),
        Math.round(ms / 1000),
        wait_ms / 1000,
      ]),
    ).toEqual([
      ['street', '南巷', 90, 75, 0],
      ['crossing', null, 0, 15, 15],
      ['street', '北巷', 100, 83, 0],
      ['stairs', null, 30, 40, 0],
      ['street', '坡上', 20, 17, 0],
    ])
    expect(answer.walk?.legs.find(({ kind }) => kind === 'stairs')?.factor).toBe(1.6)
    // 240 m at 1.2 m/s, 15 s more for the stairs, 15 s waiting
    expect(answer.walk?.ms).toBeCloseTo((240 / 1.2 + 15 + 15) * 1000, -2)
    expect(answer.changes).toEqual([])
  })
})

describe('what is not known', () => {
  it('behind gates that are all closed: locked in, and opening one serves', async () => {
    const project = walledBlock('closed').facility('f', 'MARKET', [50, 200]).project()
    const { verdict, unknown, changes } = await ask(project, C)
    expect({ verdict, unknown }).toEqual({
      verdict: 'unknown',
      unknown: { kind: 'not-connected', nearest_m: null, barrier: null, isLockedIn: true },
    })
    expect(changes[0]).toMatchObject({ kind: 'open-gate', gate: { id: 'g' }, gained: 100 })
  })

  it('far from every street: not connected, and no change is promised', async () => {
    const { unknown, walk, changes } = await ask(acrossTheRoad().project(), {
      kind: 'point',
      at: at(3000, 3000),
    })
    expect(unknown).toMatchObject({ kind: 'not-connected', isLockedIn: false })
    expect({ walk, changes }).toEqual({ walk: null, changes: [] })
  })

  it('where the data ends 90 + 300 m on: edge of data, and how far it goes', async () => {
    const scene = acrossTheRoad().without('facilities', 'f').facility('f', 'MARKET', [-1900, 0])
    scene.without('streets', 'road').street(
      'road',
      [
        [-2000, 0],
        [0, 0],
        [300, 0],
      ],
      { kind: 'primary' },
    )
    const project = scene.endsAt(-4000, -1000, 320, 1000).project()
    const { verdict, unknown, walk } = await ask(project, { kind: 'point', at: at(0, -90) })
    expect({ verdict, kind: unknown?.kind }).toEqual({ verdict: 'unknown', kind: 'edge-of-data' })
    expect(unknown?.kind === 'edge-of-data' ? unknown.reached : 0).toBeCloseTo(390, 0)
    // the walk that is known is still told
    expect(walk?.mm).toBeCloseTo(1_990_000, -3)
  })

  it('not surveyed: no walk to it, no change', async () => {
    const { unknown, crow, changes } = await ask(
      acrossTheRoad().project(),
      { kind: 'point', at: at(0, -90) },
      'STORE',
    )
    expect({ unknown, crow, changes }).toEqual({
      unknown: { kind: 'not-surveyed', layers: [] },
      crow: null,
      changes: [],
    })
  })
})

/** A day-care far away, and a room half way up. */
function withRoom(area_m2: number): Project {
  const project = acrossTheRoad().facility('far', 'ELDER_DAYCARE', [500, 0]).project()
  const geometry = { type: 'Point' as const, coordinates: [...at(0, 50)] }
  const spaces = [{ id: 'room', kind: 'idle_room' as const, area_m2, geometry }]
  return { ...project, layers: { ...project.layers, spaces } }
}

describe('changes of use', () => {
  const HERE: Who = { kind: 'point', at: at(0, -90) }

  it('a court of another community within the limit: shared, 90 + 100 m', async () => {
    const scene = acrossTheRoad()
      .community(
        'd',
        [
          [200, 200],
          [260, 200],
          [260, 260],
          [200, 260],
        ],
        { residents: 10 },
      )
      .facility('court', 'SPORT_S', [0, 100], { access: 'residents', community: 'd' })
    const answer = await ask(scene.project(), HERE, 'SPORT_S')
    expect(answer).toMatchObject({ verdict: 'unserved', reason: 'residents-only', walk: null })
    expect(answer.refused).toMatchObject({ facility: { id: 'court' }, owner: { id: 'd' } })
    expect(answer.refused?.mm).toBeCloseTo(190_000, -2)
    expect(answer.changes[0]).toMatchObject({ kind: 'share-facility', shared: { id: 'court' } })
    expect(answer.changes[0].mm).toBeCloseTo(190_000, -2)
  })

  it('an idle room holds what asks for building area, if it is large enough', async () => {
    const large = await ask(withRoom(400), HERE, 'ELDER_DAYCARE')
    expect(large.changes[0]).toMatchObject({ kind: 'use-space', space: { id: 'room' }, serves: true })
    expect(large.changes[0].mm).toBeCloseTo(140_000, -2)
    expect((await ask(withRoom(20), HERE, 'ELDER_DAYCARE')).changes).toEqual([])
  })

  it('an unknown record or class is the caller’s mistake', async () => {
    const project = acrossTheRoad().project()
    await expect(ask(project, C)).rejects.toThrow('no community c')
    await expect(ask(project, HERE, 'NO_CLASS')).rejects.toThrow('no class NO_CLASS')
  })
})
