import { describe, expect, it } from 'vitest'
import { shareOfClass, unitOfShares } from '../../src/views/assess/class-share'
import { summarizeAssessment } from '../../src/views/assess/headline'
import { smallAssessment } from './small-assessment'

describe('the headline', () => {
  // A is met everywhere, B is lacking, C is unknown for one, D is not required
  const assessment = smallAssessment(
    [
      {
        id: 'c0',
        people: 100,
        cells: [
          ['served', 1],
          ['unserved', 900],
          ['served', 1],
          ['served', 1],
        ],
      },
      {
        id: 'c1',
        eligibility: 'by-exception',
        cells: [
          ['served', 1],
          ['served', 1],
          ['unknown', null],
          ['served', 1],
        ],
      },
      {
        id: 'c2',
        people: 50,
        eligibility: 'data-missing',
        cells: [
          ['served', 1],
          ['served', 1],
          ['served', 1],
          ['served', 1],
        ],
      },
    ],
    [true, true, true, false],
  )

  it('counts a class as met only where nobody is unserved or unknown', () => {
    expect(summarizeAssessment(assessment)).toEqual({
      communities: 3,
      eligible: 2,
      byException: 1,
      eligibilityUnknown: 1,
      estimated: 0,
      estimatedIn: 0,
      people: 150,
      peopleUnknown: 1,
      classesMet: 1,
      classesUnknown: 1,
      classesRequired: 3,
    })
  })

  it('says that people are unknown when no community knows its own', () => {
    const without = smallAssessment([{ id: 'c0', cells: [['served', 1]] }], [true])
    expect(summarizeAssessment(without).people).toBe(null)
    expect(unitOfShares(without.totals)).toBe('communities')
  })

  it('shows people in bars as soon as one community knows its own', () => {
    expect(unitOfShares(assessment.totals)).toBe('people')
    expect(shareOfClass(assessment.totals[1], 'people')).toEqual({
      by: 'people',
      served: 50,
      unserved: 100,
      unknown: 0,
    })
  })
})
