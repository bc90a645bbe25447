import { expect, test } from 'vitest'

import { lifecircle } from './run-in-process'

const NOWHERE = '/nowhere/district.lifecircle'

/** Wrong whatever the project is. */
const WRONG: readonly (readonly string[])[] = [
  ['gaps', NOWHERE, '--min-people', 'many'],
  ['gaps', NOWHERE, '--tier', '7'],
  ['assess', NOWHERE, '--tile', '1,2,3'],
  ['assess', NOWHERE, '--tiles', 'x'],
  ['cost', NOWHERE, '--scenario', 'a', '--year', 'soon'],
  ['cost', NOWHERE],
  ['links', NOWHERE, '--measure', 'x'],
  ['units', NOWHERE, '--time-limit', 'x'],
  ['propose', NOWHERE, '--budget', '1', '--least-area', 'small'],
  ['propose', NOWHERE, '--budget', '1', '--unit', 'a', '--communities', 'b'],
  ['propose', NOWHERE, '--budget', '1', '--classes', 'GYM', '--first'],
  ['site', '/nowhere/costs.csv', '--model', 'mclp', '--p', '2'],
  ['site', '/nowhere/costs.csv', '--model', 'p-median', '--p', '2', '--time-limit', 'x'],
]

test.each(WRONG)('%s %s %s %s %s %s: wrong usage is told before anything is read', async (...argv) => {
  const { code, out, err } = await lifecircle(...argv.filter(Boolean))
  expect(err).not.toContain('no such file')
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

test.each(['assess', 'gaps', 'indicators', 'links', 'units', 'check'])(
  '%s tells a rule pack that is not there before it reads the project',
  async (command) => {
    const { code, out, err } = await lifecircle(command, NOWHERE, '--rules', 'gb50180-2018,mine.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('mine.json is no file and no shipped rule pack')
  },
)
