import { expect, test } from 'vitest'
import type { CommunityRow } from '../../src/model/assessment'
import { judgeEligibility } from '../../src/engine/assessment/judge-eligibility'
import { findOutOfScope, tellOutOfScope } from '../../src/views/scope/out-of-scope'
import { wordsZh } from '../../src/views/words.zh'
import { smallAssessment } from './small-assessment'

const assessment = smallAssessment(
  ['old', 'new', 'unclear'].map((id) => ({ id, cells: [['unknown', null]] })),
  [true],
)
const SURVEYS: Readonly<Record<string, Parameters<typeof judgeEligibility>[0]>> = {
  old: { built_year: 1985, expropriation_planned: false },
  new: { built_year: 2008, expropriation_planned: false, affordable_housing: false },
  unclear: {},
}
const judged = {
  ...assessment,
  communities: assessment.communities.map((row): CommunityRow => ({
    ...row,
    eligibility: judgeEligibility(SURVEYS[row.id], 2026),
  })),
}

test('whoever decides a mode is told which communities the clause on scope refuses, and why', () => {
  const refused = findOutOfScope(judged, ['unclear', 'new', 'old', 'gone'])
  // what is not known is not refused
  expect(refused.map(({ id }) => id)).toEqual(['new'])
  expect(tellOutOfScope(refused[0], judged, { words: wordsZh })).toContain(
    '2000 年后建成、不是保障性安居工程',
  )
  expect(findOutOfScope(judged, ['old'])).toEqual([])
})
