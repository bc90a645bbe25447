import { makeColumn } from '../column'
import { EXIT, exitRowOf, type SearchGraph } from './search-graph'
import { ARC } from './street-arcs'

/** Not reached. */
export const UNREACHED = 0x7fffffff

/** About how many buckets a search uses; finer buckets sort better, coarser ones are fewer to step over. */
const BUCKETS = 1024

/** In a network of more nodes than this a search with many starts runs out of the processor's cache … */
const LARGE_NODES = 400_000
/** … so it takes this many starts at a time, neighbors first: a quarter to a third less time. */
const STARTS_AT_A_TIME = 64

/** See `spread`. */
const BUCKETS_AT_A_TIME = 32

/** Ints per waiting entry: node, next entry of the same bucket. */
const ENTRY = 2

/** Where a search starts: a node, what it costs to get there, and which source it belongs to. */
export interface Seed {
  readonly node: number
  readonly cost: number
  readonly other: number
  readonly source: number
}

/**
 * The labels of a search, and what it waits with. Searches over networks of the same nodes share them: what one
 * found may be read until another one runs.
 */
export class SearchLabels {
  /** the search whose labels these are */
  owner: BoundedSearch | null = null
  readonly cost: Int32Array
  readonly touched: Int32Array
  touchedCount = 0
  /** the other measure along the best walk, and the source it started from; two per node */
  readonly rest: Int32Array
  heads = new Int32Array(0)
  entries = makeColumn(Int32Array, ENTRY * 4096)
  /** where the next entry goes; entry 0 is none: an empty bucket */
  end = ENTRY

  constructor(nodeCount: number) {
    this.cost = makeColumn(Int32Array, nodeCount).fill(UNREACHED)
    this.rest = makeColumn(Int32Array, 2 * nodeCount)
    this.touched = makeColumn(Int32Array, nodeCount)
  }

  /** Forgets what was found, and takes the labels over. */
  claim(owner: BoundedSearch): void {
    const { cost, touched } = this
    for (let i = 0; i < this.touchedCount; i++) cost[touched[i]] = UNREACHED
    this.touchedCount = 0
    this.owner = owner
  }
}

/**
 * Shortest walks from one or many seeds up to a limit, over a bucket queue. Labels are reset through the list
 * of nodes the last search touched.
 *
 * Labels are ordered by (cost, source, other), so the answer does not depend on the order of relaxing:
 * equal walks go to the lower source. A walk may enter any zone; it may leave again only the zone it
 * started in, or through passages open to everybody.
 */
export class BoundedSearch {
  readonly graph: SearchGraph
  private readonly labels: SearchLabels

  /** `labels`: shared with other searches over the same nodes; absent: its own. */
  constructor(graph: SearchGraph, labels = new SearchLabels(graph.network.nodeCount)) {
    this.graph = graph
    this.labels = labels
  }

  /** Cost of the best walk, UNREACHED where none within the limit; one per node. */
  get cost(): Int32Array {
    return this.own().cost
  }

  /** Nodes with a label, in the order they were first seen. */
  get touched(): Int32Array {
    return this.own().touched
  }

  get touchedCount(): number {
    return this.own().touchedCount
  }

  /** The other measure along the best walk to a reached node. */
  other(node: number): number {
    return this.labels.rest[2 * node]
  }

  /** The source the best walk to a reached node starts from. */
  source(node: number): number {
    return this.labels.rest[2 * node + 1]
  }

  private own(): SearchLabels {
    if (this.labels.owner !== this) throw new Error('another search has run over these labels')
    return this.labels
  }

  /**
   * Runs a search. `limit` in the graph's cost unit (mm or ms), inclusive. `zone`: the zone the walks
   * start in, −1 for none; all seeds of one run share it.
   */
  run(seeds: readonly Seed[], limit: number, zone: number): void {
    this.labels.claim(this)
    if (this.graph.network.nodeCount <= LARGE_NODES || seeds.length <= STARTS_AT_A_TIME) {
      this.spread(seeds, limit, zone)
      return
    }
    // nodes are numbered along a curve: neighbors in number are neighbors on the ground
    const sorted = [...seeds].sort((a, b) => a.node - b.node)
    for (let i = 0; i < sorted.length; i += STARTS_AT_A_TIME)
      this.spread(sorted.slice(i, i + STARTS_AT_A_TIME), limit, zone)
  }

  /** Spreads labels from some seeds over those there are: a better label wins, whoever came first. */
  private spread(seeds: readonly Seed[], limit: number, zone: number): void {
    const shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, limit) / BUCKETS)))
    const buckets = (limit >> shift) + 1
    const { labels } = this
    if (labels.heads.length < buckets) labels.heads = new Int32Array(buckets)
    this.sow(seeds, limit, shift)
    // A function that runs for long when it is first called is compiled for the middle of that call, and given up at its
    // end. Emptying buckets some at a time, it is soon compiled as a whole: the searches of a first assessment of a
    // district take 0.7 of the time.
    for (let from = 0; from < buckets; from += BUCKETS_AT_A_TIME)
      this.empty(from, Math.min(from + BUCKETS_AT_A_TIME, buckets), { limit, shift, zone })
  }

  /** Labels the seeds, and lets them wait. */
  private sow(seeds: readonly Seed[], limit: number, shift: number): void {
    const { labels } = this
    const { cost, rest, touched, heads } = labels
    labels.end = ENTRY
    for (const { node, cost: seedCost, other, source } of seeds) {
      const known = cost[node]
      if (seedCost > limit || seedCost > known) continue
      if (seedCost === known && !isBefore(source, other, rest[2 * node + 1], rest[2 * node])) continue
      if (known === UNREACHED) touched[labels.touchedCount++] = node
      cost[node] = seedCost
      rest[2 * node] = other
      rest[2 * node + 1] = source
      if (labels.end === labels.entries.length) labels.entries = doubled(labels.entries)
      labels.entries[labels.end] = node
      labels.entries[labels.end + 1] = heads[seedCost >> shift]
      heads[seedCost >> shift] = labels.end
      labels.end += ENTRY
    }
  }

  /** Settles what waits in some buckets. */
  private empty(firstBucket: number, endBucket: number, { limit, shift, zone }: Spread): void {
    const { labels } = this
    // everything the loop needs in local variables; the relaxing of an arc is written out in it, because
    // called as a function it takes a fifth more time
    const { cost, rest, touched, heads } = labels
    const { start, end: ends, arcs, hasExit, exitNodes, exitStart, exits } = this.graph
    let { entries, touchedCount, end } = labels
    for (let bucket = firstBucket; bucket < endBucket; bucket++) {
      // relaxing may put nodes back into the bucket being emptied: go on until it stays empty
      for (let entry = heads[bucket]; entry !== 0; entry = heads[bucket]) {
        heads[bucket] = entries[entry + 1]
        const node = entries[entry]
        const nodeCost = cost[node]
        // a better label stands in an earlier bucket, which is done
        if (nodeCost >> shift !== bucket) continue
        const nodeOther = rest[2 * node]
        const nodeSource = rest[2 * node + 1]
        const last = ends[node]
        for (let i = start[node]; i < last; i += ARC) {
          const arcCost = nodeCost + arcs[i + 1]
          const target = arcs[i]
          const known = cost[target]
          if (arcCost > known || arcCost > limit) continue
          const arcOther = nodeOther + arcs[i + 2]
          if (arcCost === known) {
            if (!isBefore(nodeSource, arcOther, rest[2 * target + 1], rest[2 * target])) continue
          } else if (known === UNREACHED) touched[touchedCount++] = target
          cost[target] = arcCost
          rest[2 * target] = arcOther
          rest[2 * target + 1] = nodeSource
          if (end === entries.length) entries = labels.entries = doubled(entries)
          entries[end] = target
          entries[end + 1] = heads[arcCost >> shift]
          heads[arcCost >> shift] = end
          end += ENTRY
        }
        if (hasExit[node] === 0) continue
        const row = exitRowOf(exitNodes, node)
        for (let i = exitStart[row]; i < exitStart[row + 1]; i += EXIT) {
          // by a gate of residents only those of this zone leave
          const only = exits[i + 3]
          if (only >= 0 && only !== zone) continue
          const exitCost = nodeCost + exits[i + 1]
          const target = exits[i]
          const known = cost[target]
          if (exitCost > known || exitCost > limit) continue
          const exitOther = nodeOther + exits[i + 2]
          if (exitCost === known) {
            if (!isBefore(nodeSource, exitOther, rest[2 * target + 1], rest[2 * target])) continue
          } else if (known === UNREACHED) touched[touchedCount++] = target
          cost[target] = exitCost
          rest[2 * target] = exitOther
          rest[2 * target + 1] = nodeSource
          if (end === entries.length) entries = labels.entries = doubled(entries)
          entries[end] = target
          entries[end + 1] = heads[exitCost >> shift]
          heads[exitCost >> shift] = end
          end += ENTRY
        }
      }
    }
    labels.touchedCount = touchedCount
    labels.end = end
  }
}

/** What one spreading of labels goes by: how far, what a bucket is, and whose walks they are. */
interface Spread {
  readonly limit: number
  readonly shift: number
  readonly zone: number
}

/** Of two labels of equal cost, whether the first one stands before the second. */
function isBefore(source: number, other: number, thanSource: number, thanOther: number): boolean {
  return source < thanSource || (source === thanSource && other < thanOther)
}

function doubled(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = makeColumn(Int32Array, from.length * 2)
  to.set(from)
  return to
}
