import { describe, expect, it } from 'vitest'
import type { Issue, IssueCode } from '../../src/model/issue'
import { tellIssue, tellProblem, tellWhere } from '../../src/views/tell-issue'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh, type Words } from '../../src/views/words.zh'

/** Paths of all leaves of a dictionary, with what kind of leaf each is. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
  return [`${path}:${typeof value}`]
}

/** Texts of a dictionary; functions are not called. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts)
  return []
}

const CODES = Object.keys(wordsZh.issue) as IssueCode[]
const DICTIONARIES: readonly (readonly [string, Words])[] = [
  ['zh', wordsZh],
  ['en', wordsEn],
]

describe('words', () => {
  it('have the same keys in both languages', () => {
    expect(leaves(wordsEn)).toEqual(leaves(wordsZh))
  })

  it('leave no English text Chinese', () => {
    const chinese = texts(wordsEn).filter((text) => /[\u4e00-\u9fff]/.test(text))
    expect(chinese).toEqual([])
  })

  it('use full-width punctuation between Chinese characters', () => {
    const halfWidth = texts(wordsZh).filter((text) => /[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]/.test(text))
    expect(halfWidth).toEqual([])
  })

  it.each(DICTIONARIES)('have a title and a whole sentence for every problem (%s)', (_, words) => {
    const bare = CODES.map((code) => ({
      code,
      title: words.issueTitle[code],
      sentence: words.issue[code]({}),
    }))
    expect(bare.filter(({ title }) => title === '')).toEqual([])
    expect(bare.filter(({ sentence }) => !/[。.]$/.test(sentence))).toEqual([])
    // a fact that was not given leaves no trace
    expect(bare.filter(({ sentence }) => /undefined|NaN|null|「」|“”/.test(sentence))).toEqual([])
  })
})

describe('an issue told', () => {
  const issue: Issue = {
    severity: 'error',
    code: 'field-wrong-type',
    file: '小区.geojson',
    layer: 'communities',
    row: 12,
    facts: { field: 'built_year', value: '八十年代', expected: 'int' },
  }

  it('says which file, layer and row, what is wrong and what to do', () => {
    expect(tellIssue(issue, wordsZh)).toBe(
      '小区.geojson · 住宅小区 · 第 12 条：字段「建成年份 built_year」的值「八十年代」不是整数，按未知处理。请在原表中更正。',
    )
    expect(tellIssue(issue, wordsEn)).toBe(
      '小区.geojson · Communities · record 12: The value “八十年代” of field “Built built_year” is not a whole number; treated as unknown. Correct it in the source table.',
    )
  })

  it('says the id where there is no row', () => {
    expect(tellWhere({ severity: 'info', code: 'gates-unknown', id: 'c6' }, wordsEn)).toBe('id c6')
  })

  it('calls a record by its name where it has one', () => {
    const unknownGates: Issue = { severity: 'warning', code: 'gates-unknown', layer: 'communities', id: 'c6' }
    expect(tellProblem(unknownGates, wordsZh, () => '翠苑一区')).toContain('「翠苑一区」是封闭小区')
  })

  it('is only the problem when nothing is known of the place', () => {
    const bare: Issue = { severity: 'error', code: 'file-empty' }
    expect(tellIssue(bare, wordsZh)).toBe(tellProblem(bare, wordsZh))
  })
})
