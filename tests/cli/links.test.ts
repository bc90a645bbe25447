import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import type { LinkCandidate } from '../../src/model/links'
import { lockedGate } from '../scenes/compound-scenes'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

beforeAll(() => {
  const scene = lockedGate().building(
    'house',
    [
      [59, 99],
      [61, 99],
      [61, 101],
      [59, 101],
    ],
    { community: 'c', residents: 100 },
  )
  writeFileSync(at('town.lifecircle'), packProject(scene.project()))
})

test('links as a table: the locked gate first, measured', async () => {
  const { code, out, err } = await lifecircle('links', at('town.lifecircle'))
  expect(code).toBe(0)
  expect(out).toMatch(/gate +1236\.1 +100 +1500 +0 +yes +c south/)
  expect(err).toContain('judged by rule pack')
})

test('links as JSON, of one kind and one community', async () => {
  const { out } = await lifecircle(
    'links',
    at('town.lifecircle'),
    '--kind',
    'gate,wall',
    '--community',
    'c',
    '--measure',
    '1',
    '--json',
  )
  const { candidates, priced } = JSON.parse(out) as {
    candidates: (LinkCandidate & { measured: boolean })[]
    priced: object
  }
  expect(candidates[0]).toMatchObject({ id: 'gate:south', measured: true, detour_before_m: 1500 })
  expect(priced).toMatchObject({ gate: 1, path: 0 })
})

test('links by people newly served', async () => {
  const { out } = await lifecircle('links', at('town.lifecircle'), '--by', 'people', '--json')
  const { candidates } = JSON.parse(out) as { candidates: LinkCandidate[] }
  const people = candidates.map(({ effect }) => effect.people)
  expect(people).toEqual(people.toSorted((a, b) => b - a))
  expect(people[0]).toBeGreaterThan(0)
})

test('what links cannot look for is told', async () => {
  const source = at('town.lifecircle')
  const order = await lifecircle('links', source, '--by', 'money')
  expect(order).toMatchObject({ code: 2 })
  expect(order.err).toContain('walks, people')
  const kind = await lifecircle('links', source, '--kind', 'bridge')
  expect(kind).toMatchObject({ code: 2 })
  expect(kind.err).toContain('gate, through, wall, shared, path')
  const nobody = await lifecircle('links', source, '--community', 'x')
  expect(nobody).toMatchObject({ code: 1 })
  expect(nobody.err).toContain('there is no community x')
})
