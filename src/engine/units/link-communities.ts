import { FACING_M, LEAST_WALL_M } from '../../model/unit-pairing'
import type { UnitLink } from '../../model/unit-report'
import { peopleColumns } from '../catchment/access-columns'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import type { GraphCache } from '../catchment/graph-cache'
import type { Neighbours } from '../catchment/neighbour-pairs'
import { FORWARD, seedsOf } from '../catchment/walks'
import { boundsOf, type Rings, ringsOf } from '../geometry/rings'
import { gatesOf, type PlaceContext } from '../places/place-context'
import type { PlacedPeople } from '../places/place-people'
import { NearPlaces } from '../propose/near-places'
import { Divides } from './find-divide'
import { measureEdges } from './measure-edges'

/** A project on its network, and who lives near whom. */
export interface UnitContext extends PlaceContext {
  readonly people: PlacedPeople
  readonly graphs: GraphCache
}

/** Farther than this on foot nobody shares, metres: the ten-minute walk of the standard. */
const FARTHEST_M = 500
const LIMIT = FARTHEST_M * 1000

/**
 * How communities lie to each other, for every pair whose people walk to one another within 500 m or whose edges run
 * along each other: ascending by their place in the layer. For an adult, in metres, whatever else is judged by.
 * Affinity (J): share of people near the others, half a point for gates that face each other, half for a shared
 * wall.
 */
export function linkCommunities(context: UnitContext, neighbours: Neighbours): UnitLink[] {
  const { communities } = context.project.layers
  const { frame } = context.network
  const rings = communities.map(({ geometry }) => ringsOf(geometry, frame))
  const divides = new Divides(context.project.layers, frame)
  const near = nearShares(context.people, neighbours)
  const walks = new Walks(context)
  return pairsInSight(rings).flatMap(([a, b]): UnitLink[] => {
    const walk_m = walks.between(a, b)
    const edges = measureEdges(rings[a], rings[b])
    const wall_m = Math.round(edges.along_m)
    if (walk_m === null && wall_m < LEAST_WALL_M) return []
    const gates_m = walks.betweenGates(a, b)
    const near_share = near.get(a * communities.length + b) ?? 0
    const divide = divides.among(edges.across)
    const facing = gates_m !== null && gates_m <= FACING_M ? 0.5 : 0
    const shared = wall_m >= LEAST_WALL_M ? 0.5 : 0
    return [
      {
        communities: [communities[a].id, communities[b].id],
        walk_m,
        gates_m,
        near_share: Math.round(near_share * 1000) / 1000,
        wall_m,
        divide,
        affinity: Math.round((near_share + facing + shared) * 1000) / 1000,
      },
    ]
  })
}

/** Pairs whose boxes are within 500 m of each other: nobody walks shorter than straight. */
function pairsInSight(rings: readonly Rings[]): [number, number][] {
  const boxes = rings.map(boundsOf)
  const byWest = [...boxes.keys()].sort((a, b) => boxes[a][0] - boxes[b][0] || a - b)
  const pairs: [number, number][] = []
  byWest.forEach((a, i) => {
    for (const b of byWest.slice(i + 1)) {
      if (boxes[b][0] > boxes[a][2] + FARTHEST_M) break
      if (boxes[b][1] > boxes[a][3] + FARTHEST_M || boxes[b][3] < boxes[a][1] - FARTHEST_M) continue
      pairs.push(a < b ? [a, b] : [b, a])
    }
  })
  return pairs.sort((p, q) => p[0] - q[0] || p[1] - q[1])
}

/** Of each pair, the share of both's people who have somebody of the other within 300 m; by places where nobody counted. */
function nearShares({ points, people }: PlacedPeople, { pairs }: Neighbours): Map<number, number> {
  const shares = new Map<number, number>()
  for (let i = 0; i + 1 < pairs.start.length; i++) {
    const [a, b] = [pairs.communities[2 * i], pairs.communities[2 * i + 1]]
    const near = new Set<number>()
    for (let j = pairs.start[i]; j < pairs.start[i + 1]; j++) {
      near.add(pairs.points[2 * j])
      near.add(pairs.points[2 * j + 1])
    }
    let [shareA, shareB] = [0, 0]
    for (const p of near)
      if (points[p].community === a) shareA += points[p].share
      else shareB += points[p].share
    // without both numbers both count alike
    const [weightA, weightB] = people[a] === null || people[b] === null ? [1, 1] : [people[a], people[b]]
    const all = weightA + weightB
    shares.set(a * people.length + b, all === 0 ? 0 : (shareA * weightA + shareB * weightB) / all)
  }
  return shares
}

/** Least walks from one community to another, community by community, each searched once. */
class Walks {
  private readonly context: UnitContext
  private readonly pointsOf: readonly (readonly number[])[]
  private readonly zoneOf: ReadonlyMap<string, number>
  private from = -1
  private gatesFrom = -1
  private readonly toPoint: Float64Array
  private readonly toNode = new Map<number, number>()

  constructor(context: UnitContext) {
    const { communities } = context.project.layers
    const pointsOf: number[][] = communities.map(() => [])
    context.people.points.forEach(({ community }, p) => pointsOf[community].push(p))
    this.context = context
    this.pointsOf = pointsOf
    this.zoneOf = new Map(context.network.zoneIds.map((id, zone) => [id, zone]))
    this.toPoint = new Float64Array(context.people.points.length)
  }

  /** Metres between the people of two communities who live nearest to each other; null: more than 500. */
  between(a: number, b: number): number | null {
    if (this.from !== a) this.walkFrom(a)
    const least = Math.min(Infinity, ...this.pointsOf[b].map((p) => this.toPoint[p]))
    return least === Infinity ? null : Math.round(least / 1000)
  }

  /** Metres between their nearest gates, outer side to outer side; null: more than 500, or no gates. */
  betweenGates(a: number, b: number): number | null {
    if (this.gatesFrom !== a) this.walkFromGates(a)
    const least = Math.min(Infinity, ...this.outerNodes(b).map((node) => this.toNode.get(node) ?? Infinity))
    return least === Infinity ? null : Math.round(least / 1000)
  }

  private walkFrom(a: number): void {
    const { people, graphs } = this.context
    this.from = a
    this.toPoint.fill(Infinity)
    const search = graphs.search('adult', 'distance', false)
    const columns = peopleColumns(people, search.graph, FORWARD)
    const access = this.pointsOf[a].flatMap((p) => people.points[p].access)
    for (const zone of new Set(access.map((point) => point.zone))) {
      const own = access.filter((point) => point.zone === zone)
      search.run(
        own.flatMap((point) => seedsOf(point, search.graph, 0, FORWARD)),
        LIMIT,
        zone,
      )
      const onEdges = new StartsOnEdges(
        own.map((point) => ({ point, source: 0 })),
        search.graph,
        FORWARD,
      )
      const { places, cost } = NearPlaces.of(columns).read(search, onEdges, LIMIT)
      places.forEach((p, i) => (this.toPoint[p] = Math.min(this.toPoint[p], cost[i])))
    }
  }

  private walkFromGates(a: number): void {
    this.gatesFrom = a
    this.toNode.clear()
    const search = this.context.graphs.search('adult', 'distance', false)
    const seeds = this.outerNodes(a).map((node) => ({ node, cost: 0, other: 0, source: 0 }))
    if (seeds.length === 0) return
    search.run(seeds, LIMIT, -1)
    const { cost, touched, touchedCount } = search
    for (let i = 0; i < touchedCount; i++) this.toNode.set(touched[i], cost[touched[i]])
  }

  /** The sides of a community's gates that lie outside it. */
  private outerNodes(community: number): number[] {
    const { network, project } = this.context
    const zone = this.zoneOf.get(project.layers.communities[community].id)
    if (zone === undefined || gatesOf(network, zone).length === 0) return []
    const { gateNodes, nodeZone } = network
    const outer: number[] = []
    for (let i = 0; i < gateNodes.length; i += 2) {
      if (nodeZone[gateNodes[i]] === zone) outer.push(gateNodes[i + 1])
      if (nodeZone[gateNodes[i + 1]] === zone) outer.push(gateNodes[i])
    }
    return outer
  }
}
