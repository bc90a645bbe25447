import { expect, test } from 'vitest'
import { pairPlaces, type PlacedState } from '../../../src/engine/compare/pair-places'
import { LocalFrame } from '../../../src/engine/geometry/local-frame'
import type { DemandPoint } from '../../../src/engine/places/place-people'

/** Half of a community at each of two places on its edge, metres east of its middle, prepared by themselves. */
function standing(...places: readonly number[]): PlacedState {
  const points = places.map((_, node): DemandPoint => ({
    community: 0,
    carrier: 'edge',
    share: 1 / places.length,
    access: [{ edge: -1, at: 0, node, connector_m: 0, zone: -1 }],
  }))
  return {
    project: { layers: { communities: [{ id: 'c' }], buildings: [] } },
    network: {
      frame: new LocalFrame(120, 30),
      nodeX: Float64Array.from(places),
      nodeY: new Float64Array(places.length),
    },
    people: { points, people: [10], counts: {} },
  } as unknown as PlacedState
}

function pairsOf(before: PlacedState, after: PlacedState): number[][] {
  const pairs = pairPlaces(before, after)
  return [...pairs.share].map((share, i) => [pairs.before[i], pairs.after[i], share])
}

test('who stays where they are is paired with themselves, though somebody comes to stand next to them', () => {
  const before = standing(-60, 40)
  // the street to the west is gone: its people walk to the one in the east, and meet it 0.6 m off
  expect(pairsOf(before, standing(39.4, 40))).toEqual([
    [0, 0, 0.5],
    [1, 1, 0.5],
  ])
})

test('places listed otherwise are found by where they are, and who has none goes to what is new', () => {
  expect(pairsOf(standing(-60, 40), standing(40, -60))).toEqual([
    [0, 1, 0.5],
    [1, 0, 0.5],
  ])
  expect(pairsOf(standing(-60, 40), standing(40, 90))).toEqual([
    [0, 1, 0.5],
    [1, 0, 0.5],
  ])
})
