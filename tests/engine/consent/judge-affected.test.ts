import { expect, test } from 'vitest'

import { areAllAgreed, judgeAffected } from '../../../src/engine/consent/judge-affected'
import { Scene } from '../../scene/scene'

const block = [
  [0, 0],
  [40, 0],
  [40, 12],
  [0, 12],
] as const
const { layers } = new Scene()
  .building('block', block, { use: 'residential', households: 24 })
  .building(
    'office',
    [
      [100, 0],
      [140, 0],
      [140, 12],
      [100, 12],
    ],
    { use: 'office', households: 5 },
  )
  .space('flat', [10, 6])
  .space('desk', [110, 6])
  .project()
const [flat, desk] = layers.spaces
const judge = (entered?: { owners?: number; agreed?: number }, space = flat) =>
  judgeAffected(space, layers.buildings, entered && { space: space.id, use: 'STORE', ...entered })

test('the other households of the building stand in for its owners, until somebody counts them', () => {
  expect(judge()).toEqual({
    owners: { value: 23, basis: 'building-households' },
    state: 'not-entered',
    missing: 23,
  })
  expect(judge({ owners: 21 })).toMatchObject({
    owners: { value: 21, basis: 'entered' },
    state: 'incomplete',
    missing: 21,
  })
  // nobody lives in an office: unknown, not none
  expect(judge({ agreed: 3 }, desk)).toEqual({
    owners: { value: null, basis: null },
    state: 'incomplete',
    missing: null,
  })
})

test('one who does not agree stops it; more than there are cannot be; nobody else to ask is agreed', () => {
  const states = [
    { owners: 21, agreed: 20 },
    { owners: 21, agreed: 21 },
    { owners: 21, agreed: 22 },
    { owners: 0 },
  ].map((entered) => judge(entered))
  expect(states.map(({ state, missing }) => [state, missing])).toEqual([
    ['failed', 1],
    ['carried', 0],
    ['impossible', null],
    ['carried', 0],
  ])
  expect(states.map(areAllAgreed)).toEqual([false, true, null, true])
})
