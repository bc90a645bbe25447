import { expect, test } from 'vitest'

import { strictestVote, voteOfEdit } from '../../../src/engine/consent/vote-of-edit'
import type { Space } from '../../../src/model/layers'
import { at, Scene } from '../../scene/scene'

const { layers } = new Scene()
  .street('lane', [
    [-50, 50],
    [150, 50],
  ])
  .community(
    'yard',
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ],
    { gated: true },
  )
  .gate('side', [0, 50], { community: 'yard', access: 'closed' })
  .facility('court', 'SPORT_S', [50, 50], { community: 'yard', access: 'residents' })
  .facility('market', 'MARKET', [200, 50])
  .space('shed', [50, 60], { community: 'yard', ownership: 'owners' })
  .space('depot', [60, 60], { community: 'yard', ownership: 'state_enterprise' })
  .space('cellar', [60, 70], { community: 'yard' })
  .space('hut', [40, 60], { ownership: 'owners' })
  .space('stall', [200, 60], { ownership: 'owners' })
  .project()

const convert = (space: string) =>
  voteOfEdit({ kind: 'convert-space', space, use: 'GYM', class: 'GYM' }, layers)

test('common rooms change their use by three quarters, state-owned ones without a vote', () => {
  expect(convert('shed')).toEqual({
    type: 'three-quarters',
    ground: 'changes-common-use',
    communities: ['yard'],
  })
  expect(convert('depot')).toEqual({ type: 'none', ground: 'public-or-unit-owned', communities: [] })
  expect(convert('cellar')).toMatchObject({ type: 'unknown', ground: 'ownership-unknown' })
})

test('of a space that names no community those vote whose ground it lies on', () => {
  expect(convert('hut')).toEqual(convert('shed'))
  expect(convert('stall')).toMatchObject({ type: 'three-quarters', communities: [] })
})

test('a gate is a shared matter, a hole in the wall alters what is built', () => {
  expect(voteOfEdit({ kind: 'open-gate', gate: 'side', access: 'residents' }, layers).type).toBe('simple')
  expect(
    voteOfEdit({ kind: 'open-wall', community: 'yard', at: at(0, 20), access: 'public' }, layers),
  ).toMatchObject({
    type: 'three-quarters',
    ground: 'alters-facilities',
  })
})

test('what is built on common ground needs three quarters, on public ground nobody votes', () => {
  const add = (x: number) =>
    voteOfEdit({ kind: 'add-facility', name: 'a', class: 'GYM', at: at(x, 50) }, layers)
  expect(add(50)).toMatchObject({ type: 'three-quarters', communities: ['yard'] })
  expect(add(150)).toEqual({ type: 'none', ground: 'outside-communities', communities: [] })
  // a path across the yard without a vertex in it
  const path = { kind: 'add-path', line: [at(-20, 50), at(130, 50)], from: null, to: null } as const
  expect(voteOfEdit(path, layers)).toMatchObject({ type: 'three-quarters', communities: ['yard'] })
})

test('a facility shared with the neighbors is a change of common use, one in town is nobody’s vote', () => {
  expect(voteOfEdit({ kind: 'share-facility', facility: 'court' }, layers).type).toBe('three-quarters')
  expect(voteOfEdit({ kind: 'close-facility', facility: 'court' }, layers).type).toBe('simple')
  expect(voteOfEdit({ kind: 'close-facility', facility: 'market' }, layers).type).toBe('none')
})

test('one item of three quarters makes the whole package so', () => {
  const votes = (['none', 'unknown', 'three-quarters'] as const).map((type) => ({ type }))
  expect([convert('depot'), convert('cellar'), convert('shed')]).toMatchObject(votes)
  expect(strictestVote(votes.slice(0, 1))).toBe('none')
  expect(strictestVote(votes.slice(0, 2))).toBe('unknown')
  expect(strictestVote(votes)).toBe('three-quarters')
  expect(strictestVote([])).toBe('none')
})

const privately = (fields: Partial<Space>): string => {
  const scene = new Scene().space('room', [0, 0], { kind: 'idle_room', ownership: 'private', ...fields })
  const edit = { kind: 'convert-space', space: 'room', use: 'STORE', class: 'STORE' } as const
  const { type, ground } = voteOfEdit(edit, scene.project().layers)
  return `${type} ${ground}`
}

test('a dwelling turned to a use asks every affected owner, art. 279; a shop or a plot of one’s own asks nobody', () => {
  const [dwelling, maybe, none] = [
    'all-affected dwelling-to-business',
    'all-affected may-be-dwelling',
    'none private-owner',
  ]
  expect(privately({ in_housing: true, current_use: '住宅' })).toBe(dwelling)
  expect(privately({ current_use: 'Flat, empty' })).toBe(dwelling)
  // nothing on record is not «no»
  expect(privately({})).toBe(maybe)
  expect(privately({ in_housing: true, current_use: '闲置' })).toBe(maybe)
  expect(privately({ in_housing: true, current_use: '住宅楼底商' })).toBe(maybe)
  expect(privately({ in_housing: true, current_use: '非住宅' })).toBe(none)
  expect(privately({ in_housing: true, current_use: '沿街商铺' })).toBe(none)
  expect(privately({ in_housing: false })).toBe(none)
  expect(privately({ kind: 'vacant_land' })).toBe(none)
  expect(privately({ kind: 'public_stock', storey: -1 })).toBe(none)
  // what the state owns its agency decides about, dwelling or not
  expect(privately({ ownership: 'government', current_use: '住宅' })).toBe('none public-or-unit-owned')
})
