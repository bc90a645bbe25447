import { expect, test } from 'vitest'
import { SHIPPED_PACKS } from '../../src/model/rules/shipped-packs'
import { saysMore, tellNote } from '../../src/views/rules/tell-note'
import { PACK_NOTES_ZH } from '../../src/views/words/pack-notes.zh'

/** Every note anywhere in a pack. */
function notesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(notesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'note' && typeof inner === 'string' ? [inner] : notesIn(inner),
  )
}

/** Marks of sources alone, such as "S3b", need no words. */
const isMark = (note: string) => note === '' || /^S\d+[a-z]?$/.test(note)

test('every note of a shipped pack is told in Chinese, and none is kept that no pack has', () => {
  const notes = new Set(SHIPPED_PACKS.flatMap(notesIn).filter((note) => !isMark(note)))
  expect([...notes].filter((note) => !(note in PACK_NOTES_ZH))).toEqual([])
  expect(Object.keys(PACK_NOTES_ZH).filter((note) => !notes.has(note))).toEqual([])
})

test('a note of marks alone says nothing more', () => {
  expect(['', 'S12', 'V, S32', 'S1; S3b'].map(saysMore)).toEqual([false, false, false, false])
  expect(saysMore('S28; press report, check that it is in force')).toBe(true)
})

test('combined notes are told part by part, a note of the user as it is', () => {
  expect(tellNote('no cooking · 我们自己的说明', { locale: 'zh' })).toBe('不设烹饪 · 我们自己的说明')
  expect(tellNote('no cooking', { locale: 'en' })).toBe('no cooking')
})
