import { expect, test } from 'vitest'

import { judgeBallot } from '../../src/engine/consent/judge-ballot'
import { tellShare } from '../../src/model/ballot-share'
import type { Tally } from '../../src/model/consent'
import type { EditCost } from '../../src/model/cost'
import { COST_PACK } from '../../src/model/cost-pack'
import { emptyPackage } from '../../src/model/package'
import type { PackageAnswer } from '../../src/model/package-answer'
import type { Scenario } from '../../src/model/scenario'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { fieldsOf, listWrongCounts, tellCounts } from '../../src/views/plan/consent/check-counts'
import { tellMissing } from '../../src/views/plan/consent/tell-ballot'
import { typedOver } from '../../src/views/plan/money/typed-price'
import { packageRows, packageSheets } from '../../src/views/plan/money/package-sheets'
import { statusOfCost, tellReckoning } from '../../src/views/scenario/tell-cost'
import { tellMoney, tellRange, tellRemainder } from '../../src/views/tell-money'
import { readAmount, takeAmount } from '../../src/views/ui/read-amount'
import type { Names } from '../../src/views/use-names'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh } from '../../src/views/words.zh'

const ZH: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }
const EN: Language = { locale: 'en', words: wordsEn, format: createFormatters('en', wordsEn) }

test('money in the unit people say it in; a range says the unit once where it is one', () => {
  expect([6.666, 999.5, 9_999, 12_500, 123_400_000].map((yuan) => tellMoney(yuan, ZH))).toEqual([
    '6.67 元',
    '1,000 元',
    '9,999 元',
    '1.3 万元',
    '1.23 亿元',
  ])
  expect(tellMoney(1_234_000, EN)).toBe('1.23M yuan')
  const cost = { low_yuan: 20_000, default_yuan: 30_000, high_yuan: 45_000 }
  expect(tellRange(cost, ZH)).toEqual({ middle: '3 万元', range: '2–4.5 万元' })
  expect(tellRange({ ...cost, low_yuan: 5000 }, ZH).range).toBe('5,000 元–4.5 万元')
  expect(tellRange({ low_yuan: 5, default_yuan: 5, high_yuan: 5 }, ZH).range).toBe(null)
})

test('amounts as people type them', () => {
  expect(['', '12', '1,234.5', ' １２ ', '.5', '3.'].map(readAmount)).toEqual([null, 12, 1234.5, 12, 0.5, 3])
  for (const wrong of ['-1', '1e3', 'abc', '1.2.3', '∞', '=1'])
    expect(readAmount(wrong), wrong).toBe(undefined)
  // «1e400» and four hundred digits are no amount that a project file could keep
  for (const wrong of ['9'.repeat(400), '101', '1e400', '-5'])
    expect(takeAmount(wrong, { most: 100 })).toBe(undefined)
  expect(takeAmount('9'.repeat(400), {})).toBe(undefined)
  expect(['', '100', '2.5'].map((text) => takeAmount(text, { most: 100 }))).toEqual([null, 100, 2.5])
  expect(takeAmount('2.5', { isWhole: true })).toBe(undefined)
})

test('what a ballot still misses, in owners and square metres', () => {
  const tally: Tally = {
    area_m2: 9000,
    heads: 90,
    voting_area_m2: 5999.5,
    voting_heads: 60,
    yes_area_m2: 5999.5,
    yes_heads: 44,
  }
  const result = {
    hasQuorum: false,
    isCarried: false,
    missing_voting_area_m2: 0.5,
    missing_voting_heads: 0,
    missing_yes_area_m2: 0,
    missing_yes_heads: 1,
  }
  const told = tellMissing(
    {
      type: 'three-quarters',
      isOwnType: false,
      isStale: false,
      ballot: { state: 'counted', tally, result, further: { heads: 4, area_m2: 0.5 } },
    },
    ZH,
  )
  expect(told).toEqual([
    '参与还差 1 m²',
    '同意还差 1 户（参与者不变）',
    '至少再有 4 户、1 m² 参加并同意即可通过',
  ])
})

test('exactly half is not more than half, and it is said that some area is missing', () => {
  const tally: Tally = {
    area_m2: 34_490,
    heads: 671,
    voting_area_m2: 23_000,
    voting_heads: 448,
    yes_area_m2: 11_500,
    yes_heads: 300,
  }
  const ballot = judgeBallot('simple', tally, {
    heads: { value: 671, basis: 'owners' },
    area_m2: { value: 34_490, basis: 'exclusive-area' },
  })
  expect(tellMissing({ type: 'simple', isOwnType: true, isStale: false, ballot }, ZH)).toEqual([
    '同意还差 少许面积（恰好一半不算过半）（参与者不变）',
    '至少再有 少许面积（恰好一半不算过半） 参加并同意即可通过',
  ])
})

test('a share is rounded to the side of the mark it is on', () => {
  expect(tellShare(23_000 / 34_490, true)).toBe('66.7')
  expect(tellShare(447 / 671, false)).toBe('66.6')
  expect([tellShare(0.5, false), tellShare(0.75, true), tellShare(0.57, true)]).toEqual([
    '50.0',
    '75.0',
    '57.0',
  ])
})

test('a shared wall is reckoned by its gates and by the way through, and its prices are trusted like the least sure', () => {
  const [gate, path] = [COST_PACK.gate, COST_PACK.path]
  const cost: EditCost = {
    low_yuan: 1,
    default_yuan: 2,
    high_yuan: 3,
    item: gate,
    amount: 2,
    unit: 'each',
    besides: { item: path, amount: 30, unit: 'm2' },
  }
  expect(tellReckoning(cost, ZH)).toBe(`${named(gate)} × 2 处 + ${named(path)} × 30 m²`)
  expect(statusOfCost(cost, [own(gate)])).toBe('J')
  expect(statusOfCost(cost, [own(gate), own(path)])).toBe(null)
  expect(tellReckoning({ ...cost, item: null, besides: undefined }, ZH)).toBe(null)
})

const named = (code: string) => COST_PACK.items.find((item) => item.code === code)?.name_zh
const own = (code: string) => ({ code, low_yuan: 1, default_yuan: 1, high_yuan: 1 })

const scenario: Scenario = {
  id: 's',
  name: '=方案',
  edits: [{ kind: 'add-facility', name: '=1+1', class: 'GYM', at: [120, 30] }],
}
const names = {
  community: (id: string) => `小区 ${id}`,
  classOf: (code: string) => code,
  records: { gatesOf: new Map() },
} as unknown as Names
const zero = { low_yuan: 0, default_yuan: 0, high_yuan: 0, unknown: 1 }
const answer = {
  scenario: 's',
  edits: [
    {
      kind: 'add-facility',
      isPossible: true,
      cost: null,
      vote: { type: 'three-quarters', ground: 'changes-common-use', communities: ['c'] },
      isCarried: null,
    },
  ],
  communities: [],
  conflicts: [],
  cost: { edits: zero, works: { ...zero, unknown: 0 }, total: zero },
  perPerson: null,
  funding: {
    total_yuan: 0,
    parts: [{ source: 'bonds', yuan: 7 }],
    funded_yuan: 7,
    remainder_yuan: -7,
  },
  remainder: { low_yuan: -7, high_yuan: -7 },
  sharing: { basis: 'people', total_yuan: 0, shares: [], isComplete: true, unshared_yuan: 0 },
  isCarried: null,
} as unknown as PackageAnswer

test('an edit that builds nothing is no figure of the user’s', () => {
  const free = { low_yuan: 0, default_yuan: 0, high_yuan: 0, item: null, amount: 1, unit: null }
  const itemOf = (more: object) =>
    packageSheets({
      scenario: { ...scenario, edits: [{ ...scenario.edits[0], ...more }] },
      decided: emptyPackage('s'),
      answer: { ...answer, edits: [{ ...answer.edits[0], cost: free }] },
      names,
      language: ZH,
      basis: [],
    })[0].rows[1][6]
  expect(itemOf({})).toBe('无工程费')
  expect(itemOf({ cost_yuan: 0 })).toBe('自填')
})

test('a package as sheets: an unknown cost is empty and said to be unknown, shares of nothing are empty', () => {
  const sheets = packageSheets({
    scenario,
    decided: emptyPackage('s'),
    answer,
    names,
    language: ZH,
    basis: [['名称', 'x']],
  })
  expect(sheets.map(({ name }) => name)).toEqual(['造价', '出资', '居民分摊', '表决', '改造内容', '依据'])
  const [costs, funding] = sheets
  expect(costs.rows[1].slice(2, 7)).toEqual(['新增设施 · =1+1', null, null, null, '造价未知'])
  expect(costs.rows[1].slice(8)).toEqual(['四分之三', '小区 c', '待表决'])
  expect(costs.rows.at(-1)).toEqual(['总造价', null, '另有 1 项造价未知，未计入', 0, 0, 0])
  expect(funding.rows[1]).toEqual(['专项债券', 7, null])
  // one table: each sheet under its name
  const rows = packageRows(sheets)
  expect(rows.filter((row) => row.length === 1).map(([name]) => name)).toEqual(sheets.map(({ name }) => name))
})

test('counts that cannot be are told with what they are more than, and only their fields are marked', () => {
  const owners = {
    heads: { value: 1059, basis: 'owners' },
    area_m2: { value: 56_710, basis: 'exclusive-area' },
  } as const
  const entry = { voting_heads: 2000, voting_area_m2: 50_000, yes_heads: 900, yes_area_m2: 45_000 }
  expect(tellCounts(entry, owners, ZH)).toEqual(['参加表决 2,000 户，多于全体业主 1,059 户'])
  expect(listWrongCounts(entry, owners).flatMap(fieldsOf)).toEqual(['voting_heads'])
  const fewer = { ...entry, voting_heads: 800 }
  expect(tellCounts(fewer, owners, ZH)).toEqual(['同意 900 户，多于参加表决 800 户'])
  expect(listWrongCounts(fewer, owners).flatMap(fieldsOf)).toEqual(['yes_heads', 'voting_heads'])
  expect(tellCounts({ ...entry, voting_heads: 1000 }, owners, ZH)).toEqual([])
})

test('of a ballot that is not all entered it is told which counts and totals are missing', () => {
  const owners = {
    heads: { value: 1059, basis: 'owners' },
    area_m2: { value: null, basis: null },
  } as const
  expect(tellCounts({ voting_heads: 800, yes_area_m2: 100 }, owners, ZH)).toEqual([
    '还没填：同意 人数（户）、全体业主 专有面积（m²）、参加表决 专有面积（m²）',
  ])
  expect(tellCounts({}, owners, ZH)).toEqual([])
})

test('what is left to be funded is told apart from what is promised beyond the cost', () => {
  expect(tellRemainder(23_000, ZH)).toBe('待落实 2.3 万元')
  expect(tellRemainder(-105_000, ZH)).toBe('超出 10.5 万元')
})

test('a range that is none waits over the price it was typed over, and goes with it', () => {
  const over = { low_yuan: 9000, default_yuan: 9500, high_yuan: 12_000 }
  const typed = { code: 'C02', ...over, low_yuan: 99_999 }
  expect(typedOver({ typed, over }, { ...over })).toBe(typed)
  // undone meanwhile: the shipped price stands there again
  expect(typedOver({ typed, over }, { low_yuan: 1200, default_yuan: 2000, high_yuan: 3500 })).toBe(null)
  expect(typedOver(null, over)).toBe(null)
})
