import fc from 'fast-check'
import { expect, test } from 'vitest'

import { buildNetwork } from '../../src/engine/network/build-network'
import { catchmentFrom, prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import type { Crossing } from '../../src/model/layers'
import { PROFILE_IDS, PROFILES, type ProfileId } from '../../src/model/profile'
import type { Project } from '../../src/model/project'
import { at, Scene } from '../scene/scene'
import { DISTANCE, TIME, verdictOf } from './analyse-scene'

type XY = readonly [number, number]
type Point = readonly [kind: NonNullable<Crossing['kind']>, at: XY]

/** A scene with signals, zebras and elevators at points. */
function withPoints(scene: Scene, points: readonly Point[]): Project {
  const project = scene.project()
  const crossings = points.map(([kind, point], i): Crossing => ({
    id: `x${i}`,
    kind,
    geometry: { type: 'Point', coordinates: [...at(...point)] },
  }))
  return { ...project, layers: { ...project.layers, crossings } }
}

/** Seconds a walk takes beyond its metres at the profile's speed, to the tenth. */
async function waitOf(project: Project, from: XY, to: XY, profile: ProfileId = 'adult'): Promise<number> {
  const prepared = await prepare(project, null, {})
  const walk = walkBetween(prepared, at(...from), at(...to), { profile, basis: 'time' })
  if (walk === null) throw new Error(`no walk from ${from.join()} to ${to.join()}`)
  // never −0
  return Math.round((walk.time_s - walk.distance_m / PROFILES[profile].speed_m_s) * 10) / 10 + 0
}

//            n
//            |
//   w ------ o ------ e      four arms of 200 m; the middle is a vertex of both streets
//            |
//            s
function crossroads(westEast: string, southNorth: string): Scene {
  return new Scene()
    .street(
      'we',
      [
        [-200, 0],
        [0, 0],
        [200, 0],
      ],
      { kind: westEast },
    )
    .street(
      'sn',
      [
        [0, -200],
        [0, 0],
        [0, 200],
      ],
      { kind: southNorth },
    )
}

const W: XY = [-150, 0]
const E: XY = [150, 0]
const N: XY = [0, 150]

test('straight over a signalled crossroads waits once, around its corner not at all', async () => {
  const project = withPoints(crossroads('secondary', 'primary'), [['signals', [0, 0]]])
  expect(await waitOf(project, W, E)).toBe(30)
  expect(await waitOf(project, E, W)).toBe(30)
  expect(await waitOf(project, W, N)).toBe(0)
})

test('a main road without signals costs half of that, a local street nothing', async () => {
  expect(await waitOf(crossroads('residential', 'primary').project(), W, E)).toBe(15)
  expect(await waitOf(crossroads('primary', 'residential').project(), W, E)).toBe(0)
  expect(await waitOf(crossroads('residential', 'tertiary').project(), W, E)).toBe(0)
  expect(await waitOf(crossroads('支路', '主干路').project(), W, E)).toBe(15)
})

test('at a signal a local street is waited for too', async () => {
  const project = withPoints(crossroads('primary', 'residential'), [['signals', [0, 0]]])
  expect(await waitOf(project, W, E)).toBe(30)
})

test('a junction of three arms is passed on its far side', async () => {
  const scene = new Scene()
    .street(
      'we',
      [
        [-200, 0],
        [0, 0],
        [200, 0],
      ],
      { kind: 'primary' },
    )
    .street(
      's',
      [
        [0, -200],
        [0, 0],
      ],
      { kind: 'primary' },
    )
  const project = withPoints(scene, [['signals', [0, 0]]])
  expect(await waitOf(project, W, E)).toBe(0)
  expect(await waitOf(project, W, [0, -150])).toBe(0)
  expect(await waitOf(project, [0, -150], E)).toBe(0)
})

async function across(points: readonly Point[]): Promise<number> {
  return waitOf(withPoints(crossroads('primary', 'footway'), points), [0, -150], N)
}

test('a footpath over a road waits for the road, wherever the signal on it stands within 25 m', async () => {
  expect(await across([])).toBe(15)
  expect(await across([['marked', [0, 0]]])).toBe(15)
  expect(await across([['signals', [0, 0]]])).toBe(30)
  // a stop line on the road, and a signal drawn beside its line
  expect(await across([['signals', [20, 0]]])).toBe(30)
  expect(await across([['signals', [20, 2]]])).toBe(30)
  expect(await across([['signals', [30, 0]]])).toBe(15)
  expect(await across([['signals', [20, 6]]])).toBe(15)
})

/** A footpath over a main road, and a drive that meets the road 10 m east of it. */
function pathAndDrive(): Scene {
  return new Scene()
    .street('road', line([-200, 0], [0, 0], [10, 0], [200, 0]), { kind: 'primary' })
    .street('path', line([0, -200], [0, 0], [0, 200]), { kind: 'footway' })
    .street('drive', line([10, 0], [10, 40]), { kind: 'footway' })
}

test('a signal is looked for along the road, past places where other paths meet it', async () => {
  expect(await waitOf(withPoints(pathAndDrive(), [['signals', [20, 0]]]), [0, -150], N)).toBe(30)
  expect(await waitOf(withPoints(pathAndDrive(), [['signals', [30, 0]]]), [0, -150], N)).toBe(15)
})

test('a signal counts as far out on a road to the east as on one to the northeast', async () => {
  // it stands 2 m beyond the 25 m, within the 3 m that a signal may be off
  expect(await across([['signals', [27, 0]]])).toBe(30)
  const slanted = new Scene()
    .street('road', line([-140, -140], [0, 0], [140, 140]), { kind: 'primary' })
    .street('path', line([-100, 100], [0, 0], [100, -100]), { kind: 'footway' })
  const r = 27 * Math.SQRT1_2
  expect(await waitOf(withPoints(slanted, [['signals', [r, r]]]), [-90, 90], [90, -90])).toBe(30)
})

test('a signal out on a road that nobody walks is one of the crossing', async () => {
  for (const fields of [{ foot: 'no' }, { access: 'private' }]) {
    const scene = new Scene()
      .street('road', line([-200, 0], [0, 0], [200, 0]), { kind: 'primary', ...fields })
      .street('path', line([0, -200], [0, 0], [0, 200]), { kind: 'footway' })
    expect(await waitOf(withPoints(scene, []), [0, -150], N)).toBe(15)
    expect(await waitOf(withPoints(scene, [['signals', [20, 0]]]), [0, -150], N)).toBe(30)
  }
})

test('legs are in the order they have 5 m out, whoever walks them', async () => {
  // the eastern arm of the road begins to the south of the path and comes up east of it within 5 m
  const arm = line([0, 0], [-1, -2], [1, -4], [200, -4])
  for (const fields of [{}, { foot: 'no' }]) {
    const scene = new Scene()
      .street('west', line([-200, 0], [0, 0]), { kind: 'primary', ...fields })
      .street('east', arm, { kind: 'primary', ...fields })
      .street('north', line([0, 0], [0, 200]), { kind: 'footway' })
      .street('south', line([0, 0], [-30, -200]), { kind: 'footway' })
    expect(await waitOf(scene.project(), N, [-15, -100])).toBe(15)
  }
})

test('a crossing inside a compound costs nothing, like its other junctions', async () => {
  for (const fields of [{}, { foot: 'no' }]) {
    const scene = sidewalks('marked', 'primary').community(
      'c',
      line([-250, -60], [250, -60], [250, 60], [-250, 60]),
      {
        gated: true,
      },
    )
    const project = scene.project()
    const streets = project.layers.streets.map((street) =>
      street.id === 'road' ? { ...street, ...fields } : street,
    )
    const inside = { ...project, layers: { ...project.layers, streets } }
    expect(await waitOf(inside, [-150, -20], [-150, 20])).toBe(0)
  }
})

test('an elevator beside a crossroads is none for its other junctions', async () => {
  const project = withPoints(dividedCrossroads(), [...FOUR_SIGNALS, ['elevator', [8, 8]]])
  // on the far side of the crossroads
  expect(await waitOf(project, [-150, -8], [-8, -150])).toBe(0)
})

test('a road that nobody walks on is waited for like any other', async () => {
  const scene = new Scene()
    .street(
      'road',
      [
        [-200, 0],
        [0, 0],
        [200, 0],
      ],
      { kind: 'primary', foot: 'no' },
    )
    .street(
      'path',
      [
        [0, -200],
        [0, 0],
        [0, 200],
      ],
      { kind: 'footway' },
    )
  expect(await waitOf(scene.project(), [0, -150], N)).toBe(15)
  expect(await waitOf(withPoints(scene, [['signals', [0, 0]]]), [0, -150], N)).toBe(30)
})

/** What a path across the middle of a road waits for. */
function waitAt(road: readonly XY[], fields: object): Promise<number> {
  const scene = new Scene()
    .street('road', road, { kind: 'primary', ...fields })
    .street('path', line([0, -200], [0, 0], [0, 200]), { kind: 'footway' })
  return waitOf(scene.project(), [0, -150], N)
}

test('a vertex drawn twice is no further arm of a road, whoever walks it', async () => {
  for (const fields of [{}, { foot: 'no' }, { access: 'private' }]) {
    expect(await waitAt(line([-200, 0], [0, 0], [0, 0], [0, 0], [200, 0]), fields)).toBe(15)
    // along the top of a T nothing is crossed
    expect(await waitAt(line([-200, 0], [0, 0], [0, 0]), fields)).toBe(0)
    expect(await waitAt(line([0, 0], [0, 0], [0, 0], [200, 0]), fields)).toBe(0)
  }
  // a crossing that meets the end of a road crosses none, and so keeps its wait
  for (const end of [line([0, 0]), line([0, 0], [0, 0])]) {
    const scene = new Scene()
      .street('road', [[-200, 0], ...end], { kind: 'primary', foot: 'no' })
      .street('south', line([0, -200], [0, -10]), { kind: 'footway' })
      .street('crossing', line([0, -10], [0, 0], [0, 10]), { kind: 'footway', crossing: 'marked' })
      .street('north', line([0, 10], [0, 200]), { kind: 'footway' })
    expect(await waitOf(scene.project(), [0, -150], N)).toBe(15)
  }
})

//   sidewalk n   ------------+------------      y = 20
//                            | x (footway=crossing)
//   road         ------------+------------      y = 0
//                            |
//   sidewalk s   ------------+------------      y = −20
function sidewalks(crossing: 'signals' | 'marked', roadKind: string): Scene {
  const scene = new Scene().street(
    'road',
    [
      [-200, 0],
      [0, 0],
      [200, 0],
    ],
    { kind: roadKind },
  )
  for (const y of [-20, 20])
    scene.street(
      `walk${y}`,
      [
        [-200, y],
        [0, y],
        [200, y],
      ],
      { kind: 'footway' },
    )
  return scene.street(
    'x',
    [
      [0, -20],
      [0, 0],
      [0, 20],
    ],
    { kind: 'footway', crossing },
  )
}

test('a mapped crossing waits once, at the road it crosses and not along itself', async () => {
  const signals = sidewalks('signals', 'primary').project()
  expect(await waitOf(signals, [-150, -20], [-150, 20])).toBe(30)
  // to the middle and along the road: nothing is crossed
  expect(await waitOf(signals, [0, -20], [150, 0])).toBe(0)
  expect(await waitOf(sidewalks('marked', 'primary').project(), [-150, -20], [-150, 20])).toBe(15)
  expect(await waitOf(sidewalks('marked', 'residential').project(), [-150, -20], [-150, 20])).toBe(0)
  const withPoint = withPoints(sidewalks('signals', 'primary'), [['signals', [0, 0]]])
  expect(await waitOf(withPoint, [-150, -20], [-150, 20])).toBe(30)
})

test('a crossing line that meets no road keeps its wait, evenly along it', async () => {
  const scene = new Scene().street(
    'x',
    [
      [0, 0],
      [20, 0],
    ],
    { kind: 'footway', crossing: 'marked' },
  )
  expect(await waitOf(scene.project(), [0, 0], [20, 0])).toBe(15)
  expect(await waitOf(scene.project(), [0, 0], [10, 0])).toBe(7.5)
})

//   a divided road: two one-way lines 16 m apart; one crossing line over both
function dividedRoad(names: readonly [string, string]): Scene {
  return new Scene()
    .street(
      'westbound',
      [
        [200, 8],
        [0, 8],
        [-200, 8],
      ],
      { kind: 'primary', oneway: true, name: names[0] },
    )
    .street(
      'eastbound',
      [
        [-200, -8],
        [0, -8],
        [200, -8],
      ],
      { kind: 'primary', oneway: true, name: names[1] },
    )
    .street(
      'x',
      [
        [0, -100],
        [0, -8],
        [0, 8],
        [0, 100],
      ],
      { kind: 'footway', crossing: 'signals' },
    )
}

test('a divided road is one road to cross, each carriageway half of it', async () => {
  const project = dividedRoad(['文三路', '文三路']).project()
  expect(await waitOf(project, [0, -90], [0, 90])).toBe(30)
  expect(await waitOf(project, [0, -90], [0, 0])).toBe(15)
  // two one-way streets of different names are two streets
  expect(await waitOf(dividedRoad(['文三路', '文一路']).project(), [0, -90], [0, 90])).toBe(60)
})

//            | |
//       -----nw ne-----     two divided roads: four junctions in a square of 16 m, signals at all four
//       -----sw se-----
//            | |
function dividedCrossroads(): Scene {
  const scene = new Scene()
  const lines: readonly (readonly [string, string, readonly XY[]])[] = [
    [
      'westbound',
      '文三路',
      [
        [200, 8],
        [8, 8],
        [-8, 8],
        [-200, 8],
      ],
    ],
    [
      'eastbound',
      '文三路',
      [
        [-200, -8],
        [-8, -8],
        [8, -8],
        [200, -8],
      ],
    ],
    [
      'southbound',
      '学院路',
      [
        [-8, 200],
        [-8, 8],
        [-8, -8],
        [-8, -200],
      ],
    ],
    [
      'northbound',
      '学院路',
      [
        [8, -200],
        [8, -8],
        [8, 8],
        [8, 200],
      ],
    ],
  ]
  for (const [id, name, points] of lines) scene.street(id, points, { kind: 'secondary', oneway: true, name })
  return scene
}
const FOUR_SIGNALS: readonly Point[] = [
  ['signals', [-8, -8]],
  ['signals', [8, -8]],
  ['signals', [-8, 8]],
  ['signals', [8, 8]],
]

test('a crossroads of divided roads is crossed as one, and not by way of its middle', async () => {
  const project = withPoints(dividedCrossroads(), FOUR_SIGNALS)
  expect(await waitOf(project, [-150, 8], [150, 8])).toBe(30)
  expect(await waitOf(project, [-150, -8], [150, -8])).toBe(30)
  expect(await waitOf(project, [8, -150], [8, 150])).toBe(30)
  // around the outer corner
  expect(await waitOf(project, [-150, 8], [-8, 150])).toBe(0)
  // across the half of the road one walks along
  expect(await waitOf(project, [-150, 8], [-8, -150])).toBe(15)
})

test('a crossroads is as long to cross as its streets are, in both measures', async () => {
  const project = withPoints(dividedCrossroads(), FOUR_SIGNALS)
  const prepared = await prepare(project, null, {})
  const from = at(-150, 8)
  const to = at(150, -8)
  expect(walkBetween(prepared, from, to, DISTANCE)?.distance_m).toBeCloseTo(316, 1)
  expect(walkBetween(prepared, from, to, TIME)?.distance_m).toBeCloseTo(316, 1)
})

test('a walk may start and end in the middle of a crossroads, and what lies there is reached', async () => {
  const project = withPoints(dividedCrossroads(), FOUR_SIGNALS)
  const prepared = await prepare(project, null, {})
  expect(walkBetween(prepared, at(0, 8), at(150, 8), TIME)?.time_s).toBeCloseTo(150 / 1.2, 1)
  expect(walkBetween(prepared, at(150, 8), at(0, 8), TIME)?.time_s).toBeCloseTo(150 / 1.2, 1)
  expect(walkBetween(prepared, at(0, 8), at(0, -8), DISTANCE)?.distance_m).toBeCloseTo(32, 1)
  const view = catchmentFrom(prepared, { kind: 'point', at: at(-100, 8) }, { ...DISTANCE, bands: [400] }, 10)
  // all four arms of both roads, and the square between them
  expect(view.bands[0].street_m).toBeCloseTo(8 * 192 + 4 * 16, 0)
})

test('a route leads over a split junction without a step aside', async () => {
  const prepared = await prepare(
    withPoints(crossroads('secondary', 'primary'), [['signals', [0, 0]]]),
    null,
    {},
  )
  const route = walkBetween(prepared, at(...W), at(...E), TIME)
  expect(route?.line).toEqual([at(...W), at(0, 0), at(...E)])
})

test('a verdict waits where the walk does', async () => {
  const scene = dividedCrossroads()
    .community('c', line([-150, 8], [-150, 9], [-151, 9]), { residents: 10 })
    .facility('f', 'MARKET', [150, 8])
  const cell = await verdictOf(withPoints(scene, FOUR_SIGNALS), 'c', 'MARKET', TIME)
  expect(cell.seconds - cell.metres / 1.2).toBeCloseTo(30, 0)
})

test('an elevator waits between levels, and wheels take it where they take no stairs', async () => {
  const scene = new Scene()
    .street('ground', [
      [-100, 0],
      [0, 0],
    ])
    .street(
      'deck',
      [
        [0, 0],
        [100, 0],
      ],
      { kind: 'footway', layer: 1, bridge: true },
    )
    .street(
      'stairs',
      [
        [-10, 0],
        [0, 0],
      ],
      { kind: 'steps', layer: 1 },
    )
  const project = withPoints(scene, [['elevator', [0, 0]]])
  expect(await waitOf(project, [-100, 0], [100, 0], 'wheelchair')).toBe(45)
  const way = new Scene().street(
    'lift',
    [
      [0, 0],
      [10, 0],
    ],
    { kind: 'elevator', step_free: true },
  )
  expect(await waitOf(way.project(), [0, 0], [10, 0], 'wheelchair')).toBe(45)
})

//   stairs up, a deck of 40 m, stairs down; what runs below is given
function footbridge(below: { kind: string; bridge?: boolean; layer?: number } | null): Scene {
  const scene = new Scene()
    .street('up', line([0, 0], [20, 0]), { kind: 'steps', bridge: true, layer: 1 })
    .street('deck', line([20, 0], [60, 0]), { kind: 'footway', bridge: true, layer: 1 })
    .street('down', line([60, 0], [80, 0]), { kind: 'steps', bridge: true, layer: 1 })
  return below === null ? scene : scene.street('below', line([40, -50], [40, 50]), below)
}

function line(...points: XY[]): XY[] {
  return points
}

test('a footbridge over a road costs its time once, and its stairs their factor', async () => {
  // 40 m of stairs at 1.6: 20 s more, and 45 s
  expect(await waitOf(footbridge({ kind: 'residential' }).project(), [0, 0], [80, 0])).toBe(65)
  expect(await waitOf(footbridge({ kind: 'motorway' }).project(), [0, 0], [80, 0])).toBe(65)
  const railway = footbridge(null).barrier('r', 'rail', line([40, -50], [40, 50]))
  expect(await waitOf(railway.project(), [0, 0], [80, 0])).toBe(65)
})

test('a bridge over a brook, beside a road or from a road is a path', async () => {
  expect(await waitOf(footbridge(null).project(), [0, 0], [80, 0])).toBe(20)
  expect(await waitOf(footbridge({ kind: 'footway' }).project(), [0, 0], [80, 0])).toBe(20)
  const sameLevel = footbridge({ kind: 'primary', bridge: true, layer: 1 })
  expect(await waitOf(sameLevel.project(), [0, 0], [80, 0])).toBe(20)
  const fromRoad = new Scene()
    .street('road', line([0, -50], [0, 0], [0, 50]), { kind: 'residential' })
    .street('deck', line([0, 0], [40, 0]), { kind: 'footway', bridge: true, layer: 1 })
  expect(await waitOf(fromRoad.project(), [0, 0], [40, 0])).toBe(0)
})

test('an escalator is as fast as the flat, goes one way, and is closed to wheels', async () => {
  const escalator = new Scene()
    .street('up', line([0, 0], [60, 0]), { kind: 'steps', conveying: true, oneway_foot: true })
    .street('stairs', line([0, 0], [0, 1], [60, 1], [60, 0]), { kind: 'steps' })
  expect(await waitOf(escalator.project(), [0, 0], [60, 0])).toBe(0)
  expect(await waitOf(escalator.project(), [60, 0], [0, 0])).toBeCloseTo((62 / 1.2) * 0.6, 1)
  const wheels = await prepare(escalator.project(), null, {})
  expect(walkBetween(wheels, at(0, 0), at(60, 0), { profile: 'wheelchair', basis: 'time' })).toBeNull()
})

test('wheels take stairs with a ramp', async () => {
  const ramp = new Scene().street(
    's',
    [
      [0, 0],
      [20, 0],
    ],
    { kind: 'steps', step_free: true },
  )
  expect(await waitOf(ramp.project(), [0, 0], [20, 0], 'wheelchair')).toBe(0)
})

test('in the plain form nothing waits and no junction is split', async () => {
  const project = withPoints(dividedCrossroads(), FOUR_SIGNALS)
  const { network } = buildNetwork(project, { isPlain: true })
  expect(network.turnCount).toBe(0)
  expect(network.nodeCount).toBe(12)
  const prepared = await prepare(project, null, {}, { isPlain: true })
  expect(walkBetween(prepared, at(-150, 8), at(150, 8), TIME)?.time_s).toBeCloseTo(300 / 1.2, 1)
})

test('turns cost the same both ways, and no wait is below zero', () => {
  const { network } = buildNetwork(withPoints(dividedCrossroads(), FOUR_SIGNALS), { isPlain: false })
  const { nodeArrival, turnFrom, turnTo } = network
  const endOf = new Map<number, number>()
  nodeArrival.forEach((arrival, end) => {
    if (arrival !== end) endOf.set(arrival, end)
  })
  const costs = new Map<string, string>()
  for (let t = 0; t < network.turnCount; t++)
    costs.set(
      `${endOf.get(turnFrom[t])} ${turnTo[t]}`,
      [network.turnSignals[t], network.turnUnsignalled[t], network.turnLength_mm[t]].join(),
    )
  expect(costs.size).toBeGreaterThan(50)
  for (const [ends, cost] of costs) expect(costs.get(ends.split(' ').toReversed().join(' '))).toBe(cost)
})

// a grid of streets of random kinds with random signals; places are in the middle of its streets
const KINDS = ['primary', 'secondary', 'tertiary', 'residential', 'footway']
const randomTown = fc
  .record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 8, maxLength: 8 }),
    signals: fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 8 }),
    from: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })),
    to: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })),
  })
  .map(({ kinds, signals, from, to }) => {
    const scene = new Scene()
    for (let i = 0; i < 4; i++) {
      const stops = [0, 1, 2, 3].map((j) => j * 100)
      scene.street(
        `h${i}`,
        stops.map((x): XY => [x, i * 100]),
        { kind: kinds[i] },
      )
      scene.street(
        `v${i}`,
        stops.map((y): XY => [i * 100, y]),
        { kind: kinds[4 + i] },
      )
    }
    const points = signals.map((s): Point => ['signals', [(s % 4) * 100, Math.floor(s / 4) * 100]])
    return {
      scene,
      points,
      from: [from[0] * 100 + 50, from[1] * 100] as const,
      to: [to[1] * 100, to[0] * 100 + 50] as const,
    }
  })

async function secondsBetween(project: Project, from: XY, to: XY, profile: ProfileId): Promise<number> {
  const prepared = await prepare(project, null, {})
  return walkBetween(prepared, at(...from), at(...to), { profile, basis: 'time' })?.time_s ?? NaN
}

test('a walk takes as long back as there, and no less than without waiting', async () => {
  let waits = 0
  await fc.assert(
    fc.asyncProperty(
      randomTown,
      fc.constantFrom(...PROFILE_IDS),
      async ({ scene, points, from, to }, profile) => {
        const project = withPoints(scene, points)
        const there = await secondsBetween(project, from, to, profile)
        const prepared = await prepare(project, null, {})
        const metres = walkBetween(prepared, at(...from), at(...to), { profile, basis: 'distance' })
        expect(await secondsBetween(project, to, from, profile)).toBeCloseTo(there, 2)
        expect(there).toBeGreaterThanOrEqual((metres?.distance_m ?? NaN) / PROFILES[profile].speed_m_s - 0.01)
        if (there > (metres?.distance_m ?? NaN) / PROFILES[profile].speed_m_s + 1) waits++
      },
    ),
    { numRuns: 80, seed: 5 },
  )
  expect(waits).toBeGreaterThan(10)
})

test('taking signals away, one or all, never makes a walk slower', async () => {
  let faster = 0
  await fc.assert(
    fc.asyncProperty(randomTown, async ({ scene, points, from, to }) => {
      const before = await secondsBetween(withPoints(scene, points), from, to, 'elder')
      const one = await secondsBetween(withPoints(scene, points.slice(1)), from, to, 'elder')
      const none = await secondsBetween(withPoints(scene, []), from, to, 'elder')
      expect(one).toBeLessThanOrEqual(before + 0.01)
      expect(none).toBeLessThanOrEqual(one + 0.01)
      if (none < before - 1) faster++
    }),
    { numRuns: 80, seed: 6 },
  )
  expect(faster).toBeGreaterThan(3)
})
