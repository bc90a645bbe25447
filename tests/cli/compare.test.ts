import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
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
  const open = { id: 'v', name: '开南门', edits: [{ kind: 'open-gate', gate: 'south', access: 'residents' }] }
  const wrong = { id: 'w', name: 'wrong', edits: [{ kind: 'open-gate', gate: 'x', access: 'public' }] }
  writeFileSync(at('town.lifecircle'), packProject(scene.project({ scenarios: [open, wrong] as never })))
})

interface Answer {
  readonly closed: readonly string[]
  readonly remaining: readonly string[]
  readonly new: readonly string[]
  readonly indicators: Readonly<Record<string, unknown>>
  readonly people: object
}

test('compare tells what a scenario changes against the base', async () => {
  const { code, out } = await lifecircle('compare', at('town.lifecircle'), 'base', '开南门', '--json')
  expect(code).toBe(0)
  const answer = JSON.parse(out) as Answer
  expect(answer.closed).toEqual(['gb50180-2018:MARKET:c'])
  expect(answer.new).toEqual([])
  expect(answer.people).toEqual({ gain: 100, lose: 0, both: 0 })
  expect(answer.indicators).toBeTypeOf('object')
})

test('compare as a table: people by class, and gaps', async () => {
  const { code, out, err } = await lifecircle('compare', at('town.lifecircle'), 'v', 'base')
  expect(code).toBe(0)
  expect(out).toContain('lose one: 100')
  expect(out).toMatch(/gaps: 0 closed, \d+ remaining, 1 new/)
  expect(out).toMatch(/MARKET +100 +0 +0 +100/)
  expect(err).toContain('judged by rule pack')
})

test('edits that cannot work are told, and names that are not there', async () => {
  const { err } = await lifecircle('compare', at('town.lifecircle'), 'base', 'wrong')
  expect(err).toContain('warning')
  const nothing = await lifecircle('compare', at('town.lifecircle'), 'base', 'nothing')
  expect(nothing).toMatchObject({ code: 1 })
  expect(nothing.err).toContain('there is no scenario "nothing"; the project has base, 开南门, wrong')
  expect(await lifecircle('compare', at('town.lifecircle'), 'base')).toMatchObject({ code: 2 })
})
