import fc from 'fast-check'

import type { Gate } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'
import { Scene } from '../../scene/scene'

const ROW_M = 45
const ROWS = 5
const LONG_M = 320

const along = fc.integer({ min: 5, max: LONG_M - 5 })
const row = fc.nat(ROWS - 1)
const spot = fc.record({ row, x: along, off: fc.constantFrom(-5, 4, 6) })
const access = fc.constantFrom<Gate['access'] | 'none'>('public', 'residents', 'closed', 'none', 'none')

type Ring = [number, number][]

const square = (x: number, y: number): Ring => [
  [x - 2, y - 2],
  [x + 2, y - 2],
  [x + 2, y + 2],
  [x - 2, y + 2],
]

/**
 * Streets side by side that meet at one of their ends, so that a short path saves much; one or two compounds over two
 * of them each, cut by their streets at four places of which only some have a gate; houses, spaces and facilities
 * along the streets, some in compounds and some reserved to them.
 */
export const towns: fc.Arbitrary<Project> = fc
  .record({
    joined: fc.array(fc.constantFrom('west', 'east', 'both'), { minLength: ROWS - 1, maxLength: ROWS - 1 }),
    compounds: fc
      .uniqueArray(fc.record({ row: fc.constantFrom(0, 2, 3), west: fc.integer({ min: 60, max: 120 }) }), {
        minLength: 1,
        maxLength: 2,
        selector: (each) => (each.row === 0 ? 0 : 1),
      })
      .map((list) => list.map((each) => ({ ...each, east: each.west + 130 }))),
    gates: fc.array(access, { minLength: 8, maxLength: 8 }),
    homes: fc.array(fc.record({ at: spot, residents: fc.integer({ min: 20, max: 200 }) }), {
      minLength: 4,
      maxLength: 8,
    }),
    facilities: fc.array(
      fc.record({ at: spot, code: fc.constantFrom('STORE', 'SPORT_S'), isReserved: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    ),
    spaces: fc.array(spot, { minLength: 1, maxLength: 2 }),
    wall: fc.option(fc.record({ row: fc.nat(ROWS - 2), x: along })),
  })
  .map(({ joined, compounds, gates, homes, facilities, spaces, wall }) => {
    const scene = new Scene()
    for (let r = 0; r < ROWS; r++)
      scene.street(`row-${r}`, [
        [0, r * ROW_M],
        [LONG_M / 2, r * ROW_M],
        [LONG_M, r * ROW_M],
      ])
    joined.forEach((end, r) => {
      for (const [name, x] of [
        ['west', 0],
        ['east', LONG_M],
      ] as const)
        if (end === name || end === 'both')
          scene.street(`${name}-${r}`, [
            [x, r * ROW_M],
            [x, (r + 1) * ROW_M],
          ])
    })
    const ownerOf = (at: { readonly row: number; readonly x: number }): string => {
      const c = compounds.findIndex(
        (each) => (at.row === each.row || at.row === each.row + 1) && at.x > each.west && at.x < each.east,
      )
      return c < 0 ? 'open' : `c${c}`
    }
    scene.community(
      'open',
      [
        [-30, -30],
        [LONG_M + 30, -30],
        [LONG_M + 30, ROWS * ROW_M],
        [-30, ROWS * ROW_M],
      ],
      { residents: 500 },
    )
    compounds.forEach(({ row: first, west, east }, c) => {
      scene.community(
        `c${c}`,
        [
          [west, first * ROW_M - 18],
          [east, first * ROW_M - 18],
          [east, (first + 1) * ROW_M + 18],
          [west, (first + 1) * ROW_M + 18],
        ],
        { gated: true, residents: 300 },
      )
      const crossings = [first, first + 1].flatMap((r) => [west, east].map((x) => [x, r * ROW_M] as const))
      crossings.forEach((at, k) => {
        const letIn = gates[4 * c + k]
        // one at least: where none is known every crossing counts as one
        if (letIn === 'none' && k > 0) return
        scene.gate(`g${c}-${k}`, [...at], {
          community: `c${c}`,
          access: letIn === 'none' ? 'residents' : letIn,
        })
      })
    })
    if (wall !== null)
      scene.barrier('wall', 'wall', [
        [wall.x, wall.row * ROW_M + 20],
        [wall.x + 60, wall.row * ROW_M + 20],
      ])
    homes.forEach(({ at, residents }, i) =>
      scene.building(`h${i}`, square(at.x, at.row * ROW_M + at.off), { community: ownerOf(at), residents }),
    )
    facilities.forEach(({ at, code, isReserved }, i) =>
      scene.facility(
        `f${i}`,
        code,
        [at.x, at.row * ROW_M + at.off],
        isReserved ? { access: 'residents', community: ownerOf(at) } : {},
      ),
    )
    spaces.forEach((at, i) =>
      scene.space(`sp${i}`, [at.x, at.row * ROW_M + at.off], {
        kind: i === 0 ? 'idle_room' : 'vacant_land',
        community: ownerOf(at),
        area_m2: i === 0 ? 400 : 900,
        storey: 1,
        own_entrance: true,
        ownership: 'government',
      }),
    )
    return scene.project({ surveyed: { STORE: true, SPORT_S: true } })
  })
