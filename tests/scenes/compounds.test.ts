import { expect, test } from 'vitest'

import { Scene } from '../scene/scene'
import { verdictOf, walkMetres } from './analyse-scene'

/*
 *   n ────────┬──────── y 200        a compound 100 × 160 between two streets;
 *   │      ┌──g──┐                   one inner street, from (50,30) up to the north gate
 *   │      │  │  │
 *   w      │  in │
 *   │      └─────┘
 *   s ──────────────── y 0
 */
function walledBlock(access: 'public' | 'residents' | 'closed' = 'residents'): Scene {
  return new Scene()
    .street('s', [
      [-500, 0],
      [0, 0],
      [50, 0],
      [500, 0],
    ])
    .street('n', [
      [-500, 200],
      [50, 200],
      [500, 200],
    ])
    .street('w', [
      [-500, 0],
      [-500, 200],
    ])
    .street('in', [
      [50, 30],
      [50, 200],
    ])
    .community(
      'c',
      [
        [0, 20],
        [100, 20],
        [100, 180],
        [0, 180],
      ],
      { gated: true, residents: 100 },
    )
    .gate('g', [50, 180], { access, community: 'c' })
}

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
  const project = walledBlock()
    .street('in2', [
      [50, 30],
      [50, 0],
    ])
    .gate('south', [50, 20], { access: 'closed', community: 'c' })
    .facility('f', 'MARKET', [50, 0])
    .project({
      scenarios: [
        { id: 'v1', name: 'v1', edits: [{ kind: 'open-gate', gate: 'south', access: 'residents' }] },
      ],
    })
  const before = JSON.stringify(project)
  expect(await verdictOf(project, 'c', 'MARKET')).toMatchObject({ verdict: 'unserved', reason: 'too-far' })
  const opened = await verdictOf(project, 'c', 'MARKET', {
    ...(await import('./analyse-scene')).DISTANCE,
    scenario: 'v1',
  })
  expect(opened.verdict).toBe('served')
  expect(JSON.stringify(project)).toBe(before)
})

/*
 *  A compound across the direct way: p ──W gate── inside ──E gate── q, and a detour of 1,000 m around it.
 */
function inTheWay(west: 'public' | 'residents', east: 'public' | 'residents'): Scene {
  return new Scene()
    .street('through', [
      [-100, 0],
      [0, 0],
      [100, 0],
    ])
    .street('around', [
      [-100, 0],
      [-100, 400],
      [0, 400],
      [100, 400],
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
      { gated: true },
    )
    .gate('west', [-50, 0], { access: west, community: 'z' })
    .gate('east', [50, 0], { access: east, community: 'z' })
}

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
  const project = inTheWay('public', 'public')
    .street('south', [
      [0, 0],
      [0, -100],
    ])
    .gate('south', [0, -50], { access: 'residents', community: 'z' })
    .street('far', [
      [0, -100],
      [-100, -400],
    ])
    .street('back', [
      [-100, -400],
      [-100, 0],
    ])
    .project()
  expect(await walkMetres(project, [-100, 0], [100, 0])).toBeCloseTo(200, 0)
  // to the street beyond the residents' gate: around, not through
  const around = 400 + Math.hypot(100, 300)
  expect(await walkMetres(project, [-100, 0], [0, -100])).toBeCloseTo(around, 0)
  // but a resident leaves by it, and a guest comes in by it
  expect(await walkMetres(project, [0, 0], [0, -100])).toBeCloseTo(100, 0)
  expect(await walkMetres(project, [0, -100], [0, 0])).toBeCloseTo(100, 0)
})

test('a street that crosses the edge away from every gate is cut there', async () => {
  const scene = inTheWay('residents', 'residents').street('side', [
    [0, 0],
    [0, 400],
  ])
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
  const { analyse, prepare } = await import('../../src/engine/pipeline')
  const { DISTANCE } = await import('./analyse-scene')
  const { assessment, issues } = await analyse(await prepare(scene.project(), null, {}), DISTANCE, {})
  expect(assessment.communities[0].gatesUnknown).toBe(true)
  expect(issues.map((issue) => issue.code)).toContain('gates-unknown')
  // still nobody walks through
  const around = new Scene()
    .street('through', [
      [-100, 0],
      [100, 0],
    ])
    .street('around', [
      [-100, 0],
      [-100, 400],
      [100, 400],
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
      { gated: true },
    )
  expect(await walkMetres(around.project(), [-100, 0], [100, 0])).toBeCloseTo(1000, 0)
})

function sharedWall(): Scene {
  return new Scene()
    .street('s', [
      [-100, -100],
      [-50, -100],
      [50, -100],
      [100, -100],
    ])
    .street('a', [
      [-50, -100],
      [-50, 0],
      [0, 0],
    ])
    .street('b', [
      [50, -100],
      [50, 0],
      [0, 0],
    ])
    .community(
      'A',
      [
        [-100, -50],
        [0, -50],
        [0, 50],
        [-100, 50],
      ],
      { gated: true },
    )
    .community(
      'B',
      [
        [0, -50],
        [100, -50],
        [100, 50],
        [0, 50],
      ],
      { gated: true },
    )
    .gate('ga', [-50, -50], { access: 'residents', community: 'A' })
    .gate('gb', [50, -50], { access: 'residents', community: 'B' })
}

test('two compounds share a wall: without a gate in it the way is round, with one it is through', async () => {
  expect(await walkMetres(sharedWall().project(), [-40, 0], [40, 0])).toBeCloseTo(
    10 + 100 + 100 + 100 + 10,
    0,
  )
  const joined = sharedWall().gate('shared', [0, 0], { access: 'residents', community: 'A' })
  expect(await walkMetres(joined.project(), [-40, 0], [40, 0])).toBeCloseTo(80, 0)
})

test('a facility inside a compound is reached through its gate, by guests too', async () => {
  const scene = walledBlock()
    .community(
      'd',
      [
        [-400, 5],
        [-300, 5],
        [-300, 60],
        [-400, 60],
      ],
      { residents: 50 },
    )
    .facility('f', 'ELDER_DAYCARE', [50, 60])
  // d has no gates and no crossing streets: its people start on the street next to it
  const cell = await verdictOf(scene.project(), 'd', 'ELDER_DAYCARE')
  expect(cell.facility).toBe('f')
  // from the street at (−400, 0) or nearer its west end: 100 + 200 + 550 + 20 + 120, and 5 of connector
  expect(cell.metres).toBeGreaterThan(990)
  expect(cell.metres).toBeLessThan(1100)
})

test("a residents' facility serves its own and is the reason why neighbours are refused", async () => {
  const scene = new Scene()
    .street('s', [
      [-100, 0],
      [100, 0],
    ])
    .community(
      'own',
      [
        [-100, 5],
        [-10, 5],
        [-10, 60],
        [-100, 60],
      ],
      { residents: 50 },
    )
    .community(
      'other',
      [
        [10, 5],
        [100, 5],
        [100, 60],
        [10, 60],
      ],
      { residents: 50 },
    )
    .facility('court', 'SPORT_S', [0, 0], { access: 'residents', community: 'own' })
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
