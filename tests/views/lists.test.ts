import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/model/issue'
import { groupIssues } from '../../src/views/group-issues'
import { ageBandsOf } from '../../src/views/inspector/age-bands'

const issue = (severity: Issue['severity'], code: Issue['code'], file?: string): Issue => ({
  severity,
  code,
  file,
})

describe('grouping issues', () => {
  it('puts the worst first, then the more frequent, and keeps files apart', () => {
    const groups = groupIssues([
      issue('info', 'gates-unknown'),
      issue('warning', 'nodes-missing', 'a'),
      issue('warning', 'id-duplicate', 'a'),
      issue('warning', 'id-duplicate', 'a'),
      issue('warning', 'id-duplicate', 'b'),
      issue('error', 'geometry-missing', 'a'),
    ])
    expect(groups.map(({ code, file, issues }) => [code, file, issues.length])).toEqual([
      ['geometry-missing', 'a', 1],
      ['id-duplicate', 'a', 2],
      ['id-duplicate', 'b', 1],
      ['nodes-missing', 'a', 1],
      ['gates-unknown', undefined, 1],
    ])
  })
})

describe('age bands', () => {
  const geometry = { type: 'Polygon' as const, coordinates: [] }

  it('leave out what the survey did not give', () => {
    expect(
      ageBandsOf({ id: 'c', geometry, residents: 200, residents_0_2: 0, residents_60_plus: 50 }),
    ).toEqual([
      { field: 'residents_0_2', people: 0, share: 0 },
      { field: 'residents_60_plus', people: 50, share: 0.25 },
    ])
  })

  it('have no share where the total is not known', () => {
    expect(ageBandsOf({ id: 'c', geometry, residents_3_5: 12 })).toEqual([
      { field: 'residents_3_5', people: 12, share: null },
    ])
  })
})
