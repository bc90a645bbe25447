import { expect, test } from 'vitest'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { tellServed } from '../../src/views/plan/propose/tell-served'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh } from '../../src/views/words.zh'

const zh: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }
const en: Language = { locale: 'en', words: wordsEn, format: createFormatters('en', wordsEn) }

test('what a plan counts by communities is never told as people', () => {
  const [people, communities] = [tellServed('people', zh), tellServed('communities', zh)]
  expect([people.total(1400), people.each(1400)]).toEqual(['1,400 人次', '1,400 人'])
  expect([communities.total(52.4), communities.each(1), communities.bare(0.5)]).toEqual([
    '52.4 小区·类',
    '1.0 个小区',
    '0.5',
  ])
  expect(tellServed('communities', en).total(52.4)).toBe('52.4 community-classes')
})
