import { describe, expect, it } from 'vitest'
import type { Assessment, CommunityRow } from '../../src/model/assessment'
import type { Gap } from '../../src/model/gap'
import {
  filterGaps,
  type GapFilter,
  NO_GAP_FILTER,
  orderGaps,
  peopleWithin,
  sumGaps,
} from '../../src/model/gap-filter'
import { gapsToGeoJson } from '../../src/model/gap-geojson'
import type { Rule, RulePack } from '../../src/model/rule-pack'
import { gatherMarks } from '../../src/map/gather-marks'
import { surfaceColor, surfaceSteps } from '../../src/map/surface-steps'
import { PALETTES } from '../../src/map/palette'
import { gapsCsvRows } from '../../src/views/gaps/gaps-csv'
import { writeCsv } from '../../src/views/table/write-csv'
import { wordsZh } from '../../src/views/words.zh'

const gap = (id: string, code: string, changes: Partial<Gap> = {}): Gap => ({
  id,
  class: code,
  priority: 'normal',
  places: ['c0'],
  people: 10,
  uncounted: 0,
  people_unknown: 0,
  group: 'all',
  group_people: 10,
  severity: 1,
  weighed_by: 'all',
  shortfall: 100,
  shortfall_median: 100,
  shortfall_worst: 100,
  beyond: 0,
  at: [120, 30],
  nearest: 'f0',
  nearest_walk: 400,
  ...changes,
})

const rules = {
  rules: [
    { code: 'ELDER', family: 'elder', tiers: ['5'] } as unknown as Rule,
    { code: 'BANK', family: 'commerce', tiers: ['15', '10'] } as unknown as Rule,
  ],
} as unknown as RulePack

const row = (id: string, subdistrict: string | null, verdict: CommunityRow['eligibility']['verdict']) =>
  ({ id, subdistrict, eligibility: { verdict, clauses: [], missing: [] } }) as unknown as CommunityRow

const communities = [
  row('c0', '甲街道', 'eligible'),
  row('c1', '乙街道', 'not-eligible'),
  row('c2', null, 'data-missing'),
]

/** Unserved people in millionths: c0 100 and c1 200 of ELDER, c1 40 of BANK, c2 of both unknown. */
const assessment = {
  communities,
  classes: [{ code: 'ELDER' }, { code: 'BANK' }],
  people_parts: Float64Array.from(
    [
      [5, 100, 0],
      [0, 0, 105],
      [0, 200, 10],
      [0, 40, 170],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
    ].flat(),
    (people) => people * 1e6,
  ),
} as unknown as Assessment

describe('filtering gaps', () => {
  const gaps = [
    gap('1', 'ELDER', { priority: 'first', people: 300, places: ['c0', 'c1'] }),
    gap('2', 'BANK', { people: 40, places: ['c1'] }),
    gap('3', 'ELDER', { priority: 'first', people: null, uncounted: 1, places: ['c2'] }),
  ]
  const ids = (filter: Partial<GapFilter>) =>
    filterGaps(gaps, { ...NO_GAP_FILTER, ...filter }, { rules, ...assessment }).map(({ id }) => id)

  it('narrows by what is missing, where and for whom, and keeps the order', () => {
    expect(ids({})).toEqual(['1', '2', '3'])
    expect(ids({ family: 'commerce' })).toEqual(['2'])
    expect(ids({ code: 'ELDER' })).toEqual(['1', '3'])
    expect(ids({ tier: '10' })).toEqual(['2'])
    expect(ids({ onlyFirst: true })).toEqual(['1', '3'])
    expect(ids({ family: 'commerce', onlyFirst: true })).toEqual([])
  })

  it('a gap over several communities passes if one of them does', () => {
    expect(ids({ subdistrict: '甲街道' })).toEqual(['1'])
    expect(ids({ subdistrict: '乙街道' })).toEqual(['1', '2'])
    expect(ids({ eligibility: 'data-missing' })).toEqual(['3'])
    // of one and the same community
    expect(ids({ subdistrict: '甲街道', eligibility: 'not-eligible' })).toEqual([])
  })

  it('asked for so many people, those nobody counted are left out', () => {
    expect(ids({ minPeople: 40 })).toEqual(['1', '2'])
    expect(ids({ minPeople: 41 })).toEqual(['1'])
  })

  it('sums what is known and says what is not', () => {
    const peopleOf = peopleWithin(NO_GAP_FILTER, assessment)
    expect(sumGaps(gaps, peopleOf)).toEqual({ gaps: 3, people: 340, uncounted: 1, is_least: true })
    expect(sumGaps([gaps[2]], peopleOf)).toEqual({
      gaps: 1,
      people: null,
      uncounted: 1,
      is_least: true,
    })
  })

  it('asked for a sub-district, sums its people alone of gaps that reach beyond it', () => {
    const filter = { ...NO_GAP_FILTER, subdistrict: '乙街道' }
    // of the 300 of gap 1 there live 200, of the 40 of gap 2 all
    expect(sumGaps(gaps.slice(0, 2), peopleWithin(filter, assessment))).toEqual({
      gaps: 2,
      people: 240,
      uncounted: 0,
      is_least: false,
    })
    const byScope = { ...NO_GAP_FILTER, eligibility: 'data-missing' as const }
    expect(sumGaps([gaps[2]], peopleWithin(byScope, assessment))).toEqual({
      gaps: 1,
      people: null,
      uncounted: 1,
      is_least: true,
    })
  })

  it('people asked for, listed and ordered by are those of the same communities', () => {
    // of gap 1 there live 100 of the 300 in 甲街道, of gap 4 all 150
    const here = { ...NO_GAP_FILTER, subdistrict: '甲街道' }
    const most = gap('4', 'BANK', { people: 150, places: ['c0'] })
    const peopleOf = peopleWithin(here, {
      ...assessment,
      people_parts: assessment.people_parts.with(4, 150e6),
    })
    expect(orderGaps([gaps[0], most], 'people', peopleOf).map(({ id }) => id)).toEqual(['4', '1'])
    expect(ids({ subdistrict: '甲街道', minPeople: 100 })).toEqual(['1'])
    expect(ids({ subdistrict: '甲街道', minPeople: 101 })).toEqual([])
    const mixed = gap('5', 'ELDER', { people: 300, uncounted: 1, places: ['c0', 'c1', 'c2'] })
    const ofScope = (eligibility: GapFilter['eligibility']) =>
      peopleWithin({ ...NO_GAP_FILTER, eligibility }, assessment)(mixed)
    expect(ofScope('eligible')).toEqual({ people: 100, uncounted: 0 })
    expect(ofScope('data-missing')).toEqual({ people: null, uncounted: 1 })
    expect(ofScope(null)).toEqual({ people: 300, uncounted: 1 })
    expect(ofScope('by-exception')).toEqual({ people: 0, uncounted: 0 })
  })

  it('orders by people with unknown last, and by shortfall with nothing in reach first', () => {
    const all = peopleWithin(NO_GAP_FILTER, assessment)
    const some = [
      gap('a', 'BANK', { people: null }),
      gap('b', 'BANK', { people: 5 }),
      gap('c', 'BANK', { people: 9 }),
    ]
    expect(orderGaps(some, 'people', all).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    const far = [gap('a', 'BANK', { shortfall_median: 7 }), gap('b', 'BANK', { shortfall_median: null })]
    expect(orderGaps(far, 'shortfall', all).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(orderGaps(some, 'severity', all)).toBe(some)
  })
})

describe('exporting gaps', () => {
  it('as a table: unknown is empty, minutes by time, formulas defused', () => {
    const rows = gapsCsvRows({
      gaps: [gap('1', 'ELDER', { people: null, shortfall: 90, shortfall_worst: null, nearest: null })],
      rankOf: new Map([['1', 7]]),
      within: null,
      isTime: true,
      names: { classOf: () => '=日间照料', community: () => '甲', facility: () => '乙' },
      words: wordsZh,
      basisLine: '依据',
    })
    expect(rows[0]).toHaveLength(rows[1].length)
    expect(rows[1].slice(0, 6)).toEqual([7, '1', '=日间照料', null, '甲', null])
    expect(rows[0].indexOf('平均差距 ' + wordsZh.table.minutes)).toBe(12)
    expect(rows[1].slice(12, 17)).toEqual([1.5, 1.7, null, 0, null])
    expect(writeCsv(rows)).toContain("'=日间照料")
  })

  it('places to the centimetre, as files keep them, not to the rounding of a mean', () => {
    const [head, row] = gapsCsvRows({
      gaps: [gap('1', 'ELDER', { at: [120.12619995585695, 30.28060915427234] })],
      rankOf: new Map(),
      within: null,
      isTime: false,
      names: { classOf: String, community: String, facility: String },
      words: wordsZh,
      basisLine: '',
    })
    const { lon, lat } = wordsZh.gapList.csv
    expect([lon, lat].map((name) => row[head.indexOf(name)])).toEqual([120.1262, 30.2806092])
  })

  it('under a filter by place, with the people of the communities asked for beside those of the whole gap', () => {
    const whole = gap('1', 'ELDER', { people: 300, places: ['c0', 'c1'] })
    const within = peopleWithin({ ...NO_GAP_FILTER, subdistrict: '甲街道' }, assessment)
    const [head, row] = gapsCsvRows({
      gaps: [whole],
      rankOf: new Map(),
      within,
      isTime: false,
      names: { classOf: () => '养老', community: (id) => id, facility: () => '乙' },
      words: wordsZh,
      basisLine: '',
    })
    const { people, within: part } = wordsZh.gapList.csv
    expect([people, part].map((name) => row[head.indexOf(name)])).toEqual([300, 100])
    const { features } = JSON.parse(gapsToGeoJson([whole], {} as never, String, within))
    expect(features[0].properties).toMatchObject({ people: 300, people_within: 100 })
  })

  it('as points with everything that is known', () => {
    const basis = { basis: 'distance', rule_pack: 'p' } as never
    const text = gapsToGeoJson([gap('1', 'ELDER', { places: ['c0', 'c1'] })], basis, (id) => `名${id}`)
    const { features, basis: told } = JSON.parse(text)
    expect(told.rule_pack).toBe('p')
    expect(features).toHaveLength(1)
    expect(features[0]).toMatchObject({
      id: '1',
      geometry: { type: 'Point', coordinates: [120, 30] },
      properties: {
        places: 'c0+c1',
        place_names: '名c0、名c1',
        people: 10,
        shortfall_m: 100,
        nearest_walk_m: 400,
      },
    })
  })
})

describe('marks on the map', () => {
  it('keep their distance: near ones count to the graver one, and part when one looks closer', () => {
    const gaps = [gap('1', 'A'), gap('2', 'A', { at: [120.001, 30] }), gap('3', 'A', { at: [120.1, 30] })]
    const told = (zoom: number) => gatherMarks(gaps, zoom).map((mark) => [mark.gap.id, mark.count])
    expect(told(12)).toEqual([
      ['1', 2],
      ['3', 1],
    ])
    expect(told(18)).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
    ])
    expect(told(3)).toEqual([['1', 3]])
  })
})

describe('steps of a surface', () => {
  const palette = PALETTES.light

  it('walks go from deep to light, and beyond the last break is missing', () => {
    const walks = { unit: 's', breaks: [300, 600, 900] } as const
    expect(surfaceSteps(walks, palette).map(({ color, isHatched }) => [color, isHatched])).toEqual([
      [palette.reach[0], false],
      [palette.reach[1], false],
      [palette.reach[2], false],
      [palette.unserved, true],
    ])
    expect(surfaceColor(walks, 300, palette)).toBe(palette.reach[0])
    expect(surfaceColor(walks, 300.5, palette)).toBe(palette.reach[1])
    expect(surfaceColor(walks, Infinity, palette)).toBe(palette.unserved)
    expect(surfaceColor(walks, -1, palette)).toBe(palette.unknown)
    expect(surfaceColor(walks, NaN, palette)).toBeNull()
  })

  it('missing classes go from light to deep', () => {
    const missing = { unit: 'classes', breaks: [0, 5, 10, 20] } as const
    expect(surfaceSteps(missing, palette).map(({ color }) => color)).toEqual([...palette.missing])
    expect(surfaceColor(missing, 0, palette)).toBe(palette.missing[0])
    expect(surfaceColor(missing, 21, palette)).toBe(palette.missing[4])
  })
})
