import { describe, expect, test } from 'vitest'

import { prepare, type Prepared } from '../../../src/engine/pipeline'
import { at, Scene } from '../../scene/scene'
import { DISTANCE, walkMetres } from '../../scenes/analyse-scene'
import { walkBetween } from '../../../src/engine/catchment/walk-between'

/** Two streets 40 m apart, long enough to be no island, joined far off in the west. */
function twoStreets(): Scene {
  return new Scene()
    .street('south', [
      [-600, 0],
      [600, 0],
    ])
    .street('north', [
      [-600, 40],
      [600, 40],
    ])
    .street('west', [
      [-600, 0],
      [-600, 40],
    ])
}

/** Where the only facility of a scene meets the network: the street, and metres from the west; null: nowhere. */
function accessOf({
  facilities,
  network,
  project,
}: Prepared): { street: string; x: number; way: number } | null {
  const [access] = facilities.access[0]
  if (access === undefined) return null
  const from = network.nodeX[network.edgeFrom[access.edge]]
  const to = network.nodeX[network.edgeTo[access.edge]]
  const [middle] = at(0, 0)
  return {
    street: project.layers.streets[network.edgeStreet[access.edge]].id,
    x: from + access.at * (to - from) - network.frame.x(middle),
    way: access.connector_m,
  }
}

const prepared = (scene: Scene, isPlain = false) => prepare(scene.project(), null, {}, { isPlain })

describe('a facility behind a wall', () => {
  const walled = twoStreets()
    .facility('f', 'MARKET', [0, 10])
    .barrier('w', 'wall', [
      [-500, 5],
      [500, 5],
    ])

  test('is entered from the street that can be walked to, though another is nearer', async () => {
    expect(accessOf(await prepared(walled))).toEqual({
      street: 'north',
      x: expect.closeTo(0, 1),
      way: expect.closeTo(30, 1),
    })
  })

  test('is entered from the nearest street in the plain form', async () => {
    expect(accessOf(await prepared(walled, true))).toEqual({
      street: 'south',
      x: expect.closeTo(0, 1),
      way: expect.closeTo(10, 1),
    })
  })

  test('is entered through the gap in it', async () => {
    const gap = twoStreets()
      .facility('f', 'MARKET', [0, 10])
      .barrier('w1', 'fence', [
        [-500, 5],
        [8, 5],
      ])
      .barrier('w2', 'fence', [
        [10, 5],
        [500, 5],
      ])
    const access = accessOf(await prepared(gap))
    expect(access?.street).toBe('south')
    expect(access?.x).toBeGreaterThan(16)
    expect(access?.x).toBeLessThan(17)
  })

  test('all around it is not connected, and the issue says why', async () => {
    const { facilities } = await prepared(
      twoStreets()
        .facility('f', 'MARKET', [0, 10])
        .barrier('w', 'wall', [
          [-20, 5],
          [20, 5],
          [20, 25],
          [-20, 25],
          [-20, 5],
        ]),
    )
    expect(facilities.access[0]).toEqual([])
    expect(facilities.issues).toMatchObject([
      { code: 'facility-not-connected', id: 'f', facts: { max_m: 150, barrier: 'wall', distance_m: 10 } },
    ])
  })

  test('drawn on the wall itself is entered from the nearer side', async () => {
    const inWall = twoStreets()
      .facility('f', 'MARKET', [0, 10])
      .barrier('w', 'wall', [
        [-500, 10],
        [500, 10],
      ])
    expect(accessOf(await prepared(inWall))?.street).toBe('south')
  })

  test('whose entrance is in the wall is entered there', async () => {
    const entered = twoStreets()
      .facility('f', 'MARKET', [0, 10])
      .entrance('e', 'f', [3, 5])
      .barrier('w', 'wall', [
        [-500, 5],
        [500, 5],
      ])
    expect(accessOf(await prepared(entered))).toEqual({
      street: 'south',
      x: expect.closeTo(3, 1),
      way: expect.closeTo(5, 1),
    })
  })
})

describe('water', () => {
  const bank = [
    [-900, 3],
    [900, 3],
    [900, 30],
    [-900, 30],
  ] as const

  test('keeps the far bank from being entered across it', async () => {
    const scene = twoStreets().facility('f', 'MARKET', [0, 32]).barrier('canal', 'water', bank)
    expect(accessOf(await prepared(scene))?.street).toBe('north')
    const only = new Scene()
      .street('south', [
        [-600, 0],
        [600, 0],
      ])
      .facility('f', 'MARKET', [0, 32])
      .barrier('canal', 'water', bank)
    const { facilities } = await prepared(only)
    expect(facilities.access[0]).toEqual([])
    expect(facilities.issues[0].facts).toMatchObject({ barrier: 'water', distance_m: 32 })
  })

  test('lets a boathouse in it ashore', async () => {
    const scene = twoStreets().facility('f', 'MARKET', [0, 8]).barrier('canal', 'water', bank)
    expect(accessOf(await prepared(scene))?.street).toBe('south')
  })

  test('crossed by a bridge is walked across, but not entered from below', async () => {
    const scene = new Scene()
      .street(
        'bridge',
        [
          [0, -300],
          [0, 1000],
        ],
        { bridge: true },
      )
      .street('quay', [
        [0, -300],
        [700, -300],
      ])
      .facility('f', 'MARKET', [9, 31])
      .barrier('canal', 'water', bank)
    expect(await walkMetres(scene.project(), [0, -10], [0, 50])).toBeCloseTo(60, 1)
    expect(accessOf(await prepared(scene))?.way).toBeCloseTo(9, 1)
  })
})

const ring = [
  [-30, 5],
  [30, 5],
  [30, 35],
  [-30, 35],
] as const

/** A compound without inner streets, a gate to either side, perhaps with a wall across it. */
function block(withWall: boolean): Scene {
  const made = twoStreets()
    .community('c', ring, { gated: true })
    .gate('s', [0, 5], { community: 'c' })
    .gate('n', [0, 35], { community: 'c' })
    .building(
      'b',
      [
        [-2, 12],
        [2, 12],
        [2, 16],
        [-2, 16],
      ],
      { community: 'c', residents: 10 },
    )
  return withWall
    ? made.barrier('w', 'wall', [
        [-30, 20],
        [30, 20],
      ])
    : made
}

/** How many gates the building in the block reaches. */
async function waysOut(withWall: boolean): Promise<number> {
  return (await prepared(block(withWall))).people.points[0].access.length
}

describe('compounds', () => {
  test('a place outside does not reach the street across somebody else’s compound', async () => {
    const scene = twoStreets().facility('f', 'MARKET', [0, 37]).community('c', ring, { gated: true })
    expect(accessOf(await prepared(scene))?.street).toBe('north')
    const only = new Scene()
      .street('south', [
        [-600, 0],
        [600, 0],
      ])
      .facility('f', 'MARKET', [0, 37])
      .community('c', ring, { gated: true })
    const access = accessOf(await prepared(only))
    // past the corner at (30, 35) there is only the long way: the corner's shadow falls behind the place
    expect(access).toBe(null)
  })

  test('without inner streets a building reaches the gates that no wall hides', async () => {
    expect(await waysOut(false)).toBe(2)
    expect(await waysOut(true)).toBe(1)
  })
})

test('a building that walls cut off is reported with the barrier, and its people are not moved', async () => {
  const scene = twoStreets()
    .community('c', [
      [-50, 5],
      [50, 5],
      [50, 35],
      [-50, 35],
    ])
    .building(
      'b',
      [
        [-2, 12],
        [2, 12],
        [2, 16],
        [-2, 16],
      ],
      { community: 'c', residents: 10 },
    )
    .barrier('w', 'fence', [
      [-20, 8],
      [20, 8],
      [20, 30],
      [-20, 30],
      [-20, 8],
    ])
  const { people } = await prepared(scene)
  expect(people.points[0].access).toEqual([])
  expect(people.issues).toMatchObject([
    { code: 'building-not-connected', id: 'b', facts: { barrier: 'fence', distance_m: 14 } },
    { code: 'community-not-connected', id: 'c', facts: { barrier: 'fence', distance_m: 14 } },
  ])
})

test('a street passes a wall where it passes', async () => {
  const scene = new Scene()
    .street('s', [
      [-600, 0],
      [600, 0],
    ])
    .barrier('w', 'wall', [
      [0, -100],
      [0, 100],
    ])
  const ready = await prepared(scene)
  expect(walkBetween(ready, at(-50, 10), at(50, 10), DISTANCE)?.distance_m).toBeCloseTo(120, 1)
})
