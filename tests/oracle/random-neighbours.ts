import fc from 'fast-check'

import type { Project } from '../../src/model/project'
import { Scene } from '../scene/scene'

type XY = readonly [x: number, y: number]

/** One walled compound of a row, in metres. */
export interface Neighbour {
  readonly id: string
  readonly west: number
  readonly east: number
  /** streets inside, from end to end */
  readonly streets: readonly { readonly id: string; readonly line: readonly XY[] }[]
}

/** Compounds in a row, wall to wall or nearly. */
export interface Row {
  readonly project: Project
  readonly neighbours: readonly Neighbour[]
  /** west, south, east, north of each block of houses that stands in the way */
  readonly blocks: readonly (readonly [number, number, number, number])[]
}

export const SOUTH = 10
export const NORTH = 210

const compound = fc.record({
  wide: fc.integer({ min: 60, max: 100 }),
  gap: fc.constantFrom(0, 0, 0, 3, 8, 11, 15),
  lanes: fc.uniqueArray(fc.integer({ min: 3, max: 18 }), { minLength: 2, maxLength: 3 }),
  reach: fc.tuple(fc.integer({ min: 3, max: 22 }), fc.integer({ min: 3, max: 22 })),
  south: fc.constantFrom<('public' | 'residents')[]>('public', 'residents', 'residents'),
  north: fc.constantFrom<('public' | 'residents' | 'closed' | 'none')[]>(
    'public',
    'residents',
    'closed',
    'none',
    'none',
  ),
})
const spot = fc.record({ c: fc.nat(2), lane: fc.nat(2), share: fc.integer({ min: 5, max: 95 }) })

function square([x, y]: XY, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

/**
 * Two or three compounds between two roads, each with a street up the middle and lanes to both sides that end at some
 * distance from its walls; homes and facilities along the lanes; blocks near the walls that stand in some ways.
 */
export const rows: fc.Arbitrary<Row> = fc
  .record({
    compounds: fc.array(compound, { minLength: 2, maxLength: 3 }),
    homes: fc.array(fc.record({ at: spot, residents: fc.integer({ min: 10, max: 200 }) }), {
      minLength: 3,
      maxLength: 6,
    }),
    facilities: fc.array(
      fc.record({ at: spot, code: fc.constantFrom('STORE', 'SPORT_S'), isReserved: fc.nat(3) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    blocks: fc.array(
      fc.record({
        c: fc.nat(2),
        low: fc.integer({ min: 20, max: 150 }),
        long: fc.integer({ min: 10, max: 60 }),
      }),
      {
        maxLength: 2,
      },
    ),
  })
  .map(({ compounds, homes, facilities, blocks: drawn }) => {
    const scene = new Scene().joinsAtCrossings()
    const neighbours: Neighbour[] = []
    let x = 0
    compounds.forEach(({ wide, gap, lanes, reach, south, north }, i) => {
      const id = `c${i}`
      const [west, east] = [x, x + wide]
      const middle = (west + east) / 2
      const isNorth = north !== 'none'
      scene.community(
        id,
        [
          [west, SOUTH],
          [east, SOUTH],
          [east, NORTH],
          [west, NORTH],
        ],
        { gated: true, residents: 100 },
      )
      scene.gate(`${id}-s`, [middle, SOUTH], { access: south, community: id })
      if (north !== 'none') scene.gate(`${id}-n`, [middle, NORTH], { access: north, community: id })
      const streets = [
        {
          id: `${id}-up`,
          line: [
            [middle, 0],
            [middle, isNorth ? 220 : 190],
          ] as XY[],
        },
        ...lanes.map((lane, k) => ({
          id: `${id}-lane-${k}`,
          line: [
            [Math.min(west + reach[0], middle - 5), lane * 10],
            [Math.max(east - reach[1], middle + 5), lane * 10],
          ] as XY[],
        })),
      ]
      for (const { id: name, line } of streets) scene.street(name, line, { kind: 'service' })
      neighbours.push({ id, west, east, streets })
      x = east + gap
    })
    scene.street('south', [
      [-250, 0],
      [x + 50, 0],
    ])
    scene.street('north', [
      [-250, 220],
      [x + 50, 220],
    ])
    scene.street('end', [
      [-250, 0],
      [-250, 220],
    ])
    const placeOf = ({
      c,
      lane,
      share,
    }: {
      c: number
      lane: number
      share: number
    }): readonly [string, XY] => {
      const { id, streets } = neighbours[c % neighbours.length]
      const { line } = streets[1 + (lane % (streets.length - 1))]
      const [[ax, ay], [bx]] = line
      return [id, [ax + ((bx - ax) * share) / 100, ay + 2]]
    }
    homes.forEach(({ at, residents }, i) => {
      const [community, place] = placeOf(at)
      scene.building(`h${i}`, square(place, 0.4), { community, residents })
    })
    facilities.forEach(({ at, code, isReserved }, i) => {
      const [community, place] = placeOf(at)
      scene.facility(`f${i}`, code, place, isReserved === 0 ? { access: 'residents', community } : {})
    })
    const blocks = drawn.map(({ c, low, long }) => {
      const { east } = neighbours[c % neighbours.length]
      return [east - 2.5, low, east - 1, Math.min(NORTH - 5, low + long)] as const
    })
    blocks.forEach(([w, s, e, n], i) =>
      scene.building(
        `block${i}`,
        [
          [w, s],
          [e, s],
          [e, n],
          [w, n],
        ],
        { use: 'garage' },
      ),
    )
    return { project: scene.project({ surveyed: { STORE: true, SPORT_S: true } }), neighbours, blocks }
  })
