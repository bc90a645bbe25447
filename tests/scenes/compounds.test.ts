import { expect, test } from 'vitest'

import { analyse, prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import { at, Scene } from '../scene/scene'
import { DISTANCE, TIME, verdictOf, walkMetres } from './analyse-scene'
import {
  around,
  bridgeThroughCompound,
  facilityInside,
  gateWithHours,
  inTheWay,
  lockedGate,
  mixedGates,
  noStreetsInside,
  oneInside,
  pocket,
  residentsOnly,
  sharedWall,
  sharedWallHalfSurveyed,
  streetThroughWall,
  walledBlock,
} from './compound-scenes'

test('a resident walks round the block to the gate on the far side', async () => {
  // 140 to the gate, 20 to the street, 550 west, 200 south, 550 east: 30 m as the crow flies from home
  expect(await walkMetres(walledBlock().project(), [50, 40], [50, 0])).toBeCloseTo(1460, 0)
})

test("a guest walks in by the residents' gate", async () => {
  expect(await walkMetres(walledBlock().project(), [50, 0], [50, 40])).toBeCloseTo(1460, 0)
})

test('behind a closed gate nobody gets out', async () => {
  expect(await walkMetres(walledBlock('closed').project(), [50, 40], [50, 0])).toBeNull()
  const cell = await verdictOf(
    walledBlock('closed').facility('f', 'MARKET', [50, 0]).project(),
    'c',
    'MARKET',
  )
  expect(cell).toMatchObject({ verdict: 'unknown', reason: 'not-connected' })
})

test('a snap never crosses the wall', async () => {
  // 20 m from the southern street but inside: the walk starts on the inner street
  expect(await walkMetres(walledBlock().project(), [50, 25], [50, 0])).toBeCloseTo(1475, 0)
})

test('opening a gate in a scenario shortens the walk and leaves the base alone', async () => {
  const project = lockedGate().project({
    scenarios: [{ id: 'v1', name: 'v1', edits: [{ kind: 'open-gate', gate: 'south', access: 'residents' }] }],
  })
  const before = JSON.stringify(project)
  expect(await verdictOf(project, 'c', 'MARKET')).toMatchObject({
    verdict: 'unserved',
    reason: 'closed-gate',
  })
  const opened = await verdictOf(project, 'c', 'MARKET', {
    ...DISTANCE,
    scenario: 'v1',
  })
  expect(opened.verdict).toBe('served')
  expect(JSON.stringify(project)).toBe(before)
})

test('strangers pass through a compound only where both gates are public', async () => {
  expect(await walkMetres(inTheWay('public', 'public').project(), [-100, 0], [100, 0])).toBeCloseTo(200, 0)
  expect(await walkMetres(inTheWay('residents', 'public').project(), [-100, 0], [100, 0])).toBeCloseTo(
    1000,
    0,
  )
  expect(await walkMetres(inTheWay('residents', 'residents').project(), [-100, 0], [100, 0])).toBeCloseTo(
    1000,
    0,
  )
})

test('guests and residents use every open gate of their own compound', async () => {
  for (const [w, e] of [
    ['public', 'residents'],
    ['residents', 'public'],
    ['residents', 'residents'],
  ] as const) {
    const project = inTheWay(w, e).project()
    expect(await walkMetres(project, [-100, 0], [40, 0])).toBeCloseTo(140, 0)
    expect(await walkMetres(project, [40, 0], [-100, 0])).toBeCloseTo(140, 0)
    expect(await walkMetres(project, [-40, 0], [100, 0])).toBeCloseTo(140, 0)
  }
})

test("a compound with two public gates and a residents' one lets strangers through by the public ones", async () => {
  // the residents' gate in the south is the shorter way in; strangers must not come out by it
  const project = mixedGates().project()
  expect(await walkMetres(project, [-100, 0], [100, 0])).toBeCloseTo(200, 0)
  // to the street beyond the residents' gate: around, not through
  const around = 400 + Math.hypot(100, 300)
  expect(await walkMetres(project, [-100, 0], [0, -100])).toBeCloseTo(around, 0)
  // but a resident leaves by it, and a guest comes in by it
  expect(await walkMetres(project, [0, 0], [0, -100])).toBeCloseTo(100, 0)
  expect(await walkMetres(project, [0, -100], [0, 0])).toBeCloseTo(100, 0)
})

test('a street that crosses the edge away from every gate is cut there', async () => {
  const scene = streetThroughWall()
  expect(await walkMetres(scene.project(), [0, 40], [0, 400])).toBeCloseTo(40 + 100 + 400 + 100, 0)
})

test('without any known gate every crossing street is one, and the community is marked', async () => {
  const scene = new Scene()
    .street('through', [
      [-100, 0],
      [100, 0],
    ])
    .community(
      'z',
      [
        [-50, -50],
        [50, -50],
        [50, 50],
        [-50, 50],
      ],
      { gated: true, residents: 10 },
    )
    .facility('f', 'STORE', [100, 0])
  expect(await verdictOf(scene.project(), 'z', 'STORE')).toMatchObject({ verdict: 'served', facility: 'f' })
  const { assessment, issues } = await analyse(await prepare(scene.project(), null, {}), DISTANCE, {})
  expect(assessment.communities[0].gatesUnknown).toBe(true)
  expect(issues.map((issue) => issue.code)).toContain('gates-unknown')
  // still nobody walks through
  expect(await walkMetres(around().project(), [-100, 0], [100, 0])).toBeCloseTo(1000, 0)
})

test('two compounds share a wall: without a gate in it the way is round, with one it is through', async () => {
  expect(await walkMetres(sharedWall().project(), [-40, 0], [40, 0])).toBeCloseTo(
    10 + 100 + 100 + 100 + 10,
    0,
  )
  const joined = sharedWall('residents')
  expect(await walkMetres(joined.project(), [-40, 0], [40, 0])).toBeCloseTo(80, 0)
})

test('a facility inside a compound is reached through its gate, by guests too', async () => {
  const scene = facilityInside()
  // d has no gates and no crossing streets: its people start on the street next to it
  const cell = await verdictOf(scene.project(), 'd', 'ELDER_DAYCARE')
  expect(cell.facility).toBe('f')
  // from the street at (−400, 0) or nearer its west end: 100 + 200 + 550 + 20 + 120, and 5 of connector
  expect(cell.metres).toBeGreaterThan(990)
  expect(cell.metres).toBeLessThan(1100)
})

test("a residents' facility serves its own and is the reason why neighbours are refused", async () => {
  const scene = residentsOnly()
  expect(await verdictOf(scene.project(), 'own', 'SPORT_S')).toMatchObject({
    verdict: 'served',
    facility: 'court',
  })
  expect(await verdictOf(scene.project(), 'other', 'SPORT_S')).toMatchObject({
    verdict: 'unserved',
    reason: 'residents-only',
    facility: null,
  })
})

test('a facility shared by everybody serves the neighbors that a reserved one refuses', async () => {
  const shared = residentsOnly('public').project()
  for (const community of ['own', 'other'])
    expect(await verdictOf(shared, community, 'SPORT_S')).toMatchObject({
      verdict: 'served',
      facility: 'court',
    })
})

test('a wall stays a wall where the neighbor behind it was not surveyed', async () => {
  // 10 to the inner street's bend, 100 to the street, 100 along it, 100 up, 10: not through the shared wall
  expect(await walkMetres(sharedWallHalfSurveyed().project(), [-40, 0], [40, 0])).toBeCloseTo(320, 0)
})

test('one closed leaf closes a shared gate, whoever listed it', async () => {
  expect(await walkMetres(sharedWall('closed').project(), [-40, 0], [40, 0])).toBeCloseTo(320, 0)
  const both = sharedWall('public').gate('theirs', [0, 0], { access: 'closed', community: 'B' })
  expect(await walkMetres(both.project(), [-40, 0], [40, 0])).toBeCloseTo(320, 0)
})

function toCourt(
  outer: 'public' | 'residents',
  inner: 'public' | 'residents',
  from: readonly [number, number],
): Promise<number | null> {
  return walkMetres(pocket(outer, inner).project(), from, [20, 0])
}

test('a court enclosed by two compounds is reached through public gates, or by residents of one of them', async () => {
  // along the street, up, in by the outer gate, round to the inner one and down into the court
  const inside = Math.hypot(40, 80) + 80 + 60 + 20 + 20
  const fromStreet = 150 + 80 + inside
  expect(await toCourt('public', 'public', [200, -150])).toBeCloseTo(fromStreet, 0)
  for (const [outer, inner] of [
    ['residents', 'public'],
    ['public', 'residents'],
    ['residents', 'residents'],
  ] as const)
    expect(await toCourt(outer, inner, [200, -150]), `${outer} ${inner}`).toBeNull()
  // who lives in A walks in and out of it as they like
  expect(await toCourt('residents', 'residents', [80, 80])).toBeCloseTo(180, 0)
})

test('of a compound inside another one both walls count, whichever is listed first', async () => {
  for (const isOuterFirst of [true, false]) {
    const shop = (outer: 'public' | 'residents' | 'closed', inner: 'residents' | 'closed') =>
      walkMetres(oneInside(isOuterFirst, outer, inner).project(), [-100, 0], [170, 0])
    expect(await shop('public', 'residents'), `outer first: ${isOuterFirst}`).toBeCloseTo(270, 0)
    // guests of the inner one are nobody in the outer one
    expect(await shop('residents', 'residents'), `outer first: ${isOuterFirst}`).toBeNull()
    expect(await shop('public', 'closed'), `outer first: ${isOuterFirst}`).toBeNull()
    // its residents come home through the outer one only by a public gate
    const project = oneInside(isOuterFirst, 'public', 'residents').project()
    expect(await walkMetres(project, [150, 0], [60, 50])).toBeCloseTo(140, 0)
  }
})

test('without streets inside one walks straight to the gate, not through the wall', async () => {
  const project = noStreetsInside().project()
  const cell = await verdictOf(project, 'c', 'STORE')
  // 27 up to the gate, 20 to the northern street, and round by its western end: the shop is 43 m from home
  expect(cell.metres).toBeCloseTo(27 + 20 + 500 + 90 + 500, 0)
})

test('a bridge cut at two walls costs its delay once', async () => {
  const prepared = await prepare(bridgeThroughCompound().project(), null, {})
  const walk = walkBetween(prepared, at(-600, 0), at(600, 0), TIME)
  // 1,200 m, the footbridge and two gates
  expect(walk?.time_s).toBeCloseTo(1200 / 1.2 + 45 + 2 * 5, 1)
})

async function metresAt(from: string, to: string, hour: number | null): Promise<number | undefined> {
  const prepared = await prepare(gateWithHours(from, to).project(), null, {}, { isPlain: false, hour })
  return walkBetween(prepared, at(-100, 0), at(100, 0), DISTANCE)?.distance_m
}

test('by night the gate is closed and strangers walk round; over midnight, and round the clock', async () => {
  for (const [from, to, hour, expected] of [
    ['06:00', '22:00', null, 200],
    ['06:00', '22:00', 6 * 60, 200],
    ['06:00', '22:00', 6 * 60 - 1, 1000],
    ['06:00', '22:00', 22 * 60, 1000],
    ['22:00', '06:00', 23 * 60, 200],
    ['22:00', '06:00', 0, 200],
    ['22:00', '06:00', 12 * 60, 1000],
    ['08:00', '08:00', 3 * 60, 200],
  ] as const)
    expect(await metresAt(from, to, hour), `${from} to ${to} at ${hour}`).toBeCloseTo(expected, 0)
})

test('a gate that names no community is that of the compound within 15 m, and of none farther off', async () => {
  for (const [metres, isKnown] of [
    [14.5, true],
    [15.5, false],
  ] as const) {
    const scene = new Scene()
      .street('s', [
        [-500, 0],
        [500, 0],
      ])
      .community(
        'c',
        [
          [0, 40],
          [100, 40],
          [100, 140],
          [0, 140],
        ],
        { gated: true },
      )
      .gate('g', [50, 40 - metres], { access: 'public' })
    const { network } = await prepare(scene.project(), null, {})
    expect(network.zonesWithUnknownGates).toHaveLength(isKnown ? 0 : 1)
  }
})
