import { expect, test } from 'vitest'

import { labelScenario } from '../../src/model/label-scenario'

test('scenarios of one name are told apart, others go by their own', () => {
  const scenarios = ['比选', '方案', '比选'].map((name, i) => ({ id: `v${i}`, name, edits: [] }))
  expect(scenarios.map((each) => labelScenario(each, scenarios))).toEqual(['比选 #1', '方案', '比选 #2'])
})
