import { expect, test } from 'vitest'
import { freeName } from '../../src/views/scenario/free-name'

const nameOf = (number: string) => `优化方案 ${number}`

test('the first plan is the first, whatever else there is, and no two are called the same', () => {
  expect(freeName([{ name: '方案 1' }], nameOf, 1)).toBe('优化方案 1')
  // one before it was deleted
  expect(freeName([{ name: '方案 1' }, { name: '优化方案 3' }], nameOf, 3)).toBe('优化方案 4')
  expect(freeName([{ name: '优化方案 1' }, { name: '优化方案 3' }], nameOf, 1)).toBe('优化方案 2')
})
