import { expect, test } from 'vitest'
import { DraftColumn } from '../../../src/engine/assessment/draft-column'

test('a column is copied when an entry differs, not when the same is written', () => {
  const before = Float32Array.of(0.1, Number.NaN, 3)
  const draft = new DraftColumn(before, () => new Float32Array(3))
  // as a column keeps it, 0.1 is another number
  draft.set(0, 0.1)
  draft.set(1, Number.NaN)
  expect(draft.column).toBe(before)
  draft.set(2, 4)
  draft.set(0, 0.1)
  expect(draft.column).toEqual(Float32Array.of(0.1, Number.NaN, 4))
  expect(before).toEqual(Float32Array.of(0.1, Number.NaN, 3))
})

test('a column that begins as no other is made, once', () => {
  const made = new Uint8Array(2)
  const draft = new DraftColumn<Uint8Array>(undefined, () => made)
  draft.set(1, 7)
  expect(draft.column).toBe(made)
  expect(made).toEqual(Uint8Array.of(0, 7))
})
