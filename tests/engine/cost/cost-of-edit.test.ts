import { expect, test } from 'vitest'

import costsJson from '../../../data/rules/costs.json'
import hostingJson from '../../../data/rules/hosting.json'
import { costOfEdit } from '../../../src/engine/cost/cost-of-edit'
import type { CostPack } from '../../../src/model/cost'
import type { HostingPack } from '../../../src/model/hosting'
import type { Edit } from '../../../src/model/scenario'
import { at, Scene } from '../../scene/scene'

const COSTS = costsJson as unknown as CostPack
const HOSTING = hostingJson as unknown as HostingPack

const { layers } = new Scene()
  .space('room', [0, 0], { kind: 'idle_room', storey: 1, area_m2: 400 })
  .space('plot', [0, 0], { kind: 'vacant_land', area_m2: 510 })
  .space('cellar', [0, 0], { kind: 'underground', storey: -1 })
  .project()

const cost = (edit: Edit) => costOfEdit(edit, layers, HOSTING, COSTS)
const convert = (space: string, use: string, more = {}): Edit => ({
  kind: 'convert-space',
  space,
  use,
  class: 'X',
  ...more,
})

test('every use has a price in the pack, every price an item', () => {
  expect(Object.keys(COSTS.uses).sort()).toEqual(HOSTING.uses.map(({ code }) => code).sort())
  const codes = new Set(COSTS.items.map(({ code }) => code))
  for (const { room, land } of Object.values(COSTS.uses))
    expect(codes.has(room) && codes.has(land)).toBe(true)
  for (const { low_yuan, default_yuan, high_yuan } of COSTS.items)
    expect(low_yuan < default_yuan && default_yuan < high_yuan).toBe(true)
})

test('a conversion costs its area by the item of the use', () => {
  // 400 m² × 3000, 1800 to 4500
  expect(cost(convert('room', 'ELDER_DAYCARE'))).toEqual({
    low_yuan: 720_000,
    default_yuan: 1_200_000,
    high_yuan: 1_800_000,
    item: 'C03',
    amount: 400,
    unit: 'm2',
  })
  expect(cost(convert('room', 'GYM', { area_m2: 100 }))?.default_yuan).toBe(200_000)
  // new on open land
  expect(cost(convert('plot', 'ELDER_DAYCARE'))?.item).toBe('C07')
})

test('parking costs by the bay: 510 m² are 20 bays of 25 m²', () => {
  expect(cost(convert('plot', 'SURFACE_PARKING'))).toMatchObject({ amount: 20, default_yuan: 200_000 })
  expect(cost(convert('plot', 'SURFACE_PARKING', { capacity: 12 }))?.amount).toBe(12)
})

test('an unknown area is an unknown cost, never zero; the user’s figure stands', () => {
  expect(cost(convert('cellar', 'GYM'))).toBe(null)
  expect(cost(convert('cellar', 'GYM', { cost_yuan: 5 }))).toMatchObject({ default_yuan: 5, item: null })
  expect(cost({ kind: 'add-facility', name: 'a', class: 'GYM', at: at(0, 0) })).toBe(null)
  expect(cost({ kind: 'close-gate', gate: 'g' })?.high_yuan).toBe(0)
})

test('a gate costs one item, a path its length two metres wide', () => {
  expect(cost({ kind: 'open-wall', community: 'c', at: at(0, 0), access: 'public' })?.default_yuan).toBe(
    80_000,
  )
  const path = cost({ kind: 'add-path', line: [at(0, 0), at(0, 100)], from: null, to: null })
  expect(path?.default_yuan).toBeCloseTo(100 * 2 * 280, -2)
})
