import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { countBallot } from '../../../src/engine/consent/count-ballot'
import { countOwners } from '../../../src/engine/consent/count-owners'
import { furtherVotes } from '../../../src/engine/consent/further-votes'
import { judgeBallot } from '../../../src/engine/consent/judge-ballot'
import { LocalFrame } from '../../../src/engine/geometry/local-frame'
import type { BallotEntry, OwnersTotal, Tally } from '../../../src/model/consent'
import { Scene } from '../../scene/scene'

const known = (value: number | null): OwnersTotal => ({ value, basis: value === null ? null : 'owners' })
const owners = { heads: known(90), area_m2: known(9000) }
const entry: BallotEntry = { voting_area_m2: 6000, voting_heads: 60, yes_area_m2: 4500, yes_heads: 45 }

describe('a ballot as entered', () => {
  test('exactly two thirds and three quarters carry it', () => {
    expect(judgeBallot('three-quarters', entry, owners)).toMatchObject({
      state: 'counted',
      result: { hasQuorum: true, isCarried: true },
      further: { heads: 0, area_m2: 0 },
    })
  })

  test('one vote less of each kind and it is not carried, and how much is missing is told', () => {
    const short = judgeBallot('three-quarters', { ...entry, yes_heads: 44 }, owners)
    // 3 × 60 − 4 × 44 = 4 more who all agree: 48 of 64
    expect(short).toMatchObject({ result: { isCarried: false, missing_yes_heads: 1 }, further: { heads: 4 } })
    const less = judgeBallot('three-quarters', { ...entry, yes_area_m2: 4499 }, owners)
    expect(less).toMatchObject({
      result: { isCarried: false, missing_yes_area_m2: 1 },
      further: { area_m2: 4 },
    })
    const few = judgeBallot('three-quarters', { ...entry, voting_heads: 59, yes_heads: 59 }, owners)
    expect(few).toMatchObject({
      result: { hasQuorum: false, missing_voting_heads: 1 },
      further: { heads: 1 },
    })
  })

  test('half is not more than half', () => {
    const half = judgeBallot('simple', { ...entry, yes_area_m2: 3000, yes_heads: 30 }, owners)
    expect(half).toMatchObject({ result: { isCarried: false, missing_yes_heads: 1 }, further: { heads: 1 } })
  })

  test('nothing entered, something missing, and what cannot be', () => {
    expect(judgeBallot('simple', undefined, owners).state).toBe('not-entered')
    expect(judgeBallot('simple', { type: 'simple' }, owners).state).toBe('not-entered')
    expect(judgeBallot('simple', { voting_heads: 60 }, owners).state).toBe('incomplete')
    expect(judgeBallot('simple', entry, { ...owners, heads: known(null) }).state).toBe('incomplete')
    expect(judgeBallot('simple', { voting_heads: 91 }, owners).state).toBe('impossible')
    expect(judgeBallot('simple', { ...entry, yes_heads: 61 }, owners).state).toBe('impossible')
    expect(judgeBallot('simple', { yes_area_m2: 9001 }, owners).state).toBe('impossible')
    expect(judgeBallot('none', undefined, owners).state).toBe('none-needed')
  })
})

test('the further votes that are told carry the ballot, and one head fewer does not', () => {
  const parts = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400)).map((list) => list.sort((a, b) => b - a))
  fc.assert(
    fc.property(parts, parts, fc.constantFrom('simple', 'three-quarters'), (area, heads, type) => {
      const [area_m2, voting_area_m2, yes_area_m2] = area
      const [all, voting_heads, yes_heads] = heads
      const tally: Tally = { area_m2, heads: all, voting_area_m2, voting_heads, yes_area_m2, yes_heads }
      const further = furtherVotes(type, tally)
      // heads alone, with all area behind them
      const withHeads = (more: number) =>
        countBallot(type, {
          ...tally,
          area_m2: 1,
          voting_area_m2: 1,
          yes_area_m2: 1,
          voting_heads: voting_heads + more,
          yes_heads: yes_heads + more,
        }).isCarried
      if (all === 0) return
      if (further.heads === null) expect(withHeads(all - voting_heads)).toBe(false)
      else if (voting_heads + further.heads > 0) {
        expect(withHeads(further.heads)).toBe(true)
        if (further.heads > 0) expect(withHeads(further.heads - 1)).toBe(false)
      }
      if (area_m2 === 0) return
      const withArea = (more: number) =>
        countBallot(type, {
          ...tally,
          heads: 1,
          voting_heads: 1,
          yes_heads: 1,
          voting_area_m2: voting_area_m2 + more,
          yes_area_m2: yes_area_m2 + more,
        }).isCarried
      if (further.area_m2 === null) expect(withArea(area_m2 - voting_area_m2)).toBe(false)
      else {
        const left = area_m2 - voting_area_m2
        const more = Math.min(left, further.area_m2 + 1e-3)
        if (voting_area_m2 + more > 0) expect(withArea(more)).toBe(true)
        if (further.area_m2 > 1e-3) expect(withArea(further.area_m2 - 1e-3)).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})

const square = (x: number) =>
  [
    [x, 0],
    [x + 10, 0],
    [x + 10, 10],
    [x, 10],
  ] as const

describe('all owners', () => {
  const { layers } = new Scene()
    .community('recorded', square(0), {
      owners: 80,
      households: 90,
      exclusive_area_m2: 7000,
      floor_area_m2: 8000,
    })
    .community('counted', square(100), { households: 90, floor_area_m2: 8000 })
    .community('bare', square(200))
    .building('b1', square(200), { storeys: 6, use: 'residential', households: 24 })
    .building('b2', square(220), { storeys: 4, use: 'residential', households: 16 })
    .project()
  const frame = new LocalFrame(120, 30)
  const of = (index: number, entered = {}, buildings = layers.buildings) =>
    countOwners(layers.communities[index], buildings, { community: '', ...entered }, frame)

  test('as recorded, or by what stands in for it, named', () => {
    expect(of(0)).toEqual({
      heads: { value: 80, basis: 'owners' },
      area_m2: { value: 7000, basis: 'exclusive-area' },
    })
    expect(of(1)).toEqual({
      heads: { value: 90, basis: 'households' },
      area_m2: { value: 8000, basis: 'floor-area' },
    })
    // 100 m² × (6 + 4), drawn to the centimetre
    const { heads, area_m2 } = of(2)
    expect(heads).toEqual({ value: 40, basis: 'building-households' })
    expect(area_m2.basis).toBe('building-floors')
    expect(Math.abs((area_m2.value ?? 0) - 1000)).toBeLessThan(3)
  })

  test('what the user enters goes first; what nobody knows is unknown', () => {
    expect(of(0, { heads: 81, area_m2: 7001.5 })).toEqual({
      heads: { value: 81, basis: 'entered' },
      area_m2: { value: 7001.5, basis: 'entered' },
    })
    const nothing = { value: null, basis: null }
    expect(of(2, {}, [])).toEqual({ heads: nothing, area_m2: nothing })
    expect(of(2, { heads: 0 }, []).heads).toEqual(nothing)
  })
})
