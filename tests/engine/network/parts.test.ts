import { expect, test } from 'vitest'

import { makeDemo } from '../../../data/make-demo/make-demo'
import { buildNetwork } from '../../../src/engine/network/build-network'

test('a leg of a split junction and the node where its walks arrive belong to one part', () => {
  const { network } = buildNetwork(makeDemo(20231220), { isPlain: false })
  const torn = Array.from(network.nodeArrival, (_, node) => node).filter(
    (node) => network.nodeComponent[node] !== network.nodeComponent[network.nodeArrival[node]],
  )
  expect(torn).toEqual([])
})
