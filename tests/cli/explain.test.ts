import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import type { Explanation } from '../../src/model/explanation'
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

test('explain says in words why a class is not served, and lists the walk', async () => {
  const { code, out } = await lifecircle(
    'explain',
    at('town.lifecircle'),
    '--community',
    'c',
    '--class',
    'MARKET',
  )
  expect(code).toBe(0)
  expect(out).toContain('not served, counted from house (limit 500 m, M: to be checked by a planner)')
  expect(out).toContain('missing: 910 m')
  expect(out).toContain('in between: compound c (closed gate: south)')
  expect(out).toContain('1. open gate south to its residents: walk 110 m, 97 s; 100 people newly served')
  expect(out).toMatch(/connector .*\n.*inside .*\n.*gate .*\n.*street /)
})

test('explain as JSON: the facts, whose legs add up', async () => {
  const { code, out } = await lifecircle(
    'explain',
    at('town.lifecircle'),
    '--building',
    'house',
    '--class',
    'MARKET',
    '--basis',
    'time',
    '--json',
  )
  expect(code).toBe(0)
  const { walk, verdict, people } = JSON.parse(out) as Explanation
  expect({ verdict, people }).toEqual({ verdict: 'unserved', people: 100 })
  expect(walk?.legs.reduce((sum, { ms }) => sum + ms, 0)).toBe(walk?.ms)
})

test('what explain cannot answer is told, and wrong usage too', async () => {
  const source = at('town.lifecircle')
  expect(await lifecircle('explain', source, '--class', 'MARKET')).toMatchObject({ code: 2 })
  const nobody = await lifecircle('explain', source, '--community', 'x', '--class', 'MARKET')
  expect(nobody).toMatchObject({ code: 1 })
  expect(nobody.err).toContain('there is no community x')
  const nothing = await lifecircle('explain', source, '--community', 'c', '--class', 'X')
  expect(nothing.err).toContain('the rule pack has no class X')
})
