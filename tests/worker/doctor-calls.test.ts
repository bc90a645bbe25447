import { afterAll, beforeAll, expect, test } from 'vitest'
import pack from '../../data/rules/gb50180-2018.json'
import { unpackProject } from '../../src/engine/project/project-file'
import type { AnalysisSettings } from '../../src/model/analysis'
import { addCorrection } from '../../src/model/correction'
import type { RulePack } from '../../src/model/rule-pack'
import { demoFiles, demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const settings: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: pack as unknown as RulePack,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}

const { client, close } = overAChannel()
beforeAll(async () => {
  await client.call('open', { files: demoFiles() })
})
afterAll(close)

test('a repair is measured, made, saved and undone, and the analysis follows', async () => {
  const before = await client.call('analyse', settings)
  const { findings } = await client.call('checkUp', {})
  const missed = findings.find(({ kind }) => kind === 'near-miss')!
  const [{ change }] = missed.repairs

  const effect = await client.call('effect', { change, settings })
  expect(effect.classes.length).toBeGreaterThan(0)

  const corrections = addCorrection([], missed.id, change)
  const { changed } = await client.call('setCorrections', { corrections })
  // the streets alone are drawn differently, and what lies near them may be called by them; nothing else is sent again
  expect(Object.keys(changed)).toEqual(['base', 'landmarks'])
  expect(Object.keys(changed.base)).toEqual(['streets'])

  const after = await client.call('analyse', settings)
  for (const { code, after: total } of effect.classes)
    expect(after.assessment.totals.find((each) => each.code === code)).toEqual(total)
  expect((await client.call('checkUp', {})).findings.map(({ id }) => id)).not.toContain(missed.id)

  const saved = unpackProject(await client.call('save', {})).project
  expect(saved.corrections).toEqual(corrections)
  expect(saved.layers.streets).toEqual(demoProject().layers.streets)

  await client.call('setCorrections', { corrections: [] })
  expect(await client.call('analyse', settings)).toEqual(before)
})

test('ignoring a finding hides it and changes no number', async () => {
  const before = await client.call('analyse', settings)
  const [finding] = (await client.call('checkUp', {})).findings
  const corrections = addCorrection([], finding.id, { kind: 'ignore' })
  const { changed } = await client.call('setCorrections', { corrections })
  expect(changed).toEqual({ base: {} })
  const checkUp = await client.call('checkUp', {})
  expect(checkUp.findings.map(({ id }) => id)).not.toContain(finding.id)
  expect(checkUp.ignored.map(({ id }) => id)).toEqual([finding.id])
  expect(await client.call('analyse', settings)).toEqual(before)
})
