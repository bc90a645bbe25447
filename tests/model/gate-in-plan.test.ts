import { expect, test } from 'vitest'
import { accessInPlan } from '../../src/model/gate-in-plan'
import type { Gate } from '../../src/model/layers'

const point: Gate['geometry'] = { type: 'Point', coordinates: [120, 30] }
const surveyed: Gate = { id: 'g', community: 'c', access: 'closed', geometry: point }

test('a gate lets pass whom the last edit says, while its record is still that of the step before', () => {
  const open = { kind: 'open-gate', gate: 'g', access: 'residents' } as const
  expect(accessInPlan(surveyed, surveyed, [open])).toBe('residents')
  expect(accessInPlan(surveyed, surveyed, [open, { ...open, access: 'public' }])).toBe('public')
  const planned: Gate = { ...surveyed, access: 'public' }
  expect(accessInPlan(planned, surveyed, [{ kind: 'close-gate', gate: 'g' }])).toBe('closed')
})

test('with its edit taken back it is as it was surveyed, and one that an edit adds is as its record says', () => {
  const planned: Gate = { ...surveyed, access: 'public' }
  expect(accessInPlan(planned, surveyed, [{ kind: 'close-gate', gate: 'another' }])).toBe('closed')
  expect(accessInPlan(planned, undefined, [])).toBe('public')
})
