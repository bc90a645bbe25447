import gcoord from 'gcoord'
import { expect, test } from 'vitest'

import { applyCorrections } from '../../src/engine/correction/apply-corrections'
import { examine } from '../../src/engine/doctor/examine'
import { analyse, catchmentFrom, prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import { bytesSource } from '../../src/engine/read/byte-source'
import { readFile } from '../../src/engine/read/read-file'
import type { AnalysisView } from '../../src/model/analysis'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { edgesOf } from '../oracle/slow-compounds'
import { crossingShare } from '../oracle/slow-lines'
import { seededRandom } from '../oracle/seeded-random'
import { haversine, nearestOn } from '../oracle/slow-walk'
import { at, Scene } from '../scene/scene'
import { cellOf, DISTANCE, TIME, verdictOf, walkMetres } from './analyse-scene'
import { crossingWithoutNode, endOfData, oneStreet, oneWay, repeatedVertices } from './street-scenes'

/*
 * The mistakes other tools of this field are known for, one test each, named after the mistake. Every scene is
 * made so that who repeats the mistake gets another number.
 */

type XY = readonly [number, number]

/** A home of 10 m beside a place, with people in it. */
function home(scene: Scene, [x, y]: XY, residents = 10): Scene {
  return scene
    .community('c', square(x, y, 5), { residents })
    .building('b', square(x, y, 2), { community: 'c', residents })
}

function square(x: number, y: number, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

async function answer(project: Project): Promise<AnalysisView> {
  return analyse(await prepare(project, null, {}), DISTANCE, {})
}

/*
 *  ·────────────h────────────·f      a block of 620 m: the corner is 310 m from the home, the facility is on it
 */
test('node snapping gives false access: one walks from the door, not from the corner', async () => {
  const scene = home(
    new Scene().street('block', [
      [0, 0],
      [620, 0],
    ]),
    [310, 0],
  ).facility('f', 'SPORT_S', [620, 0])
  const cell = await verdictOf(scene.project(), 'c', 'SPORT_S')
  expect(cell.metres).toBeCloseTo(310, 0)
  expect(cell).toMatchObject({ verdict: 'unserved', reason: 'too-far' })
})

/*
 *  −400 ·──west──· 0 ⇉one way⇉ · 300 ──east──· 700       the corners belong to one-way and ordinary streets
 */
test('a start on an existing vertex reaches every street there, not one of them', async () => {
  const project = oneWay().project()
  expect(await walkMetres(project, [0, 0], [-400, 0])).toBeCloseTo(400, 0)
  expect(await walkMetres(project, [0, 0], [300, 0])).toBeCloseTo(300, 0)
  expect(await walkMetres(project, [300, 0], [700, 0])).toBeCloseTo(400, 0)
  expect(await walkMetres(project, [300, 0], [0, 0])).toBeCloseTo(500, 0)
  // and an end on one is come to by every street
  expect(await walkMetres(project, [-400, 0], [0, 0])).toBeCloseTo(400, 0)
  expect(await walkMetres(project, [700, 0], [300, 0])).toBeCloseTo(400, 0)
  const cross = new Scene()
    .street('ew', [
      [-500, 0],
      [0, 0],
      [500, 0],
    ])
    .street('ns', [
      [0, -500],
      [0, 0],
      [0, 500],
    ])
  const prepared = await prepare(cross.project(), null, {})
  const { bands } = catchmentFrom(prepared, { kind: 'point', at: at(0, 0) }, DISTANCE, 10)
  expect(bands[0].street_m).toBeCloseTo(4 * 300, 0)
})

test('a place where a one-way street begins is at the corner, whichever street is drawn first', async () => {
  const streets: readonly (readonly [string, readonly XY[], boolean])[] = [
    [
      'a',
      [
        [0, 0],
        [300, 0],
      ],
      true,
    ],
    [
      'b',
      [
        [0, 0],
        [0, 700],
      ],
      false,
    ],
    [
      'c',
      [
        [0, 0],
        [-700, 0],
      ],
      false,
    ],
  ]
  for (const first of [0, 1, 2]) {
    const scene = new Scene()
    for (const k of [0, 1, 2]) {
      const [id, points, isOneWay] = streets[(first + k) % 3]
      scene.street(id, points, isOneWay ? { oneway_foot: true } : {})
    }
    expect(await walkMetres(scene.project(), [0, 0], [0, 700]), `${first}`).toBeCloseTo(700, 0)
    expect(await walkMetres(scene.project(), [-700, 0], [0, 0]), `${first}`).toBeCloseTo(700, 0)
  }
})

test('duplicate vertices do not stop a walk', async () => {
  expect(await walkMetres(repeatedVertices().project(), [0, 0], [200, 0])).toBeCloseTo(200, 1)
  expect(await walkMetres(repeatedVertices().project(), [200, 0], [50, 0])).toBeCloseTo(150, 1)
})

/*
 *  ═══════motorway═══════ y 10       the home is 5 m from the motorway and 45 m from the street
 *             h            y 5
 *  ·────────street───────· y −40
 */
test('nobody is snapped to a motorway', async () => {
  const scene = home(
    new Scene()
      .street(
        'motorway',
        [
          [-900, 10],
          [900, 10],
        ],
        { kind: 'motorway' },
      )
      .street(
        'trunk',
        [
          [-900, 12],
          [900, 12],
        ],
        { kind: 'trunk', sidewalk: 'separate' },
      )
      .street('street', [
        [-900, -40],
        [900, -40],
      ]),
    [0, 5],
  ).facility('f', 'MARKET', [200, -40])
  expect((await verdictOf(scene.project(), 'c', 'MARKET')).metres).toBeCloseTo(45 + 200, 0)
})

/*
 *  ·──aisle──· (80 m, joined to nothing)
 *        h                               6 m from the aisle, 20 m from the street
 *  ·──────────────street──────────────·
 */
test('nobody is snapped to a parking aisle that leads nowhere', async () => {
  const scene = home(
    new Scene()
      .street(
        'aisle',
        [
          [-40, 26],
          [40, 26],
        ],
        { kind: 'service' },
      )
      .street('street', [
        [-900, 0],
        [900, 0],
      ]),
    [0, 20],
  ).facility('f', 'MARKET', [300, 0])
  expect((await verdictOf(scene.project(), 'c', 'MARKET')).metres).toBeCloseTo(320, 0)
})

/*
 *     ║ footbridge, its stairs not mapped
 *   h ║
 *  ───╫───── street
 */
test('nobody is snapped to a footbridge island', async () => {
  const scene = home(
    new Scene()
      .street(
        'bridge',
        [
          [6, -40],
          [6, 40],
        ],
        { kind: 'footway', bridge: true, layer: 1 },
      )
      .street('street', [
        [-900, 0],
        [900, 0],
      ]),
    [0, 20],
  ).facility('f', 'MARKET', [300, 0])
  expect((await verdictOf(scene.project(), 'c', 'MARKET')).metres).toBeCloseTo(320, 0)
})

/*
 *   ·──────far street──────·  y 40, by the west end to the near one: 1.8 km round
 *        h                    y 15
 *   ▒▒▒▒▒▒▒ the barrier ▒▒▒▒  y 10
 *   ·──────near street─────·  y 0, with the market
 */
test.each(['wall', 'fence', 'rail', 'expressway', 'water'] as const)(
  'nobody is snapped to the wrong side of a barrier: %s',
  async (kind) => {
    const scene = home(
      new Scene()
        .street('near', [
          [-900, 0],
          [900, 0],
        ])
        .street('far', [
          [-900, 40],
          [900, 40],
        ])
        .street('join', [
          [-900, 0],
          [-900, 40],
        ])
        .barrier(
          kind,
          kind,
          kind === 'water'
            ? [
                [-850, 8],
                [900, 8],
                [900, 12],
                [-850, 12],
              ]
            : [
                [-850, 10],
                [900, 10],
              ],
        ),
      [0, 15],
    ).facility('f', 'MARKET', [0, 0])
    const cell = await verdictOf(scene.project(), 'c', 'MARKET')
    expect(cell.metres).toBeCloseTo(25 + 900 + 40 + 900, 0)
    expect(cell.verdict).toBe('unserved')
  },
)

test('no way to a street crosses a wall, wherever the walls are', async () => {
  const random = seededRandom(5)
  let connected = 0
  for (let run = 0; run < 40; run++) {
    const scene = new Scene()
    for (let i = 0; i <= 4; i++) {
      scene.street(`h${i}`, [
        [0, i * 100],
        [200, i * 100],
        [400, i * 100],
      ])
      scene.street(`v${i}`, [
        [i * 100, 0],
        [i * 100, 200],
        [i * 100, 400],
      ])
    }
    for (let w = 0; w < 12; w++) {
      const [x, y, dx, dy] = [random() * 400, random() * 400, random() * 120 - 60, random() * 120 - 60]
      scene.barrier(`w${w}`, 'wall', [
        [x, y],
        [x + dx, y + dy],
        [x + dx - dy / 2, y + dy + dx / 2],
      ])
    }
    const project = scene.project()
    const prepared = await prepare(project, null, {})
    const walls = project.layers.barriers.flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? edgesOf([geometry.coordinates.map(([x, y]): LonLat => [x, y])]) : [],
    )
    for (let i = 0; i < 40; i++) {
      const place = at(random() * 400, random() * 400)
      const { starts } = catchmentFrom(
        prepared,
        { kind: 'point', at: place },
        { ...DISTANCE, bands: [1] },
        10,
      )
      for (const start of starts) {
        connected++
        const crossed = walls.filter(
          ([a, b]) =>
            crossingShare(place, start, [a, b]) !== null &&
            // what is drawn on a wall stands on either side of it
            [place, start].every((p) => nearestOn({ a, b }, p).d > 0.55),
        )
        expect(crossed, `${place.join()} to ${start.join()}`).toEqual([])
      }
    }
  }
  expect(connected).toBeGreaterThan(1000)
})

test('the way to the street is counted at both ends, at the speed of who walks it', async () => {
  const scene = home(oneStreet(), [100, 40]).facility('f', 'MARKET', [400, -30])
  for (const [profile, speed] of [
    ['adult', 1.2],
    ['elder75', 0.7],
    ['school', 1],
  ] as const) {
    const cell = await verdictOf(scene.project(), 'c', 'MARKET', { ...TIME, profile })
    expect(cell.metres).toBeCloseTo(40 + 300 + 30, 0)
    expect(cell.seconds).toBeCloseTo(370 / speed, 0)
    const prepared = await prepare(scene.project(), null, {})
    const walk = walkBetween(prepared, at(100, 40), at(400, -30), { profile, basis: 'time' })
    expect(walk?.time_s).toBeCloseTo(370 / speed, 1)
    const view = catchmentFrom(prepared, { kind: 'point', at: at(100, 40) }, { ...TIME, profile }, 10)
    expect(view.nearest.find(({ class: code }) => code === 'MARKET')?.time_s).toBeCloseTo(370 / speed, 1)
    // what is left for the street is what the way to it has left over
    const reach_m = Math.min(5 * 60 * speed - 40, 100) + (5 * 60 * speed - 40)
    expect(view.bands[0].street_m).toBeCloseTo(reach_m, 0)
  }
})

const across = (x: number): Promise<Awaited<ReturnType<typeof verdictOf>>> =>
  verdictOf(home(oneStreet(), [x, 0]).facility('f', 'MARKET', [10, 0]).project(), 'c', 'MARKET')

/*
 *  c (island town, 151 m off the cape)      ~ ~ ~      ·──────cape──────
 */
test('with a longest way to the street, what lies across the water does not land on the cape', async () => {
  expect(await across(-149)).toMatchObject({ verdict: 'served' })
  expect(await across(-151)).toMatchObject({ verdict: 'unknown', reason: 'not-connected', facility: null })
})

test('streets that cross without a shared node do not join', async () => {
  expect(await walkMetres(crossingWithoutNode().project(), [-100, 0], [0, 100])).toBeNull()
})

/*
 *  ·──north sidewalk──·──· 600
 *                     ┊          the only mapped crossing is at 500; a second one at 100 is added
 *  ·──south sidewalk──·──· 600
 */
test('separate sidewalks are crossed where a crossing is mapped, and only there', async () => {
  const scene = new Scene()
    .street(
      'north',
      [
        [0, 15],
        [100, 15],
        [500, 15],
        [600, 15],
      ],
      { kind: 'footway' },
    )
    .street(
      'south',
      [
        [0, 0],
        [100, 0],
        [500, 0],
        [600, 0],
      ],
      { kind: 'footway' },
    )
    .street(
      'crossing',
      [
        [500, 15],
        [500, 0],
      ],
      { kind: 'footway', crossing: 'marked' },
    )
  expect(await walkMetres(scene.project(), [50, 15], [50, 0])).toBeCloseTo(450 + 15 + 450, 0)
  scene.street(
    'nearer',
    [
      [100, 15],
      [100, 0],
    ],
    { kind: 'footway', crossing: 'marked' },
  )
  expect(await walkMetres(scene.project(), [50, 15], [50, 0])).toBeCloseTo(50 + 15 + 50, 0)
})

const ground = (): Scene =>
  new Scene()
    .street('south', [
      [-300, 0],
      [-100, 0],
      [100, 0],
      [300, 0],
    ])
    .street('west', [
      [-300, 0],
      [-300, 12],
      [-300, 300],
    ])
    .street('east', [
      [300, 0],
      [300, 12],
      [300, 300],
    ])
    .street('north', [
      [-300, 300],
      [300, 300],
    ])

const bridge = (scene: Scene): Scene =>
  scene.street(
    'bridge',
    [
      [-300, 12],
      [300, 12],
    ],
    { kind: 'footway', bridge: true, layer: 1 },
  )

/*
 *   y 30 ·─────────────────·
 *        │      bridge     │
 *   y 12 ├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤        over the heads of those who live at h, 9 m from the street
 *      9 │        h        │
 *   y  0 ·────·───────·────·
 */
test('adding a bridge shrinks no reach, not even of those who live under it', async () => {
  const places: readonly XY[] = [
    [0, 9],
    [-100, 0],
    [100, -20],
    [-295, 150],
    [0, 300],
    [250, 5],
  ]
  for (const place of places) {
    const reach = async (scene: Scene): Promise<number[]> => {
      const prepared = await prepare(scene.project(), null, {})
      const { bands } = catchmentFrom(
        prepared,
        { kind: 'point', at: at(...place) },
        { ...DISTANCE, bands: [100, 300, 500] },
        10,
      )
      return bands.map(({ street_m }) => street_m)
    }
    const before = await reach(ground())
    const after = await reach(bridge(ground()))
    before.forEach((m, i) => expect(after[i], `${place.join()} band ${i}`).toBeGreaterThanOrEqual(m - 0.01))
    for (const to of places) {
      const walk = await walkMetres(ground().project(), place, to)
      const overBridge = await walkMetres(bridge(ground()).project(), place, to)
      expect(overBridge ?? Infinity, `${place.join()} to ${to.join()}`).toBeLessThanOrEqual(
        (walk ?? 0) + 0.01,
      )
    }
  }
})

// SPORT_S: 300 m, or 5 minutes, which an adult of 1.2 m/s walks 360 m in
const at300 = (x: number) =>
  home(oneStreet(), [10, 0])
    .facility('f', 'SPORT_S', [10 + x, 0])
    .project()

test('no whole-minute rounding: a meter decides, and a second', async () => {
  for (const [metres, distance, time] of [
    [299.5, 'served', 'served'],
    [300.5, 'unserved', 'served'],
    [359.5, 'unserved', 'served'],
    [360.5, 'unserved', 'unserved'],
  ] as const) {
    expect((await verdictOf(at300(metres), 'c', 'SPORT_S')).verdict, `${metres} m`).toBe(distance)
    const cell = await verdictOf(at300(metres), 'c', 'SPORT_S', TIME)
    expect(cell.verdict, `${metres} m by time`).toBe(time)
    expect(cell.seconds).toBeCloseTo(metres / 1.2, 1)
  }
})

test('drawn polygons do not cut themselves, lie in each other and hold their holes', async () => {
  const random = seededRandom(11)
  let rings = 0
  for (let run = 0; run < 12; run++) {
    const scene = new Scene()
    for (let i = 0; i <= 6; i++)
      for (let j = 0; j <= 6; j++) {
        const corner = (a: number, b: number): XY => [
          a * 90 + 25 * Math.sin(a * b + run),
          b * 90 + 20 * Math.cos(a + run * b),
        ]
        if (random() < 0.75 && i < 6) scene.street(`h${i}-${j}`, [corner(i, j), corner(i + 1, j)])
        if (random() < 0.75 && j < 6) scene.street(`v${i}-${j}`, [corner(i, j), corner(i, j + 1)])
      }
    scene.barrier('pond', 'water', square(200 + 80 * random(), 250, 60))
    const prepared = await prepare(scene.project(), null, {})
    const place = at(600 * random(), 600 * random())
    const { bands } = catchmentFrom(
      prepared,
      { kind: 'point', at: place },
      { ...DISTANCE, bands: [120, 300, 500] },
      10,
    )
    bands.forEach(({ polygons }, b) => {
      expect(polygons.length).toBeGreaterThan(0)
      const all = polygons.flat()
      rings += all.length
      for (const ring of all) {
        expect(ring.length).toBeGreaterThanOrEqual(4)
        expect(ring.at(-1)).toEqual(ring[0])
      }
      const edges = all.flatMap((ring, r) =>
        ring.slice(1).map((q, i) => ({ p: ring[i], q, r, i, n: ring.length - 1 })),
      )
      const cuts = edges.flatMap((one) =>
        edges.filter((two) => {
          if (one.r > two.r || (one.r === two.r && one.i >= two.i)) return false
          const isNext = one.r === two.r && (two.i - one.i === 1 || two.i - one.i === one.n - 1)
          return !isNext && touch(one.p, one.q, two.p, two.q)
        }),
      )
      expect(cuts, `run ${run} band ${b}`).toEqual([])
      for (const [shell, ...holes] of polygons) {
        expect(areaOf(shell)).toBeGreaterThan(0)
        for (const hole of holes) {
          expect(areaOf(hole)).toBeLessThan(0)
          for (const p of hole) expect(isIn([shell], p)).toBe(true)
        }
      }
      if (b === 0) return
      for (const p of bands[b - 1].polygons.flat(2))
        expect(isIn(all, p) || toRings(all, p) < 0.02, `run ${run} band ${b - 1} in ${b}`).toBe(true)
    })
  }
  expect(rings).toBeGreaterThan(40)
})

const side = (u: LonLat, v: LonLat, w: LonLat): number =>
  Math.sign((v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0]))

function touch(p: LonLat, q: LonLat, a: LonLat, b: LonLat): boolean {
  for (const k of [0, 1] as const)
    if (Math.max(p[k], q[k]) < Math.min(a[k], b[k]) || Math.max(a[k], b[k]) < Math.min(p[k], q[k]))
      return false
  return side(p, q, a) * side(p, q, b) < 0 && side(a, b, p) * side(a, b, q) < 0
}

function areaOf(ring: readonly LonLat[]): number {
  return ring
    .slice(1)
    .reduce((sum, q, i) => sum + (ring[i][0] - 120) * (q[1] - 30) - (q[0] - 120) * (ring[i][1] - 30), 0)
}

function isIn(rings: readonly (readonly LonLat[])[], [x, y]: LonLat): boolean {
  let isInside = false
  for (const [a, b] of edgesOf(rings))
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) isInside = !isInside
  return isInside
}

function toRings(rings: readonly (readonly LonLat[])[], p: LonLat): number {
  return Math.min(
    ...edgesOf(rings).map(([a, b]) => (haversine(a, b) === 0 ? haversine(a, p) : nearestOn({ a, b }, p).d)),
  )
}

test('a one-minute contour with no street in it is a disc, not a crash', async () => {
  // 140 m to the street take an adult two minutes
  const prepared = await prepare(oneStreet().project(), null, {})
  for (const place of [at(500, 140), at(500, 0), at(0, 0)]) {
    const { bands } = catchmentFrom(prepared, { kind: 'point', at: place }, { ...TIME, bands: [0, 1] }, 10)
    expect(bands).toHaveLength(2)
    for (const { polygons, area_m2 } of bands) {
      expect(polygons.length).toBeGreaterThan(0)
      expect(area_m2).toBeGreaterThan(1000)
    }
  }
  const far = catchmentFrom(prepared, { kind: 'point', at: at(500, 140) }, { ...TIME, bands: [1] }, 10)
  expect(far.bands[0].street_m).toBe(0)
})

/*
 *     ┌───A───┬──────┐
 *     │  a  ┌─┼─b─┐  │       two communities overlap; buildings with two doors stand in both; A has gates too
 *     └─────┴─┴───┘──┘
 */
test('nobody is counted twice', async () => {
  const scene = oneStreet()
    .community(
      'A',
      [
        [0, 5],
        [120, 5],
        [120, 80],
        [0, 80],
      ],
      { residents: 300 },
    )
    .community(
      'B',
      [
        [60, 5],
        [200, 5],
        [200, 80],
        [60, 80],
      ],
      { residents: 200 },
    )
    .building('a', square(30, 20, 5), { residents: 100 })
    .building('both', square(90, 20, 5), { residents: 150 })
    .building('b', square(170, 20, 5), { residents: 50 })
    .entrance('door 1', 'both', [84, 20])
    .entrance('door 2', 'both', [96, 20])
    .gate('gate', [20, 5], { community: 'A', access: 'public' })
    .facility('f', 'MARKET', [100, 0])
    .facility('g', 'MARKET', [110, 0])
  const prepared = await prepare(scene.project(), null, {})
  const view = await analyse(prepared, DISTANCE, {})
  const total = view.assessment.totals.find(({ code }) => code === 'MARKET')
  expect(total).toMatchObject({ people_served: 500, people_unserved: 0, people_unknown: 0 })
  for (const community of ['A', 'B']) expect(cellOf(view, community, 'MARKET').share).toBe(1)
  const { bands } = catchmentFrom(prepared, { kind: 'facility', id: 'f' }, DISTANCE, 10)
  expect(bands.map(({ people }) => people)).toEqual([500, 500, 500])
})

const estate = (): Scene =>
  new Scene()
    .street('city', [
      [-20, -900],
      [-20, 100],
      [-20, 900],
    ])
    .street('inner', [
      [-20, 100],
      [0, 100],
      [560, 100],
      [560, 20],
    ])
    .community(
      'c',
      [
        [0, 0],
        [600, 0],
        [600, 600],
        [0, 600],
      ],
      { gated: true, residents: 1000 },
    )
    .gate('g', [0, 100], { access: 'residents', community: 'c' })
    .facility('f', 'MARKET', [-20, 0])

/*
 *   ╔════════ 600 ════════╗
 *   ║                     ║
 *   ║          ×          ║    the middle of the estate is 300 m from the street, its gate is 590 m of streets
 *   g─────────────────┐   ║    away from the home in the far corner
 *   ║                h┘   ║
 *   ╚═════════════════════╝
 */
test('big compounds are measured from doors and gates, not from their centroid', async () => {
  // without buildings everybody starts at the gate
  expect((await verdictOf(estate().project(), 'c', 'MARKET')).metres).toBeCloseTo(20 + 100, 0)
  const lived = estate().building('h', square(560, 10, 5), { community: 'c', residents: 1000 })
  const cell = await verdictOf(lived.project(), 'c', 'MARKET')
  expect(cell.metres).toBeCloseTo(10 + 80 + 580 + 100, 0)
  expect(cell).toMatchObject({ verdict: 'unserved', reason: 'too-far' })
})

test('what may lie just off the map is unknown, not missing', async () => {
  expect(await verdictOf(endOfData().project(), 'c', 'ELDER_DAYCARE')).toMatchObject({
    verdict: 'unknown',
    reason: 'edge-of-data',
  })
  // where the data goes on far enough, missing is missing
  const wide = endOfData().endsAt(-2000, -2000, 2000, 2000).project()
  expect(await verdictOf(wide, 'c', 'ELDER_DAYCARE')).toMatchObject({
    verdict: 'unserved',
    reason: 'too-far',
  })
  const prepared = await prepare(endOfData().project(), null, {})
  const view = catchmentFrom(prepared, { kind: 'community', id: 'c' }, DISTANCE, 10)
  expect(view.edgeOfData).toBe(true)
})

test('a repeated query gives the same answer, whatever was asked in between', async () => {
  const scene = home(oneWay(), [100, 20])
    .facility('f', 'MARKET', [400, 10])
    .facility('g', 'MARKET', [-200, 0])
  const prepared = await prepare(scene.project(), null, {})
  const ask = async (): Promise<string> => {
    const view = await analyse(prepared, DISTANCE, {})
    const catchment = catchmentFrom(prepared, { kind: 'community', id: 'c' }, TIME, 10)
    const walk = walkBetween(prepared, at(100, 20), at(400, 10), TIME)
    return JSON.stringify([Array.from(view.assessment.nearest_m, String), view.gaps, catchment, walk])
  }
  const first = await ask()
  for (const profile of ['elder75', 'wheelchair'] as const) {
    await analyse(prepared, { ...TIME, profile }, {})
    for (const place of [at(0, 0), at(-300, 40), at(5000, 0)])
      catchmentFrom(prepared, { kind: 'point', at: place }, { ...TIME, profile, bands: [1, 45] }, 5)
    walkBetween(prepared, at(700, 0), at(-400, 0), { profile, basis: 'time' })
    expect(await ask()).toBe(first)
  }
})

test('no point is lost silently: each is placed, or there is an issue that names it', async () => {
  const scene = oneStreet()
  const random = seededRandom(3)
  for (let i = 0; i < 60; i++) {
    const spot: XY = [random() * 1600 - 300, random() * 800 - 400]
    scene.facility(`f${i}`, 'STORE', spot)
    scene.community(`c${i}`, square(...spot, 10), { residents: 10 })
    scene.building(`b${i}`, square(...spot, 3), { community: `c${i}`, residents: 10 })
  }
  const project = scene.project()
  const prepared = await prepare(project, null, {})
  expect(prepared.facilities.access).toHaveLength(60)
  const named = new Set(prepared.issues.map(({ layer, id }) => `${layer} ${id}`))
  const seen = { placed: 0, named: 0 }
  prepared.facilities.access.forEach((access, i) => {
    if (access.length > 0) seen.placed++
    else {
      seen.named++
      expect(named).toContain(`facilities f${i}`)
    }
  })
  for (const { community, access } of prepared.people.points)
    if (access.length === 0)
      expect(named).toContain(`communities ${project.layers.communities[community].id}`)
  expect(seen.placed).toBeGreaterThan(10)
  expect(seen.named).toBeGreaterThan(10)
  const { assessment } = await answer(project)
  const total = assessment.totals.find(({ code }) => code === 'STORE')
  expect((total?.people_served ?? 0) + (total?.people_unserved ?? 0) + (total?.people_unknown ?? 0)).toBe(600)

  // and so it is with the rows of a file
  const rows = [
    { type: 'Point', coordinates: [120.1, 30.2] },
    { type: 'Point', coordinates: [] },
    null,
    { type: 'Point', coordinates: [120.1, 95] },
    { type: 'Point', coordinates: [120.2, 30.3] },
  ].map((geometry, i) => ({ type: 'Feature', id: `r${i}`, properties: { class: 'STORE' }, geometry }))
  const text = JSON.stringify({ type: 'FeatureCollection', features: rows })
  const read = await readFile(
    bytesSource('facilities.geojson', new TextEncoder().encode(text)),
    { layer: 'facilities' },
    {},
  )
  const lost = new Set(read.issues.filter(({ severity }) => severity === 'error').map(({ row }) => row))
  expect(read.layers.facilities).toHaveLength(2)
  expect([...lost]).toEqual([2, 3, 4])
})

const findings = async (project: Project) =>
  (await examine(await prepare(project, null, {}), new Set(), {})).findings.filter(
    ({ kind }) => kind === 'layer-shifted',
  )

/*
 *  A quarter of streets 170 m apart, and 200 shops on them whose file came in GCJ-02: half a kilometer off.
 */
test('GCJ-02 points on WGS-84 roads are noticed, and moved back on request', async () => {
  const scene = new Scene()
  for (let i = 0; i <= 10; i++) {
    scene.street(
      `h${i}`,
      Array.from({ length: 11 }, (_, k): XY => [k * 170, i * 170]),
    )
    scene.street(
      `v${i}`,
      Array.from({ length: 11 }, (_, k): XY => [i * 170, k * 170]),
    )
  }
  const random = seededRandom(9)
  for (let i = 0; i < 200; i++)
    scene.facility(`f${i}`, 'STORE', [Math.floor(random() * 11) * 170 + 8, random() * 1700])
  const good = scene.project()
  const shifted: Project = {
    ...good,
    layers: {
      ...good.layers,
      facilities: good.layers.facilities.map((facility) => ({
        ...facility,
        geometry: {
          type: 'Point',
          coordinates: gcoord.transform(pointOf(facility.geometry), gcoord.WGS84, gcoord.GCJ02),
        },
      })),
    },
  }
  expect(await findings(good)).toEqual([])
  const [finding, ...more] = await findings(shifted)
  expect(more).toEqual([])
  expect(finding.facts).toMatchObject({ layer: 'facilities', crs: 'gcj02' })
  const [{ change }] = finding.repairs
  const repaired = applyCorrections({
    ...shifted,
    corrections: [{ ...change, id: 'c1', finding: finding.id }],
  }).project
  repaired.layers.facilities.forEach(({ geometry }, i) =>
    expect(haversine(pointOf(geometry), pointOf(good.layers.facilities[i].geometry))).toBeLessThan(0.5),
  )
})

function pointOf(geometry: Project['layers']['facilities'][number]['geometry']): [number, number] {
  if (geometry.type !== 'Point') throw new Error('not a point')
  return [geometry.coordinates[0], geometry.coordinates[1]]
}
