import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeEligibility } from '../../../src/engine/assessment/judge-eligibility'
import { PLAN_SCOPE } from '../../../src/model/scope'

type Surveyed = Parameters<typeof judgeEligibility>[0]

const old: Surveyed = { built_year: 1988, expropriation_planned: false }
const late: Surveyed = {
  built_year: 2004,
  expropriation_planned: false,
  affordable_housing: true,
  management: 'basic',
  resident_will: 0.8,
}
const verdict = (community: Surveyed, scope = PLAN_SCOPE) => judgeEligibility(community, 2026, scope).verdict

describe('the clause on scope', () => {
  it('takes in what was built by the end of the year, and not a year later', () => {
    expect(verdict({ ...old, built_year: 2000 })).toBe('eligible')
    expect(verdict({ ...old, built_year: 2001, affordable_housing: false })).toBe('not-eligible')
  })

  it('leaves out what was renovated five years ago, and not six', () => {
    expect(verdict({ ...old, last_renovated_year: 2021 })).toBe('not-eligible')
    expect(verdict({ ...old, last_renovated_year: 2020 })).toBe('eligible')
  })

  it('takes in later affordable housing by exception, each condition alone can refuse it', () => {
    expect(verdict(late)).toBe('by-exception')
    for (const [field, value, clause] of [
      ['affordable_housing', false, 'not-affordable-housing'],
      ['management', 'professional', 'well-managed'],
      ['resident_will', 0.6, 'weak-will'],
    ] as const) {
      const answer = judgeEligibility({ ...late, [field]: value }, 2026)
      expect(answer.verdict).toBe('not-eligible')
      expect(answer.clauses).toEqual(['built-later', clause])
    }
  })

  it('goes by the numbers it is given', () => {
    // Chengdu's year; a plan that counts three years; one where half of the residents are enough
    expect(verdict({ ...old, built_year: 2004 }, { ...PLAN_SCOPE, built_by_year: 2004 })).toBe('eligible')
    expect(verdict({ ...old, last_renovated_year: 2022 }, { ...PLAN_SCOPE, renovated_within_years: 3 })).toBe(
      'eligible',
    )
    expect(verdict({ ...late, resident_will: 0.6 }, { ...PLAN_SCOPE, strong_will: 0.5 })).toBe('by-exception')
  })
})

describe('facts and what is missing', () => {
  it('shows the facts it looked at, a missing one as null', () => {
    expect(judgeEligibility(old, 2026).facts).toEqual([
      { field: 'expropriation_planned', value: false },
      { field: 'last_renovated_year', value: null },
      { field: 'built_year', value: 1988 },
    ])
  })

  it('says what each answer would make of it', () => {
    const answer = judgeEligibility({ built_year: 1988 }, 2026)
    expect(answer.verdict).toBe('data-missing')
    expect(answer.missing).toEqual(['expropriation_planned'])
    expect(answer.outlooks).toEqual([
      { field: 'expropriation_planned', answer: 'no', verdict: 'eligible' },
      { field: 'expropriation_planned', answer: 'yes', verdict: 'not-eligible' },
    ])
  })

  it('asks for the plan of expropriation before it makes an exception too', () => {
    const answer = judgeEligibility({ ...late, expropriation_planned: undefined }, 2026)
    expect(answer.verdict).toBe('data-missing')
    expect(answer.missing).toEqual(['expropriation_planned'])
  })

  it('with nothing on record knows nothing', () => {
    const answer = judgeEligibility({}, 2026)
    expect(answer.verdict).toBe('data-missing')
    expect(answer.missing).toEqual(['built_year', 'expropriation_planned'])
    expect(answer.facts.every(({ value }) => value === null)).toBe(true)
  })
})

const survey: fc.Arbitrary<Surveyed> = fc.record(
  {
    built_year: fc.integer({ min: 1950, max: 2025 }),
    last_renovated_year: fc.integer({ min: 1990, max: 2026 }),
    expropriation_planned: fc.boolean(),
    affordable_housing: fc.boolean(),
    management: fc.constantFrom('none' as const, 'basic' as const, 'professional' as const),
    resident_will: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
)

it('more facts never turn a settled verdict', () => {
  fc.assert(
    fc.property(survey, survey, (known, more) => {
      const before = verdict(known)
      const { last_renovated_year: _, ...rest } = more
      // «no year» is taken for «not renovated»: that alone is an assumption, and it is told
      const after = verdict({ ...rest, ...known })
      expect(before === 'data-missing' ? after : before).toBe(after)
    }),
  )
})

it('is «data missing» exactly where a missing field is named, and a named one has two outlooks', () => {
  fc.assert(
    fc.property(survey, (known) => {
      const answer = judgeEligibility(known, 2026)
      expect(answer.verdict === 'data-missing').toBe(answer.missing.length > 0)
      for (const field of answer.missing) {
        expect(known[field]).toBeUndefined()
        expect(answer.outlooks.filter((outlook) => outlook.field === field)).toHaveLength(2)
      }
    }),
  )
})
