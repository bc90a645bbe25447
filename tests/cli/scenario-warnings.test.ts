import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { runCli } from '../../src/cli/run-cli'
import { packProject } from '../../src/engine/project/project-file'
import type { Scenario } from '../../src/model/scenario'
import { at as place } from '../scene/scene'
import { lockedGate } from '../scenes/compound-scenes'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

/** A nursery below ground, which the rules do not allow, and a gate that is not there. */
const nursery: Scenario = {
  id: 'v',
  name: '地下托儿所',
  edits: [
    { kind: 'open-gate', gate: 'south', access: 'residents' },
    { kind: 'convert-space', space: 'cellar', use: 'NURSERY', class: 'NURSERY' },
    { kind: 'open-gate', gate: 'gone', access: 'public' },
  ],
}

beforeAll(() => {
  const scene = lockedGate().space('cellar', [60, 60], {
    community: 'c',
    kind: 'underground',
    storey: -1,
    area_m2: 300,
    ownership: 'owners',
  })
  writeFileSync(at('town.lifecircle'), packProject(scene.project({ scenarios: [nursery] })))
})

const point = place(60, 60).join()
const ON_IT = ['--scenario', '地下托儿所']

const COMMANDS: readonly (readonly string[])[] = [
  ['assess', ...ON_IT],
  ['gaps', ...ON_IT],
  ['indicators', ...ON_IT],
  ['links', ...ON_IT],
  ['units', ...ON_IT],
  ['cost', ...ON_IT],
  ['propose', '--budget', '1000000', ...ON_IT],
  ['explain', '--class', 'MARKET', '--community', 'c', ...ON_IT],
  ['reach', '--from', point, '--metres', '300', ...ON_IT],
  ['walk', '--from', point, '--to', place(80, 60).join(), ...ON_IT],
  ['compare', 'base', '地下托儿所'],
]

test.each(COMMANDS)(
  '%s tells what a scenario may not do, and what it could not',
  async (command, ...rest) => {
    for (const form of [[], ['--json']]) {
      const { code, out, err } = await lifecircle(command, at('town.lifecircle'), ...rest, ...form)
      expect(code).toBe(0)
      expect(err).toContain(
        'warning: edit 2 makes space cellar NURSERY, which the rules of hosting do not allow',
      )
      expect(err).toContain('edit 3 (open-gate) was left out')
      expect(err.match(/do not allow/g)).toHaveLength(1)
      expect(out).not.toContain('warning:')
    }
  },
)

test('cost --json names the rules that forbid a use, with their sources', async () => {
  const { out } = await lifecircle('cost', at('town.lifecircle'), ...ON_IT, '--json')
  const { forbidden } = JSON.parse(out) as { forbidden: readonly object[] }
  expect(forbidden).toEqual([
    expect.objectContaining({
      edit: 2,
      space: 'cellar',
      use: 'NURSERY',
      rules: expect.arrayContaining([expect.objectContaining({ rule: 'HR01', status: 'V' })]),
    }),
  ])
})

test('the base has nothing to warn of', async () => {
  const { err } = await lifecircle('compare', at('town.lifecircle'), 'base', 'base')
  expect(err).not.toContain('warning')
})

test('a long command says how far it is where somebody watches, and takes the line away', async () => {
  let err = ''
  let out = ''
  const io = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    isInteractive: true,
  }
  expect(await runCli(['propose', at('town.lifecircle'), '--budget', '1000000', '--gain'], io)).toBe(0)
  expect(err).toMatch(/\rnetwork \d+ %/)
  expect(err).toContain('gain of sharing')
  // what stands at last is what was told, not how far it was
  expect(err.lastIndexOf('\r\u001b[K')).toBeGreaterThan(err.lastIndexOf('gain of sharing'))
  expect(out).not.toContain('\r')
})
