import { expect, test } from 'vitest'
import { listOutcomes } from '../../../src/engine/package/list-outcomes'
import { applyScenario } from '../../../src/engine/scenario/apply-scenario'
import type { Edit } from '../../../src/model/scenario'
import { at, Scene } from '../../scene/scene'

type XY = readonly [number, number]

/*
 *  a street on y = 0; north of it a compound with a gate at (0, 20), a house on (100..120, 30..50), a canal on y = 60
 */
function town() {
  return new Scene()
    .street('main', [
      [-400, 0],
      [400, 0],
    ])
    .community(
      'yard',
      [
        [-100, 20],
        [80, 20],
        [80, 55],
        [-100, 55],
      ],
      { gated: true },
    )
    .gate('gate', [0, 20], { community: 'yard', access: 'residents' })
    .gate('locked', [-60, 20], { community: 'yard', access: 'closed' })
    .building('house', [
      [100, 30],
      [120, 30],
      [120, 50],
      [100, 50],
    ])
    .barrier('canal', 'water', [
      [-400, 60],
      [400, 60],
    ])
    .project()
}

const path = (...line: readonly XY[]): Edit => ({
  kind: 'add-path',
  line: line.map(([x, y]) => at(x, y)),
  from: null,
  to: null,
})

/** What is said of the last of some edits. */
function cautionsOf(...edits: readonly Edit[]) {
  const project = town()
  const scenario = { id: 's', name: 's', edits }
  const { planned, issues } = applyScenario(project, scenario)
  return listOutcomes(project, planned, scenario, issues).at(-1)?.cautions
}

test('a path is told through which houses, barriers and walls it goes', () => {
  expect(cautionsOf(path([110, 0], [110, 70]))).toEqual([
    { about: 'buildings', count: 1 },
    { about: 'barrier', kind: 'water' },
  ])
  expect(cautionsOf(path([40, 0], [40, 40]))).toEqual([{ about: 'wall', communities: ['yard'] }])
  expect(cautionsOf(path([200, 0], [200, 50]))).toBe(undefined)
})

test('a path that leads to a house, or in by a gate that somebody passes, is told nothing', () => {
  expect(cautionsOf(path([110, 0], [110, 30]))).toBe(undefined)
  expect(cautionsOf(path([3, 0], [3, 40]))).toBe(undefined)
})

test('a locked gate lets nobody on; one that the plan opens does, and so does a new opening', () => {
  const way = path([-60, 0], [-60, 40])
  expect(cautionsOf(way)).toEqual([{ about: 'wall', communities: ['yard'] }])
  expect(cautionsOf({ kind: 'open-gate', gate: 'locked', access: 'public' }, way)).toBe(undefined)
  const hole: Edit = { kind: 'open-wall', community: 'yard', at: at(40, 20), access: 'public' }
  expect(cautionsOf(hole, path([40, 0], [40, 40]))).toBe(undefined)
})

test('a path that cannot be laid is told that alone', () => {
  expect(cautionsOf(path([110, 0], [110, 0]))).toBe(undefined)
})
