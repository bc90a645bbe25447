import { describe, expect, test } from 'vitest'

import shipped from '../../../data/rules/hosting.json'
import { STORIES } from '../../../data/make-demo/stories'
import { LocalFrame } from '../../../src/engine/geometry/local-frame'
import { judgeAllHosting, judgeHosting } from '../../../src/engine/suitability/judge-hosting'
import { siteSpaces, type SpaceSite } from '../../../src/engine/suitability/space-site'
import { HOSTING_RULES, type HostingPack, PLACES } from '../../../src/model/hosting'
import type { Space } from '../../../src/model/layers'
import { demoProject } from '../../worker/demo-files'

const PACK = shipped as unknown as HostingPack
const YEAR = 2026

/** A room on floor 1 that has nothing against anything, with some facts changed; `null` takes one away. */
function room(facts: Partial<Record<keyof Space, unknown>> = {}, around: Partial<SpaceSite> = {}): SpaceSite {
  const record = {
    id: 'a',
    kind: 'idle_room',
    geometry: { type: 'Point', coordinates: [120, 30] },
    area_m2: 3000,
    storey: 1,
    own_entrance: true,
    sun_hours: 4,
    fire_grade: 1,
    flue: true,
    lift: true,
    outdoor_m2: 90,
    in_housing: false,
    heritage: false,
    ...facts,
  }
  const space = Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null),
  ) as unknown as Space
  const project = { layers: { spaces: [space], buildings: [], heritage: [] } }
  const [site] = siteSpaces(project as never, new LocalFrame(120, 30))
  return { ...site, ...around }
}

const land = (
  facts: Partial<Record<keyof Space, unknown>> = {},
  around: Partial<SpaceSite> = {},
): SpaceSite => room({ kind: 'vacant_land', storey: null, ...facts }, around)

/** Verdict and codes of findings, as `rule level code`. */
function judge(site: SpaceSite, code: string): { verdict: string; said: string[] } {
  const use = PACK.uses.find((each) => each.code === code)
  if (use === undefined) throw new Error(`no use ${code}`)
  const { verdict, findings } = judgeHosting(site, use, PACK, YEAR)
  return { verdict, said: findings.map((found) => `${found.rule} ${found.level} ${found.code}`) }
}

describe('the pack', () => {
  test('has every rule once, and a fit for every place', () => {
    expect(PACK.rules.map(({ id }) => id).sort()).toEqual([...HOSTING_RULES].sort())
    const codes = PACK.uses.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const use of PACK.uses)
      for (const place of PLACES) expect([0, 1, 2, null], `${use.code} ${place}`).toContain(use.fit[place])
    for (const { id, uses } of PACK.rules)
      for (const use of uses) if (use !== '*') expect(codes, id).toContain(use)
  })
})

describe('rooms', () => {
  test('a good room on the ground floor fits a nursery, with an appraisal', () => {
    expect(judge(room(), 'NURSERY')).toEqual({
      verdict: 'fits',
      said: ['HR04 info outdoor-allows', 'HR18 warn appraisal-needed'],
    })
  })

  test('HR01: children are not below ground, and go as high as the fire grade lets them', () => {
    expect(judge(room({ kind: 'underground', storey: -1 }), 'NURSERY')).toMatchObject({
      verdict: 'blocked',
      said: expect.arrayContaining(['HR01 block below-ground']),
    })
    const highest = { 1: 3, 2: 3, 3: 2, 4: 1 }
    for (const [grade, top] of Object.entries(highest)) {
      const said = (storey: number): string[] =>
        judge(room({ fire_grade: Number(grade), storey }), 'CHILD_CARE').said
      expect(said(top)).not.toContain('HR01 block storey-too-high')
      expect(said(top + 1)).toContain('HR01 block storey-too-high')
    }
    expect(judge(room({ fire_grade: null, storey: 2 }), 'CHILD_CARE')).toMatchObject({
      verdict: 'conditions',
      said: expect.arrayContaining(['HR01 unknown fact-missing']),
    })
  })

  test('HR02: the senior class of a nursery may go to floor 2, nobody higher', () => {
    expect(judge(room({ storey: 2 }), 'NURSERY').said).toContain('HR02 condition storey-senior-class')
    expect(judge(room({ storey: 3 }), 'NURSERY').said).toContain('HR02 block storey-too-high')
  })

  test('HR03: three hours of sun; 2.9 are not enough, none on record is unknown', () => {
    expect(judge(room({ sun_hours: 3 }), 'NURSERY').verdict).toBe('fits')
    expect(judge(room({ sun_hours: 2.9 }), 'NURSERY')).toMatchObject({ verdict: 'blocked' })
    expect(judge(room({ sun_hours: null }), 'NURSERY')).toMatchObject({ verdict: 'conditions' })
  })

  test('HR04: outdoor ground tells how many children', () => {
    const use = PACK.uses.find(({ code }) => code === 'NURSERY')!
    const told = judgeHosting(room({ outdoor_m2: 40 }), use, PACK, YEAR).findings
    expect(told).toContainEqual({
      rule: 'HR04',
      level: 'info',
      code: 'outdoor-allows',
      facts: { persons: 13, each_m2: 3 },
    })
    expect(judge(room({ outdoor_m2: 0 }), 'NURSERY').said).toContain('HR04 warn outdoor-none')
  })

  test('HR05: a kindergarten in a shared building has its own entrance and at most three classes', () => {
    expect(judge(room({ own_entrance: false }), 'KINDERGARTEN')).toMatchObject({ verdict: 'blocked' })
    expect(judge(room(), 'KINDERGARTEN').said).toContain('HR05 condition three-classes-at-most')
  })

  test('HR07, HR09: a place of elders is told what is no care facility, and for how many its area is enough', () => {
    const use = PACK.uses.find(({ code }) => code === 'ELDER_ACTIVITY')!
    const told = judgeHosting(room({ area_m2: 401 }), use, PACK, YEAR).findings
    expect(told).toContainEqual({
      rule: 'HR07',
      level: 'info',
      code: 'not-a-care-facility',
      facts: { persons: 20 },
    })
    expect(told).toContainEqual({
      rule: 'HR09',
      level: 'info',
      code: 'persons-at-most',
      facts: { persons: 200, each_m2: 2 },
    })
  })

  test('HR11: a health station is on the ground floor, with an entrance of its own', () => {
    expect(judge(room(), 'HEALTH_STATION').said.join()).not.toContain('HR11')
    expect(judge(room({ storey: 2 }), 'HEALTH_STATION').said).toContain('HR11 warn not-on-ground-floor')
    expect(judge(room({ own_entrance: false }), 'HEALTH_STATION').said).toContain(
      'HR11 warn entrance-not-own',
    )
    expect(judge(room({ storey: null }), 'HEALTH_STATION').said).toContain('HR11 unknown fact-missing')
  })

  test('HR06: elders rest above ground; an activity room may be on basement 1, up to 200 m²', () => {
    const basement = room({ kind: 'underground', storey: -1 })
    expect(judge(basement, 'ELDER_DAYCARE').said).toContain('HR06 block below-ground')
    expect(judge(basement, 'ELDER_ACTIVITY')).toMatchObject({
      verdict: 'conditions',
      said: expect.arrayContaining(['HR06 condition storey-high-limited']),
    })
    expect(judge(room({ kind: 'underground', storey: -2 }), 'ELDER_ACTIVITY').verdict).toBe('blocked')
    expect(judge(room({ storey: 4 }), 'ELDER_DAYCARE').said).toContain('HR06 condition storey-high-limited')
  })

  test('HR08: elders upstairs need a lift', () => {
    expect(judge(room({ storey: 2, lift: false }), 'ELDER_DAYCARE').said).toContain('HR08 block lift-missing')
    expect(judge(room({ storey: 2, lift: null }), 'ELDER_DAYCARE').said).toContain(
      'HR08 unknown fact-missing',
    )
    expect(judge(room({ storey: 1, lift: false }), 'ELDER_DAYCARE').verdict).toBe('fits')
  })

  test('HR10: no kitchen under flats; a meal point may do', () => {
    const flat = room({ in_housing: true, flue: false })
    expect(judge(flat, 'CANTEEN').said).toContain('HR10 block fumes-in-housing')
    expect(judge(flat, 'MEAL_POINT').verdict).toBe('fits')
    expect(judge(room({ flue: false }), 'CANTEEN').said).toContain('HR10 condition flue-needed')
    expect(judge(room({ in_housing: null }), 'CANTEEN').said).toContain('HR10 unknown fact-missing')
  })

  test('HR17, HR18, HR19 and the tenure are told', () => {
    const bunker = room({
      kind: 'underground',
      storey: -1,
      ownership: 'civil_defense',
      available_until: '2029-12-31',
    })
    expect(judge(bunker, 'GYM').said).toEqual(
      expect.arrayContaining([
        'HR17 warn civil-defense-permit',
        'HR18 warn appraisal-needed',
        'TENURE warn free-until',
      ]),
    )
    expect(judge(room({ available_until: '2031-01-01' }), 'GYM').said).not.toContain('TENURE warn free-until')
    expect(judge(room({ heritage: true }), 'CULT_STATION').said).toContain(
      'HR19 condition heritage-interior-only',
    )
  })

  test('too small is told with both areas; a service station may pool spaces; an unknown area stays open', () => {
    expect(judge(room({ area_m2: 349 }), 'ELDER_DAYCARE').said).toContain('AREA block area-below')
    expect(judge(room({ area_m2: 350 }), 'ELDER_DAYCARE').verdict).toBe('fits')
    expect(judge(room({ area_m2: 400 }), 'COMM_STATION')).toMatchObject({ verdict: 'conditions' })
    expect(judge(room({ area_m2: null }), 'ELDER_DAYCARE').said).toContain('AREA unknown fact-missing')
  })

  test('a room whose storey nobody noted is not assumed to be on the ground', () => {
    expect(judge(room({ storey: null }), 'ELDER_DAYCARE')).toMatchObject({
      verdict: 'conditions',
      said: expect.arrayContaining(['MATRIX unknown fact-missing', 'HR06 unknown fact-missing']),
    })
  })
})

/** Land with a house so many metres off. */
function landBeside(distance_m: number): SpaceSite {
  return land({}, { building_m: distance_m, housing_m: distance_m })
}

describe('open land', () => {
  test('a vacant plot fits a fitness ground; whoever builds needs a permission', () => {
    expect(judge(land(), 'FIT_OUTDOOR')).toEqual({ verdict: 'fits', said: ['HR12 warn fire-lane-check'] })
    expect(judge(land(), 'ELDER_DAYCARE').said).toContain('HR16 warn permission-needed')
  })

  test('distances to buildings and housing', () => {
    expect(judge(landBeside(5.9), 'SURFACE_PARKING').said).toContain('HR13 warn too-near-buildings')
    expect(judge(landBeside(6), 'SURFACE_PARKING').said).not.toContain('HR13 warn too-near-buildings')
    expect(judge(landBeside(14), 'BALL_COURT').said).toContain('HR20 warn noise-near-windows')
    expect(judge(landBeside(7), 'WASTE_POINT').said).toContain('HR14 warn too-near-buildings')
    expect(judge(landBeside(5), 'BIKE_CHARGING').said).toContain('HR15 warn too-near-buildings')
  })

  test('no volume is added in a protection scope, open ground is', () => {
    const old = land({ heritage: true })
    expect(judge(old, 'STORE').said).toContain('HR19 block heritage-no-volume')
    expect(judge(old, 'POCKET_PARK').verdict).toBe('fits')
  })

  test('bays are counted from the area', () => {
    const use = PACK.uses.find(({ code }) => code === 'SURFACE_PARKING')!
    expect(judgeHosting(land({ area_m2: 260 }), use, PACK, YEAR).units).toBe(10)
    expect(judgeHosting(land({ area_m2: null }), use, PACK, YEAR).units).toBe(null)
  })
})

describe('the demo', () => {
  const demo = demoProject()
  const sites = siteSpaces(demo, new LocalFrame(120, 30))
  const all = judgeAllHosting(sites, PACK, YEAR)
  const of = (space: string, use: string) => all.find((each) => each.space === space && each.use === use)

  test('the nursery the residents want in the bunker is not allowed below ground', () => {
    const { space } = STORIES.nurseryInBasement
    expect(of(space, 'NURSERY')).toMatchObject({
      verdict: 'blocked',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'HR01', code: 'below-ground' })]),
    })
    expect(of(space, 'GYM')?.verdict).toBe('fits')
  })

  test('the idle boiler house may become an elderly day-care', () => {
    expect(of(STORIES.boilerHouse.space, 'ELDER_DAYCARE')?.verdict).toBe('fits')
  })

  test('no verdict hangs on the order of spaces, and every space has some use', () => {
    const reversed = judgeAllHosting([...sites].reverse(), PACK, YEAR)
    const key = (list: typeof all): string[] => list.map((each) => JSON.stringify(each)).sort()
    expect(key(reversed)).toEqual(key(all))
    for (const { space } of sites)
      expect(
        all.some((each) => each.space === space.id && each.verdict !== 'blocked'),
        space.id,
      ).toBe(true)
  })
})
