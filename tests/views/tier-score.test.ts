import { expect, test } from 'vitest'
import type { RulePack, Tier } from '../../src/model/rule-pack'
import { groupBySubdistrict } from '../../src/model/sum-rows'
import { scoreTiers } from '../../src/model/tier-score'
import { smallAssessment } from './small-assessment'

const rule = (code: string, tiers: readonly Tier[]) => ({ code, tiers })
// A in the 5-minute tier, B in 10 and 15, C in 15 only, D in the block but not required
const pack = {
  rules: [rule('A', ['5']), rule('B', ['15', '10']), rule('C', ['15']), rule('D', ['B'])],
} as unknown as RulePack

const assessment = smallAssessment(
  [
    {
      id: 'c0',
      subdistrict: '乙',
      cells: [
        ['served', 100],
        ['unserved', 900],
        ['unknown', null],
        ['served', 10],
      ],
    },
    {
      id: 'c1',
      cells: [
        ['unknown', null],
        ['served', 100],
        ['served', 100],
        ['unserved', null],
      ],
    },
    {
      id: 'c2',
      subdistrict: '甲',
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

test('a class of two tiers counts in both, one that is not required in none', () => {
  expect(scoreTiers(assessment, pack, [0])).toEqual([
    { tier: '5', classes: 1, served: 1, unserved: 0, unknown: 0 },
    { tier: '10', classes: 1, served: 0, unserved: 1, unknown: 0 },
    { tier: '15', classes: 2, served: 0, unserved: 1, unknown: 1 },
    { tier: 'B', classes: 0, served: 0, unserved: 0, unknown: 0 },
  ])
})

test('over communities the counts add up, unknown apart', () => {
  const [five, ten, fifteen] = scoreTiers(assessment, pack, [0, 1])
  expect(five).toMatchObject({ served: 1, unserved: 0, unknown: 1 })
  expect(ten).toMatchObject({ served: 1, unserved: 1, unknown: 0 })
  expect(fifteen).toMatchObject({ served: 2, unserved: 1, unknown: 1 })
})

test('communities without a sub-district stand together at the end', () => {
  const groups = groupBySubdistrict(assessment, [0, 1, 2], (a, b) => (a < b ? 1 : -1))
  expect(groups).toEqual([
    { subdistrict: '甲', rows: [2] },
    { subdistrict: '乙', rows: [0] },
    { subdistrict: null, rows: [1] },
  ])
})
