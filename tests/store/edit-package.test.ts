import { describe, expect, test } from 'vitest'

import {
  withAffected,
  withBallot,
  withChoice,
  withCommunity,
  withFunding,
  withOwners,
  withoutCommunity,
  withPrice,
} from '../../src/model/edit-package'
import { emptyPackage } from '../../src/model/package'

const EMPTY = emptyPackage('s')

describe('what is decided about a package', () => {
  test('one entry of each source, in the order of the sources; null takes it away', () => {
    const bonds = withFunding(EMPTY, 'bonds', { source: 'bonds', share: 0.2 })
    const both = withFunding(bonds, 'central', { source: 'central', yuan: 5 })
    expect(both.funding).toEqual([
      { source: 'central', yuan: 5 },
      { source: 'bonds', share: 0.2 },
    ])
    expect(withFunding(both, 'central', { source: 'central', share: 0.1 }).funding[0]).toEqual({
      source: 'central',
      share: 0.1,
    })
    expect(withFunding(bonds, 'bonds', null)).toEqual(EMPTY)
  })

  test('a ballot field by field; one without counts is none, whatever it was about', () => {
    const voting = withBallot(EMPTY, 'b', 'approval', { voting_heads: 5, plan: 'p' })
    const other = withBallot(voting, 'a', 'consent', { yes_heads: 3 })
    expect(other.ballots).toEqual([
      { community: 'a', consent: { yes_heads: 3 } },
      { community: 'b', approval: { voting_heads: 5, plan: 'p' } },
    ])
    expect(withBallot(voting, 'b', 'approval', { voting_heads: undefined })).toEqual(EMPTY)
    const owners = withOwners(voting, 'b', 'heads', 90)
    expect(owners.ballots[0].heads).toBe(90)
    expect(withOwners(owners, 'b', 'heads', null)).toEqual(voting)
  })

  test('choices by item; a community stays until it is taken out', () => {
    const chosen = withChoice(EMPTY, 'c', 'ROADS', { item: 'ROADS', choice: 'chosen' })
    const two = withChoice(chosen, 'c', 'GAS', { item: 'GAS', choice: 'left-out' })
    expect(two.works[0].choices.map(({ item }) => item)).toEqual(['GAS', 'ROADS'])
    expect(withChoice(chosen, 'c', 'ROADS', null).works).toEqual([{ community: 'c', choices: [] }])
    expect(withCommunity(chosen, 'c')).toBe(chosen)
    expect(withoutCommunity(withOwners(two, 'c', 'heads', 9), 'c')).toEqual(EMPTY)
  })

  test('prices by item', () => {
    const lift = { code: 'C17', low_yuan: 1, default_yuan: 2, high_yuan: 3 }
    const room = { ...lift, code: 'C02' }
    expect(withPrice([lift], 'C02', room)).toEqual([room, lift])
    expect(withPrice([lift], 'C17', null)).toEqual([])
  })
})

test('consents are of one use of one space, in a fixed order; an empty entry is none', () => {
  const store = withAffected(EMPTY, { space: 'b', use: 'STORE' }, { owners: 12 })
  const both = withAffected(store, { space: 'a', use: 'STORE' }, { agreed: 3 })
  expect(both.affected).toEqual([
    { space: 'a', use: 'STORE', agreed: 3 },
    { space: 'b', use: 'STORE', owners: 12 },
  ])
  const more = withAffected(both, { space: 'b', use: 'STORE' }, { agreed: 11 })
  expect(more.affected?.[1]).toEqual({ space: 'b', use: 'STORE', owners: 12, agreed: 11 })
  const less = withAffected(both, { space: 'b', use: 'STORE' }, { owners: undefined })
  expect(less.affected).toEqual([{ space: 'a', use: 'STORE', agreed: 3 }])
  expect(withAffected(less, { space: 'a', use: 'STORE' }, { agreed: undefined })).toEqual(EMPTY)
})
