import { expect, test } from 'vitest'
import type { Impossibility } from '../../src/model/proposal'
import { groupImpossibilities } from '../../src/views/plan/propose/group-impossibilities'

test('reasons that differ in their use alone are told together, the others apart and in order', () => {
  const meadow: Impossibility = { kind: 'blocked', use: 'FITNESS', rules: ['MATRIX'] }
  const nursery: Impossibility = { kind: 'blocked', use: 'NURSERY', rules: ['HR03', 'AREA'] }
  const kindergarten: Impossibility = { ...nursery, use: 'KINDERGARTEN' }
  const daycare: Impossibility = { kind: 'too-small', use: 'DAYCARE', least_m2: 350, available_m2: 180 }
  const market: Impossibility = { ...daycare, use: 'MARKET', least_m2: 750 }
  expect(groupImpossibilities([nursery, daycare, meadow, kindergarten, { kind: 'private' }, market])).toEqual(
    [[nursery, kindergarten], [daycare, market], [meadow], [{ kind: 'private' }]],
  )
  expect(groupImpossibilities([])).toEqual([])
})
