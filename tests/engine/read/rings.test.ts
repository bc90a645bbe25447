import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { assembleRings } from '../../../src/engine/read/assemble-rings'
import { assembleRelation } from '../../../src/engine/read/collect-areas'
import { measureRing } from '../../../src/engine/read/osm-shapes'
import type { OsmElements } from '../../../src/engine/read/osm-elements'
import { readOsmXml } from '../../../src/engine/read/read-osm-xml'
import { openText } from '../../../src/engine/read/text-chunks'
import { testWith } from '../../shared-data'
import { draftElements } from './make-osm'
import { sharedSource } from './shared-source'

/** Nodes x,y on a unit grid of 10 m; the lines of a multipolygon as lists of "x,y". */
async function assemble(lines: readonly (readonly [role: string, path: string])[]) {
  const spots = [...new Set(lines.flatMap(([, path]) => path.split(' ')))]
  const idOf = new Map(spots.map((spot, i) => [spot, i + 1]))
  const elements = await draftElements({
    nodes: Object.fromEntries(
      spots.map((spot, i) => {
        const [x, y] = spot.split(',').map(Number)
        return [i + 1, [x * 10, y * 10] as const]
      }),
    ),
    ways: Object.fromEntries(
      lines.map(([, path], w) => [w + 1, [path.split(' ').map((s) => idOf.get(s) ?? 0)]]),
    ),
    relations: { 1: [lines.map(([role], w) => ['way', w + 1, role]), { type: 'multipolygon' }] },
  })
  return { elements, ...assembleRelation(elements, elements.relations[0]) }
}

/** Rings of every polygon by number of corners, e.g. ["4-4", "3"]. */
function shapeOf(polygons: readonly (readonly (readonly number[])[])[]): string[] {
  return polygons.map((rings) => rings.map((ring) => ring.length - 1).join('-'))
}

/** Squares of the grid covered, holes taken off. */
function areaOf(elements: OsmElements, polygons: readonly (readonly (readonly number[])[])[]): number {
  return polygons.flat().reduce((sum, ring) => sum + measureRing(elements, ring), 0) / 1e6
}

test('pieces in any order and direction close to one ring, counter-clockwise', async () => {
  const { elements, polygons, problem } = await assemble([
    ['outer', '0,0 0,4'],
    ['outer', '4,4 4,0'],
    ['outer', '0,4 4,4'],
    ['outer', '0,0 4,0'],
  ])
  expect([shapeOf(polygons), problem]).toEqual([['4'], null])
  expect(measureRing(elements, polygons[0][0])).toBeGreaterThan(0)
})

test('a hole is a hole and an island in it an area, whatever the roles say', async () => {
  const { elements, polygons } = await assemble([
    ['inner', '0,0 9,0 9,9 0,9 0,0'],
    ['outer', '1,1 1,8 8,8 8,1 1,1'],
    ['', '3,3 5,3 5,5 3,5 3,3'],
  ])
  expect(shapeOf(polygons)).toEqual(['4-4', '4'])
  expect(measureRing(elements, polygons[0][1])).toBeLessThan(0)
  expect(areaOf(elements, polygons)).toBeCloseTo(81 - 49 + 4, 6)
})

test('areas that touch in a point stay apart; holes with a common border become one', async () => {
  const touching = await assemble([
    ['outer', '0,0 2,0 2,2 0,2 0,0'],
    ['outer', '2,2 4,2 4,4 2,4 2,2'],
  ])
  expect(shapeOf(touching.polygons)).toEqual(['4', '4'])
  const bordering = await assemble([
    ['outer', '0,0 9,0 9,9 0,9 0,0'],
    ['inner', '1,1 3,1 3,5 1,5 1,1'],
    ['inner', '3,1 6,1 6,5 3,5 3,1'],
  ])
  expect(shapeOf(bordering.polygons)).toEqual(['4-6'])
  expect(areaOf(bordering.elements, bordering.polygons)).toBeCloseTo(81 - 20, 6)
})

test('a hole that touches the outline twice cuts the area in two', async () => {
  const { elements, polygons } = await assemble([
    ['outer', '0,0 4,0 8,0 8,8 4,8 0,8 0,0'],
    ['inner', '4,0 5,4 4,8 3,4 4,0'],
  ])
  expect(polygons).toHaveLength(2)
  expect(areaOf(elements, polygons)).toBeCloseTo(64 - 8, 6)
})

test('loose ends are left out and told; the rest closes', async () => {
  const { polygons, problem } = await assemble([
    ['outer', '0,0 4,0 4,4 0,4 0,0'],
    ['outer', '4,4 6,6 7,6'],
  ])
  expect([shapeOf(polygons), problem]).toEqual([['4'], 'open'])
})

test('the island in a lake whose shore was cut off does not become a lake', async () => {
  const { polygons, problem } = await assemble([
    ['outer', '0,0 9,0 9,9 0,9'],
    ['inner', '3,3 5,3 5,5 3,5 3,3'],
  ])
  expect([polygons, problem]).toEqual([[], 'open'])
})

test('lines that cross without a common node are told', async () => {
  const { problem } = await assemble([['outer', '0,0 4,4 4,0 0,4 0,0']])
  expect(problem).toBe('crossing')
})

test('any set of grid squares comes back with its area, in rings that visit no corner twice', async () => {
  const squares = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), {
    minLength: 1,
    maxLength: 14,
    selector: String,
  })
  await fc.assert(
    fc.asyncProperty(squares, async (cells) => {
      // every square is a member: common sides cancel, corners touch
      const { elements, polygons, problem } = await assemble(
        cells.map(([x, y]) => ['outer', `${x},${y} ${x + 1},${y} ${x + 1},${y + 1} ${x},${y + 1} ${x},${y}`]),
      )
      expect(problem).toBeNull()
      expect(areaOf(elements, polygons)).toBeCloseTo(cells.length, 6)
      for (const rings of polygons) {
        expect(rings.every((ring) => new Set(ring).size === ring.length - 1)).toBe(true)
        expect(rings.map((ring) => measureRing(elements, ring) > 0)).toEqual(rings.map((_, r) => r === 0))
      }
    }),
    { numRuns: 150, seed: 11 },
  )
})

test('an empty boundary gives nothing', async () => {
  const elements = await draftElements({ nodes: { 1: [0, 0] } })
  expect(assembleRings(elements, [])).toEqual({ polygons: [], problem: 'open' })
})

/** Shape of each relation and what is told of it, in one line per relation: "709900 5-4-3 ok". */
async function listConformance(path: string): Promise<Map<number, string>> {
  const elements = await readOsmXml(openText(sharedSource(path)), {})
  return new Map(
    elements.relations.map((relation) => {
      const { polygons, problem } = assembleRelation(elements, relation)
      return [relation.id, [...shapeOf(polygons), problem ?? 'ok'].join(' ')]
    }),
  )
}

testWith('osm-extracts/all.osm')(
  'the grid of OpenStreetMap conformance cases comes out as published',
  async () => {
    const found = await listConformance('osm-extracts/all.osm')
    const told = (problem: string) =>
      [...found].filter(([, line]) => line.endsWith(problem)).map(([id]) => Math.floor(id / 1000))
    // invalid by the published results: overlapping or self-crossing outlines, lines on lines
    expect(told('crossing')).toEqual([710, 740, 743, 752, 753, 756, 768])
    // no ring can be made of these lines
    expect(told('open')).toEqual([714, 715, 741, 744, 745, 746])
    const expected: Readonly<Record<number, string>> = {
      701: '4',
      704: '12',
      705: '13',
      706: '5 4',
      708: '8 8',
      709: '5 4 3',
      // the segment that is in both ways counts once
      711: '4',
      724: '8-4',
      729: '4 4-4',
      730: '5-4-4-4',
      731: '6-8-8',
      732: '4 5-3',
      // a spike is no boundary
      742: '4',
      750: '4-6',
      757: '8',
      759: '5-4',
      763: '6 6 6 6',
      764: '4-6-6-6-6',
      765: '4 5',
      766: '4-4-5',
      770: '5 4',
      772: '4-4-5',
      // ends on the same spot without being the same node
      781: '4',
      782: '4-4',
      // all roles wrong
      904: '4-4',
      905: '4-6',
      940: '4-6',
      950: '4-4',
    }
    for (const [test_, shape] of Object.entries(expected))
      expect([test_, found.get(Number(test_) * 1000 + 900)]).toEqual([test_, `${shape} ok`])
  },
)

testWith('osm-extracts/multipolygon_testcases.osm')(
  'the older multipolygon cases come out right',
  async () => {
    const found = await listConformance('osm-extracts/multipolygon_testcases.osm')
    const expected: Readonly<Record<number, string>> = {
      // each member twice · hole in hole · roles mixed up · touching holes of one border way
      99963: '4 ok',
      99966: '4 4-4 ok',
      99968: '4-4 ok',
      98835: '4-6 ok',
      // many pieces · flower · six outers · three outers touching
      99969: '4-4-4 ok',
      99970: '6 6 6 6 ok',
      99971: '4 4 4 4 4 4 ok',
      98842: '3 3 3 ok',
      // not closed · two identical lines · an unconnected bit
      99962: 'open',
      98839: 'open',
      99973: '4 open',
      // crossing, or lines on lines
      99959: '4 crossing',
      99960: '4 crossing',
      99965: '4-4 crossing',
      98837: '3 3 crossing',
    }
    for (const [id, line] of Object.entries(expected)) expect([id, found.get(Number(id))]).toEqual([id, line])
  },
)
