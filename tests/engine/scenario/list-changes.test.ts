import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listChanges } from '../../../src/engine/scenario/list-changes'
import type { Layers, Street } from '../../../src/model/layers'

const street = (n: number): Street => ({
  id: `s${n}`,
  geometry: {
    type: 'LineString',
    coordinates: [
      [120, 30 + n / 1e4],
      [120.001, 30 + n / 1e4],
    ],
  },
})

// of the layers only those that are compared
const layersWith = (streets: readonly Street[]): Layers =>
  ({ streets, facilities: [], gates: [] }) as unknown as Layers

const without = (list: readonly Street[], others: readonly Street[]): string[] =>
  list.map(({ id }) => id).filter((id) => !others.some((other) => other.id === id))

test('paths are streets that only one of two layers has, in whatever order they stand', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 15 }))
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (was, is, isOrdered) => {
      const [before, after] = [was, is].map((list) =>
        (isOrdered ? list.toSorted((a, b) => a - b) : list).map(street),
      )
      const { paths } = listChanges(layersWith(before), layersWith(after))
      const told = (kind: string): string[] => paths.filter((path) => path.kind === kind).map(({ id }) => id)
      expect(told('removed')).toEqual(without(before, after))
      expect(told('added')).toEqual(without(after, before))
    }),
  )
})
