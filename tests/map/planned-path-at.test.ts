import { expect, test } from 'vitest'
import { plannedLines, plannedPathAt } from '../../src/map/planned-path-at'
import type { Edit } from '../../src/model/scenario'
import type { LonLat } from '../../src/model/units'

const path = (...line: LonLat[]): Edit => ({ kind: 'add-path', line, from: null, to: null })

test('the path of a plan that is pressed is found among its edits, the nearest one', () => {
  const edits = [
    { kind: 'close-facility', facility: 'f' } as const,
    path([120, 30], [120.001, 30]),
    path([120, 30.0004], [120.001, 30.0004]),
  ]
  expect(plannedPathAt(edits, [120.0005, 30.0003], 0.0005)).toBe(2)
  expect(plannedPathAt(edits, [120.0005, 30.0001], 0.0005)).toBe(1)
  expect(plannedPathAt(edits, [120.0005, 30.01], 0.0005)).toBeNull()
})

test('paths of a plan, and ways through walls in common, are lines to join', () => {
  const [a, b]: LonLat[] = [
    [120, 30],
    [120.001, 30],
  ]
  const wall: Edit = {
    kind: 'open-shared-wall',
    communities: ['a', 'b'],
    at: [a, b],
    sides: ['public', 'public'],
    path: { line: [b, a], joins: ['s', 't'] },
  }
  const edits: Edit[] = [{ kind: 'remove-path', street: 's' }, path(a, b), wall, { ...wall, path: null }]
  expect(plannedLines(edits)).toEqual([
    [a, b],
    [b, a],
  ])
})
