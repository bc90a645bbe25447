import { expect, test } from 'vitest'

import { catchmentFrom, prepare } from '../../../src/engine/pipeline'
import type { Origin } from '../../../src/model/analysis'
import { at, Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'

async function streetWithin(scene: Scene, origin: Origin, limits_m: readonly number[]): Promise<number[]> {
  const prepared = await prepare(scene.project(), null, {})
  const bands = [...limits_m] as unknown as [number, number, number]
  const view = catchmentFrom(prepared, origin, { ...DISTANCE, bands }, 10)
  return view.bands.map((band) => Math.round(band.street_m))
}

const here = (x: number, y: number): Origin => ({ kind: 'point', at: at(x, y) })

test('a street is cut at the limit on both sides of a start in its middle, round its bends', async () => {
  const scene = new Scene().street('s', [
    [-600, 0],
    [-40, 0],
    [0, 30],
    [40, 0],
    [640, 0],
  ])
  // 50 m of slope either side of the top
  expect(await streetWithin(scene, here(0, 30), [30, 50, 80])).toEqual([60, 100, 160])
})

test('two ways round meet inside the far street and leave a hole until then', async () => {
  const scene = new Scene()
    .street('left', [
      [0, -500],
      [0, 0],
      [-100, 0],
      [-100, 100],
    ])
    .street('right', [
      [0, 0],
      [60, 0],
      [60, 100],
    ])
    .street('far', [
      [-100, 100],
      [60, 100],
    ])
  // 200 m to the left end of the far street, 160 m to the right one; they meet 100 m from the right
  expect(await streetWithin(scene, here(0, 0), [200, 250, 400])).toEqual([
    200 + 200 + 160 + 40,
    250 + 200 + 160 + 90 + 50,
    400 + 200 + 160 + 160,
  ])
})

test('a dead end and a loop are counted once', async () => {
  const scene = new Scene()
    .street('stem', [
      [0, -500],
      [0, 0],
    ])
    .street('loop', [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ])
    .street('out', [
      [0, 0],
      [-600, 0],
    ])
  expect(await streetWithin(scene, here(0, -100), [150, 300, 320])).toEqual([
    250 + 50 + 2 * 50,
    400 + 200 + 2 * 200,
    420 + 220 + 400,
  ])
})

test('a one-way path is walked on, and towards a place only from behind', async () => {
  const scene = new Scene()
    .street('path', [
      [-600, 0],
      [600, 0],
    ])
    .facility('f', 'MARKET', [0, 0])
  expect(await streetWithin(scene, here(0, 0), [50, 100, 200])).toEqual([100, 200, 400])
  const oneway = new Scene()
    .street(
      'path',
      [
        [-600, 0],
        [600, 0],
      ],
      { oneway_foot: true },
    )
    .facility('f', 'MARKET', [0, 0])
  expect(await streetWithin(oneway, here(0, 0), [50, 100, 200])).toEqual([50, 100, 200])
  expect(await streetWithin(oneway, { kind: 'facility', id: 'f' }, [50, 100, 200])).toEqual([50, 100, 200])
  // which half it is shows in the polygon
  const prepared = await prepare(oneway.project(), null, {})
  const lonsOf = (origin: Origin): number[] =>
    catchmentFrom(prepared, origin, DISTANCE, 10)
      .bands[0].polygons.flat(2)
      .map(([lon]) => lon)
  expect(Math.max(...lonsOf(here(0, 0)))).toBeGreaterThan(at(300, 0)[0])
  expect(Math.min(...lonsOf(here(0, 0)))).toBeGreaterThan(at(-30, 0)[0])
  expect(Math.min(...lonsOf({ kind: 'facility', id: 'f' }))).toBeLessThan(at(-300, 0)[0])
  expect(Math.max(...lonsOf({ kind: 'facility', id: 'f' }))).toBeLessThan(at(30, 0)[0])
})
