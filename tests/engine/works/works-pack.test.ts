import * as v from 'valibot'
import { expect, test } from 'vitest'

import { RULE_STATUSES } from '../../../src/model/rule-pack'
import { COST_PACK } from '../../../src/model/cost-pack'
import { HOSTING_PACK } from '../../../src/model/hosting-pack'
import { SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'
import { WORKS_PACK } from '../../../src/model/works-pack'

const words = v.pipe(v.string(), v.minLength(1))
const status = v.picklist(RULE_STATUSES)
const sourced = { source_zh: words, source_en: words, status }
const named = { code: v.pipe(v.string(), v.regex(/^[A-Z_]+$/)), name_zh: words, name_en: words }
const list = v.array(v.strictObject({ ...named, ...sourced }))
const positive = v.pipe(v.number(), v.gtValue(0))
const vote = v.picklist(['none', 'simple', 'three-quarters'])
const name = v.pipe(v.string(), v.regex(/^(item|use|edit):./))

const schema = v.strictObject({
  id: words,
  name_zh: words,
  name_en: words,
  version: words,
  date: v.pipe(v.string(), v.isoDate()),
  groups: list,
  plan_items: list,
  phases: list,
  items: v.array(
    v.strictObject({
      ...named,
      ...sourced,
      group: words,
      plan_item: v.nullable(words),
      category: v.nullable(v.picklist(['basic', 'improving', 'upgrading'])),
      need: v.variant('kind', [
        v.strictObject({ kind: v.picklist(['survey', 'step-free', 'management', 'classes']) }),
        v.strictObject({ kind: v.literal('lifts'), storeys: positive }),
        v.strictObject({ kind: v.literal('parking'), bays_per_household: positive }),
        v.strictObject({ kind: v.literal('renovated'), within_years: positive }),
      ]),
      classes: v.exactOptional(v.pipe(v.array(words), v.minLength(1))),
      cost_item: v.exactOptional(words),
      priced_with: v.exactOptional(words),
      is_free: v.exactOptional(v.literal(true)),
      vote,
      vote_status: status,
      phase: words,
      digs: v.exactOptional(v.literal(true)),
      covers: v.exactOptional(v.literal(true)),
    }),
  ),
  conflicts: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^WC\d\d$/)),
      title_zh: words,
      title_en: words,
      text_zh: words,
      text_en: words,
      level: v.picklist(['block', 'condition', 'check']),
      check: v.variant('kind', [
        v.strictObject({ kind: v.literal('hosting'), rules: v.array(words) }),
        v.strictObject({
          kind: v.literal('space'),
          uses: v.array(words),
          trait: v.picklist(['in-housing', 'below-ground', 'in-green']),
        }),
        v.strictObject({
          kind: v.literal('together'),
          these: v.array(name),
          those: v.exactOptional(v.array(name)),
        }),
      ]),
      ...sourced,
    }),
  ),
})

const PACK = WORKS_PACK
const codesOf = (items: readonly { readonly code: string }[]): readonly string[] =>
  items.map(({ code }) => code)

test('the pack has its shape, and every code once', () => {
  const { issues = [] } = v.safeParse(schema, PACK)
  expect(issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([])
  for (const codes of [
    codesOf(PACK.groups),
    codesOf(PACK.plan_items),
    codesOf(PACK.phases),
    codesOf(PACK.items),
    PACK.conflicts.map(({ id }) => id),
  ])
    expect(new Set(codes).size).toBe(codes.length)
})

test('every code that is named is there', () => {
  const classes = new Set(SHIPPED_PACKS.flatMap(({ rules }) => rules.map(({ code }) => code)))
  const items = codesOf(PACK.items)
  for (const item of PACK.items) {
    expect(codesOf(PACK.groups), item.code).toContain(item.group)
    expect(codesOf(PACK.phases), item.code).toContain(item.phase)
    if (item.plan_item !== null) expect(codesOf(PACK.plan_items), item.code).toContain(item.plan_item)
    if (item.cost_item !== undefined) expect(codesOf(COST_PACK.items), item.code).toContain(item.cost_item)
    if (item.priced_with !== undefined) expect(items, item.code).toContain(item.priced_with)
    for (const code of item.classes ?? []) expect([...classes], item.code).toContain(code)
    // what the classes say needs classes
    if (item.need.kind === 'classes') expect(item.classes, item.code).toBeDefined()
  }
  const uses = codesOf(HOSTING_PACK.uses)
  const rules = HOSTING_PACK.rules.map(({ id }) => id as string)
  const isKnown = (named: string): boolean => {
    const [kind, code] = named.split(':')
    return kind === 'item' ? items.includes(code) : kind === 'use' ? uses.includes(code) : true
  }
  for (const { id, check } of PACK.conflicts) {
    if (check.kind === 'hosting') for (const rule of check.rules) expect(rules, id).toContain(rule)
    if (check.kind === 'space') for (const use of check.uses) expect(uses, id).toContain(use)
    if (check.kind === 'together')
      for (const named of [...check.these, ...(check.those ?? [])]) expect(isKnown(named), named).toBe(true)
  }
})

test('the five groups and the seven things of the plan are all there, word by word', () => {
  expect(PACK.groups.map(({ name_zh }) => name_zh)).toEqual([
    '基础设施',
    '居住环境',
    '服务功能',
    '小区特色',
    '长效管理',
  ])
  expect(PACK.plan_items.map(({ name_zh }) => name_zh).join('、')).toBe(
    '停车泊位、电梯加装、养老托幼、安防消防、无障碍设施、内涝治理、长效管理',
  )
  const groups = new Set(PACK.items.map(({ group }) => group))
  const things = new Set(PACK.items.map(({ plan_item }) => plan_item))
  for (const { code } of PACK.groups) expect(groups).toContain(code)
  for (const { code } of PACK.plan_items) expect(things).toContain(code)
})

test('what holds the price of others is no part of another price, and pits come before what covers them', () => {
  for (const { priced_with } of PACK.items)
    if (priced_with !== undefined)
      expect(PACK.items.find(({ code }) => code === priced_with)?.priced_with).toBeUndefined()
  const phaseOf = (phase: string): number => codesOf(PACK.phases).indexOf(phase)
  const digging = PACK.items.filter(({ digs }) => digs === true).map(({ phase }) => phaseOf(phase))
  const covering = PACK.items.filter(({ covers }) => covers === true).map(({ phase }) => phaseOf(phase))
  expect(Math.max(...digging)).toBeLessThan(Math.min(...covering))
})
