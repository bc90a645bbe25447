import { expect, test } from 'vitest'
import type { Comparison } from '../../src/model/comparison'
import type { Edit } from '../../src/model/scenario'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { sizesOf } from '../../src/views/scenario/sizes-of'
import { tellCostSum, tellUnpriced } from '../../src/views/scenario/tell-cost'
import { tellEdit, tellKind, tellNotJudged } from '../../src/views/scenario/tell-edit'
import { tellLastStep } from '../../src/views/scenario/tell-last-step'
import type { Names } from '../../src/views/use-names'
import { wordsZh } from '../../src/views/words.zh'

const ZH: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }
const names = { facility: () => '篮球场', gate: () => '边门' } as unknown as Names

test('a size is told with every area that is said', () => {
  const edit: Edit = { kind: 'resize-facility', facility: 'f', floor_area_m2: 800, land_area_m2: 1310 }
  expect(tellEdit(edit, [], names, ZH)).toBe('篮球场 → 800 m² · 用地 1,310 m²')
})

test('a gate that lets only residents pass is not called opened', () => {
  const edit: Edit = { kind: 'open-gate', gate: 'g', access: 'residents' }
  expect(tellKind(edit, ZH)).toBe('大门通行')
  expect(tellKind({ ...edit, access: 'public' }, ZH)).toBe('开放大门')
})

const ruled = (code: string) => ({ ...names, rules: new Map([[code, {}]]) }) as unknown as Names

test('of a use that no rule is about it is said why it changes no number', () => {
  const edit: Edit = { kind: 'convert-space', space: 's', use: 'CHILD_CARE', class: 'CHILD_CARE' }
  expect(tellNotJudged(edit, ruled('NURSERY'), ZH)).toBe('规则集没有这一类，不计入覆盖')
  expect(tellNotJudged(edit, ruled('CHILD_CARE'), ZH)).toBe(null)
  expect(tellNotJudged({ kind: 'close-gate', gate: 'g' }, ruled('NURSERY'), ZH)).toBe(null)
})

test('a facility is sized by the areas its class has figures for and those on record, else by floor area', () => {
  const range = [100, 200] as const
  expect(sizesOf({ building_m2: null, land_m2: range })).toEqual({ floor: false, land: true })
  expect(sizesOf({ building_m2: null, land_m2: range }, { floor_area_m2: 9 })).toEqual({
    floor: true,
    land: true,
  })
  expect(sizesOf({ building_m2: range, land_m2: null })).toEqual({ floor: true, land: false })
  expect(sizesOf(undefined)).toEqual({ floor: true, land: false })
})

test('a sum of costs never says unknown «besides» where nothing else costs anything', () => {
  const sum = { low_yuan: 0, default_yuan: 0, high_yuan: 0, unknown: 1 }
  expect(tellCostSum(sum, ZH)).toBe('造价未知')
  expect(tellUnpriced(sum, 2, ZH)).toBe('1 项未知，其余无工程费')
  expect(tellUnpriced(sum, 1, ZH)).toBe(null)
  expect(tellUnpriced({ ...sum, default_yuan: 5, high_yuan: 9 }, 2, ZH)).toBe('另有 1 项未知')
})

test('of what is not measured yet no length is said, not that it is unknown', () => {
  const edit: Edit = { kind: 'move-facility', facility: 'f', to: [120, 30] }
  expect(tellEdit(edit, null, names, ZH)).toBe('篮球场')
  expect(tellEdit(edit, [], names, ZH)).toBe('篮球场 · 长度未知')
})

test('the last step is told in people, in communities nobody counted, and where it changes nothing', () => {
  const none = { gained: 0, lost: 0, nearer: 0, farther: 0 }
  const state = (served_after: number, uncounted: object, person_minutes = 0) =>
    ({
      classes: [
        {
          served_before: 8,
          served_after,
          gained: 0,
          lost: 0,
          nearer: 0,
          farther: 0,
          person_minutes: 0,
          uncounted: { ...none, ...uncounted },
        },
      ],
      person_minutes,
    }) as unknown as Comparison
  const before = state(10, { gained: 1 })
  expect(tellLastStep(before, state(10, { gained: 1 }), ZH)).toBe('没有改变覆盖和步行距离')
  expect(tellLastStep(before, state(15, { gained: 3 }, 60), ZH)).toBe(
    '覆盖 +5 人（各类别合计） · 覆盖 +2 个小区（各类别合计） · 步行 −60 人·分钟',
  )
  expect(tellLastStep(before, state(10, { gained: 1, lost: 2, farther: 1 }), ZH)).toBe(
    '覆盖 −2 个小区（各类别合计） · 更远 +1 个小区',
  )
  // the first step, against the base
  expect(tellLastStep(null, state(10, {}, 5), ZH)).toBe('覆盖 +2 人（各类别合计） · 步行 −5 人·分钟')
  expect(tellLastStep(null, state(8, {}), ZH)).toBe('没有改变覆盖和步行距离')
})
