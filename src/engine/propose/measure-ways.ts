import type { AnalysisSettings } from '../../model/analysis'
import { PROFILES } from '../../model/profile'
import { readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { measureClass, type Measuring, startMeasuring } from '../catchment/measure-class'
import { searchFrom } from '../catchment/search-starts'
import type { Reach } from '../catchment/reach'
import { ReachDraft } from '../catchment/reach-draft'
import type { ExplainContext } from '../explain/class-state'
import type { AccessPoint } from '../places/access-point'
import { checkpoint, type Run } from '../run'
import type { PlannedClass } from './list-demand'
import type { Opening } from './opening'
import type { Place } from './places'
import type { PlanContext } from './plan-context'

/** No way within the lookout. */
export const NO_WAY = 0x7fffffff

/** What some measures together would make of walks to a class; who serves, and by which opening. */
export interface Way {
  readonly place: number | null
  /** index into the openings; null: by the network as it is */
  readonly opening: number | null
  /** index into the planned classes */
  readonly class: number
  /** by demand point, in the unit of the search; NO_WAY beyond the lookout */
  readonly cost: Int32Array
}

/** What walks are measured for. */
interface Asked {
  readonly context: PlanContext
  readonly classes: readonly PlannedClass[]
  readonly places: readonly Place[]
  readonly openings: readonly Opening[]
  /** 1: a point somebody in scope lives at */
  readonly isAsked: Uint8Array
  /** walks longer than this help nobody, in the unit of the search; by class */
  readonly lookout: readonly number[]
}

/** The ways there are, and openings that cannot be measured: they would move people. */
export interface MeasuredWays {
  readonly ways: readonly Way[]
  readonly unfit: ReadonlySet<Opening>
}

/**
 * Walks to every place as things are, to what there is with one gate, wall or path opened, and to every place with
 * one of them opened where that is shorter. Two that help only together (two walls in line) are not looked for: what
 * they would add is more than a plan promises, never less.
 */
export async function measureWays(asked: Asked, run: Run): Promise<MeasuredWays> {
  const { context, classes, places, openings, lookout, isAsked } = asked
  const ways: Way[] = []
  const unfit = new Set<Opening>()
  const { on, settings } = context
  const today = startMeasuring(on, settings)
  const farOf = places.map(({ hosted }) => Math.max(0, ...hosted.map((each) => lookout[each.class])))
  const base = places.map(({ access }, place) => costsTo(today, access, farOf[place], isAsked))
  for (const [place, { hosted }] of places.entries())
    for (const { class: c } of hosted) ways.push({ place, opening: null, class: c, cost: base[place] })
  const standing = places.map(({ access }) => access.map((point) => positionOf(on, point)))
  const services = on.facilities.access.map((access) => access.map((point) => positionOf(on, point)))
  for (const [o, opening] of openings.entries()) {
    await checkpoint(run, 'reach', o, openings.length)
    // a walk through it that is short enough ends near it
    const isNear = (ends: readonly Position[], far: number): boolean =>
      ends.some(([x, y]) =>
        opening.spots.some((spot) => Math.hypot(x - spot[0], y - spot[1]) <= sightOf(settings, far)),
      )
    const opened = opening.open()
    if (opened === null) {
      unfit.add(opening)
      continue
    }
    const measuring = startMeasuring(opened, settings)
    for (const [c, { index }] of classes.entries()) {
      const near = context.reach.members.fit[index].filter((i) => isNear(services[i], lookout[c]))
      if (near.length === 0) continue
      const before = costOf(context.reach, index, isAsked)
      const cost = measureAmong(measuring, context.reach, near, lookout[c], isAsked)
      if (isShorter(cost, before)) ways.push({ place: null, opening: o, class: c, cost })
    }
    for (const [place, { access, enter, hosted }] of places.entries()) {
      if (!isNear(standing[place], farOf[place])) continue
      const ends = opening.laysStreets ? enter(opened) : access
      const cost = costsTo(measuring, ends, farOf[place], isAsked)
      if (!isShorter(cost, base[place])) continue
      for (const { class: c } of hosted) ways.push({ place, opening: o, class: c, cost })
    }
  }
  return { ways, unfit }
}

type Position = readonly [x: number, y: number]

/** As far as a walk may lead, as the crow flies, metres. `cost`: in the unit of the search. */
function sightOf({ basis, profile }: AnalysisSettings, cost: number): number {
  return basis === 'distance' ? cost / 1000 : (cost / 1000) * PROFILES[profile].speed_m_s * FASTEST
}

/** Escalators and slopes may carry a walk faster than its profile goes, by no more than this. */
const FASTEST = 2.5

function positionOf({ network }: ExplainContext, { edge, at, node }: AccessPoint): Position {
  const { nodeX, nodeY, edgeFrom, edgeTo } = network
  if (edge < 0) return [nodeX[node], nodeY[node]]
  const [a, b] = [edgeFrom[edge], edgeTo[edge]]
  return [nodeX[a] + at * (nodeX[b] - nodeX[a]), nodeY[a] + at * (nodeY[b] - nodeY[a])]
}

/** Everybody's walk to one place. */
function costsTo(
  measuring: Measuring,
  access: readonly AccessPoint[],
  lookout: number,
  isAsked: Uint8Array,
): Int32Array {
  const { on, search, columns } = measuring
  const only = { ...on, facilities: { ...on.facilities, access: [access] } }
  const onEdges = searchFrom({ on: only, search, lookout }, [0])
  const cost = new Int32Array(isAsked.length).fill(NO_WAY)
  const best = new BestWalk()
  for (let point = 0; point < cost.length; point++) {
    if (isAsked[point] === 0) continue
    best.clear()
    readWalk(best, search, columns, point, onEdges)
    if (best.cost <= lookout) cost[point] = best.cost
  }
  return cost
}

/** Everybody's walk to the nearest of some facilities that serve them: a reach of one class that has only these. */
function measureAmong(
  measuring: Measuring,
  reach: Reach,
  among: readonly number[],
  lookout: number,
  isAsked: Uint8Array,
): Int32Array {
  const nowhere = [new Int32Array(reach.pointCount).fill(-1)]
  const columns = { cost: nowhere, other: nowhere, facility: nowhere, residentsOnlyCost: nowhere }
  const members = { ...reach.members, fit: [among], small: [[]] }
  const there = new ReachDraft({ ...reach, ...columns, members })
  measureClass(there, 0, { ...measuring, lookout })
  return costOf(there.reach, 0, isAsked)
}

/** The walks of a class as a column of their own. */
export function costOf(reach: Reach, classIndex: number, isAsked: Uint8Array): Int32Array {
  const column = reach.cost[classIndex]
  return Int32Array.from(isAsked, (asked, p) => {
    const cost = column[p]
    return asked === 1 && cost >= 0 ? cost : NO_WAY
  })
}

function isShorter(cost: Int32Array, than: Int32Array): boolean {
  return cost.some((each, p) => each < than[p])
}
