import { expect, test } from 'vitest'
import { findLandmarks } from '../../../src/engine/places/find-landmarks'
import type { Landmarks } from '../../../src/model/landmark'
import type { Project } from '../../../src/model/project'
import { tellCommunity } from '../../../src/model/tell-community'
import { Scene } from '../../scene/scene'
import { sharedProject, testWith } from '../../shared-data'

type XY = readonly [number, number]

const NO_NAME = { name: undefined } as { name?: string }

function block(x: number, y: number): XY[] {
  return [
    [x, y],
    [x + 50, y],
    [x + 50, y + 50],
    [x, y + 50],
  ]
}

const isNamed = ({ name = '' }: { readonly name?: string }): boolean => name.trim() !== ''

function tell(project: Project, locale: 'zh' | 'en' = 'zh'): string[] {
  const landmarks: Landmarks = findLandmarks(project.layers)
  const names = new Map(project.layers.communities.map(({ id, name }) => [id, name]))
  return Object.keys(landmarks)
    .sort()
    .map((id) => `${id}: ${tellCommunity(names.get(id), landmarks[id], locale)}`)
}

/** 文三路 along y = 0, a lane without a name nearer to everybody, 学院路 along x = 2000. */
function town(): Scene {
  return new Scene()
    .street(
      'wensan',
      [
        [-500, 0],
        [1500, 0],
      ],
      { name: '文三路' },
    )
    .street('lane', [
      [-500, 20],
      [1500, 20],
    ])
    .street(
      'xueyuan',
      [
        [2000, -500],
        [2000, 500],
      ],
      { name: '学院路' },
    )
}

test('a community without a name is told by the nearest street that has one, several by a number in the order of ids', () => {
  const project = town()
    .community('b', block(0, 40), NO_NAME)
    .community('a', block(600, 40), { name: ' ' })
    .community('named', block(800, 40), { name: '求是村' })
    .community('c', block(1900, 100), NO_NAME)
    .project()
  expect(tell(project)).toEqual([
    'a: 未命名小区 · 近文三路（1）',
    'b: 未命名小区 · 近文三路（2）',
    'c: 未命名小区 · 近学院路',
  ])
  expect(tell(project, 'en')[2]).toBe('c: Unnamed community · near 学院路')
  const { communities, streets } = project.layers
  const turned = { ...project.layers, communities: communities.toReversed(), streets: streets.toReversed() }
  expect(findLandmarks(turned)).toEqual(findLandmarks(project.layers))
})

test('far from named streets it is told by its sub-district, else by a number alone', () => {
  const project = town()
    .community('a', block(0, 310), { ...NO_NAME, subdistrict: '古荡街道' })
    .community('b', block(300, 310), NO_NAME)
    .community('c', block(600, 310), NO_NAME)
    .community('d', block(900, 290), { ...NO_NAME, subdistrict: '古荡街道' })
    .project()
  expect(tell(project)).toEqual([
    'a: 未命名小区 · 古荡街道',
    'b: 未命名小区（1）',
    'c: 未命名小区（2）',
    'd: 未命名小区 · 近文三路',
  ])
})

test('a street through a community is the nearest, of two the first by name', () => {
  const project = town()
    .street(
      'through',
      [
        [-100, 100],
        [500, 100],
      ],
      { name: '教工路' },
    )
    .street(
      'too',
      [
        [25, -300],
        [25, 300],
      ],
      { name: '保俶路' },
    )
    .community('a', block(0, 75), NO_NAME)
    .project()
  expect(tell(project)).toEqual(['a: 未命名小区 · 近保俶路'])
})

test('hostile ids are ids', () => {
  const project = town()
    .community('__proto__', block(0, 40), NO_NAME)
    .community('constructor', block(0, 140), NO_NAME)
    .project()
  expect(Object.entries(findLandmarks(project.layers)).map(([id, { number }]) => [id, number])).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
  ])
})

test('communities of one name are told apart beside it, by street or number; a name of one alone says nothing more', () => {
  const project = town()
    .community('a', block(0, 40), { name: '和平新村' })
    .community('b', block(600, 40), { name: '和平新村 ' })
    .community('c', block(1900, 100), { name: '和平新村' })
    .community('d', block(5000, 5000), { name: '和平新村' })
    .community('e', block(200, 40), { name: '求是村' })
    .community('f', block(400, 40), NO_NAME)
    .project()
  expect(tell(project)).toEqual([
    'a: 和平新村（近文三路 1）',
    'b: 和平新村（近文三路 2）',
    'c: 和平新村（近学院路）',
    'd: 和平新村',
    // numbers are those of its own name
    'f: 未命名小区 · 近文三路',
  ])
  expect(tell(project, 'en').slice(0, 3)).toEqual([
    'a: 和平新村 (near 文三路, 1)',
    'b: 和平新村 (near 文三路, 2)',
    'c: 和平新村 (near 学院路)',
  ])
})

testWith('hangzhou-westlake/westlake_10km.osm.pbf')(
  'no two communities of Xihu are called alike, and names of one alone stay as they are',
  async () => {
    const { layers } = await sharedProject('hangzhou-westlake/westlake_10km.osm.pbf')
    const landmarks = findLandmarks(layers)
    const told = layers.communities.map(({ id, name }) => tellCommunity(name, landmarks[id], 'zh'))
    expect(new Set(told).size).toBe(told.length)
    const [named, unnamed] = [
      layers.communities.filter(isNamed),
      layers.communities.filter((c) => !isNamed(c)),
    ]
    expect(unnamed.length).toBeGreaterThan(200)
    expect(unnamed.every(({ id }) => id in landmarks)).toBe(true)
    const shared = named.filter(({ id }) => id in landmarks)
    expect(shared.length).toBeGreaterThan(10)
    expect(shared.length).toBeLessThan(0.2 * named.length)
    // most are told by a street
    const marks = Object.values(landmarks)
    expect(marks.filter(({ kind }) => kind === 'street').length).toBeGreaterThan(0.8 * marks.length)
  },
  60_000,
)
