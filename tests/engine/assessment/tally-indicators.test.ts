import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TallyData, tallyIndicators } from '../../../src/engine/assessment/tally-indicators'
import type { Service } from '../../../src/engine/places/services'
import { type Assessment, VERDICTS } from '../../../src/model/assessment'
import type { IndicatorCount } from '../../../src/model/indicator-tally'
import type { Community } from '../../../src/model/layers'
import { type Group, GROUPS, type Indicator, type RulePack } from '../../../src/model/rule-pack'
import { combinePacks } from '../../../src/model/rules/combine-packs'
import { SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'

const { pack: all } = combinePacks({ packs: SHIPPED_PACKS, old_area: false })

/** One community of a made-up area: its numbers, and the verdict of its people about every class, as shares. */
interface Place {
  readonly counts?: Readonly<Partial<Record<Group, number>>>
  readonly estimate?: number
  readonly shares?: readonly [served: number, unserved: number, unknown: number]
}

const SHARES = ['served', 'unserved', 'unknown']

interface Area {
  readonly places: readonly Place[]
  readonly services?: readonly Partial<Service>[]
  /** of classes without a record */
  readonly surveyed?: readonly string[]
  readonly rules?: RulePack
}

function area({ places, services = [], surveyed = [], rules = all! }: Area): TallyData {
  const made = services.map((service, i): Service => ({
    id: `s${i}`,
    layer: 'facilities',
    building_m2: null,
    land_m2: null,
    capacity: null,
    width_m: null,
    ...service,
  }))
  const classes = rules.rules.map(({ code, required }) => ({
    code,
    required,
    surveyed: surveyed.includes(code) || made.some((each) => each.class === code),
  }))
  const size = places.length * classes.length
  const parts = places.flatMap(({ counts, shares = [1, 0, 0] }) =>
    classes.flatMap(() =>
      VERDICTS.map((verdict) => shares[SHARES.indexOf(verdict)] * (counts?.all ?? NaN) * 1e6),
    ),
  )
  const assessment = {
    basis: { counts_small: false },
    communities: places.map((_, k) => ({ id: `c${k}` })),
    classes,
    status: new Uint8Array(size),
    reason: new Uint8Array(size),
    people_parts: Float64Array.from(parts),
    totals: classes.map(() => ({ people_served: 1, people_unserved: 0 })),
  } as unknown as Assessment
  const counts = Object.fromEntries(
    GROUPS.map((group) => [group, places.map((place) => place.counts?.[group] ?? null)]),
  ) as unknown as TallyData['people']['counts']
  return {
    assessment,
    people: {
      counts,
      estimates: places.map(({ estimate }) => ({
        people: estimate ?? null,
        households: estimate === undefined ? null : estimate / 2.5,
      })),
    },
    services: made,
    rules,
    entered: [],
    communities: places.map(({ counts: known }, k) => ({ id: `c${k}`, ...known })) as unknown as Community[],
  }
}

const of = (code: string, asked: Area) =>
  tallyIndicators(area(asked)).indicators.find((each) => each.code === code)!

const SPORT = ['SPORT_CENTRE', 'SPORT_L', 'SPORT_M', 'SPORT_S', 'FIT_OUTDOOR']

test('land per head: what is on record of all classes, over everybody counted and estimated', () => {
  // 600 + 100 m² of 1000 + 250 people: 0.56, and 0.58 are asked; the second ground is too small to serve, not to count
  const services = [
    { class: 'FIT_OUTDOOR', land_m2: 600 },
    { class: 'FIT_OUTDOOR', land_m2: 100 },
  ]
  const places = [{ counts: { all: 1000 } }, { estimate: 250 }]
  expect(of('IND_SPORT_HZ', { places, services, surveyed: SPORT })).toMatchObject({
    judged: 'area',
    met: 0,
    unmet: 1,
    unknown: 0,
    reasons: [],
    value: { least: 0.56, most: 0.56, supply: 700, facilities: 2, people: 1250, people_estimated: 250 },
  })
  const more = [...services, { class: 'SPORT_M', land_m2: 25 }]
  expect(of('IND_SPORT_HZ', { places, services: more, surveyed: SPORT })).toMatchObject({ met: 1, unmet: 0 })
})

test('what is missing bounds one side only: enough stays enough, too little is unknown', () => {
  const places = [{ counts: { all: 1000 } }]
  const enough = [{ class: 'FIT_OUTDOOR', land_m2: 580 }, { class: 'SPORT_S' }]
  const told = of('IND_SPORT_HZ', { places, services: enough })
  expect(told).toMatchObject({ met: 1, unknown: 0, value: { least: 0.58, most: null } })
  expect(told.reasons).toEqual([
    { code: 'not-surveyed', classes: ['SPORT_CENTRE', 'SPORT_L', 'SPORT_M'] },
    { code: 'no-size', measure: 'land_m2', facilities: 1 },
  ])
  const less = [{ class: 'FIT_OUTDOOR', land_m2: 579 }, { class: 'SPORT_S' }]
  expect(of('IND_SPORT_HZ', { places, services: less, surveyed: SPORT })).toMatchObject({
    met: 0,
    unmet: 0,
    unknown: 1,
  })
  // with people nobody counted it can only be less for each
  const crowd = [...places, {}]
  expect(
    of('IND_SPORT_HZ', {
      places: crowd,
      services: [{ class: 'FIT_OUTDOOR', land_m2: 579 }],
      surveyed: SPORT,
    }),
  ).toMatchObject({
    unmet: 1,
    value: { least: 0, most: 0.579 },
    reasons: [{ code: 'no-people', group: 'all', communities: 1 }],
  })
})

test('eldercare rooms for every hundred households', () => {
  const places = [{ counts: { households: 1500 } }, { counts: { households: 500 } }]
  const services = [
    { class: 'ELDER_DAYCARE', building_m2: 350 },
    { class: 'ELDER_STATION', building_m2: 100 },
  ]
  // 450 m² of 2000 households: 22.5 for a hundred; 20 are asked of old areas and 30 of new ones
  expect(of('IND_ELDER_OLD', { places, services })).toMatchObject({
    met: 1,
    value: { least: 22.5, most: 22.5 },
  })
  expect(of('IND_ELDER_NEW', { places, services })).toMatchObject({ unmet: 1 })
})

const schools = (primary: number, middle: number) => [
  ...Array.from({ length: primary }, () => ({ class: 'EDU_PRIMARY' })),
  ...Array.from({ length: middle }, () => ({ class: 'EDU_MIDDLE' })),
]

test('people for each facility: too many are not enough facilities, few are no lack', () => {
  const places = [{ counts: { all: 160_000 } }]
  // the class with the fewest speaks: 160,000 / 2
  expect(of('IND_SCHOOLS', { places, services: schools(9, 2) })).toMatchObject({
    unmet: 1,
    value: { most: 80_000, facilities: 2 },
  })
  expect(of('IND_SCHOOLS', { places, services: schools(9, 3) })).toMatchObject({ met: 1 })
  // 12,000 people need no school of their own
  const few = { places: [{ counts: { all: 12_000 } }], surveyed: ['EDU_PRIMARY', 'EDU_MIDDLE'] }
  expect(of('IND_SCHOOLS', few)).toMatchObject({ unknown: 1, reasons: [{ code: 'area-too-small' }] })
  expect(of('IND_SCHOOLS', { ...few, surveyed: [] })).toMatchObject({
    unknown: 1,
    reasons: [{ code: 'not-surveyed', classes: ['EDU_PRIMARY', 'EDU_MIDDLE'] }],
  })
})

const school = (capacity: number | null) => [{ class: 'EDU_PRIMARY', capacity }]

test('missing school places: children out of reach, and those the places in reach are too few for', () => {
  const places = [
    { counts: { all: 1000, age_6_11: 100 }, shares: [0.5, 0.5, 0] as const },
    { counts: { all: 500, age_6_11: 50 }, shares: [1, 0, 0] as const },
  ]
  // 50 out of reach; of 100 in reach 20 find no place
  expect(of('CK04', { places, services: school(80) })).toMatchObject({
    unmet: 1,
    value: { least: 70, most: 70 },
  })
  expect(of('CK04', { places: places.slice(1), services: school(50) })).toMatchObject({
    met: 1,
    value: { most: 0 },
  })
  // 10 who may be out of reach or not: they lack a place, or find one
  const doubt = [{ counts: { all: 100, age_6_11: 100 }, shares: [0.9, 0, 0.1] as const }]
  expect(of('CK04', { places: doubt, services: school(100) })).toMatchObject({
    unknown: 1,
    value: { least: 0, most: 10 },
  })
  // nobody noted the places: those out of reach lack one for certain
  expect(of('CK04', { places, services: school(null) })).toMatchObject({
    unmet: 1,
    value: { least: 50, most: 150 },
    reasons: [{ code: 'no-size', measure: 'capacity', facilities: 1 }],
  })
})

test('what only a survey or a plan tells says so, and every shipped one says which', () => {
  const { indicators } = tallyIndicators(area({ places: [{}, {}] }))
  indicators.forEach(({ method, unknown, reasons }, i) => {
    if (method !== 'survey' && method !== 'plan') return
    expect([unknown, reasons]).toEqual([2, [{ code: `needs-${method}` }]])
    const { needs_zh, needs_en, code } = all!.indicators![i]
    expect(needs_zh, code).toMatch(/[\u4e00-\u9fff]/)
    expect(needs_en, code).toMatch(/[a-z]/)
  })
  expect(all!.indicators!.filter(({ method, ratio }) => method === 'supply' && !ratio)).toEqual([])
})

test('a pack that does not say what is divided by what, or how much is asked, is told so', () => {
  const supply = (more: Partial<Indicator>): RulePack => ({
    ...all!,
    indicators: [{ ...all!.indicators!.find(({ code }) => code === 'IND_SPORT_HZ')!, ...more }],
  })
  const { ratio: _none, ...plain } = supply({}).indicators![0]
  const places = [{ counts: { all: 10 } }]
  const bare = { ...all!, indicators: [plain] }
  expect(of('IND_SPORT_HZ', { places, rules: bare }).reasons).toEqual([{ code: 'no-ratio' }])
  expect(of('IND_SPORT_HZ', { places, surveyed: SPORT, rules: supply({ amount: null }) })).toMatchObject({
    unknown: 1,
    value: { least: 0 },
    reasons: [{ code: 'no-amount' }],
  })
  expect(of('IND_SPORT_HZ', { places, rules: supply({ classes: [] }) }).reasons).toEqual([
    { code: 'no-class' },
  ])
  expect(of('IND_SPORT_HZ', { places, rules: supply({ classes: ['NOWHERE'] }) })).toMatchObject({
    unknown: 1,
    absent: ['NOWHERE'],
    reasons: [{ code: 'class-absent', classes: ['NOWHERE'] }],
  })
})

test('whatever is missing: counts add up, the unknown has a reason, and filling a blank never turns a verdict', () => {
  const count = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined })
  const aPlace = fc
    .record({ all: count, households: count, age_6_11: count })
    .map((counts): Place => ({ counts: JSON.parse(JSON.stringify(counts)) as Place['counts'] & object }))
  const size = fc.option(fc.integer({ min: 1, max: 4000 }), { nil: null })
  const codes = [
    ...SPORT,
    'EDU_PRIMARY',
    'EDU_MIDDLE',
    'HEALTH_CENTRE',
    'ELDER_DAYCARE',
    'ELDER_STATION',
    'GYM',
  ]
  const aService = fc.record({
    class: fc.constantFrom(...codes),
    building_m2: size,
    land_m2: size,
    capacity: size,
  })
  const rules = {
    ...all!,
    indicators: all!.indicators!.filter(({ method }) => method === 'supply' || method === 'bays'),
  }
  fc.assert(
    fc.property(
      fc.array(aPlace, { minLength: 1, maxLength: 4 }),
      fc.array(aService, { maxLength: 6 }),
      fc.subarray(codes),
      (places, services, surveyed) => {
        const before = tallyIndicators(area({ places, services, surveyed, rules })).indicators
        const filled = tallyIndicators(
          area({
            places: places.map(({ counts }) => ({
              counts: { all: 700, households: 300, age_6_11: 40, ...counts },
            })),
            services: services.map((service) => ({
              ...service,
              building_m2: service.building_m2 ?? 500,
              land_m2: service.land_m2 ?? 500,
              capacity: service.capacity ?? 500,
            })),
            surveyed: codes,
            rules,
          }),
        ).indicators
        const isWrong = (each: IndicatorCount, i: number): boolean =>
          each.met + each.unmet + each.unknown !== (each.judged === 'area' ? 1 : places.length) ||
          (each.unknown > 0 && each.reasons.length === 0) ||
          (each.judged === 'area' && each.met === 1 && filled[i].unmet === 1) ||
          (each.judged === 'area' && each.unmet === 1 && filled[i].met === 1)
        expect(before.filter(isWrong)).toEqual([])
        expect(before.length).toBe(9)
      },
    ),
    { numRuns: 300, seed: 5 },
  )
})
