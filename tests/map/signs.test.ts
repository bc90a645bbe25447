import { expect, test } from 'vitest'
import hosting from '../../data/rules/hosting.json'
import pack from '../../data/rules/gb50180-2018.json'
import { SHIPPED_PACKS } from '../../src/model/rules/shipped-packs'
import type { RulePack } from '../../src/model/rule-pack'
import { classSign, signedClasses } from '../../src/map/signs'

const national = pack as unknown as RulePack

test('what a space may become has its sign, also where the rules in use do not ask for it', () => {
  for (const { classes } of hosting.uses)
    for (const code of classes) expect(`${code} ${classSign(national, code).character}`).not.toContain('?')
  expect(classSign(national, 'MEAL_POINT').character).toBe('助')
  // of no family there: told from those the rules know by its color
  expect(classSign(national, 'MEAL_POINT').color).toBe(classSign(national, undefined).color)
  expect(classSign(national, 'CASINO').character).toBe('?')
})

test('every class of a shipped pack has a sign of its own, and the atlas is told of all of them', () => {
  for (const { rules } of SHIPPED_PACKS)
    for (const { code } of rules) expect(classSign(national, code).character, code).not.toBe('?')
  expect(signedClasses(national)).toEqual(expect.arrayContaining(['MEAL_POINT', 'MARKET']))
  const own = { ...national, rules: [...national.rules, { ...national.rules[0], code: 'OWN_CLASS' }] }
  expect(signedClasses(own)).toContain('OWN_CLASS')
  expect(new Set(signedClasses(own)).size).toBe(signedClasses(own).length)
})
