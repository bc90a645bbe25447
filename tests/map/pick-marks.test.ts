import { expect, test } from 'vitest'
import { describeGapMark, describeHexagon } from '../../src/map/describe-marks'
import type { GapMark } from '../../src/map/gather-marks'
import { pickGapMark } from '../../src/map/pick-gap'
import { pickHexagon } from '../../src/map/pick-hexagon'
import type { Gap } from '../../src/model/gap'
import { DEFAULT_RULES } from '../../src/model/rules/shipped-packs'
import { SURFACE_UNKNOWN, type Surface, type SurfaceHexagons } from '../../src/model/surface'

const PIXEL = 0.0001

function ring(id: string, at: readonly [number, number], radius: number, count = 1): GapMark {
  return { gap: { id, at, class: 'KINDERGARTEN', people: 1234 } as unknown as Gap, radius, count }
}

test('a ring is found within its radius, a small one within what a hand can hit, the nearest of two', () => {
  const marks = [ring('large', [120, 30], 20), ring('small', [120.0025, 30], 3)]
  expect(pickGapMark(marks, [120, 30.0019], PIXEL)?.gap.id).toBe('large')
  expect(pickGapMark(marks, [120, 30.0021], PIXEL)).toBeNull()
  expect(pickGapMark(marks, [120.0025, 30.0007], PIXEL)?.gap.id).toBe('small')
  // 20 pixels east of the large one, 5 west of the small one, both in reach
  expect(pickGapMark(marks, [120.0019, 30], PIXEL)?.gap.id).toBe('small')
})

/** Corners of a hexagon around a place, one after the other. */
function hexagon(lon: number, lat: number): number[] {
  return Array.from({ length: 6 }, (_, k): [number, number] => {
    const angle = (k * Math.PI) / 3
    return [lon + 0.001 * Math.cos(angle), lat + 0.001 * Math.sin(angle)]
  }).flat()
}

/** Two hexagons side by side, as ring lists without a closing corner. */
function twoHexagons(): SurfaceHexagons {
  return {
    resolution: 10,
    ids: ['a', 'b'],
    start: Int32Array.of(0, 6, 12),
    corners: Float64Array.from([...hexagon(120, 30), ...hexagon(120.003, 30)]),
    value: Float32Array.of(420, SURFACE_UNKNOWN),
    mean: Float32Array.of(400, Number.NaN),
    people: Float64Array.of(1500, 0),
    people_unknown: Float64Array.of(20, 0),
    people_beyond: Float64Array.of(300, 0),
  }
}

test('the hexagon around a place is found, none between two', () => {
  const hexagons = twoHexagons()
  expect(pickHexagon(hexagons, [120.0005, 30.0003])).toBe(0)
  expect(pickHexagon(hexagons, [120.003, 30])).toBe(1)
  expect(pickHexagon(hexagons, [120.0015, 30])).toBeNull()
  // in the box of the first one, outside its slanted corner
  expect(pickHexagon(hexagons, [120.00095, 30.0007])).toBeNull()
})

test('a hexagon tells its walk and its people; what is not known is said', () => {
  const surface = { hexagons: twoHexagons(), unit: 'm', breaks: [300, 500] } as unknown as Surface
  const reader = { locale: 'zh', rules: { rules: [] } } as never
  expect(describeHexagon(surface, 0, reader)).toEqual([
    '中位步行 420 m',
    '居民 1,500 人 · 超出限值 300 人 · 未知 20 人',
  ])
  expect(describeHexagon(surface, 1, reader)).toEqual([
    '未知：未调查或触及数据边界',
    '无人口数据，取街道沿线中位',
  ])
})

test('a ring tells its class, its people and how many it stands for', () => {
  expect(describeGapMark(ring('g', [120, 30], 9, 3), { locale: 'zh', rules: DEFAULT_RULES })).toEqual([
    '缺口：幼儿园',
    '未覆盖 1,234 人',
    '此处合并 3 处缺口，点按查看最严重的一处',
  ])
})
