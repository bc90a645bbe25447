import { expect, test } from 'vitest'

import { drawEdit } from '../../../bench/draw-edits'
import { prepare, replan } from '../../../src/engine/pipeline'
import type { WalkNetwork } from '../../../src/engine/network/walk-network'
import type { Edit } from '../../../src/model/scenario'
import { seededRandom } from '../../oracle/seeded-random'
import { demoProject } from '../../worker/demo-files'

/** Parts by flooding, the slow way: of every node its part, and the length of every part, longest first. */
function floodParts(network: WalkNetwork): { readonly part: number[]; readonly length_mm: number[] } {
  const { homeNodeCount, homeEdgeCount, edgeFrom, edgeTo, edgeState, edgeLength_mm } = network
  const beside = Array.from({ length: homeNodeCount }, (): number[] => [])
  const join = (a: number, b: number): void => {
    beside[a].push(b)
    beside[b].push(a)
  }
  for (let e = 0; e < homeEdgeCount; e++) if (edgeState?.[e] !== 1) join(edgeFrom[e], edgeTo[e])
  for (let t = 0; t < network.turnCount; t++) join(network.turnFrom[t], network.turnTo[t])
  for (let n = 0; n < homeNodeCount; n++) join(n, network.nodeArrival[n])
  for (let i = 0; i < network.gateNodes.length; i += 2) join(network.gateNodes[i], network.gateNodes[i + 1])
  const found = Array.from({ length: homeNodeCount }, () => -1)
  let count = 0
  for (let from = 0; from < homeNodeCount; from++) {
    if (found[from] >= 0) continue
    const line = [from]
    found[from] = count
    for (const node of line)
      for (const next of beside[node])
        if (found[next] < 0) {
          found[next] = count
          line.push(next)
        }
    count++
  }
  const length = Array.from({ length: count }, () => 0)
  for (let e = 0; e < homeEdgeCount; e++)
    if ((edgeState?.[e] ?? 0) === 0) length[found[edgeFrom[e]]] += edgeLength_mm[e]
  const order = length.map((_, i) => i).sort((a, b) => length[b] - length[a] || a - b)
  const placeOf = new Map(order.map((i, place) => [i, place]))
  return {
    part: found.map((i) => placeOf.get(i) ?? -1),
    length_mm: order.map((i) => length[i]),
  }
}

test('parts of a plan are those that flooding finds, where streets are gone and part of it falls off as well', async () => {
  const project = demoProject()
  let prepared = await prepare(project, null, {})
  const random = seededRandom(12)
  const edits: Edit[] = []
  const counts = new Set<number>()
  while (edits.length < 60) {
    const edit = drawEdit(project, ['KINDERGARTEN'], random, [
      'remove-path',
      'remove-path',
      'add-path',
      'open-wall',
    ])
    if (edit === null) continue
    edits.push(edit)
    prepared = replan(prepared, { id: 'v', name: 'v', edits }, null)
    const { network } = prepared
    const { part, length_mm } = floodParts(network)
    expect([...network.nodeComponent.subarray(0, network.homeNodeCount)]).toEqual(part)
    expect([...network.componentLength_m]).toEqual(length_mm.map((mm) => mm / 1000))
    counts.add(length_mm.length)
  }
  // some of the streets were the only way to somewhere, and most were not
  expect(counts.size).toBeGreaterThan(3)
  expect(counts.size).toBeLessThan(40)
})
