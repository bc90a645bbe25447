import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'

import { packProject, unpackProject } from '../../src/engine/project/project-file'
import { Scene } from '../scene/scene'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

/** 100 people beside a street whose end stops 1.5 m short of the one with the market. */
const project = new Scene()
  .street('main', [
    [-1000, 0],
    [1000, 0],
  ])
  .street('side', [
    [200, -1.5],
    [200, -1300],
  ])
  .community(
    'c',
    [
      [210, -300],
      [290, -300],
      [290, -220],
      [210, -220],
    ],
    { residents: 100 },
  )
  .facility('f', 'MARKET', [250, 5])
  .project()
writeFileSync(at('p.lifecircle'), packProject(project))

interface Answer {
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly {
    readonly id: string
    readonly effect?: { readonly profile: string; readonly classes: Readonly<Record<string, object>> }
  }[]
  readonly corrections: readonly object[]
  readonly repaired?: { readonly made: number; readonly left: object }
}

const answerOf = (text: string): Answer => JSON.parse(text) as Answer

test('check tells findings by kind, and what a repair does to people served', async () => {
  const { code, out } = await lifecircle('check', at('p.lifecircle'), '--json', '--effects')
  expect(code).toBe(0)
  const answer = answerOf(out)
  expect(answer.counts).toEqual({ island: 1, 'near-miss': 1 })
  const missed = answer.findings.find(({ id }) => id === 'near-miss:main|side.0')
  expect(missed?.effect?.profile).toBe('adult')
  expect(missed?.effect?.classes['MARKET']).toMatchObject({
    people_served_before: 0,
    people_served_after: 100,
  })
  const readable = await lifecircle('check', at('p.lifecircle'), '--effects')
  expect(readable.out).toContain('MARKET: people served 0 -> 100')
  expect(readable.out).toContain('effects: adult, distance basis, gates at any time of day, rule pack')
})

test('check --repair writes the project with corrections and leaves the recorded layers as they were', async () => {
  const asked = ['check', at('p.lifecircle'), '--repair', 'near-miss', '-o', at('q.lifecircle'), '--json']
  const { code, out } = await lifecircle(...asked)
  expect(code).toBe(0)
  expect(answerOf(out).repaired).toMatchObject({ made: 1, left: {} })
  const written = unpackProject(new Uint8Array(readFileSync(at('q.lifecircle')))).project
  expect(written.layers).toEqual(project.layers)
  expect(written.corrections).toMatchObject([{ kind: 'add-link', finding: 'near-miss:main|side.0' }])
  expect(answerOf((await lifecircle('check', at('q.lifecircle'), '--json')).out).counts).toEqual({})

  const exported = async (...words: string[]): Promise<unknown[]> => {
    await lifecircle(
      'export',
      at('q.lifecircle'),
      '--layer',
      'streets',
      '--format',
      'geojson',
      '-o',
      at('s.geojson'),
      ...words,
    )
    return (JSON.parse(readFileSync(at('s.geojson'), 'utf8')) as { features: unknown[] }).features
  }
  expect(await exported()).toHaveLength(3)
  expect(await exported('--as-recorded')).toHaveLength(2)
})

test('check refuses what makes no sense, and a repair of nothing writes nothing', async () => {
  expect((await lifecircle('check', at('p.lifecircle'), '--repair', 'all')).code).toBe(2)
  expect((await lifecircle('check', at('p.lifecircle'), '-o', at('r.lifecircle'))).code).toBe(2)
  expect(
    (await lifecircle('check', at('p.lifecircle'), '--repair', 'gaps', '-o', at('r.lifecircle'))).code,
  ).toBe(2)
  const nothing = await lifecircle(
    'check',
    at('p.lifecircle'),
    '--repair',
    'no-gates',
    '-o',
    at('r.lifecircle'),
  )
  expect(nothing).toMatchObject({ code: 1, out: '' })
  expect(nothing.err).toMatch(/nothing was written/)
})
