import { expect, test } from 'vitest'
import type { UnitLink } from '../../src/model/unit-report'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { tellApart, tellTogether } from '../../src/views/plan/units/tell-unit-link'
import type { Names } from '../../src/views/use-names'
import { wordsZh } from '../../src/views/words.zh'

const ZH: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }
const NAMES = { community: (id: string) => `${id}村` } as Names

const link: UnitLink = {
  communities: ['a', 'b'],
  walk_m: 149,
  gates_m: 49,
  near_share: 0.683,
  wall_m: 179,
  divide: null,
  affinity: 1.683,
}

test('every reason for two communities in one unit is told, not only the first', () => {
  expect(tellTogether(link, ZH)).toBe(
    '共用边界约 179 m · 出入口相对，步行 49 m · 68%的居民步行 300 m 内有对方居民 · 最近两户步行 149 m',
  )
  // a corner is no wall, and gates around the corner do not face each other
  expect(tellTogether({ ...link, wall_m: 19, gates_m: 61, near_share: 0, walk_m: null }, ZH)).toBe(
    '出入口步行相距 61 m · 最近两户步行超过 500 m',
  )
  expect(tellTogether({ ...link, wall_m: 0, gates_m: null, near_share: 0 }, ZH)).toBe('最近两户步行 149 m')
  expect(tellTogether(undefined, ZH)).toBe('步行超过 500 m，也没有共用边界')
})

test('what keeps a community out of a unit is told with whom or what', () => {
  expect(tellApart({ kind: 'divide', divide: 'water', from: 'b' }, NAMES, ZH)).toBe('与「b村」被河道隔开')
  expect(tellApart({ kind: 'far', from: 'b' }, NAMES, ZH)).toBe('与「b村」步行超过 500 m，也没有共用边界')
  expect(tellApart({ kind: 'too-many', people: 12_001 }, NAMES, ZH)).toBe(
    '合计 12,001 人，超过一个五分钟生活圈的 12,000 人',
  )
})
