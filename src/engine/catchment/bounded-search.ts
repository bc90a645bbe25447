import { ARC, EXIT, type SearchGraph } from './search-graph'

/** Not reached. */
export const UNREACHED = 0x7fffffff

/** About how many buckets a search uses; finer buckets sort better, coarser ones are fewer to step over. */
const BUCKETS = 1024

/** Where a search starts: a node, what it costs to get there, and which source it belongs to. */
export interface Seed {
  readonly node: number
  readonly cost: number
  readonly other: number
  readonly source: number
}

/**
 * Shortest walks from one or many seeds up to a limit, over a bucket queue. One object is kept per graph
 * and reused: arrays are reset through the list of nodes the last search touched.
 *
 * Labels are ordered by (cost, source, other), so the answer does not depend on the order of relaxing:
 * equal walks go to the lower source. A walk may enter any zone; it may leave again only the zone it
 * started in, or through passages open to everybody.
 */
export class BoundedSearch {
  readonly graph: SearchGraph
  /** cost of the best walk, UNREACHED where none within the limit; one per node */
  readonly cost: Int32Array
  /** the other measure along that walk; one per node */
  readonly other: Int32Array
  /** which source it started from; one per node */
  readonly source: Int32Array
  /** nodes with a label, in the order they were first seen */
  readonly touched: Int32Array
  touchedCount = 0

  private readonly expandedAt: Int32Array
  private heads = new Int32Array(0)
  private entryNode = new Int32Array(4096)
  private entryNext = new Int32Array(4096)
  private entryCount = 0
  private shift = 0

  constructor(graph: SearchGraph) {
    const n = graph.network.nodeCount
    this.graph = graph
    this.cost = new Int32Array(n).fill(UNREACHED)
    this.other = new Int32Array(n)
    this.source = new Int32Array(n)
    this.touched = new Int32Array(n)
    this.expandedAt = new Int32Array(n).fill(-1)
  }

  /**
   * Runs a search. `limit` in the graph's cost unit (mm or ms), inclusive. `zone`: the zone the walks
   * start in, −1 for none; all seeds of one run share it.
   */
  run(seeds: readonly Seed[], limit: number, zone: number): void {
    this.reset(limit)
    for (const seed of seeds)
      if (seed.cost <= limit) this.label(seed.node, seed.cost, seed.other, seed.source)

    const { start, arcs, exitStart, exits, hasExit } = this.graph
    const { cost, other, source, expandedAt, heads } = this
    for (let bucket = 0; bucket < heads.length; bucket++) {
      // relaxing may put nodes back into the bucket being emptied: go on until it stays empty
      while (heads[bucket] >= 0) {
        const entry = heads[bucket]
        heads[bucket] = this.entryNext[entry]
        const node = this.entryNode[entry]
        const nodeCost = cost[node]
        // a better label was queued elsewhere, or this one has been expanded
        if (nodeCost >> this.shift !== bucket || expandedAt[node] === nodeCost) continue
        expandedAt[node] = nodeCost
        const nodeOther = other[node]
        const nodeSource = source[node]
        for (let i = start[node]; i < start[node + 1]; i += ARC) {
          const arcCost = nodeCost + arcs[i + 1]
          const target = arcs[i]
          if (arcCost > limit || arcCost > cost[target]) continue
          this.label(target, arcCost, nodeOther + arcs[i + 2], nodeSource)
        }
        if (hasExit[node] === 0) continue
        for (let i = exitStart[node]; i < exitStart[node + 1]; i += EXIT) {
          const exitCost = nodeCost + exits[i + 1]
          if (exits[i + 3] === zone && exitCost <= limit)
            this.label(exits[i], exitCost, nodeOther + exits[i + 2], nodeSource)
        }
      }
    }
  }

  private reset(limit: number): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const node = this.touched[i]
      this.cost[node] = UNREACHED
      this.expandedAt[node] = -1
    }
    this.touchedCount = 0
    this.entryCount = 0
    this.shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, limit) / BUCKETS)))
    const buckets = (limit >> this.shift) + 1
    if (this.heads.length !== buckets) this.heads = new Int32Array(buckets)
    this.heads.fill(-1)
  }

  /** Gives a node a label if it is better than the one it has, and queues it. */
  private label(node: number, cost: number, other: number, source: number): void {
    const known = this.cost[node]
    if (cost > known) return
    if (cost === known) {
      if (source > this.source[node]) return
      if (source === this.source[node] && other >= this.other[node]) return
      // same cost, better in the tie: it must be expanded again
      this.expandedAt[node] = -1
    }
    if (known === UNREACHED) this.touched[this.touchedCount++] = node
    this.cost[node] = cost
    this.other[node] = other
    this.source[node] = source
    if (this.entryCount === this.entryNode.length) this.growEntries()
    const entry = this.entryCount++
    const bucket = cost >> this.shift
    this.entryNode[entry] = node
    this.entryNext[entry] = this.heads[bucket]
    this.heads[bucket] = entry
  }

  private growEntries(): void {
    this.entryNode = doubled(this.entryNode)
    this.entryNext = doubled(this.entryNext)
  }
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}
