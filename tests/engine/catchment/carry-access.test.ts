import { expect, test } from 'vitest'

import { carryAccess } from '../../../src/engine/catchment/carry-access'
import type { AccessPoint } from '../../../src/engine/places/access-point'

type Plan = Parameters<typeof carryAccess>[0]

/** A plan over a network of 10 edges and 5 nodes: edges it adds by name, and nodes it adds by where they are. */
function planOf(
  names: Readonly<Record<string, number>>,
  added: readonly (readonly [number, number])[],
): Plan {
  const home = { homeEdgeCount: 10, homeNodeCount: 5 }
  const places = [...Array.from({ length: 5 }, (_, i) => [i, i] as const), ...added]
  return {
    network: {
      homeNodeCount: places.length,
      nodeX: places.map(([x]) => x),
      nodeY: places.map(([, y]) => y),
      nodeZone: places.map(() => -1),
    },
    plan: { graft: { names: new Map(Object.entries(names)) } },
    data: { base: { home } },
  } as unknown as Plan
}

const on = (edge: number, node = -1): AccessPoint => ({ edge, node, at: 0.5, connector_m: 3, zone: -1 })

test('ways onto streets of a plan are known by what they are, not by their numbers', () => {
  const before = planOf({ path: 10, piece: 11, gone: 12 }, [
    [7, 7],
    [8, 8],
  ])
  // one more site has come before these
  const after = planOf({ new: 10, path: 11, piece: 12 }, [
    [9, 9],
    [7, 7],
    [8, 8],
    [8, 8],
  ])
  const carry = carryAccess(before, after)
  const ofData = [on(3), on(-1, 4)]
  expect(carry(ofData)).toBe(ofData)
  expect(carry([on(3), on(10), on(11)])).toEqual([on(3), on(11), on(12)])
  // what is gone is nowhere, and so is what cannot be told from another
  expect(carry([on(12)])[0].edge).toBeLessThan(-1)
  expect(carry([on(-1, 5)])).toEqual([on(-1, 6)])
  expect(carry([on(-1, 6)])[0].node).toBeLessThan(-1)
})
