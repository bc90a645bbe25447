import { describe, expect, test } from 'vitest'

import type { CommunityFacts } from '../../../src/engine/works/community-facts'
import { costOfWork } from '../../../src/engine/works/cost-of-work'
import { findConflicts, type PlannedEdit } from '../../../src/engine/works/find-conflicts'
import { needOfItem } from '../../../src/engine/works/need-of-item'
import { orderWorks } from '../../../src/engine/works/order-works'
import type { Building, Community, Gate } from '../../../src/model/layers'
import { COST_PACK } from '../../../src/model/cost-pack'
import { WORKS_PACK } from '../../../src/model/works-pack'
import type { WorkChoice, WorkItem, WorkState } from '../../../src/model/works'

function item(code: string): WorkItem {
  const found = WORKS_PACK.items.find((each) => each.code === code)
  if (found === undefined) throw new Error(`no item ${code}`)
  return found
}

function facts(
  community: Partial<Community> = {},
  dwellings: readonly Partial<Building>[] = [],
  more: Partial<CommunityFacts> = {},
): CommunityFacts {
  return {
    community: { id: 'c', ...community } as Community,
    dwellings: dwellings as Building[],
    gates: [],
    floor_area_m2: null,
    verdictOf: () => 'unknown',
    year: 2026,
    ...more,
  }
}

const need = (code: string, of: CommunityFacts) => {
  const { verdict, code: why } = needOfItem(item(code), of)
  return `${verdict} ${why}`
}

const lifts = (...buildings: Partial<Building>[]) => need('LIFTS', facts({}, buildings))

const parking = (parking_bays?: number) =>
  needOfItem(item('PARKING'), facts({ households: 205, parking_bays }))

const gates = (...free: (boolean | undefined)[]) =>
  need('BARRIER_FREE', facts({}, [], { gates: free.map((step_free) => ({ step_free }) as Gate) }))

const grounds = (verdicts: Record<string, 'served' | 'unserved'>) =>
  need('GROUNDS', facts({}, [], { verdictOf: (code) => verdicts[code] ?? 'unknown' }))

describe('what the data say of needs', () => {
  test('elevators: four storeys and more, none on record, not on record', () => {
    expect(lifts({ storeys: 4, lift: false }, { storeys: 6 })).toBe('needed lift-missing')
    expect(lifts({ storeys: 3, lift: false }, { storeys: 4 })).toBe('unknown lift-not-recorded')
    expect(lifts({ storeys: 3 })).toBe('not-needed lift-no-tall')
    expect(lifts({ storeys: 11, lift: true }, { storeys: 3 })).toBe('not-needed lift-there')
    expect(lifts({ storeys: 3 }, {})).toBe('unknown storeys-not-recorded')
    // 12 m are four storeys
    expect(lifts({ height_m: 12, lift: false })).toBe('needed lift-missing')
    expect(lifts()).toBe('unknown storeys-not-recorded')
  })

  test('parking: 0.6 bays for each household, to the bay', () => {
    expect(parking(123).verdict).toBe('not-needed')
    expect(parking(122)).toMatchObject({ verdict: 'needed', facts: { short: 1 } })
    expect(parking().verdict).toBe('unknown')
  })

  test('gates without steps do not say that nothing is needed', () => {
    expect(gates(true, false)).toBe('needed steps-at-gates')
    expect(gates(true, true)).toBe('unknown gates-step-free')
    expect(gates(true, undefined)).toBe('unknown gates-not-recorded')
    expect(gates()).toBe('unknown gates-not-recorded')
  })

  test('management, renovation, and what only a survey tells', () => {
    expect(need('PROPERTY', facts({ management: 'none' }))).toBe('needed management-weak')
    expect(need('PROPERTY', facts({ management: 'professional' }))).toBe('not-needed management-professional')
    expect(need('PROPERTY', facts())).toBe('unknown management-not-recorded')
    expect(need('WHOLE', facts({ last_renovated_year: 2021 }))).toBe('not-needed renovated-recently')
    expect(need('WHOLE', facts({ last_renovated_year: 2020 }))).toBe('needed not-renovated')
    expect(need('WHOLE', facts())).toBe('unknown renovation-not-recorded')
    expect(need('DRAINAGE', facts())).toBe('unknown survey')
  })

  test('services: one class not served is enough, all have to be known to be served', () => {
    expect(grounds({ FIT_OUTDOOR: 'served', PLAY_ELDER: 'unserved' })).toBe('needed class-unserved')
    expect(grounds({ FIT_OUTDOOR: 'served', PLAY_ELDER: 'served' })).toBe('not-needed class-served')
    expect(grounds({ FIT_OUTDOOR: 'served' })).toBe('unknown class-unknown')
  })
})

const cost = (code: string, choice: Partial<WorkChoice> = {}, around = {}) =>
  costOfWork(
    item(code),
    { item: code, choice: 'chosen', ...choice },
    { chosen: new Set([code]), edits: [], floor_area_m2: null, costs: COST_PACK, ...around },
  )

describe('what a chosen item costs', () => {
  test('price × amount; without an amount it is unknown, never zero', () => {
    expect(cost('LIFTS', { amount: 3 })).toMatchObject({ kind: 'priced', cost: { default_yuan: 1_500_000 } })
    expect(cost('LIFTS')).toEqual({ kind: 'unknown' })
    expect(cost('LIFTS', { amount: 3, cost_yuan: 7 })).toMatchObject({
      cost: { default_yuan: 7, item: null },
    })
  })

  test('the whole by floor area, and what it holds is not paid twice', () => {
    const around = { chosen: new Set(['WHOLE', 'DRAINAGE']), floor_area_m2: 1000 }
    expect(cost('WHOLE', {}, around)).toMatchObject({ cost: { low_yuan: 250_000, default_yuan: 400_000 } })
    expect(cost('DRAINAGE', {}, around)).toEqual({ kind: 'included', by: 'WHOLE' })
    expect(cost('DRAINAGE')).toEqual({ kind: 'unknown' })
    expect(cost('WHOLE')).toEqual({ kind: 'unknown' })
  })

  test('what the scenario does already is paid there, unless more is entered; agreements cost nothing', () => {
    expect(cost('ELDER_CARE', {}, { edits: [2] })).toEqual({ kind: 'edits', edits: [2] })
    expect(cost('ELDER_CARE', { amount: 10 }, { edits: [2] })).toMatchObject({ kind: 'priced' })
    expect(cost('COVENANTS')).toEqual({ kind: 'free' })
  })
})

const states = (chosen: readonly string[], needless: readonly string[] = []): WorkState[] =>
  WORKS_PACK.items.map(({ code }) => ({
    item: code,
    need: { verdict: needless.includes(code) ? 'not-needed' : 'unknown', code: 'survey', facts: {} },
    choice: chosen.includes(code) ? 'chosen' : null,
    edits: [],
    cost: null,
  }))

describe('the order of works', () => {
  test('drains before pipes before pits before what covers them, whatever the order of choice', () => {
    const { phases, digging } = orderWorks(
      WORKS_PACK,
      states(['PROPERTY', 'ROADS', 'LIFTS', 'GAS', 'DRAINAGE']),
    )
    expect(phases.map(({ items }) => items.join())).toEqual(['DRAINAGE', 'GAS', 'LIFTS', 'ROADS', 'PROPERTY'])
    expect(digging).toEqual(['DRAINAGE', 'GAS', 'LIFTS'])
  })

  test('a new road tells which pipes would open it again', () => {
    const digs = WORKS_PACK.items.flatMap(({ code, digs: opens }) => (opens === true ? [code] : []))
    const { later } = orderWorks(WORKS_PACK, states(['ROADS', 'DRAINAGE'], ['GAS']))
    expect(later).toEqual(digs.filter((code) => code !== 'DRAINAGE' && code !== 'GAS'))
    expect(orderWorks(WORKS_PACK, states(['DRAINAGE'])).later).toEqual([])
  })
})

const planned = (changes: Partial<PlannedEdit>): PlannedEdit => ({
  index: 0,
  kind: 'convert-space',
  communities: ['c'],
  use: null,
  findings: [],
  traits: { 'in-housing': false, 'below-ground': false, 'in-green': false },
  ...changes,
})

const conflictsOf = (edits: readonly PlannedEdit[], items: readonly string[] = []) =>
  findConflicts(WORKS_PACK.conflicts, edits, [{ community: 'c', items }]).map(
    ({ rule, level, community }) => `${rule} ${level} ${community}`,
  )

describe('what does not go together', () => {
  test('a fire lane under a parking bay: bays of the plan and of the package', () => {
    expect(conflictsOf([], ['PARKING'])).toEqual(['WC01 check c'])
    expect(conflictsOf([planned({ use: 'SURFACE_PARKING', communities: [] })])).toEqual([])
    expect(conflictsOf([planned({ use: 'SURFACE_PARKING' })])).toEqual(['WC01 check c'])
  })

  test('a kitchen under flats, gas in housing and below ground', () => {
    const fumes = { rule: 'HR10', level: 'block', code: 'fumes-in-housing', facts: {} } as const
    const kitchen = planned({
      use: 'CANTEEN',
      findings: [fumes],
      traits: { 'in-housing': true, 'below-ground': false, 'in-green': false },
    })
    expect(conflictsOf([kitchen])).toEqual(['WC02 block c', 'WC03 check c'])
    const cellar = planned({
      use: 'CANTEEN',
      traits: { 'in-housing': null, 'below-ground': true, 'in-green': false },
    })
    expect(conflictsOf([cellar])).toEqual(['WC03 unknown c', 'WC04 block c'])
  })

  test('childcare in a basement, and a fact that is missing is no conflict yet', () => {
    const below = { rule: 'HR01', level: 'block', code: 'below-ground', facts: {} } as const
    const missing = { rule: 'HR01', level: 'unknown', code: 'fact-missing', facts: {} } as const
    expect(conflictsOf([planned({ use: 'NURSERY', findings: [missing, below] })])).toEqual(['WC05 block c'])
    expect(conflictsOf([planned({ use: 'NURSERY', findings: [missing] })])).toEqual(['WC05 unknown c'])
    const info = { rule: 'HR01', level: 'info', code: 'outdoor-allows', facts: {} } as const
    expect(conflictsOf([planned({ use: 'NURSERY', findings: [info] })])).toEqual([])
  })

  test('elevators meet bays and pipes of the same community only', () => {
    expect(conflictsOf([], ['LIFTS', 'PARKING', 'GAS'])).toEqual([
      'WC01 check c',
      'WC10 condition c',
      'WC11 check c',
      'WC12 condition c',
    ])
    const apart = findConflicts(
      WORKS_PACK.conflicts.filter(({ id }) => id === 'WC12'),
      [],
      [
        { community: 'a', items: ['LIFTS'] },
        { community: 'b', items: ['GAS'] },
      ],
    )
    expect(apart).toEqual([])
  })

  test('a new gate asks for guarding, in every community it opens', () => {
    expect(conflictsOf([planned({ kind: 'open-wall', index: 3 })])).toEqual(['WC13 condition c'])
  })
})
