import { expect, test } from 'vitest'

import { boxOfGeometry, type DegreeBox, doBoxesMeet } from '../../../src/engine/geometry/degree-box'
import { readLayerPart } from '../../../src/engine/project/flatgeobuf-part'
import { writeLayer } from '../../../src/engine/project/flatgeobuf-write'
import type { Street } from '../../../src/model/layers'
import { bytesSource, type ByteSource } from '../../../src/engine/read/byte-source'
import { seededRandom } from '../../oracle/seeded-random'

const random = seededRandom(5)

function drawStreets(count: number): Street[] {
  return Array.from({ length: count }, (_, i) => {
    const [lon, lat] = [120 + random(), 30 + random()]
    const length = random() < 0.05 ? 0.3 : 0.002
    return {
      id: `s${i}`,
      name: '文一路'.repeat(1 + (i % 7)),
      geometry: {
        type: 'LineString',
        coordinates: [
          [lon, lat],
          [lon + (random() - 0.5) * length, lat + (random() - 0.5) * length],
        ],
      },
    }
  })
}

/** Counts the bytes that are read. */
function counted(bytes: Uint8Array): { readonly source: ByteSource; readonly read: () => number } {
  const inner = bytesSource('streets.fgb', bytes)
  let sum = 0
  const read: ByteSource['read'] = async (start, end) => {
    const part = await inner.read(start, end)
    sum += part.length
    return part
  }
  return { source: { ...inner, read }, read: () => sum }
}

test.each([1, 16, 17, 257, 6000])(
  'of %i streets those that meet a box are read, in their order',
  async (n) => {
    const streets = drawStreets(n)
    const bytes = writeLayer('streets', streets)
    const boxes: DegreeBox[] = [
      [-Infinity, -Infinity, Infinity, Infinity],
      [10, 10, 20, 20],
      [120, 30, 121, 31],
    ]
    for (let i = 0; i < 20; i++) {
      const [lon, lat, size] = [120 + random(), 30 + random(), 0.2 * random()]
      boxes.push([lon, lat, lon + size, lat + size])
    }
    for (const box of boxes) {
      const { source } = counted(bytes)
      const { records, issues } = await readLayerPart('streets', source, box, 'streets.fgb')
      expect(issues).toEqual([])
      expect(records).toEqual(streets.filter(({ geometry }) => doBoxesMeet(boxOfGeometry(geometry), box)))
    }
  },
)

test('for a small box little of a large file is read', async () => {
  const bytes = writeLayer('streets', drawStreets(20_000))
  const { source, read } = counted(bytes)
  const { records } = await readLayerPart('streets', source, [120.5, 30.5, 120.51, 30.51], 'streets.fgb')
  expect(records.length).toBeGreaterThan(0)
  expect(read()).toBeLessThan(bytes.length / 4)
})

test('a file cut short gives what is there and says that it is damaged', async () => {
  const bytes = writeLayer('streets', drawStreets(300))
  const cut = bytesSource('streets.fgb', bytes.subarray(0, bytes.length - 5000))
  const { records, issues } = await readLayerPart('streets', cut, [120, 30, 121, 31], 'streets.fgb')
  expect(records.length).toBeGreaterThan(100)
  expect(issues.length).toBeGreaterThan(10)
  expect(issues[0]).toMatchObject({ code: 'file-unreadable', layer: 'streets' })
})
