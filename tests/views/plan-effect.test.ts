import { expect, test } from 'vitest'
import type { Comparison } from '../../src/model/comparison'
import type { Edit } from '../../src/model/scenario'
import { effectOf } from '../../src/views/scenario/use-plan-effect'

const before: readonly Edit[] = [{ kind: 'close-facility', facility: 'f1' }]
const edits: readonly Edit[] = [...before, { kind: 'close-facility', facility: 'f2' }]
const told = { scenario: 'v1', edits, comparison: {} as Comparison, before: null }
const rest = { planEffect: told, isAnalysing: false, isMeasuringEffect: false }
const scenario = { id: 'v1', edits }

test('numbers are those of a scenario as it is where they are of its very edits and nothing else is asked', () => {
  expect(effectOf(rest, scenario, false)).toEqual({ effect: told, isUnderWay: false, isStale: false })
})

test('numbers of other edits are told as such, also after the calculation was stopped', () => {
  const earlier = { ...rest, planEffect: { ...told, edits: before } }
  expect(effectOf(earlier, scenario, false)).toMatchObject({ isUnderWay: false, isStale: true })
  expect(effectOf({ ...earlier, isMeasuringEffect: true }, scenario, false)).toMatchObject({
    isUnderWay: true,
    isStale: true,
  })
})

test('what is dragged is followed', () => {
  const measuring = { ...rest, isMeasuringEffect: true }
  expect(effectOf(measuring, scenario, true)).toMatchObject({ isUnderWay: true, isStale: false })
})

test('of another scenario, or of none, nothing is told', () => {
  for (const other of [null, { id: 'v2', edits }])
    expect(effectOf(rest, other, false)).toMatchObject({ effect: null, isStale: false })
})
