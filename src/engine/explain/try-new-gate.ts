import type { SingleChange } from '../../model/explanation'
import { PROFILES } from '../../model/profile'
import { peopleColumns, priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { nearestColumns, writeNearer } from '../catchment/measure-class'
import { searchFrom } from '../catchment/search-starts'
import type { Reach } from '../catchment/reach'
import { ReachDraft } from '../catchment/reach-draft'
import { REVERSE, seedsOf } from '../catchment/walks'
import { lineOf } from '../catchment/trace-route'
import type { Compound } from '../network/compounds'
import type { AccessPoint } from '../places/access-point'
import { type Asked, type ClassState, judgeState, limitCost, type Standing, standingOf } from './class-state'
import { describeEffect } from './judge-change'
import { newGateAccess } from './new-gate-access'
import { named } from './straight-line'
import { costsFrom, costsTo } from './walk-costs'
import { listWallPlaces, type WallPlace } from './wall-places'

/**
 * The place in the wall of the own compound where a new gate would make the walk shortest, if that serves who is
 * asked about: of equal ones the first along the ring. Walks through the gate are those to it and on from it, as
 * measured. `usable`: facilities that serve here; `shared`: those that serve everybody.
 */
export function tryNewGate(
  before: ClassState,
  asked: Asked,
  community: number,
  usable: readonly number[],
  shared: readonly number[],
): SingleChange | null {
  const { on, settings } = before
  const record = on.project.layers.communities[community]
  const compound = on.compounds.find(({ id }) => id === record?.id)
  // where no gate is known every crossing counts as one: what a new one would do cannot be told
  if (compound === undefined || compound.gates.length === 0 || usable.length === 0) return null
  const standing = standingOf(before, asked)
  const { demand } = standing
  if (demand === null) return null
  const place = findBestPlace(before, demand.access, compound, usable)
  if (place === null) return null
  const gate = gateCosts(before)
  const after = judgeState(
    on,
    settings,
    reachThrough(before, place.place, compound.zone, usable, shared, gate),
  )
  // a place besides those where people are counted is not in the columns of the reach
  const then: Standing =
    asked.kind === 'extra'
      ? {
          ...standing,
          verdict: 'served',
          reason: 'within-limit',
          ...throughGate(before, place.place, demand.access, usable, gate),
        }
      : standingOf(after, asked)
  const effect = describeEffect(before, after, standing, then)
  if (effect === null) return null
  const { x, y, link, link_m } = place.place
  return {
    kind: 'new-gate',
    of: named(record),
    access: newGateAccess(compound),
    at: lineOf(on.network.frame, [[x, y]])[0],
    link_m,
    link: lineOf(on.network.frame, link),
    ...effect,
  }
}

interface GateCosts {
  readonly cost: number
  readonly other: number
}

/** What passing a gate costs: no length, and the delay of opening it. */
function gateCosts({ on, settings }: ClassState): GateCosts {
  const ms = on.isPlain ? 0 : PROFILES[settings.profile].delays_s.gate * 1000
  return settings.basis === 'distance' ? { cost: 0, other: ms } : { cost: ms, other: 0 }
}

function findBestPlace(
  before: ClassState,
  access: readonly AccessPoint[],
  compound: Compound,
  usable: readonly number[],
): { place: WallPlace; cost: number } | null {
  const { on, settings, column } = before
  const places = listWallPlaces(on, compound)
  if (places.length === 0) return null
  const from = costsFrom(
    on,
    access,
    [],
    places.map(({ inner }) => inner),
    settings,
  ).access
  const to = costsTo(
    on,
    usable,
    [],
    places.map(({ outer }) => outer),
    settings,
  ).access
  const { cost: gate } = gateCosts(before)
  let best: { place: WallPlace; cost: number } | null = null
  places.forEach((place, i) => {
    const cost = from[i] + gate + to[i]
    if (cost <= column.limit * 1000 && (best === null || cost < best.cost)) best = { place, cost }
  })
  return best
}

/** The walk of somebody through a new gate to the nearest facility. */
function throughGate(
  { on, settings }: ClassState,
  place: WallPlace,
  access: readonly AccessPoint[],
  usable: readonly number[],
  gate: GateCosts,
): { cost: number; other: number; facility: number } {
  const beyond = nearestOf(on, usable, place.outer, settings)
  const search = on.graphs.search(settings.profile, settings.basis, false)
  const best = new BestWalk()
  search.run(
    access.flatMap((point) => seedsOf(point, search.graph, 0, { ...REVERSE, isReverse: false })),
    limitCost(settings),
    access[0]?.zone ?? -1,
  )
  readWalk(
    best,
    search,
    priceAccess([[place.inner]], search.graph, { ...REVERSE, isReverse: false }),
    0,
    null,
  )
  return {
    cost: best.cost + gate.cost + beyond.cost,
    other: best.other + gate.other + beyond.other,
    facility: beyond.source,
  }
}

/** The nearest of some facilities from one place. */
function nearestOf(
  on: ClassState['on'],
  facilities: readonly number[],
  from: AccessPoint,
  settings: ClassState['settings'],
): BestWalk {
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const onEdges = searchFrom({ on, search, lookout: limitCost(settings) }, facilities)
  const best = new BestWalk()
  readWalk(best, search, priceAccess([[from]], search.graph, REVERSE), 0, onEdges)
  return best
}

/**
 * Every walk with a new gate there: those of the compound's people out through it, and of everybody else in
 * through it to what stands inside.
 */
function reachThrough(
  { on, settings, reach }: ClassState,
  { inner, outer }: WallPlace,
  zone: number,
  usable: readonly number[],
  shared: readonly number[],
  gate: GateCosts,
): Reach {
  const isConnected = reach.isConnected.slice()
  const next = new ReachDraft({ ...reach, isConnected })
  on.people.points.forEach(({ access }, i) => {
    if (access.some((point) => point.zone === zone)) isConnected[i] = 1
  })
  const out = nearestOf(on, usable, outer, settings)
  if (out.source >= 0) spread(next, on, settings, inner, out, gate)
  const inside = shared.filter((i) => on.facilities.access[i].some((point) => point.zone === zone))
  if (inside.length === 0) return next.reach
  const into = nearestOf(on, inside, inner, settings)
  if (into.source >= 0) spread(next, on, settings, outer, into, gate)
  return next.reach
}

/** Betters the walks of everybody who comes by a place from which a facility is so far. */
function spread(
  draft: ReachDraft,
  on: ClassState['on'],
  settings: ClassState['settings'],
  from: AccessPoint,
  beyond: BestWalk,
  gate: GateCosts,
): void {
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const { graph } = search
  const lookout = limitCost(settings)
  const ahead = { cost: beyond.cost + gate.cost, other: beyond.other + gate.other }
  const seeds = seedsOf(from, graph, beyond.source, REVERSE).map((seed) => ({
    ...seed,
    cost: seed.cost + ahead.cost,
    other: seed.other + ahead.other,
  }))
  search.run(seeds, lookout, -1)
  const columns = peopleColumns(on.people, graph, REVERSE)
  const nearest = nearestColumns(draft, 0)
  const best = new BestWalk()
  on.people.points.forEach(({ access }, point) => {
    best.clear()
    readWalk(best, search, columns, point, null)
    for (const { edge, at, connector_m } of access) {
      // on the same street piece: along it
      if (edge < 0 || edge !== from.edge || graph.costs.edgeCost[edge] < 0) continue
      const along = Math.abs(at - from.at)
      const metres = connector_m + from.connector_m
      best.offer(
        ahead.cost + Math.round(along * graph.costs.edgeCost[edge] + metres * graph.costs.costPerMetre),
        ahead.other + Math.round(along * graph.costs.edgeOther[edge] + metres * graph.costs.otherPerMetre),
        beyond.source,
      )
    }
    if (best.source < 0 || best.cost > lookout) return
    writeNearer(nearest, point, best)
  })
}
