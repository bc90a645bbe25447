import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reprojectResult } from '../../../src/engine/project/reproject'
import type { ReadResult } from '../../../src/engine/read/read-result'
import type { Gate } from '../../../src/model/layers'

const sharedCities = '../shared/data/coordinates/china-cities.json'

function resultOf(layers: ReadResult['layers']): ReadResult {
  return {
    name: 'a',
    format: 'geojson',
    crs: 'WGS84',
    layers,
    provenance: { files: ['a'], format: 'geojson', crs: 'WGS84' },
    extent: [120.1, 30.2, 120.2, 30.3],
    features: 1,
    accepted: 1,
    rejected: 0,
    issues: [{ severity: 'warning', code: 'snap-far', at: [120.15, 30.25] }],
  }
}

const gateAt = (coordinates: number[]): Gate => ({ id: 'g', geometry: { type: 'Point', coordinates } })

test.skipIf(!existsSync(sharedCities))(
  'the cities of China land within a meter of their WGS84 places (skipped without the shared test data)',
  () => {
    const cities = JSON.parse(readFileSync(sharedCities, 'utf8')) as {
      coords: Record<'WGS84' | 'GCJ02' | 'BD09', [number, number]>
    }[]
    for (const [crs, key] of [
      ['gcj02', 'GCJ02'],
      ['bd09', 'BD09'],
    ] as const) {
      const moved = reprojectResult(resultOf({ gates: cities.map(({ coords }) => gateAt(coords[key])) }), crs)
      const worst = cities.map(({ coords: { WGS84 } }, i) => {
        const [lon, lat] = moved.layers.gates![i].geometry.coordinates
        return Math.max(Math.abs(lon - WGS84[0]), Math.abs(lat - WGS84[1]))
      })
      // the file's own places agree with the formula to 7.3e-6 degrees
      expect(Math.max(...worst)).toBeLessThan(1e-5)
    }
  },
)

test('every vertex of every kind of geometry moves alike, heights stay, the source is not touched', () => {
  const at = [120.15, 30.25, 7]
  const ring = [at, [120.16, 30.25], [120.16, 30.26], at]
  const before = resultOf({
    gates: [gateAt(at)],
    streets: [{ id: 's', geometry: { type: 'LineString', coordinates: [at, at] } }],
    greens: [
      { id: 'p', geometry: { type: 'Polygon', coordinates: [ring] } },
      { id: 'm', geometry: { type: 'MultiPolygon', coordinates: [[ring]] } },
    ],
  })
  const copy = structuredClone(before)
  const { layers, crs, provenance, extent, issues } = reprojectResult(before, 'gcj02')
  const point = layers.gates![0].geometry.coordinates
  expect(point[0]).not.toBe(at[0])
  expect(point[2]).toBe(7)
  expect(layers.streets![0].geometry.coordinates).toEqual([point, point])
  const [polygon, multi] = layers.greens!.map(({ geometry }) => geometry.coordinates.flat(3))
  expect(polygon).toEqual(multi)
  expect(polygon.slice(0, 3)).toEqual(point)
  expect(crs).toBe('GCJ-02')
  expect(provenance.crs).toBe('GCJ-02')
  // in Hangzhou GCJ-02 lies some 450 m east and 270 m south of WGS84
  expect(extent![0] - 120.1).toBeCloseTo(-0.0047, 3)
  expect(extent![1] - 30.2).toBeCloseTo(0.0024, 3)
  expect(issues[0].at![0]).toBeCloseTo(120.1453, 3)
  expect(before).toEqual(copy)
})

test('a place outside China stays where it is', () => {
  const { layers } = reprojectResult(resultOf({ gates: [gateAt([7.42, 43.73])] }), 'gcj02')
  expect(layers.gates![0].geometry.coordinates).toEqual([7.42, 43.73])
})
