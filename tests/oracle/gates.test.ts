import { expect, test } from 'vitest'

import { at, Scene } from '../scene/scene'
import { walkMetres } from '../scenes/analyse-scene'
import { twoHalves } from '../scenes/compound-scenes'
import { meetStreets } from './slow-places'
import { SlowSearch } from './slow-search'
import { buildTown } from './slow-town'
import type { Project } from '../../src/model/project'

/*
 * Hand-worked walks past gates: both the engine and the slow walk must find them.
 */

function slowMetres(
  project: Project,
  from: readonly [number, number],
  to: readonly [number, number],
): number | null {
  const town = buildTown(project)
  const search = new SlowSearch(town, { profile: 'adult', basis: 'distance' })
  const [start, end] = [from, to].map((point) => meetStreets(town, at(...point)).feet)
  if (start.length === 0 || end.length === 0) return null
  search.run(start, [start[0].zone, end[0].zone], Infinity)
  const metres = Math.min(...end.map((foot) => search.costTo(foot, start)?.cost ?? Infinity))
  return metres === Infinity ? null : metres
}

test('a guest, like a resident, goes in and out by any open gate of the compound the walk ends in', async () => {
  for (const yardGate of ['public', 'residents'] as const) {
    const project = twoHalves(yardGate).project()
    // 100 along the street, 100 up to the yard gate, 50 and 200 and 50 by the yard into the eastern half
    expect(slowMetres(project, [-100, -100], [200, 0])).toBeCloseTo(600, 0)
    expect(await walkMetres(project, [-100, -100], [200, 0])).toBeCloseTo(600, 0)
  }
})

test('a resident comes home and leaves again by any open gate', async () => {
  const project = twoHalves('residents').project()
  expect(slowMetres(project, [200, 0], [-100, -100])).toBeCloseTo(600, 0)
  expect(await walkMetres(project, [200, 0], [-100, -100])).toBeCloseTo(600, 0)
})

test('a place beside a gate goes to the way through the gate, not to a street farther off', async () => {
  const project = new Scene()
    .street('s', [
      [-500, 0],
      [0, 0],
      [1000, 0],
    ])
    .street('inner', [
      [10, 70],
      [90, 70],
    ])
    .community(
      'c',
      [
        [0, 20],
        [100, 20],
        [100, 180],
        [0, 180],
      ],
      { gated: true },
    )
    .gate('g', [50, 20], { access: 'public', community: 'c' })
    .project()
  // 2 m to the way from the inner street to the gate, 10 down it, 20 to the street outside
  expect(slowMetres(project, [48, 30], [50, 0])).toBeCloseTo(32, 0)
  expect(await walkMetres(project, [48, 30], [50, 0])).toBeCloseTo(32, 0)
})

test('a place more than 150 m from the inner streets of its compound is not connected', async () => {
  const project = new Scene()
    .street('s', [
      [500, -600],
      [500, 0],
      [500, 600],
    ])
    .street('inner', [
      [500, 0],
      [380, 0],
    ])
    .community(
      'c',
      [
        [0, -100],
        [400, -100],
        [400, 100],
        [0, 100],
      ],
      { gated: true },
    )
    .gate('g', [400, 0], { access: 'public', community: 'c' })
    .project()
  expect(slowMetres(project, [300, 0], [500, 0])).toBeCloseTo(200, 0)
  expect(await walkMetres(project, [300, 0], [500, 0])).toBeCloseTo(200, 0)
  expect(slowMetres(project, [200, 0], [500, 0])).toBeNull()
  expect(await walkMetres(project, [200, 0], [500, 0])).toBeNull()
})
