import { expect, test } from 'vitest'

import { prepare } from '../../../src/engine/pipeline'
import { type Box, isInBox } from '../../../src/engine/geometry/box'
import { changesOf, layApart, type Laying } from '../../../src/engine/propose/lay-apart'
import type { Edit } from '../../../src/model/scenario'
import { Scene } from '../../scene/scene'
import { square } from '../../scenes/hairpin'

/** A street with a house at it; `residents`: a second house, so that other people live there. */
function town(residents?: number): Scene {
  const scene = new Scene()
    .street('s', [
      [0, 0],
      [900, 0],
    ])
    .community(
      'c',
      [
        [100, 10],
        [400, 10],
        [400, 60],
        [100, 60],
      ],
      { gated: true },
    )
    .gate('g', [200, 10], { access: 'residents', community: 'c' })
    .building('b', square(150, 30, 5), { community: 'c', residents: 10 })
  return residents === undefined
    ? scene
    : scene.building('b2', square(300, 30, 5), { community: 'c', residents })
}

const pathNamed = (name: string): Edit => ({ kind: 'add-path', line: [], from: name, to: null })
const nameOf = (edit: Edit): string => (edit.kind === 'add-path' ? (edit.from ?? '') : '')

function boxAt(x: number, far: number): Box {
  return [x - far, -far, x + far, far]
}

/** Lays edits of one place each, told by name; some of them would move people. */
async function layThem(
  places: readonly { readonly name: string; readonly x: number; readonly far: number }[],
  moving: readonly string[] = [],
) {
  const [on, moved] = await Promise.all(
    [town(), town(20)].map(async (scene) => prepare(scene.project(), null, {})),
  )
  const laid: string[] = []
  const told: string[] = []
  const layings = places.map(({ name, x, far }): Laying => ({
    edits: [pathNamed(name)],
    changes: boxAt(x, 1),
    measured: boxAt(x, far),
    tell: (opened) => told.push(opened === null ? `${name} cannot be told` : name),
  }))
  await layApart(
    on,
    layings,
    (edits) => {
      const names = edits.map(nameOf)
      laid.push(names.join('+'))
      return names.some((name) => moving.includes(name)) ? moved : on
    },
    {},
  )
  return { laid, told }
}

test('what changes nothing that is measured on another is laid with it, everything else by itself', async () => {
  const { laid, told } = await layThem([
    { name: 'a', x: 0, far: 100 },
    { name: 'near a', x: 90, far: 10 },
    { name: 'far', x: 1000, far: 100 },
    // a changes what it measures, it changes nothing that a does
    { name: 'far, looking as far as a', x: 500, far: 500 },
  ])
  expect(laid).toEqual(['a+far', 'near a', 'far, looking as far as a'])
  expect(told.toSorted()).toEqual(['a', 'far', 'far, looking as far as a', 'near a'])
})

test('what moves people keeps only itself from being told', async () => {
  const { told } = await layThem(
    ['a', 'b', 'c', 'd', 'e'].map((name, i) => ({ name, x: 1000 * i, far: 10 })),
    ['c'],
  )
  expect(told.toSorted()).toEqual(['a', 'b', 'c cannot be told', 'd', 'e'])
})

test('an opened wall or gate changes walks through all of its compound, a path those beside it', async () => {
  const on = await prepare(town().project(), null, {})
  const { frame } = on.network
  const at = (x: number, y: number): [number, number] => [frame.lon(x), frame.lat(y)]
  const place = (lon: number, lat: number): [number, number] => [frame.x(lon), frame.y(lat)]
  const compound = on.compounds[0].bounds
  const corners = [
    [compound[0], compound[1]],
    [compound[2], compound[3]],
  ] as const
  const gate = changesOf(on, { kind: 'open-gate', gate: 'g', access: 'public' })
  const wall = changesOf(on, {
    kind: 'open-wall',
    community: 'c',
    at: at(compound[0], compound[1]),
    access: 'public',
  })
  for (const box of [gate, wall]) expect(corners.every((corner) => isInBox(box, corner))).toBe(true)
  const path = changesOf(on, {
    kind: 'add-path',
    line: [at(compound[0], compound[1]), at(compound[0] + 10, compound[1])],
    from: null,
    to: null,
  })
  expect(isInBox(path, place(...at(compound[0] + 10, compound[1])))).toBe(true)
  expect(isInBox(path, corners[1])).toBe(false)
  // what is not known to be anywhere in particular may change everything
  expect(changesOf(on, { kind: 'open-gate', gate: 'unknown', access: 'public' })[0]).toBe(-Infinity)
})
