import type { AnalysisSettings } from '../../model/analysis'
import type {
  CrowFlight,
  ExplainedWalk,
  Explanation,
  GateDetour,
  SingleChange,
  Unknown,
  WalkLeg,
  Who,
} from '../../model/explanation'
import { lineOf } from '../catchment/trace-route'
import { isInside } from '../geometry/rings'
import { positionOf } from '../places/demand-places'
import { entrancesByOwner } from '../places/place-context'
import { listDoubtful } from '../places/survey-doubt'
import { factsOfRefusal } from '../places/placement'
import { checkpoint, type Run } from '../run'
import {
  type ClassState,
  type ExplainContext,
  measuresOf,
  measureState,
  settingsOfClass,
  type Standing,
  standingOf,
} from './class-state'
import { describeLegs, legsToGate, makeWalk } from './describe-walk'
import { findWho, type FoundWho, type Home, homeOf } from './find-who'
import { describeCrow, named, nearestDoor, nearestStraight } from './straight-line'
import { tryGates } from './try-gates'
import { tryNewGate } from './try-new-gate'
import { trySharing, trySpaces } from './try-places'
import { walkSteps } from './walk-costs'
import { recordOfService } from '../places/services'

/** What all parts of an explanation are made of. */
interface Question {
  readonly who: Who
  readonly found: FoundWho
  readonly state: ClassState
  readonly standing: Standing
  /** facilities of the class that serve here, and those reserved to others; indexes into the services */
  readonly usable: readonly number[]
  readonly reserved: readonly number[]
}

/**
 * Why a class is served, not served or unknown for somebody: the walk leg by leg, the straight line and what
 * stands in it, and which single changes would serve it, each measured. Facts only. Unknown ids and classes:
 * RangeError.
 */
export async function explainClass(
  context: ExplainContext,
  settings: AnalysisSettings,
  who: Who,
  classCode: string,
  run: Run,
): Promise<Explanation> {
  const found = findWho(context, who)
  const state = await measureState(context, settingsOfClass(settings, classCode), run)
  const standing = standingOf(state, found.asked)
  await checkpoint(run, 'assess', 1, 3)
  const { communities } = context.project.layers
  const { services } = context.facilities
  const own = communities[found.community]?.id ?? null
  const [members] = state.reach.members.fit
  const isUsable = (i: number): boolean =>
    services[i].access !== 'residents' || (own !== null && services[i].community === own)
  const question: Question = {
    who,
    found,
    state,
    standing,
    usable: members.filter(isUsable),
    reserved: members.filter((i) => !isUsable(i)),
  }
  const walked = standing.facility < 0 ? null : walkTo(question, standing.facility)
  const { demand } = standing
  const home = walked?.home ?? (demand === null ? null : homeOf(context, who, demand, null))
  const refused = standing.reason === 'residents-only' ? walkToNearest(question, question.reserved) : null
  await checkpoint(run, 'assess', 2, 3)
  const changes = await listChanges(question, run)
  await checkpoint(run, 'assess', 3, 3)
  const { column } = state
  const over = standing.cost < 0 ? null : standing.cost / 1000 - column.limit
  return {
    who,
    name: found.name,
    community: own === null ? null : named(communities[found.community]),
    class: classCode,
    profile: settings.profile,
    basis: settings.basis,
    limit: column.limit,
    limit_unit: column.limit_unit,
    limit_status: column.status,
    verdict: standing.verdict,
    reason: standing.reason,
    people: peopleOf(question),
    split: splitOf(standing),
    start: home === null ? null : lineOf(context.network.frame, [[home.x, home.y]])[0],
    home: homeName(question),
    walk: walked?.walk ?? null,
    refused: refused?.walk ?? null,
    crow: home === null ? null : crowOf(question, members, home),
    missing: over === null || over <= 0 ? null : over,
    unknown: unknownOf(question, home),
    changes,
  }
}

function homeName({ who, standing, state }: Question): Explanation['home'] {
  const { demand } = standing
  if (who.kind === 'point' || demand?.carrier !== 'building') return null
  const building = state.on.project.layers.buildings.find(({ id }) => id === demand.id)
  return building === undefined ? null : named(building)
}

/** People asked about: of the community, or the building's share of it; null: not known. */
function peopleOf({ found, state, who }: Question): number | null {
  const { asked, community } = found
  if (who.kind === 'point' || community < 0 || asked.kind === 'extra') return null
  const people = state.on.people.people[community]
  if (people === null || asked.kind === 'community') return people
  return Math.round(people * state.on.people.points[asked.point].share)
}

function splitOf({ shares }: Standing): Explanation['split'] {
  if (shares === null) return null
  const [unknown, unserved, served] = shares
  return { served, unserved, unknown }
}

/** The walk to one facility, and where it sets out; null: none within the lookout. */
function walkTo(
  { who, state, standing, found }: Question,
  facility: number,
): { walk: ExplainedWalk; home: Home } | null {
  const { on, settings } = state
  const { demand } = standing
  if (demand === null) return null
  const stepped = walkSteps(on, demand.access, on.facilities.access[facility], settings)
  if (stepped === null) return null
  const { traced, search } = stepped
  const home = homeOf(on, who, demand, traced.start)
  if (home === null) return null
  const record = recordOfService(on.project.layers, facility)
  const doors = entrancesByOwner(on.project.layers.entrances)
  const from =
    demand.carrier === 'building' || who.kind === 'point'
      ? ([home.x, home.y] as const)
      : positionOf(on.network, traced.start)
  const door = nearestDoor(record, doors, on, positionOf(on.network, traced.finish))
  const legs = describeLegs(on, search, traced, from, door)
  // straight as the crow flies: to the door nearest to home, which need not be the one that is walked to
  const goal = nearestDoor(record, doors, on, from)
  const straight_m = Math.hypot(goal[0] - from[0], goal[1] - from[1])
  const walk = makeWalk(
    on,
    record,
    measuresOf(settings, traced.walk.cost, traced.walk.other),
    legs,
    straight_m,
    detourOf(on, found.community, legs, from, goal),
  )
  return { walk, home: { ...home, x: from[0], y: from[1] } }
}

/** Going round by a gate of the own compound; null: none is passed, nobody walks to it, or the facility is inside. */
function detourOf(
  on: ExplainContext,
  community: number,
  legs: readonly WalkLeg[],
  [x, y]: readonly [number, number],
  [goalX, goalY]: readonly [number, number],
): GateDetour | null {
  const id = on.project.layers.communities[community]?.id
  const compound = on.compounds.find((each) => each.id === id)
  if (compound === undefined || isInside(compound.rings, goalX, goalY)) return null
  const { gates } = on.project.layers
  const own = new Set(compound.gates.map(({ index }) => gates[index].id))
  // a crossing street taken for a gate has no record
  const passed = legsToGate(legs, (gate) => gate === null || own.has(gate))
  if (passed === null || passed.inside_mm === 0) return null
  const { gate, inside_mm } = passed
  const { frame } = on.network
  const [lon, lat] = gate.line[gate.line.length - 1]
  const onward_m = Math.hypot(goalX - frame.x(lon), goalY - frame.y(lat))
  return {
    gate: gate.id === null ? null : { id: gate.id, name: gate.name },
    inside_mm,
    extra_m: Math.max(0, inside_mm / 1000 + onward_m - Math.hypot(goalX - x, goalY - y)),
  }
}

/** The shortest walk to any of some facilities, of equal ones the first. */
function walkToNearest(question: Question, facilities: readonly number[]): ReturnType<typeof walkTo> {
  const { state, standing } = question
  const { on, settings } = state
  if (standing.demand === null) return null
  const points = facilities.flatMap((facility) => on.facilities.access[facility])
  const stepped = walkSteps(on, standing.demand.access, points, settings)
  if (stepped === null) return null
  const nearest = facilities.find((facility) =>
    on.facilities.access[facility].includes(stepped.traced.finish),
  )
  return nearest === undefined ? null : walkTo(question, nearest)
}

function crowOf(question: Question, members: readonly number[], home: Home): CrowFlight | null {
  const { state, standing, reserved, found } = question
  const { on } = state
  const nearest = nearestStraight(on, members, [home.x, home.y])
  if (nearest === null) return null
  const walk = nearest.facility === standing.facility ? null : walkTo(question, nearest.facility)
  const isWalked = nearest.facility === standing.facility
  const measures = isWalked ? measuresOf(state.settings, standing.cost, standing.other) : (walk?.walk ?? null)
  const access = on.facilities.access[nearest.facility]
  const partOf = (edge: number, node: number): number =>
    on.network.nodeComponent[edge < 0 ? node : on.network.edgeFrom[edge]]
  const own = new Set((standing.demand?.access ?? []).map(({ edge, node }) => partOf(edge, node)))
  const parts = access.map(({ edge, node }) => partOf(edge, node))
  const isOtherPart = parts.length > 0 && own.size > 0 && !parts.some((part) => own.has(part))
  const longest = Math.max(...parts.map((part) => on.network.componentLength_m[part]))
  return describeCrow(
    on,
    [home.x, home.y],
    nearest,
    measures,
    {
      isWalked,
      isReserved: reserved.includes(nearest.facility),
      cutOff:
        measures !== null
          ? null
          : access.length === 0
            ? 'not-connected'
            : isOtherPart
              ? 'other-part'
              : 'too-far',
      part_m: measures === null && isOtherPart ? longest : null,
    },
    on.project.layers.communities[found.community]?.id ?? null,
  )
}

function unknownOf({ standing, state }: Question, home: Home | null): Unknown | null {
  if (standing.verdict !== 'unknown') return null
  switch (standing.reason) {
    case 'not-surveyed':
      return { kind: 'not-surveyed', layers: state.column.surveyed ? listDoubtful(state.on.project) : [] }
    case 'edge-of-data':
      return { kind: 'edge-of-data', reached: standing.clipCost / 1000 }
    default: {
      const refused = factsOfRefusal(home?.placements ?? [])
      const { distance_m, barrier } = refused as { distance_m?: number; barrier?: string }
      return {
        kind: 'not-connected',
        nearest_m: distance_m ?? null,
        barrier: (barrier as Extract<Unknown, { kind: 'not-connected' }>['barrier']) ?? null,
        isLockedIn: (standing.demand?.access.length ?? 0) > 0,
      }
    }
  }
}

/**
 * Single changes: those that serve who is asked about before those that serve more of the community, most people
 * first; of equal ones the shorter walk, then as tried: gates, a new gate, sharing, spaces.
 */
async function listChanges(question: Question, run: Run): Promise<SingleChange[]> {
  const { state, standing, found, usable, reserved } = question
  const isAsked = standing.verdict !== 'served' && standing.reason !== 'not-surveyed'
  if (!isAsked || standing.demand === null || state.on.isPlain) return []
  const { asked, community } = found
  const shared = usable.filter((i) => state.on.facilities.services[i].access !== 'residents')
  const access =
    asked.kind === 'community'
      ? state.on.people.points.filter((point) => point.community === asked.index).flatMap((p) => p.access)
      : standing.demand.access
  const gates = await tryGates(state, asked, access, usable, run)
  const newGate = tryNewGate(state, asked, community, usable, shared)
  const sharing = await trySharing(state, asked, access, reserved, run)
  const spaces = await trySpaces(state, asked, access, run)
  const all = [...gates, ...(newGate === null ? [] : [newGate]), ...sharing, ...spaces]
  const isDistance = state.settings.basis === 'distance'
  const walkOf = ({ mm, ms }: SingleChange): number => (isDistance ? mm : ms) ?? Infinity
  return all.sort(
    (a, b) =>
      Number(b.serves) - Number(a.serves) ||
      (b.gained ?? 0) - (a.gained ?? 0) ||
      b.communities - a.communities ||
      // two that serve neither have no walks to compare
      (walkOf(a) === walkOf(b) ? 0 : walkOf(a) - walkOf(b)),
  )
}
