import { BoundedSearch, UNREACHED } from '../src/engine/catchment/bounded-search'
import { buildSearchGraph } from '../src/engine/catchment/search-graph'
import { buildNetwork } from '../src/engine/network/build-network'
import { HeapDijkstra } from './heap-dijkstra'
import { assertEqual, beside, measure } from './measure'
import { seededRandom } from './street-grid'
import { growTown } from './town'

const IMPEDANCE = { profile: 'adult', basis: 'time', isPlain: false } as const
const QUARTER_HOUR = 900_000

/** One origin, 15 minutes; nearest of a class over everything; a million junctions. */
export function run(print: (line: string) => void): void {
  const { network } = buildNetwork(growTown(7, 6000, 38), { isPlain: false })
  const graph = buildSearchGraph(network, IMPEDANCE, false)
  const search = new BoundedSearch(graph)
  const heap = new HeapDijkstra(graph)
  print(`town of ${network.nodeCount} junctions, ${network.homeEdgeCount} streets`)

  const random = seededRandom(1)
  const origins = Array.from({ length: 300 }, () => Math.floor(random() * network.nodeCount))
  let reached = 0
  for (const node of origins) {
    search.run([{ node, cost: 0, other: 0, source: 0 }], QUARTER_HOUR, -1)
    heap.run(node, QUARTER_HOUR)
    reached += search.touchedCount
    assertEqual(search.touchedCount, heap.touched.length, `nodes reached from ${node}`)
    for (const other of heap.touched)
      assertEqual(search.cost[other], heap.cost[other], `walk ${node} to ${other}`)
  }
  const perOrigin = reached / origins.length
  const bucket = measure(origins.length, (i) =>
    search.run([{ node: origins[i], cost: 0, other: 0, source: 0 }], QUARTER_HOUR, -1),
  )
  const binary = measure(origins.length, (i) => heap.run(origins[i], QUARTER_HOUR))
  print(
    `15 minutes, one origin, ${Math.round(perOrigin)} nodes: ${beside((bucket.mean_ms * 1e6) / perOrigin, 45, 'ns per reached node')}`,
  )
  print(
    `against a binary heap in typed arrays: ${(binary.mean_ms / bucket.mean_ms).toFixed(2)} times as fast (target ≥ 1.8)`,
  )

  const seeds = origins.slice(0, 60).map((node, source) => ({ node, cost: 0, other: 0, source }))
  const nearest = measure(10, () => search.run(seeds, 3_600_000, -1))
  let labelled = 0
  for (let n = 0; n < network.nodeCount; n++) if (search.cost[n] !== UNREACHED) labelled++
  print(`nearest of 60, whole network: ${beside((nearest.median_ms * 1e6) / labelled, 60, 'ns per node')}`)

  const big = growTown(11, 20_000, 40)
  const start = performance.now()
  const city = buildNetwork(big, { isPlain: false }).network
  const built = performance.now() - start
  const citySearch = new BoundedSearch(buildSearchGraph(city, IMPEDANCE, false))
  const citySeeds = Array.from({ length: 2000 }, (_, source) => ({
    node: Math.floor(random() * city.nodeCount),
    cost: 0,
    other: 0,
    source,
  }))
  const pass = measure(5, () => citySearch.run(citySeeds, 3_600_000, -1))
  print(
    `${city.nodeCount} junctions: build ${beside(built / 1000, 2, 's', 2)}; nearest pass ${beside(pass.median_ms, 80, 'ms')}`,
  )
}
