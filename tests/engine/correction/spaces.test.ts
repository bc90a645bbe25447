import { expect, test } from 'vitest'

import { applyCorrections } from '../../../src/engine/correction/apply-corrections'
import {
  addCorrection,
  type Change,
  type Correction,
  withGated,
  withoutSpace,
  withSpaceKnown,
  withSpacePlaced,
} from '../../../src/model/correction'
import { isPlacedByCommunity } from '../../../src/model/placed-by-community'
import { type UnplacedSpace, waitingSpaces } from '../../../src/model/unplaced-space'
import { at, Scene } from '../../scene/scene'

const scene = () =>
  new Scene()
    .community('甲', [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ])
    .space('shed', [50, 50], { community: '甲', kind: 'idle_room', area_m2: 80, flue: true, note: '旧' })

const spacesOf = (corrections: readonly Correction[]) => {
  const { project, issues } = applyCorrections(scene().project({ corrections }))
  return { spaces: project.layers.spaces, issues }
}
const drawn = (x: number, y: number): Change => ({
  kind: 'add-space',
  geometry: { type: 'Point', coordinates: [...at(x, y)] },
  facts: { name: '新', kind: 'vacant_land' },
})

test('a drawn space belongs to the community it lies in, outside to none', () => {
  const inside = addCorrection([], '', drawn(20, 20))
  const both = addCorrection(inside, '', drawn(500, 500))
  const { spaces } = spacesOf(both)
  expect(spaces.map(({ id, community }) => [id, community])).toEqual([
    ['shed', '甲'],
    ['space~c1', '甲'],
    ['space~c2', undefined],
  ])
  expect(spaces[1]).toMatchObject({ name: '新', kind: 'vacant_land', source: 'correction' })
})

test('an outline is as large as it is drawn, unless its area is said', () => {
  const ring = [at(10, 10), at(40, 10), at(40, 30), at(10, 30), at(10, 10)].map((place) => [...place])
  const geometry = { type: 'Polygon' as const, coordinates: [ring] }
  const list = addCorrection([], '', { kind: 'add-space', geometry, facts: {} })
  expect(spacesOf(list).spaces[1].area_m2).toBe(30 * 20)
  expect(spacesOf(withSpaceKnown(list, 'space~c1', { area_m2: 500 })).spaces[1].area_m2).toBe(500)
})

test('facts about a space stand in one correction, the later ones count, and null takes one away', () => {
  let list = withSpaceKnown([], 'shed', { area_m2: 120, structure: 'brick' })
  list = withSpaceKnown(list, 'shed', { flue: null, area_m2: 130 })
  expect(list).toHaveLength(1)
  const [shed] = spacesOf(list).spaces
  expect(shed).toMatchObject({ area_m2: 130, structure: 'brick', kind: 'idle_room', note: '旧' })
  expect('flue' in shed).toBe(false)
  // the survey stays as it was
  expect(scene().project().layers.spaces[0]).toMatchObject({ area_m2: 80, flue: true })
})

test('what is said of a drawn space is said by its own correction; left out, it was never there', () => {
  let list = addCorrection([], '', drawn(20, 20))
  list = withSpaceKnown(list, 'space~c1', { area_m2: 300, community: null })
  expect(list).toHaveLength(1)
  const [, space] = spacesOf(list).spaces
  expect(space).toMatchObject({ area_m2: 300 })
  expect(space.community).toBe(undefined)
  expect(withoutSpace(list, 'space~c1')).toEqual([])
})

test('a surveyed space is left out with what was said of it; one that is gone is told', () => {
  const said = withSpaceKnown([], 'shed', { area_m2: 1 })
  const list = withoutSpace(said, 'shed')
  expect(list).toMatchObject([{ kind: 'drop-space', space: 'shed' }])
  expect(spacesOf(list).spaces).toEqual([])
  const stale = withSpaceKnown([], 'gone', { area_m2: 1 })
  expect(spacesOf(stale).issues).toMatchObject([{ code: 'correction-stale', layer: 'spaces', id: 'gone' }])
})

const waiting: UnplacedSpace = {
  id: 'w1',
  name: '车棚',
  kind: 'waste_land',
  community: '翠苑',
  area_m2: 60,
  extra: { 地址: '1 号' },
  file: '空间.csv',
  row: 4,
}
const withWaiting = (corrections: readonly Correction[]) =>
  applyCorrections({ ...scene().project({ corrections }), unplaced: [waiting] })
const spaceOf = ({ project }: ReturnType<typeof withWaiting>, id: string) =>
  project.layers.spaces.find((space) => space.id === id)

test('a space that waits is in no layer until somebody says where it is: on the map, or in a community', () => {
  expect(spaceOf(withWaiting([]), 'w1')).toBe(undefined)
  const onMap = withWaiting(withSpacePlaced([], 'w1', { at: at(30, 40) }))
  // what its file wrote as community is kept, and it belongs to the one it lies in
  expect(spaceOf(onMap, 'w1')).toEqual({
    id: 'w1',
    name: '车棚',
    kind: 'waste_land',
    area_m2: 60,
    community: '甲',
    extra: { 地址: '1 号', community_in_file: '翠苑' },
    geometry: { type: 'Point', coordinates: [...at(30, 40)] },
  })
  expect(onMap.project.unplaced).toEqual([])
  const inside = withWaiting(withSpacePlaced([], 'w1', { community: '甲' }))
  expect(spaceOf(inside, 'w1')).toMatchObject({ community: '甲' })
  expect(isPlacedByCommunity(spaceOf(inside, 'w1')!)).toBe(true)
  const nowhere = withWaiting(withSpacePlaced([], 'w1', { community: '丁' }))
  expect(nowhere.issues).toMatchObject([{ code: 'correction-stale', layer: 'communities', id: '丁' }])
  expect(spaceOf(nowhere, 'w1')).toBe(undefined)
})

test('facts said of a placed space hold when it is put elsewhere; dismissed, it waits no more and is nowhere', () => {
  let list = withSpacePlaced([], 'w1', { community: '甲' })
  list = withSpaceKnown(list, 'w1', { area_m2: 70 })
  list = withSpacePlaced(list, 'w1', { at: at(10, 10) })
  expect(list.map(({ kind }) => kind)).toEqual(['place-space', 'set-space'])
  const moved = withWaiting(list)
  expect(moved.issues).toEqual([])
  expect(spaceOf(moved, 'w1')).toMatchObject({ area_m2: 70, community: '甲' })
  expect(isPlacedByCommunity(spaceOf(moved, 'w1')!)).toBe(false)
  for (const dropped of [withoutSpace([], 'w1'), withoutSpace(list, 'w1')]) {
    expect(dropped).toMatchObject([{ kind: 'drop-space', space: 'w1' }])
    expect(withWaiting(dropped).issues).toEqual([])
    expect(spaceOf(withWaiting(dropped), 'w1')).toBe(undefined)
    expect(waitingSpaces([waiting], dropped)).toEqual([])
  }
})

test('a surveyed or drawn space moves to where it is said to be, and keeps all else', () => {
  const { spaces } = spacesOf(withSpacePlaced([], 'shed', { at: at(400, 400) }))
  expect(spaces[0]).toMatchObject({ id: 'shed', community: '甲', area_m2: 80, note: '旧' })
  expect(spaces[0].geometry).toEqual({ type: 'Point', coordinates: [...at(400, 400)] })
})

test('whether a community is gated is said once, may be taken back, and what the survey said stays beneath', () => {
  const gatedOf = (list: readonly Correction[]) =>
    applyCorrections(scene().project({ corrections: list })).project.layers.communities[0].gated
  const surveyed = scene().project().layers.communities[0].gated
  const list = withGated(withGated([], '甲', surveyed !== true), '甲', null)
  expect(list).toMatchObject([{ kind: 'set-gated', community: '甲', gated: null }])
  expect(gatedOf(list)).toBe(undefined)
  expect(gatedOf(withGated(list, '甲', true))).toBe(true)
  expect(gatedOf([])).toBe(surveyed)
  const stale = applyCorrections(scene().project({ corrections: withGated([], '丁', true) }))
  expect(stale.issues).toMatchObject([{ code: 'correction-stale', layer: 'communities', id: '丁' }])
})
