import { expect, test } from 'vitest'
import { keepsFromPairing, keepsOut, type UnitCandidate, UnitLinks } from '../../src/model/unit-pairing'
import type { UnitLink } from '../../src/model/unit-report'

const one = (id: string, fields: Partial<UnitCandidate> = {}): UnitCandidate => ({
  id,
  subdistrict: '杏林街道',
  eligibility: 'eligible',
  people: 1000,
  ...fields,
})

const link = (a: string, b: string, fields: Partial<UnitLink> = {}): UnitLink => ({
  communities: [a, b],
  walk_m: 200,
  gates_m: 100,
  near_share: 0.5,
  wall_m: 0,
  divide: null,
  affinity: 0.5,
  ...fields,
})

const out = (joining: UnitCandidate, members: readonly UnitCandidate[], links: readonly UnitLink[]) =>
  keepsOut(joining, members, new UnitLinks(links))

test('two are kept apart by what they are, then by what lies between, then by how little joins them', () => {
  const [a, b] = [one('a'), one('b')]
  const apart = (second: UnitCandidate, between: UnitLink | undefined) => keepsFromPairing(a, second, between)
  expect(apart(b, link('a', 'b'))).toBe(null)
  expect(apart(one('b', { eligibility: 'not-eligible' }), link('a', 'b', { divide: 'rail' }))).toEqual({
    kind: 'not-eligible',
    from: 'b',
  })
  expect(apart(one('b', { subdistrict: '望湖街道' }), link('a', 'b'))?.kind).toBe('subdistrict')
  expect(apart(one('b', { subdistrict: null }), link('a', 'b'))).toBe(null)
  expect(apart(b, undefined)?.kind).toBe('far')
  expect(apart(b, link('a', 'b', { divide: 'water' }))).toEqual({
    kind: 'divide',
    divide: 'water',
    from: 'b',
  })
  const little = link('a', 'b', { near_share: 0.09, gates_m: 61, wall_m: 19 })
  expect(apart(b, little)?.kind).toBe('little')
  for (const enough of [{ near_share: 0.1 }, { gates_m: 60 }, { wall_m: 20 }])
    expect(apart(b, { ...little, ...enough })).toBe(null)
})

test('of two that may or may not be renovated nothing is known, unless they are taken as if they may be', () => {
  const unknown = { eligibility: 'data-missing' } as const
  const [a, b] = [one('a', unknown), one('b', unknown)]
  expect(keepsFromPairing(a, b, link('a', 'b'))?.kind).toBe('both-unknown')
  expect(keepsFromPairing(a, b, link('a', 'b'), true)).toBe(null)
  expect(keepsFromPairing(one('a'), b, link('a', 'b'))).toBe(null)
})

test('a community stays out because of its nearest, else of another member, else because they would be too many', () => {
  const [a, b, c] = [one('a'), one('b'), one('c')]
  // shares a wall with b, and a is out of reach
  const links = [link('a', 'b'), link('b', 'c', { near_share: 0, wall_m: 179 })]
  expect(out(c, [a, b], links)).toEqual({ kind: 'far', from: 'a' })
  const near = [...links, link('a', 'c', { near_share: 0, gates_m: 300, affinity: 0 })]
  expect(out(c, [a, b], near)).toBe(null)
  expect(out(one('c', { people: 10_001 }), [a, b], near)).toEqual({ kind: 'too-many', people: 12_001 })
  // twelve thousand is still one circle; who is not counted is not counted
  expect(out(one('c', { people: 10_000 }), [a, b], near)).toBe(null)
  expect(out(one('c', { people: null }), [a, b], near)).toBe(null)
  expect(out(one('c', { subdistrict: '望湖街道' }), [a, b], near)?.kind).toBe('subdistrict')
  // that nothing is known is said where nothing else is to be said
  const unknown = { eligibility: 'data-missing' } as const
  const others = [one('a', unknown), one('b', unknown)]
  expect(out(one('c', unknown), others, near)?.kind).toBe('both-unknown')
  expect(out(one('c', unknown), others, links)?.kind).toBe('far')
})
