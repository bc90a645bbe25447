import { expect, test } from 'vitest'

import { buildNetwork } from '../../../src/engine/network/build-network'
import { demoProject } from '../../worker/demo-files'

test('a leg of a split junction and the node where its walks arrive belong to one part', () => {
  const { network } = buildNetwork(demoProject(), { isPlain: false })
  const torn = Array.from(network.nodeArrival, (_, node) => node).filter(
    (node) => network.nodeComponent[node] !== network.nodeComponent[network.nodeArrival[node]],
  )
  expect(torn).toEqual([])
})
