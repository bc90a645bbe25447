import { expect, test } from 'vitest'

import { DEFAULT_PROPOSAL, type Objective } from '../../src/model/proposal'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { knownGap } from '../../src/views/plan/propose/known-gap'
import { tellBound } from '../../src/views/plan/propose/tell-bound'
import { wordsZh } from '../../src/views/words.zh'

const zh: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }

const plan = (objective: Objective, value: number, bound: number) => ({
  options: { ...DEFAULT_PROPOSAL, objective },
  value,
  bound,
  gap: 0.25,
})

test('of a plan found at once the tighter bound counts: all who can be reached, or what the solver has proven', () => {
  const greedy = plan('most', 100, 150)
  expect(knownGap(greedy, false, null)).toBeCloseTo(0.5)
  expect(knownGap(greedy, false, { goal: 'most', value: 110, bound: 120, seconds: 1 })).toBeCloseTo(0.2)
  expect(knownGap(greedy, false, { goal: 'most', value: null, bound: 900, seconds: 1 })).toBeCloseTo(0.5)
  expect(knownGap(plan('most', 0, 150), false, null)).toBe(null)
  expect(knownGap(greedy, true, null)).toBe(0.25)
})

test('who can be served bounds no money: a cheapest plan waits for the second program', () => {
  const greedy = plan('cheapest', 100, 0)
  expect(knownGap(greedy, false, { goal: 'most', value: 90, bound: 95, seconds: 1 })).toBe(null)
  expect(knownGap(greedy, false, { goal: 'cheapest', value: 100, bound: 80, seconds: 2 })).toBeCloseTo(0.2)
  expect(tellBound(0.2, greedy, zh)).toBe('最多还可省 20%')
  expect(tellBound(0.2, plan('most', 1, 2), zh)).toBe('最多还可改进 20%')
})
