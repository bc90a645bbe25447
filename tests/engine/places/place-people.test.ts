import { expect, test } from 'vitest'

import { prepare } from '../../../src/engine/pipeline'
import { Scene } from '../../scene/scene'

test('a street whose junction lies on the edge of a community crosses the edge there once', async () => {
  // the street comes in over a junction on the edge, and goes out in the middle of a piece
  const scene = new Scene()
    .street('s', [
      [-100, 0],
      [0, 0],
      [200, 0],
    ])
    .street('t', [
      [-60, -80],
      [0, 0],
    ])
    .community(
      'c',
      [
        [0, -50],
        [100, -50],
        [100, 50],
        [0, 50],
      ],
      { residents: 90 },
    )
  const { people } = await prepare(scene.project(), null, {})
  // the street in, the street out, and the other one, which ends at the edge
  expect(people.points.map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3])
})

test('a gate drawn on a street outside, a few metres from where the street comes in, is one gate', async () => {
  // the gate is a vertex of the street 9 m before the wall
  const scene = new Scene()
    .street('s', [
      [-100, 0],
      [-9, 0],
      [50, 0],
    ])
    .community(
      'c',
      [
        [0, -50],
        [100, -50],
        [100, 50],
        [0, 50],
      ],
      { gated: true, residents: 90 },
    )
    .gate('g', [-9, 0], { access: 'public', community: 'c' })
  const { people } = await prepare(scene.project(), null, {})
  expect(people.points.map(({ share }) => share)).toEqual([1])
})
