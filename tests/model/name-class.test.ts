import { expect, test } from 'vitest'
import { nameClass } from '../../src/model/rules/name-class'
import { DEFAULT_RULES } from '../../src/model/rules/shipped-packs'

test('a class is named by the rules in force, else by a shipped pack that knows it, else by its code', () => {
  expect(nameClass(DEFAULT_RULES, 'MARKET', 'zh')).toBe('菜市场或生鲜超市')
  const others = { rules: [{ ...DEFAULT_RULES.rules[0], code: 'MARKET', name_zh: '集市' }] }
  expect(nameClass(others, 'MARKET', 'zh')).toBe('集市')
  // asked for by the rules of Hangzhou alone
  expect(nameClass(DEFAULT_RULES, 'MEAL_POINT', 'zh')).toBe('助餐点')
  expect(nameClass(DEFAULT_RULES, 'constructor', 'en')).toBe('constructor')
})
