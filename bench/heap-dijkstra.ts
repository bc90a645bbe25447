import type { SearchGraph } from '../src/engine/catchment/search-graph'
import { ARC } from '../src/engine/catchment/street-arcs'

/** The plain way to do it well: Dijkstra over a binary heap in typed arrays, bounded, with lazy deletion. */
export class HeapDijkstra {
  readonly cost: Int32Array
  readonly touched: number[] = []
  private readonly graph: SearchGraph
  private heapCost = new Int32Array(1 << 16)
  private heapNode = new Int32Array(1 << 16)
  private size = 0

  constructor(graph: SearchGraph) {
    this.graph = graph
    this.cost = new Int32Array(graph.network.nodeCount).fill(0x7fffffff)
  }

  run(start: number, limit: number): void {
    for (const node of this.touched) this.cost[node] = 0x7fffffff
    this.touched.length = 0
    this.size = 0
    this.cost[start] = 0
    this.touched.push(start)
    this.push(0, start)
    const { start: first, arcs } = this.graph
    while (this.size > 0) {
      const cost = this.heapCost[0]
      const node = this.heapNode[0]
      this.pop()
      if (cost > this.cost[node]) continue
      for (let i = first[node]; i < first[node + 1]; i += ARC) {
        const next = cost + arcs[i + 1]
        if (next > limit || next >= this.cost[arcs[i]]) continue
        if (this.cost[arcs[i]] === 0x7fffffff) this.touched.push(arcs[i])
        this.cost[arcs[i]] = next
        this.push(next, arcs[i])
      }
    }
  }

  private push(cost: number, node: number): void {
    let i = this.size++
    if (i === this.heapCost.length) {
      this.heapCost = doubled(this.heapCost)
      this.heapNode = doubled(this.heapNode)
    }
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (this.heapCost[parent] <= cost) break
      this.heapCost[i] = this.heapCost[parent]
      this.heapNode[i] = this.heapNode[parent]
      i = parent
    }
    this.heapCost[i] = cost
    this.heapNode[i] = node
  }

  private pop(): void {
    const cost = this.heapCost[--this.size]
    const node = this.heapNode[this.size]
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= this.size) break
      if (child + 1 < this.size && this.heapCost[child + 1] < this.heapCost[child]) child++
      if (this.heapCost[child] >= cost) break
      this.heapCost[i] = this.heapCost[child]
      this.heapNode[i] = this.heapNode[child]
      i = child
    }
    this.heapCost[i] = cost
    this.heapNode[i] = node
  }
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}
