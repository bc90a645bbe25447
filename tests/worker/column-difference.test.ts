import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareColumns, mergeColumn } from '../../src/worker/column-difference'

const entry = fc.constantFrom(0, -0, 1.5, -1, Number.NaN)
const changes = fc.array(fc.tuple(fc.nat({ max: 39 }), entry), { maxLength: 12 })

test('a column comes again from the one before and what differs, whole or in a few entries', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 40, maxLength: 40 }), changes, (list, changed) => {
      const before = Float64Array.from(list)
      const after = before.slice()
      for (const [at, value] of changed) after[at] = value
      const difference = compareColumns(before, after)
      expect(mergeColumn(difference ?? undefined, before)).toEqual(after)
      expect(before).toEqual(Float64Array.from(list))
      // told in entries, only those that differ are told
      difference?.at?.forEach((at) => expect(Object.is(before[at], after[at])).toBe(false))
      if (difference === null) expect(after).toEqual(before)
    }),
  )
})

test('few entries are told one by one; many, another length and no column before are told whole', () => {
  const before = new Int32Array(80)
  const few = before.slice()
  few.set([7, 8], 40)
  expect(compareColumns(before, before.slice())).toBeNull()
  expect(compareColumns(before, few)).toEqual({ at: Int32Array.of(40, 41), values: Int32Array.of(7, 8) })
  const many = before.slice().fill(9, 0, 11)
  expect(compareColumns(before, many)).toEqual({ at: null, values: many })
  expect(compareColumns(before, new Int32Array(79))?.at).toBeNull()
  const whole = compareColumns(undefined, few)
  expect(whole?.values).toEqual(few)
  // what moves to the page is no longer here
  expect(whole?.values).not.toBe(few)
  expect(() => mergeColumn({ at: Int32Array.of(1), values: Int32Array.of(2) }, undefined)).toThrow('not here')
})
