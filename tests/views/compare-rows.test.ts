import { expect, test } from 'vitest'
import type { ClassChange, Comparison } from '../../src/model/comparison'
import type { IndicatorCount } from '../../src/model/indicator-tally'
import type { RulePack } from '../../src/model/rule-pack'
import type { EditOutcome } from '../../src/model/scenario-outcome'
import type { ScenarioTable } from '../../src/store/compare-view'
import { compareCsvRows } from '../../src/views/compare/compare-sheets'
import { classRows } from '../../src/views/compare/class-rows'
import { communityRows } from '../../src/views/compare/community-rows'
import type { CompareRow } from '../../src/views/compare/compare-row'
import { gapRows } from '../../src/views/compare/gap-rows'
import { overviewRows } from '../../src/views/compare/overview-rows'
import { createFormatters } from '../../src/views/format'
import { wordsEn } from '../../src/views/words.en'
import { AGE_GROUPS } from '../../src/model/rule-pack'
import { DEFAULT_RULES, findShipped } from '../../src/model/rules/shipped-packs'

const language = { locale: 'en' as const, words: wordsEn, format: createFormatters('en', wordsEn) }

const NOWHERE = { gained: 0, lost: 0, nearer: 0, farther: 0 }
const change = (code: string, served: number, more: Partial<ClassChange> = {}): ClassChange => ({
  code,
  required: code !== 'GYM',
  served_before: 100,
  served_after: served,
  gained: 0,
  lost: 0,
  nearer: 0,
  farther: 0,
  uncounted: NOWHERE,
  communities_before: 3,
  communities_after: 3,
  ages: [],
  person_minutes: 0,
  ...more,
})

const BASE: Comparison = {
  basis: {} as Comparison['basis'],
  classes: [change('MARKET', 100), change('GYM', 40)],
  communities: [],
  gaps: {
    closed: [],
    unclear: [],
    remaining: ['p:MARKET:a', 'p:MARKET:b+c'],
    fresh: [],
    revealed: [],
    turned: [],
    unknown: [],
  },
  places: [],
  people: { gain: 0, lose: 0, both: 0 },
  uncounted: { gain: 0, lose: 0, minutes: 0, saved_minutes: 0, all: 0, of: 4 },
  ages: AGE_GROUPS.map((group) => ({ group, gain: 0, lose: 0, both: 0, uncounted: 0 })),
  person_minutes: 0,
  indicators: [],
}
const BETTER: Comparison = {
  ...BASE,
  classes: [
    change('MARKET', 160, {
      gained: 70,
      lost: 10,
      ages: [{ group: 'age_60_plus', gained: 21, lost: 4, uncounted: 1 }],
    }),
    change('GYM', 40, { nearer: 5 }),
  ],
  communities: [
    { id: 'a', gained: ['MARKET'], lost: [], people_gained: 70, people_lost: 0, person_minutes: 812.4 },
    { id: 'c', gained: [], lost: ['MARKET'], people_gained: 0, people_lost: 10, person_minutes: -50 },
    { id: 'u', gained: ['MARKET'], lost: [], people_gained: null, people_lost: null, person_minutes: null },
  ],
  gaps: {
    closed: ['p:MARKET:a'],
    unclear: [],
    remaining: [],
    fresh: [],
    revealed: [],
    unknown: [],
    turned: [{ turn: 'split', before: ['p:MARKET:b+c'], after: ['p:MARKET:b', 'p:MARKET:c'] }],
  },
  people: { gain: 70, lose: 8, both: 2 },
  ages: BASE.ages.map((sum) =>
    sum.group === 'age_60_plus'
      ? { ...sum, gain: 21, lose: 3, both: 1, uncounted: 1 }
      : sum.group === 'age_0_2'
        ? { ...sum, uncounted: 2 }
        : sum,
  ),
  // a tenth less than the rounded parts
  person_minutes: 762.3,
}
const TABLE: ScenarioTable = { columns: [null, 'v'], comparisons: [BASE, BETTER] }

const outcome = (yuan: number | null, type: EditOutcome['vote']['type'], isRefused = false): EditOutcome => ({
  refusal: isRefused ? { reason: 'missing', layer: 'gates', id: 'g' } : null,
  cost:
    yuan === null
      ? null
      : { low_yuan: yuan / 2, default_yuan: yuan, high_yuan: yuan * 2, item: 'x', amount: 1, unit: 'each' },
  vote: { type, ground: 'shared-matter', communities: ['a'] },
  made: null,
  line: [],
})
const WEIGHTS = {
  v: {
    outcomes: [
      outcome(2000, 'simple'),
      outcome(null, 'three-quarters'),
      outcome(4000, 'three-quarters'),
      outcome(900_000, 'simple', true),
    ],
    works: { low_yuan: 500, default_yuan: 700, high_yuan: 900, unknown: 2 },
  },
}
const cells = (rows: readonly CompareRow[], key: string) => rows.find((row) => row.key === key)?.cells

test('an overview tells people, walks, gaps, money and votes; what cannot work costs and asks nothing', () => {
  const rows = overviewRows(TABLE, WEIGHTS, DEFAULT_RULES, language)
  expect(cells(rows, 'gain')).toMatchObject([{ text: '—' }, { value: 70, tone: 'gain' }])
  expect(cells(rows, 'lose')).toMatchObject([{ text: '—' }, { value: 10, tone: 'loss' }])
  expect(cells(rows, 'minutes')?.[1]).toMatchObject({ text: '+762', tone: 'gain' })
  // 2 − 1 = 1; 1 + 0 + 1 = 2: what a gap falls apart into is not new
  expect(cells(rows, 'gaps')).toMatchObject([
    { value: 2, note: null },
    { value: 2, note: '1 closed · 1 left · 0 new · +1 by splitting', tone: 'gain' },
  ])
  // by age, and unknown where nobody counted
  expect(cells(rows, 'age age_60_plus')?.[1]).toMatchObject({ text: '+21 −4', note: '1 community unknown' })
  expect(cells(rows, 'age age_0_2')?.[1]).toMatchObject({ text: 'Unknown', value: null })
  expect(cells(rows, 'age age_3_5')).toBe(undefined)
  expect(cells(rows, 'edits')).toMatchObject([{ value: 0 }, { value: 4, note: '1 cannot work' }])
  // 2000 + 4000, of them half to double; then the works: 6700 of 3500 to 12 900, three of unknown cost
  expect(cells(rows, 'cost edits')?.[1]).toMatchObject({ text: '6,000 yuan', value: 6000 })
  expect(cells(rows, 'cost edits')?.[1].note).toContain('1 unknown')
  expect(cells(rows, 'cost works')?.[1]).toMatchObject({ text: '700 yuan', value: 700 })
  expect(cells(rows, 'cost total')?.[1]).toMatchObject({ text: '6,700 yuan', value: 6700 })
  expect(cells(rows, 'cost total')?.[1].note).toMatch(/3,500.*12\.9k.*3 .*unknown/)
  expect(cells(rows, 'cost total')?.[0].text).toBe('—')
  expect(cells(rows, 'votes')?.[1].text).toBe('three quarters: 2, majority: 1')
  // not weighed yet is not zero
  expect(cells(overviewRows(TABLE, {}, DEFAULT_RULES, language), 'cost total')?.[1]).toMatchObject({
    value: null,
  })
})

const land = (least: number, met: 0 | 1): IndicatorCount => ({
  code: 'IND_SPORT_HZ',
  method: 'supply',
  judged: 'area',
  met,
  unmet: met === 1 ? 0 : 1,
  unknown: 0,
  share: null,
  missing: null,
  value: {
    least,
    most: least,
    supply: least * 1000,
    facilities: 1,
    measure: 'land_m2',
    people: 1000,
    people_estimated: 0,
    group: 'all',
  },
  entered: [],
  reasons: [],
  absent: [],
})

test('an indicator of the whole area tells its verdict and its value', () => {
  const indicators = [{ code: 'IND_SPORT_HZ', before: land(0.5, 0), after: land(0.6, 1) }]
  const table = {
    columns: [null, 'v'],
    comparisons: [
      { ...BASE, indicators },
      { ...BETTER, indicators },
    ],
  }
  const rows = overviewRows(table, WEIGHTS, findShipped('hangzhou') as unknown as RulePack, language)
  expect(cells(rows, 'indicator IND_SPORT_HZ')?.[1]).toMatchObject({
    text: 'Total: met',
    note: '0.6 m²/person',
    tone: 'gain',
  })
})

test('an indicator that the planner entered is marked, with its sources, and is no change', () => {
  const entry = {
    code: 'CK09',
    community: null,
    value: 'met',
    unit: '',
    date: '2024-05-01',
    note: '',
  } as const
  const entered = [{ ...entry, source: '街道台账', verdict: 'met' }] as const
  const count = { ...land(0, 1), code: 'CK09', method: 'survey', value: null, entered } as const
  const indicators = [{ code: 'CK09', before: count, after: count }]
  const table = { columns: [null, 'v'], comparisons: [BASE, BETTER].map((each) => ({ ...each, indicators })) }
  const rows = overviewRows(table, WEIGHTS, findShipped('city-checkup') as unknown as RulePack, language)
  expect(cells(rows, 'indicator CK09')?.[1]).toMatchObject({
    text: 'Total: met (entered)',
    note: 'entered · source: 街道台账 2024-05-01',
    tone: null,
  })
})

test('classes show who is served, and gains and losses by their signs', () => {
  const all = classRows(TABLE, { onlyRequired: false, onlyChanged: false, age: null }, names, language)
  expect(all.map(({ key }) => key)).toEqual(['family commerce', 'MARKET', 'family sport', 'GYM'])
  expect(cells(all, 'family commerce')?.[1].text).toBe('+70 −10 people × classes')
  expect(cells(all, 'MARKET')).toMatchObject([
    { text: '100', note: null },
    { text: '160', note: '+70 −10', tone: 'gain' },
  ])
  const required = classRows(TABLE, { onlyRequired: true, onlyChanged: true, age: null }, names, language)
  expect(required.map(({ key }) => key)).toEqual(['family commerce', 'MARKET'])
  const elders = { onlyRequired: false, onlyChanged: true, age: 'age_60_plus' as const }
  const aged = classRows(TABLE, elders, names, language)
  expect(aged.map(({ key }) => key)).toEqual(['family commerce', 'MARKET'])
  expect(cells(aged, 'MARKET')?.[1]).toMatchObject({ text: '+21 −4', note: '1 community unknown' })
  expect(classRows(TABLE, { ...elders, age: 'age_3_5' }, names, language)).toEqual([])
})

const names = {
  classOf: (code: string) => code,
  familyOf: (code: string) => (code === 'GYM' ? ('sport' as const) : ('commerce' as const)),
  community: (id: string) => id,
  subdistrictOf: () => null,
}
const places = (subdistricts: Readonly<Record<string, string>>) => ({
  community: (id: string) => id.toUpperCase(),
  subdistrictOf: (id: string) => subdistricts[id] ?? null,
  classOf: (code: string) => code.toLowerCase(),
})

/** As a district drawn by volunteers: nobody counted anybody. */
const UNCOUNTED: Comparison = {
  ...BASE,
  classes: [
    change('MARKET', 0, { uncounted: { ...NOWHERE, gained: 2, lost: 1 }, communities_after: 4 }),
    change('GYM', 0, { uncounted: { ...NOWHERE, nearer: 1 } }),
  ],
  places: [
    { at: [0, 0], community: 'a', people: null, gained: [0], lost: [] },
    { at: [0, 0], community: 'b', people: null, gained: [0], lost: [] },
    { at: [0, 0], community: 'c', people: null, gained: [], lost: [0] },
  ],
  uncounted: { gain: 2, lose: 1, minutes: 3, saved_minutes: 0, all: 4, of: 4 },
}

test('where nobody counted people, communities are told, and no zero stands for what is unknown', () => {
  const table: ScenarioTable = { columns: [null, 'v'], comparisons: [BASE, UNCOUNTED] }
  const rows = overviewRows(table, WEIGHTS, DEFAULT_RULES, language)
  expect(cells(rows, 'gain')?.[1]).toMatchObject({
    text: '2 communities',
    note: 'people unknown',
    tone: 'gain',
    value: null,
  })
  expect(cells(rows, 'lose')?.[1]).toMatchObject({ text: '1 community', tone: 'loss', value: null })
  expect(cells(rows, 'minutes')?.[1]).toMatchObject({
    text: 'Unknown',
    note: '3 communities · people unknown',
    value: null,
  })
  // no class beside the required ones turns for anybody
  expect(cells(rows, 'beside')?.[1]).toMatchObject({ text: '0 / 0', note: null, value: 0 })

  const classes = classRows(table, { onlyRequired: false, onlyChanged: true, age: null }, names, language)
  expect(cells(classes, 'MARKET')?.[1]).toMatchObject({
    text: '4 communities',
    note: '+2 communities −1 community',
    tone: 'gain',
    value: null,
  })
  expect(cells(classes, 'GYM')?.[1].note).toBe('nearer 1 community')
  expect(cells(classes, 'family commerce')?.[1]).toMatchObject({
    text: 'Unknown',
    note: '3 communities unknown',
  })
})

test('sums over some who were counted say how many communities they leave out', () => {
  const partly: Comparison = {
    ...BETTER,
    uncounted: { gain: 1, lose: 0, minutes: 2, saved_minutes: 0, all: 2, of: 4 },
  }
  const rows = overviewRows(
    { columns: [null, 'v'], comparisons: [BASE, partly] },
    WEIGHTS,
    DEFAULT_RULES,
    language,
  )
  expect(cells(rows, 'gain')?.[1]).toMatchObject({
    text: '70 people',
    note: 'without 1 community of unknown people',
    value: 70,
  })
  expect(cells(rows, 'lose')?.[1]).toMatchObject({ text: '10 people', note: null })
  expect(cells(rows, 'minutes')?.[1]).toMatchObject({
    text: '+762',
    note: 'without 2 communities of unknown people',
  })
})

test('winners come first, losers last, and people nobody counted are unknown; above them the sums', () => {
  const rows = communityRows(TABLE, places({}), language)
  expect(rows.map(({ label }) => label)).toEqual(['All (3 communities)', 'A', 'U', 'C'])
  expect(cells(rows, 'a')?.[1]).toMatchObject({ value: 812.4, tone: 'gain' })
  expect(cells(rows, 'c')?.[1]).toMatchObject({ text: '−50 person-min', tone: 'loss' })
  expect(cells(rows, 'u')?.[1]).toMatchObject({
    text: 'people unknown',
    note: '+market',
    tone: 'gain',
    value: null,
  })
  // as the overview has it: 812.4 − 50 of those whose people are known, and what rounding gave them
  expect(cells(rows, 'sum')?.[1]).toMatchObject({ value: 762.3, tone: 'gain', isMixed: true })
  expect(cells(rows, 'sum')?.[1].note).toMatch(/\+70.*−10.*without 1 community of unknown people/)

  const grouped = communityRows(TABLE, places({ a: 'north', u: 'south', c: 'south' }), language)
  expect(grouped.map(({ label }) => label)).toEqual([
    'All (3 communities)',
    'north (1 community)',
    'A',
    'south (2 communities)',
    'U',
    'C',
  ])
  expect(cells(grouped, 'sum south')?.[1]).toMatchObject({ value: -50 })
})

test('all communities gain and lose in sum what the classes do, however their parts were rounded', () => {
  const { comparisons } = TABLE
  const turned = { gained: 1234, lost: 71 }
  const better = { ...comparisons[1], classes: [change('MARKET', 160, turned)] }
  const rows = communityRows({ ...TABLE, comparisons: [comparisons[0], better] }, places({}), language)
  expect(cells(rows, 'sum')?.[1].note).toMatch(/\+1,234 .*−71 /)
})

test('gaps are told by class, and in files by id', () => {
  const short = gapRows(TABLE, { onlyChanged: false, isByGap: false }, names, language)
  expect(short.map(({ key }) => key)).toEqual(['MARKET'])
  expect(cells(short, 'MARKET')).toMatchObject([
    { value: 2, note: null },
    { value: 2, note: '1 closed · 1 left · 0 new · +1 by splitting' },
  ])
  const long = gapRows(TABLE, { onlyChanged: false, isByGap: true }, names, language)
  expect(long.map(({ key, label }) => [key, label])).toEqual([
    ['MARKET', 'MARKET'],
    ['p:MARKET:a', 'a'],
    ['p:MARKET:b', 'b'],
    ['p:MARKET:b+c', 'b, c'],
    ['p:MARKET:c', 'c'],
  ])
  expect(cells(long, 'p:MARKET:b+c')?.map(({ text }) => text)).toEqual(['remaining', 'before it was split'])
  const rows = compareCsvRows({
    table: TABLE,
    weights: WEIGHTS,
    pack: DEFAULT_RULES,
    columnNames: ['As is', '=plan'],
    names,
    basisLine: 'basis',
    language,
  })
  expect(rows).toContainEqual(['Gap id', 'As is', '=plan'])
  expect(rows).toContainEqual(['p:MARKET:b', '—', 'split off'])
  expect(rows).toContainEqual(['p:MARKET:a', 'remaining', 'closed'])
  expect(rows).toContainEqual(['basis'])
})

test('people of whom nobody knows any more are told beside what became of a gap, and are no gain', () => {
  const hidden: Comparison = {
    ...BASE,
    gaps: {
      closed: [],
      unclear: ['p:MARKET:a'],
      remaining: [],
      fresh: [],
      revealed: ['p:MARKET:d'],
      turned: [{ turn: 'less-known', before: ['p:MARKET:b+c'], after: ['p:MARKET:b'] }],
      unknown: [
        { id: 'p:MARKET:a', became_unknown: 1320, became_known: 0 },
        { id: 'p:MARKET:b+c', became_unknown: null, became_known: 0 },
        { id: 'p:MARKET:d', became_unknown: 0, became_known: 12 },
      ],
    },
  }
  const table: ScenarioTable = { columns: [null, 'v'], comparisons: [BASE, hidden] }
  const rows = gapRows(table, { onlyChanged: true, isByGap: true }, names, language)
  expect(cells(rows, 'MARKET')?.[1]).toMatchObject({
    note: '0 closed · 1 now unknown · 1 left (1 now partly unknown) · 0 new · 1 now known',
    tone: null,
    value: 2,
  })
  expect(cells(rows, 'p:MARKET:a')?.[1]).toMatchObject({
    text: 'now unknown',
    note: '1,320 people now unknown',
    tone: null,
  })
  expect(cells(rows, 'p:MARKET:b+c')?.[1].note).toBe('nobody counted those now unknown')
  expect(cells(rows, 'p:MARKET:d')?.[1]).toMatchObject({ text: 'now known', note: '12 people now known' })
  const input = { table, weights: WEIGHTS, pack: DEFAULT_RULES, columnNames: ['As is', 'plan'], names }
  expect(compareCsvRows({ ...input, basisLine: 'basis', language })).toContainEqual([
    'p:MARKET:a',
    'remaining',
    'now unknown · 1,320 people now unknown',
  ])
})
