import { expect, test } from 'vitest'

import { findScenario } from '../../../src/engine/scenario/find-scenario'
import { Scene } from '../../scene/scene'

test('a scenario is found by its id, though an earlier one is called by that id', () => {
  const scenarios = [
    { id: 'v1', name: 'v2', edits: [] },
    { id: 'v2', name: '方案', edits: [] },
  ]
  const project = { ...new Scene().project(), scenarios }
  expect(findScenario(project, 'v2')?.id).toBe('v2')
  expect(findScenario(project, '方案')?.id).toBe('v2')
  expect(findScenario(project, 'v3')).toBeNull()
  expect(findScenario(project, null)).toBeNull()
})
