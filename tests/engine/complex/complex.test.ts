import { describe, expect, test } from 'vitest'

import embedded from '../../../data/rules/embedded.json'
import { COMPLEX_LEAST } from '../../../src/engine/complex/judge-complex'
import { complexesOf } from '../../../src/engine/list-complexes'
import { HOSTING_PACK } from '../../../src/model/hosting-pack'
import { COMPLEX_RULES, type ComplexFinding, SERVICES } from '../../../src/model/service-complex'
import type { Edit } from '../../../src/model/scenario'
import { Scene } from '../../scene/scene'

/** A rectangle of 20 × 10 m. */
const outline = (x: number, y: number): [number, number][] => [
  [x, y],
  [x + 20, y],
  [x + 20, y + 10],
  [x, y + 10],
]

const room = { kind: 'idle_room', storey: 1, community: '甲' } as const

/** A large room, and beside it others: one that touches, one 2 m off, and one that touches but lies in 乙. */
const site = new Scene()
  .street('s', [
    [-100, -50],
    [200, -50],
  ])
  .space('hall', outline(0, 0), { ...room, area_m2: 1000 })
  .space('touching', outline(20, 0), { ...room, area_m2: 300 })
  .space('near', outline(-22, 0), { ...room, area_m2: 300 })
  .space('next', outline(0, 10), { ...room, area_m2: 300, community: '乙' })
  .space('plot', outline(0, -10), { kind: 'vacant_land', area_m2: 900, community: '甲' })
  // two storeys of one house, as points
  .building('house', outline(100, 0))
  .space('ground', [103, 5], { ...room, area_m2: 400 })
  .space('upstairs', [117, 5], { ...room, area_m2: 400, storey: 2 })
  .project()

const convert = (space: string, use: string, area_m2: number): Edit => ({
  kind: 'convert-space',
  space,
  use,
  class: use,
  area_m2,
})

/** The findings as `rule level code`, with the facts in the order of their names. */
const said = (findings: readonly ComplexFinding[]): string[] =>
  findings.map(({ rule, level, code, facts }) => [rule, level, code, ...Object.values(facts)].join(' '))

function onlyOne(...edits: readonly Edit[]) {
  const found = complexesOf(site, edits)
  expect(found).toHaveLength(1)
  return found[0]
}

const hall = (use: string, area_m2: number): Edit => convert('hall', use, area_m2)

/** What is said of the area of three uses: 500 m², and so much more. */
function saidOfArea(more_m2: number): string[] {
  const { findings } = onlyOne(hall('ELDER_DAYCARE', 300), hall('NURSERY', 200), hall('MEAL_POINT', more_m2))
  return said(findings).filter((line) => line.startsWith('EC03'))
}

function amountOf(code: string): number | null | undefined {
  return embedded.indicators.find((each) => each.code === code)?.amount[0]
}

describe('a complex of embedded services', () => {
  test('begins with three uses on one site, two of them services', () => {
    const two = [hall('ELDER_DAYCARE', 350), hall('NURSERY', 200)]
    expect(complexesOf(site, two)).toEqual([])
    // the same use twice is one
    expect(complexesOf(site, [...two, hall('NURSERY', 100)])).toEqual([])
    expect(complexesOf(site, [...two, hall('MEAL_POINT', 50)])).toHaveLength(1)
    // a yard of bikes, waste and a toilet is none
    const yard = ['BIKE_CHARGING', 'WASTE_POINT', 'TOILET'].map((use) => convert('plot', use, 50))
    expect(complexesOf(site, yard)).toEqual([])
    // with a nursery it is still none, with a meal point besides it is one
    expect(complexesOf(site, [...yard, convert('plot', 'NURSERY', 200)])).toEqual([])
    expect(
      complexesOf(site, [...yard, convert('plot', 'NURSERY', 200), convert('plot', 'MEAL_POINT', 50)]),
    ).toHaveLength(1)
    // an edit that cannot work makes no part of one
    expect(complexesOf(site, [...two, hall('MEAL_POINT', 900)])).toEqual([])
  })

  test('that keeps to all rules says so, rule by rule', () => {
    const whole = onlyOne(hall('ELDER_DAYCARE', 350), hall('NURSERY', 250), hall('HEALTH_STATION', 200))
    expect(whole).toMatchObject({
      spaces: ['hall'],
      services: ['elder', 'nursery', 'health'],
      floor_m2: 800,
    })
    expect(said(whole.findings)).toEqual([
      'EC01 met functions 3 3',
      'EC02 met core-functions 2 2',
      'EC03 met area 800 600',
      'EC03 met area-better 800',
      'EC04 met care-there',
      'EC05 info walk-not-given',
      'EC06 info services-by-judgement',
    ])
  })

  test('is large enough from 600 m² on, and better from 800 m² on', () => {
    expect(saidOfArea(99.9)).toEqual(['EC03 warn area 599.9 600'])
    expect(saidOfArea(100)).toEqual(['EC03 met area 600 600', 'EC03 info area-not-better 800'])
    expect(saidOfArea(299.9)).toEqual(['EC03 met area 799.9 600', 'EC03 info area-not-better 800'])
    expect(saidOfArea(300)).toEqual(['EC03 met area 800 600', 'EC03 met area-better 800'])
  })

  test('counts services, not uses: a canteen and a meal point are one, a waste point is none', () => {
    const meals = onlyOne(hall('CANTEEN', 300), hall('MEAL_POINT', 200), hall('CULT_STATION', 250))
    expect(meals.services).toEqual(['meals', 'culture'])
    expect(said(meals.findings)).toEqual(
      expect.arrayContaining([
        'EC01 warn functions 2 3',
        'EC02 warn core-functions 1 2',
        'EC04 warn care-missing',
      ]),
    )
    // meals and after-school care are two of the four, and neither is what a complex normally has
    const children = onlyOne(hall('MEAL_POINT', 200), hall('CHILD_CARE', 200), hall('GYM', 200))
    expect(said(children.findings)).toEqual(
      expect.arrayContaining([
        'EC01 met functions 3 3',
        'EC02 met core-functions 2 2',
        'EC04 warn care-missing',
      ]),
    )
    const withToilet = onlyOne(hall('NURSERY', 200), hall('MEAL_POINT', 50), hall('TOILET', 30))
    expect(withToilet.services).toEqual(['nursery', 'meals'])
  })

  test('spreads over spaces that touch or lie in one house, of one community', () => {
    const withPart = (space: string) =>
      complexesOf(site, [hall('ELDER_DAYCARE', 350), hall('NURSERY', 250), convert(space, 'MEAL_POINT', 100)])
    expect(withPart('touching')).toMatchObject([{ spaces: ['hall', 'touching'], floor_m2: 700 }])
    expect(withPart('near')).toEqual([])
    expect(withPart('next')).toEqual([])
    const house = complexesOf(site, [
      convert('ground', 'ELDER_DAYCARE', 350),
      convert('upstairs', 'CULT_STATION', 250),
      convert('upstairs', 'CHILD_CARE', 150),
    ])
    expect(house).toMatchObject([{ spaces: ['ground', 'upstairs'], floor_m2: 750 }])
  })

  test('has floor in rooms only: a ground adds none, a building on open land adds what nobody knows', () => {
    const rooms = [hall('ELDER_DAYCARE', 350), hall('NURSERY', 200)]
    const ground = onlyOne(...rooms, convert('plot', 'FIT_OUTDOOR', 300))
    expect(ground.floor_m2).toBe(550)
    expect(said(ground.findings)).toContain('EC03 warn area 550 600')
    const built = onlyOne(...rooms, convert('plot', 'HEALTH_STATION', 300))
    expect(built.floor_m2).toBeNull()
    expect(said(built.findings)).toContain('EC03 unknown area-unknown 550 600')
    // what the rooms have is enough already
    const enough = onlyOne(...rooms, hall('GYM', 50), convert('plot', 'HEALTH_STATION', 300))
    expect(said(enough.findings)).toContain('EC03 met area 600 600')
  })
})

describe('the rules for a complex', () => {
  test('have the figures of the rule pack, each once with source and status, and every service a use', () => {
    expect(COMPLEX_LEAST).toEqual({
      functions: amountOf('EMB_FUNCTIONS'),
      core: amountOf('EMB_CORE'),
      floor_m2: amountOf('EMB_AREA'),
      better_m2: amountOf('EMB_AREA_BETTER'),
    })
    expect(HOSTING_PACK.complex_rules.map(({ id }) => id)).toEqual([...COMPLEX_RULES])
    for (const { source_zh, status } of HOSTING_PACK.complex_rules)
      expect([source_zh.length > 3, /^[VPMDJ]$/.test(status)]).toEqual([true, true])
    const served = new Set(HOSTING_PACK.uses.flatMap(({ service }) => service ?? []))
    expect([...served].sort()).toEqual([...SERVICES].sort())
  })
})
