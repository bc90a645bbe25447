import { expect, test } from 'vitest'
import { tellPlacesShortly } from '../../src/views/gaps/tell-places'
import { shortenName } from '../../src/views/gaps/shorten-name'

test('a long name keeps its beginning and, longer, its end, by which neighbors differ', () => {
  expect(shortenName('织锦二区')).toBe('织锦二区')
  expect(shortenName('翠苑街道杏林社区锦上名邸')).toBe('翠苑街道杏林社区锦上名邸')
  expect(shortenName('杭州市西湖区翠苑街道杏林社区第一居民委员会老旧住宅小锦上名邸')).toBe(
    '杭州市…旧住宅小锦上名邸',
  )
  expect(shortenName('Westlake Gardens Residential Community Phase 2')).toBe('Westla…ommunity Phase 2')
  // a letter of two halves is not cut in two
  expect(shortenName('𠮷'.repeat(30))).toBe(`${'𠮷'.repeat(3)}…${'𠮷'.repeat(8)}`)
})

test('names that would look the same are told in full, and so is one alone', () => {
  const names = {
    hasName: () => true,
    community: (id: string) => `翠苑街道杏林社区第${id}居民委员会老旧住宅小区`,
  }
  const language = { words: { listSeparator: '、' } } as never
  expect(tellPlacesShortly(['一', '二'], names, language)).toBe(
    '翠苑街道杏林社区第一居民委员会老旧住宅小区、翠苑街道杏林社区第二居民委员会老旧住宅小区',
  )
  expect(tellPlacesShortly(['一'], names, language)).toBe('翠苑街道杏林社区第一居民委员会老旧住宅小区')
})
