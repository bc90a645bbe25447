import { expect, test } from 'vitest'

import { catchmentFrom, prepare } from '../../../src/engine/pipeline'
import { at, Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'

/** A street along a canal: its northern bank is 10 m away, the canal 60 m wide; a pond lies far off. */
function canal(): Scene {
  return new Scene()
    .street('s', [
      [-600, 0],
      [600, 0],
    ])
    .barrier('canal', 'water', [
      [-900, -70],
      [900, -70],
      [900, -10],
      [-900, -10],
    ])
    .barrier('pond', 'water', [
      [5000, 5000],
      [5100, 5000],
      [5100, 5100],
    ])
}

async function latitudes(scene: Scene, isPlain: boolean): Promise<number[]> {
  const prepared = await prepare(scene.project(), null, {}, { isPlain })
  const view = catchmentFrom(prepared, { kind: 'point', at: at(0, 0) }, DISTANCE, 5)
  return view.bands.flatMap((band) => band.polygons.flat(2)).map(([, lat]) => lat)
}

test('a catchment ends at the water', async () => {
  const [, shore] = at(0, -10)
  for (const lat of await latitudes(canal(), false)) expect(lat).toBeGreaterThan(shore - 1e-6)
})

test('in the plain form it does not', async () => {
  const [, buffer] = at(0, -24)
  expect(Math.min(...(await latitudes(canal(), true)))).toBeLessThan(buffer)
})

test('without water near, or any at all, the whole width is drawn', async () => {
  const dry = new Scene().street('s', [
    [-600, 0],
    [600, 0],
  ])
  const pondOnly = new Scene()
    .street('s', [
      [-600, 0],
      [600, 0],
    ])
    .barrier('pond', 'water', [
      [500, 5000],
      [510, 5000],
      [510, 5100],
    ])
  expect(await latitudes(pondOnly, false)).toEqual(await latitudes(dry, false))
  expect(Math.min(...(await latitudes(dry, false)))).toBeLessThan(at(0, -24)[1])
})
