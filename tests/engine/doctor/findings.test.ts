import gcoord from 'gcoord'
import { expect, test } from 'vitest'

import type { Finding, FindingKind } from '../../../src/model/finding'
import { removeCorrection } from '../../../src/model/correction'
import type { Project } from '../../../src/model/project'
import { at, Scene } from '../../scene/scene'
import { findingsOf, findingsOfKind, networkText, withRepair } from './examine-scene'

/** A street of 2 km, so that there is a network to hang together with. */
function town(): Scene {
  return new Scene().street('main', [
    [-1000, 0],
    [0, 0],
    [1000, 0],
  ])
}

const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id)

/** The one finding of a kind; its repair makes it go away, brings no new one, and undone leaves no trace. */
async function expectRepairable(project: Project, kind: FindingKind): Promise<Finding> {
  const before = await findingsOf(project)
  const [finding, ...more] = before.filter((each) => each.kind === kind)
  expect(finding).toBeDefined()
  expect(more).toEqual([])
  const repaired = withRepair(project, finding)
  const after = idsOf(await findingsOf(repaired))
  expect(after).not.toContain(finding.id)
  expect(after.filter((id) => !idsOf(before).includes(id))).toEqual([])
  expect(networkText(repaired)).not.toBe(networkText(project))
  const undone = {
    ...repaired,
    corrections: removeCorrection(repaired.corrections, repaired.corrections[0].id),
  }
  expect(networkText(undone)).toBe(networkText(project))
  return finding
}

/*
 *  ──────main──────
 *        ╷ 1.5 m
 *        │ side
 */
test('an end that stops 1.5 m short of a street is a near miss', async () => {
  const scene = town().street('side', [
    [200, -1.5],
    [200, -1300],
  ])
  const finding = await expectRepairable(scene.project(), 'near-miss')
  expect(finding).toMatchObject({ id: 'near-miss:main|side.0', severity: 'error', facts: { gap_m: 1.5 } })
})

const sideFrom = (y: number): [number, number][] => [
  [200, y],
  [200, -1300],
]

test('an end 2.5 m short, behind a wall or under a bridge is no near miss', async () => {
  const far = town().street('side', sideFrom(-2.5))
  const walled = town()
    .street('side', sideFrom(-1.8))
    .barrier('wall', 'wall', [
      [100, -0.9],
      [300, -0.9],
    ])
  const under = town().street('side', sideFrom(-1.5), { bridge: true, layer: 1 })
  for (const scene of [far, walled, under])
    expect(await findingsOfKind(scene.project(), 'near-miss')).toEqual([])
})

const touchingSide = (): Scene =>
  town().street('side', [
    [200, 0],
    [200, -1300],
  ])

test('an end that lies on a street without a common vertex is a near miss, in a line layer it is none', async () => {
  expect(await expectRepairable(touchingSide().project(), 'near-miss')).toMatchObject({ facts: { gap_m: 0 } })
  expect(await findingsOfKind(touchingSide().joinsAtCrossings().project(), 'near-miss')).toEqual([])
})

test('a line layer has near misses too, and its crossings join by themselves', async () => {
  const scene = town()
    .street('side', [
      [200, -1.5],
      [200, -1300],
    ])
    .street('cross', [
      [300, -100],
      [300, 100],
    ])
    .joinsAtCrossings()
  await expectRepairable(scene.project(), 'near-miss')
  expect(await findingsOfKind(scene.project(), 'missed-crossing')).toEqual([])
})

test('two ends that face each other are one near miss', async () => {
  const scene = town()
    .street('a', [
      [0, 0],
      [0, -300],
    ])
    .street('b', [
      [0, -301],
      [0, -1400],
    ])
  expect(idsOf(await findingsOfKind(scene.project(), 'near-miss'))).toHaveLength(1)
})

test('an end beside a street it joins a few metres on is no near miss', async () => {
  const scene = new Scene()
    .street('main', [
      [-1000, 0],
      [0, 0],
      [1000, 0],
    ])
    .street('stub', [
      [0, 0],
      [3, 1],
    ])
  expect(await findingsOfKind(scene.project(), 'near-miss')).toEqual([])
})

/*
 *        │ cross
 *  ──────┼──main───   no vertex at ┼
 *        │
 */
const cross: [number, number][] = [
  [200, -600],
  [200, 700],
]

test('two streets that cross without a common vertex are found, and get one', async () => {
  const finding = await expectRepairable(town().street('cross', cross).project(), 'missed-crossing')
  expect(finding.severity).toBe('error')
  expect(finding.at[0]).toBeCloseTo(at(200, 0)[0], 6)
})

test('a bridge, and a street with a vertex at the crossing, cross without a finding', async () => {
  const bridge = town().street('cross', cross, { bridge: true, layer: 1 })
  const joined = new Scene()
    .street('main', [
      [-1000, 0],
      [200, 0],
      [1000, 0],
    ])
    .street('cross', [cross[0], [200, 0], cross[1]])
  for (const scene of [bridge, joined])
    expect(await findingsOfKind(scene.project(), 'missed-crossing')).toEqual([])
})

test('a street drawn twice is found once, the later one goes', async () => {
  const scene = town().street('again', [
    [-1000, 0],
    [0, 0],
    [1000, 0],
  ])
  const finding = await expectRepairable(scene.project(), 'duplicate-street')
  expect(finding).toMatchObject({ severity: 'info', repairs: [{ change: { street: 'again' } }] })
})

test('a duplicate that others join where the first has no vertex is told, and not dropped', async () => {
  const scene = new Scene()
    .street('main', [
      [-1000, 0],
      [1000, 0],
    ])
    .street('again', [
      [-1000, 0],
      [200, 0.2],
      [1000, 0],
    ])
    .street('side', [
      [200, 0.2],
      [200, -500],
    ])
  const findings = await findingsOfKind(scene.project(), 'duplicate-street')
  expect(findings.map(({ severity, repairs }) => ({ severity, repairs: repairs.length }))).toEqual([
    { severity: 'warning', repairs: 0 },
  ])
})

const lineAt = (y: number): [number, number][] => [
  [-1000, y],
  [0, y],
  [1000, y],
]

test('a sidewalk 2 m beside its street, and a bridge over it, are no duplicates', async () => {
  const scene = town().street('sidewalk', lineAt(2)).street('deck', lineAt(0), { bridge: true, layer: 1 })
  expect(await findingsOfKind(scene.project(), 'duplicate-street')).toEqual([])
})

test('a street without length is found and dropped', async () => {
  const scene = town().street('dot', [
    [50, 50],
    [50, 50],
  ])
  const [finding] = await findingsOfKind(scene.project(), 'zero-length-street')
  expect(finding.id).toBe('zero-length-street:dot')
  expect(await findingsOfKind(withRepair(scene.project(), finding), 'zero-length-street')).toEqual([])
  expect(await findingsOfKind(town().project(), 'zero-length-street')).toEqual([])
})

test('a part that hangs together with nothing is an island; it counts its people and facilities', async () => {
  const scene = town()
    .street('isle', [
      [100, 20],
      [100, 400],
    ])
    .community(
      'c',
      [
        [110, 300],
        [200, 300],
        [200, 390],
        [110, 390],
      ],
      { residents: 120 },
    )
    .facility('f', 'MARKET', [101, 200])
  const finding = await expectRepairable(scene.project(), 'island')
  expect(finding).toMatchObject({ id: 'island:isle', severity: 'error' })
  expect(finding.facts).toMatchObject({ people: 120, facilities: 1, street_m: 380 })
  expect(finding.repairs[0].facts).toEqual({ length_m: 20 })
})

const isleFrom = (y: number): Scene =>
  town().street('isle', [
    [100, y],
    [100, 400],
  ])

test('no link is proposed over 30 m, over water or through a wall', async () => {
  const far = isleFrom(31)
  const wet = isleFrom(20).barrier('w', 'water', [
    [-1100, 8],
    [1100, 8],
    [1100, 12],
    [-1100, 12],
  ])
  for (const scene of [far, wet]) {
    const [finding] = await findingsOfKind(scene.project(), 'island')
    expect(finding.repairs).toEqual([])
  }
})

const isleAtBorder = (): Scene =>
  town()
    .street('isle', [
      [100, 100],
      [100, 400],
    ])
    .endsAt(-2000, -400, 2000, 400)

test('a closed line by itself is no island unless somebody is on it', async () => {
  const ring = town().street('ring', [
    [100, 20],
    [200, 20],
    [200, 100],
    [100, 20],
  ])
  expect(await findingsOfKind(ring.project(), 'island')).toEqual([])
  ring.facility('f', 'MARKET', [200, 60])
  expect(await findingsOfKind(ring.project(), 'island')).toHaveLength(1)
})

test('a part that the border of the data cuts off is no island unless somebody is on it', async () => {
  expect(await findingsOfKind(isleAtBorder().project(), 'island')).toEqual([])
  const [finding] = await findingsOfKind(
    isleAtBorder().facility('f', 'MARKET', [101, 200]).project(),
    'island',
  )
  expect(finding).toMatchObject({ severity: 'warning', facts: { edge_of_data: 1 } })
})

test('a facility far from every street is not connected; a path joins it', async () => {
  const finding = await expectRepairable(
    town().facility('f', 'MARKET', [100, 200]).project(),
    'facility-not-connected',
  )
  expect(finding.repairs[0]).toMatchObject({ facts: { length_m: 200 } })
  expect(
    await findingsOfKind(town().facility('f', 'MARKET', [100, 20]).project(), 'facility-not-connected'),
  ).toEqual([])
})

test('a way of more than 50 m to the street is doubtful, one of less is none', async () => {
  for (const [metres, count] of [
    [49, 0],
    [51, 1],
  ]) {
    const scene = town().facility('f', 'MARKET', [100, metres])
    expect(await findingsOfKind(scene.project(), 'suspicious-snap')).toHaveLength(count)
  }
})

const squareAt = (y: number): [number, number][] => [
  [0, y],
  [100, y],
  [100, y + 100],
  [0, y + 100],
]

test('an open community far from every street is not connected; a path joins it', async () => {
  await expectRepairable(
    town().community('c', squareAt(200), { residents: 10 }).project(),
    'community-not-connected',
  )
  const near = town().community('c', squareAt(20), { residents: 10 })
  expect(await findingsOfKind(near.project(), 'community-not-connected')).toEqual([])
})

const block: [number, number][] = [
  [-50, 20],
  [50, 20],
  [50, 180],
  [-50, 180],
]

const blockBeyond = (dy: number): Scene =>
  town()
    .community(
      'c',
      block.map(([x, y]): [number, number] => [x, y + dy]),
      { gated: true, residents: 10 },
    )
    .gate('g', [0, 20 + dy], { community: 'c', access: 'residents' })

test('a gate too far from every street outside is not connected; a path joins it', async () => {
  await expectRepairable(blockBeyond(80).project(), 'gate-not-connected')
  expect(await findingsOfKind(blockBeyond(0).project(), 'gate-not-connected')).toEqual([])
})

test('a gated community without gates is found; its crossing streets become gates', async () => {
  const scene = town()
    .street('in', [
      [0, 0],
      [0, 100],
    ])
    .street('through', [
      [30, 100],
      [200, 100],
      [200, 0],
      [1000, 0],
    ])
    .community('c', block, { gated: true, residents: 10 })
  const finding = await expectRepairable(scene.project(), 'no-gates')
  expect(finding.facts).toMatchObject({ crossings: 2, people: 10 })
  expect(finding.repairs.map(({ facts }) => facts['gates'])).toEqual([2, 1, 1])
  // one of the two as the only gate: the other street ends at the wall
  expect(await findingsOfKind(withRepair(scene.project(), finding, 1), 'no-gates')).toEqual([])
  const open = town().community('c', block, { gated: false })
  expect(await findingsOfKind(open.project(), 'no-gates')).toEqual([])
})

const gateAt = (y: number): Scene =>
  town()
    .street('in', [
      [0, 0],
      [0, 100],
    ])
    .community('c', block, { gated: true, residents: 10 })
    .gate('g', [5, y], { community: 'c', access: 'residents' })

test('a gate 15 m off its community is found and moved to the edge', async () => {
  const finding = await expectRepairable(gateAt(5).project(), 'gate-off-edge')
  expect(finding.facts).toEqual({ distance_m: 15, side: 'outside' })
  // to the street that crosses the edge, not straight to the edge
  expect(finding.repairs[0].places[0][0]).toBeCloseTo(at(0, 20)[0], 6)
  expect(await findingsOfKind(gateAt(10).project(), 'gate-off-edge')).toEqual([])
})

const bridgeOn = (layer: number): Scene =>
  town()
    .street(
      'bridge',
      [
        [-1000, 0],
        [-1000, 60],
        [1000, 60],
        [1000, 0],
      ],
      { bridge: true, layer },
    )
    .facility('f', 'MARKET', [0, 55])

test('a facility on a bridge is suspicious and is entered from the ground; a street bridge is none', async () => {
  const finding = await expectRepairable(bridgeOn(1).project(), 'suspicious-snap')
  expect(finding.facts).toMatchObject({ reason: 'bridge' })
  expect(await findingsOfKind(bridgeOn(0).project(), 'suspicious-snap')).toEqual([])
})

const backStreet = (): Scene =>
  town()
    .street('back', [
      [0, 0],
      [0, 60],
      [300, 60],
    ])
    .facility('f', 'MARKET', [100, 10])

test('a facility behind a wall is suspicious, and may be entered through it', async () => {
  const walled = backStreet().barrier('wall', 'wall', [
    [20, 5],
    [400, 5],
  ])
  const finding = await expectRepairable(walled.project(), 'suspicious-snap')
  expect(finding.facts).toMatchObject({ reason: 'barrier', barrier: 'wall', nearest_m: 10 })
  expect(await findingsOfKind(backStreet().project(), 'suspicious-snap')).toEqual([])
})

const house = (x: number, y: number): [number, number][] => [
  [x, y],
  [x + 10, y],
  [x + 10, y + 10],
  [x, y + 10],
]

test('buildings far from every street are told once for their community', async () => {
  const scene = town()
    .community('c', block, { residents: 100 })
    .building('b1', house(0, 90), { households: 10 })
    .building('b2', house(20, 90), { households: 10 })
  const findings = await findingsOfKind(scene.project(), 'suspicious-snap')
  expect(findings.map(({ id, facts }) => [id, facts['buildings'], facts['people']])).toEqual([
    ['suspicious-snap:c/buildings', 2, 100],
  ])
})

/** A grid of streets 100 m apart with facilities beside them, moved by a rule. */
function servedGrid(move: (place: [number, number]) => [number, number]): Project {
  const scene = new Scene()
  for (let k = -10; k <= 10; k++) {
    const points = Array.from({ length: 21 }, (_, i) => (i - 10) * 100)
    scene.street(
      `r${k}`,
      points.map((x) => [x, k * 100] as const),
    )
    scene.street(
      `c${k}`,
      points.map((y) => [k * 100, y] as const),
    )
  }
  const project = scene.project()
  const facilities = Array.from({ length: 120 }, (_, i) => ({
    id: `f${i}`,
    class: 'MARKET',
    geometry: {
      type: 'Point' as const,
      coordinates: move([...at(-900 + 37 * (i % 49), -800 + 100 * (i % 16) + 8)]),
    },
  }))
  return { ...project, layers: { ...project.layers, facilities } }
}

test.each([
  ['gcj02', gcoord.GCJ02],
  ['bd09', gcoord.BD09],
] as const)(
  'facilities taken for WGS84 that are in %s are reported once for the layer',
  async (from, crs) => {
    const project = servedGrid((place) => gcoord.transform(place, gcoord.WGS84, crs))
    const [finding, ...more] = await findingsOfKind(project, 'layer-shifted')
    expect(more).toEqual([])
    expect(finding).toMatchObject({ id: 'layer-shifted:facilities', facts: { crs: from, records: 120 } })
    const repaired = withRepair(project, finding)
    expect(await findingsOfKind(repaired, 'layer-shifted')).toEqual([])
    expect(
      await findingsOfKind(
        servedGrid((place) => place),
        'layer-shifted',
      ),
    ).toEqual([])
  },
)

test('an ignored finding is set apart, and back when that is undone', async () => {
  const project = town().facility('f', 'MARKET', [100, 200]).project()
  const [finding] = await findingsOf(project)
  const ignoring: Project = {
    ...project,
    corrections: [{ id: 'c1', finding: finding.id, kind: 'ignore' }],
  }
  expect(idsOf(await findingsOf(ignoring))).not.toContain(finding.id)
  expect(idsOf(await findingsOf({ ...ignoring, corrections: [] }))).toContain(finding.id)
})
