import { afterAll, beforeAll, expect, test } from 'vitest'

import { mergeUnits, renameUnit } from '../../src/model/renovation-unit'
import { evidenceOf, reportUnits, unitsOf } from '../../src/engine/plan-pipeline'
import { judge, measure, prepare } from '../../src/engine/pipeline'
import { DISTANCE } from '../scenes/analyse-scene'
import { demoFiles, demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const { client, close } = overAChannel()
beforeAll(async () => {
  await client.call('open', { files: demoFiles() })
})
afterAll(close)

test('units renamed or merged are added up anew from what is known, and nobody is measured again', async () => {
  const stages = new Set<string>()
  const asking = { onProgress: (stage: string) => stages.add(stage) }
  const { proposed, reports } = await client.call('units', { settings: DISTANCE, units: null }, asking)
  expect(stages.size).toBeGreaterThan(0)
  stages.clear()
  const [first, second] = proposed.units
  const own = renameUnit(mergeUnits(proposed.units, [first.id, second.id]), first.id, '北片')
  await client.call('setUnits', { units: own })
  const again = await client.call('units', { settings: DISTANCE, units: own }, asking)
  expect([...stages]).toEqual([])
  expect(again.proposed).toEqual(proposed)
  expect(again.reports).toHaveLength(reports.length - 1)
  const measured = await measure(await prepare(demoProject(), null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  expect(again.proposed).toEqual(unitsOf(measured, assessment))
  expect(again.reports).toEqual(reportUnits(own, await evidenceOf(measured, assessment, {})))
})
