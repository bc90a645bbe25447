import type {
  AnalysisSettings,
  CatchmentBand,
  CatchmentView,
  NearestFacility,
  Origin,
} from '../../model/analysis'
import type { LonLat } from '../../model/units'
import { limitOf } from '../../model/class-limit'
import { isClassSurveyed } from '../../model/survey'
import { roundDegrees } from '../geometry/local-frame'
import type { NetworkBase } from '../network/open-gates'
import { listMembers } from '../places/class-members'
import { demandColumns } from '../places/demand-columns'
import { positionOf } from '../places/demand-places'
import { SurveyDoubt } from '../places/survey-doubt'
import { facilityColumns, peopleColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import { seedsOf, type WalkOptions } from './walks'
import { findBehindGates } from './behind-gates'
import type { BoundedSearch } from './bounded-search'
import { cutReach } from './cut-reach'
import type { GraphCache } from './graph-cache'
import { lookoutOf } from './lookout'
import { nearestClip } from './nearest-clip'
import { leavableZones } from './reach'
import { type OriginContext, type ResolvedOrigin, resolveOrigin } from './resolve-origin'
import { SERVICE_AREA_DEFAULTS, serviceArea, type ServiceAreaBand } from './service-area'
import { waterOf } from './water-areas'

/** What a catchment is drawn from. */
export type CatchmentContext = OriginContext & { readonly graphs: GraphCache }

type DrawnContext = CatchmentContext & {
  /** the network before its gates: what other gates are opened over */
  readonly base: NetworkBase
}

/**
 * The bands around an origin, with street, area and people inside, and the nearest facility of each class.
 * A community's catchment is what any of its people can reach; its nearest facilities are those of the
 * person who lives nearest to them. `cell_m`: grid of the drawn outline; 10 while dragging, 5 otherwise.
 * Water is cut out of the outlines.
 */
export function drawCatchment(
  context: DrawnContext,
  origin: Origin,
  settings: AnalysisSettings,
  cell_m: number,
): CatchmentView {
  const resolved = resolveOrigin(context, origin)
  const isDistance = settings.bandsBasis === 'distance'
  const search = context.graphs.search(settings.profile, settings.bandsBasis, resolved.isReverse)
  const options = { isReverse: resolved.isReverse, countsConnector: !context.isPlain }
  const seeds = resolved.access.flatMap((point) => seedsOf(point, search.graph, 0, options))

  const limits = settings.bands.map((band) => (isDistance ? band * 1000 : band * 60_000))
  const widest = Math.max(...limits)
  // the nearest facilities are looked for farther than the bands go: by the same search, if it measures alike
  const isSharedSearch = settings.basis === settings.bandsBasis && !resolved.isReverse
  const farthest = isSharedSearch ? Math.max(widest, lookoutOf(settings.bandsBasis)) : widest
  search.run(seeds, farthest, resolved.zone)
  const { frame } = context.network
  const pieces = cutReach(search, resolved.access, widest, options)
  const starts = resolved.access.map((point) => positionOf(context.network, point))
  const middle = resolved.at ?? starts[0] ?? null
  // in the plain form nothing but the streets counts
  const water = context.isPlain
    ? []
    : waterOf(context.network, context.project.layers.barriers).near(pieces, SERVICE_AREA_DEFAULTS.buffer_m)
  const areas =
    middle === null || resolved.access.length === 0
      ? []
      : serviceArea(
          pieces,
          limits,
          { ...SERVICE_AREA_DEFAULTS, cell_m, water, walls: context.barriers },
          middle,
        )
  const people = countPeople(context, search, resolved, limits, options)
  const edgeOfData = nearestClip(search) <= widest
  return {
    origin,
    starts: starts.map(([x, y]) => toLonLat(frame, x, y)),
    bands: areas.map((area, i) => describeBand(area, settings.bands[i], isDistance, people[i], frame)),
    edgeOfData,
    nearest: resolved.isReverse ? [] : findNearest(context, resolved, settings),
  }
}

function toLonLat(frame: { lon(x: number): number; lat(y: number): number }, x: number, y: number): LonLat {
  return [roundDegrees(frame.lon(x)), roundDegrees(frame.lat(y))]
}

function describeBand(
  area: ServiceAreaBand,
  limit: number,
  isDistance: boolean,
  people: number | null,
  frame: { lon(x: number): number; lat(y: number): number },
): CatchmentBand {
  return {
    limit,
    limit_unit: isDistance ? 'm' : 'min',
    street_m: area.street_m,
    area_m2: area.area_m2,
    people,
    polygons: area.polygons.map((rings) =>
      rings.map((ring) => {
        const points: LonLat[] = []
        for (let i = 0; i < ring.length; i += 2) points.push(toLonLat(frame, ring[i], ring[i + 1]))
        points.push(points[0])
        return points
      }),
    ),
  }
}

/** People whose demand point lies within each limit; null where no people are known at any point inside. */
function countPeople(
  context: CatchmentContext,
  search: BoundedSearch,
  resolved: ResolvedOrigin,
  limits: readonly number[],
  options: WalkOptions,
): (number | null)[] {
  const sums: (number | null)[] = limits.map(() => null)
  const { people: peopleOf } = context.people
  const { communityOf, shareOf } = demandColumns(context.people)
  const columns = peopleColumns(context.people, search.graph, options)
  const starts = startsOf(resolved, search, options)
  const widest = limits[limits.length - 1]
  const best = new BestWalk()
  for (let i = 0; i < communityOf.length; i++) {
    best.clear()
    readWalk(best, search, columns, i, starts)
    if (best.cost > widest) continue
    const people = peopleOf[communityOf[i]]
    if (people === null) continue
    for (let band = limits.length - 1; band >= 0 && best.cost <= limits[band]; band--)
      sums[band] = (sums[band] ?? 0) + people * shareOf[i]
  }
  return sums.map((sum) => (sum === null ? null : Math.round(sum)))
}

function startsOf(resolved: ResolvedOrigin, search: BoundedSearch, options: WalkOptions): StartsOnEdges {
  return new StartsOnEdges(
    resolved.access.map((point) => ({ point, source: 0 })),
    search.graph,
    options,
  )
}

/**
 * The nearest facility of each class, by the basis of verdicts. Where the bands were measured the same way
 * their search is read again; otherwise one more is run.
 */
function findNearest(
  context: DrawnContext,
  resolved: ResolvedOrigin,
  settings: AnalysisSettings,
): NearestFacility[] {
  const { rules } = settings.rules
  const { services } = context.facilities
  const members = listMembers(services, settings.rules, settings.countsSmall === true)
  const { fits, isSmallFor, records } = members
  const options = { isReverse: false, countsConnector: !context.isPlain }
  const search = context.graphs.search(settings.profile, settings.basis, false)
  const lookout = lookoutOf(settings.basis)
  if (settings.basis !== settings.bandsBasis) {
    const seeds = resolved.access.flatMap((point) => seedsOf(point, search.graph, 0, options))
    search.run(seeds, lookout, resolved.zone)
  }
  const clip = nearestClip(search)
  const columns = facilityColumns(context.facilities, search.graph, options)
  const starts = startsOf(resolved, search, options)
  const isDistance = settings.basis === 'distance'
  const own = resolved.community < 0 ? undefined : context.project.layers.communities[resolved.community].id
  const best: ({ facility: number; cost: number; other: number } | undefined)[] = rules.map(() => undefined)
  const refused = rules.map(() => Infinity)
  const tooSmall = rules.map(() => Infinity)
  const walk = new BestWalk()
  for (let i = 0; i < services.length; i++) {
    walk.clear()
    readWalk(walk, search, columns, i, starts)
    if (walk.source < 0 || walk.cost > lookout) continue
    const isReserved = services[i].access === 'residents'
    if (!isReserved) for (const c of isSmallFor[i]) tooSmall[c] = Math.min(tooSmall[c], walk.cost)
    for (const c of fits[i]) {
      if (isReserved && services[i].community !== own) {
        refused[c] = Math.min(refused[c], walk.cost)
        continue
      }
      const known = best[c]
      if (known === undefined || walk.cost < known.cost)
        best[c] = { facility: i, cost: walk.cost, other: walk.other }
    }
  }
  const canLeave = leavableZones(context.network)
  const isConnected = resolved.access.some(({ zone }) => canLeave(zone))
  const limits = rules.map((rule) => limitOf(settings.rules, rule, settings.basis))
  const doubt = SurveyDoubt.of(
    context.project,
    limits.map(({ limit, unit }, c) => ({ code: rules[c].code, limit, limit_unit: unit })),
    settings.profile,
    members,
  )
  const rows = rules.map((rule, c): NearestFacility => {
    const limit = limits[c].limit * 1000
    const found = best[c]
    const isSurveyed = isClassSurveyed(context.project, rule.code, records[c])
    const distance_m = found === undefined ? null : (isDistance ? found.cost : found.other) / 1000
    const time_s = found === undefined ? null : (isDistance ? found.other : found.cost) / 1000
    const row = {
      class: rule.code,
      facility: found === undefined ? null : services[found.facility].id,
      distance_m,
      time_s,
    }
    if (!isConnected) return { ...row, verdict: 'unknown', reason: 'not-connected' }
    if (found !== undefined && found.cost <= limit)
      return { ...row, verdict: 'served', reason: 'within-limit' }
    if (!isSurveyed) return { ...row, verdict: 'unknown', reason: 'not-surveyed' }
    if (clip <= limit) return { ...row, verdict: 'unknown', reason: 'edge-of-data' }
    if (isInDoubt(doubt, context, resolved, c)) return { ...row, verdict: 'unknown', reason: 'not-surveyed' }
    const reason = refused[c] <= limit ? 'residents-only' : tooSmall[c] <= limit ? 'too-small' : 'too-far'
    return { ...row, verdict: 'unserved', reason }
  })
  const isAsked = rows.map(({ reason }) => reason === 'too-far' || reason === 'too-small')
  // the last to search: labels are shared
  const isBehind = findBehindGates(context, resolved, settings, { isAsked, fits, limits })
  return rows.map((row, c) => (isBehind[c] ? { ...row, reason: 'closed-gate' } : row))
}

/** Whether «not served» is uncertain here: for a community if it is for any of its places, for a point where it is. */
function isInDoubt(
  doubt: SurveyDoubt | null,
  { network, people, project }: CatchmentContext,
  { community, at }: ResolvedOrigin,
  classIndex: number,
): boolean {
  if (doubt === null) return false
  const own = community < 0 ? null : project.layers.communities[community].id
  if (at !== null) return doubt.isOpenAt(network.frame.lon(at[0]), network.frame.lat(at[1]), own, classIndex)
  return people.points.some((point) => point.community === community && doubt.isOpen(point, classIndex))
}
