import type { ExplainedWalk, LegKind, WalkLeg } from '../../model/explanation'
import type { Facility } from '../../model/layers'
import { PROFILES } from '../../model/profile'
import { lineOf, pointsOf } from '../catchment/trace-route'
import type { SteppedWalk, WalkStep } from '../catchment/trace-steps'
import type { BoundedSearch } from '../catchment/bounded-search'
import { DELAY_KINDS } from '../network/walk-network'
import { type ExplainContext, measuresOf } from './class-state'
import { named, ownerOf } from './straight-line'

/** A leg that is still growing; `xy` in metres in the frame. */
interface Draft {
  readonly key: string
  readonly kind: LegKind
  mm: number
  ms: number
  wait_ms: number
  signals: number
  unsignalled: number
  readonly name: string | null
  readonly id: string | null
  readonly street_kind: string | null
  readonly factor: number | null
  readonly xy: [number, number][]
}

type Place = readonly [x: number, y: number]

/**
 * The legs of a walk. Steps of the same kind along a street of the same name are one leg; turns at which nobody
 * waits belong to the leg they lead on from. `home` and `door`: its ends, metres in the frame.
 */
export function describeLegs(
  context: ExplainContext,
  search: BoundedSearch,
  { steps }: SteppedWalk,
  home: Place,
  door: Place,
): WalkLeg[] {
  const drafts: Draft[] = []
  for (const step of steps) {
    const draft = draftOf(context, search, step)
    const last = drafts.at(-1)
    const isSilent = draft.mm === 0 && draft.ms === 0 && draft.kind !== 'gate'
    if (isSilent) continue
    const isTurnWithoutWait = step.kind === 'turn' && draft.wait_ms === 0
    if (last !== undefined && (isTurnWithoutWait || last.key === draft.key)) grow(last, draft)
    else drafts.push(draft)
  }
  joinLines(drafts, home, door)
  let from_ms = 0
  return drafts.map((draft) => {
    const { kind, mm, ms, wait_ms, name, id, street_kind, signals, unsignalled, factor } = draft
    const facts = { kind, mm, ms, wait_ms, from_ms, name, id, street_kind, signals, unsignalled, factor }
    from_ms += ms
    return { ...facts, line: lineOf(context.network.frame, draft.xy) }
  })
}

function grow(leg: Draft, by: Draft): void {
  leg.mm += by.mm
  leg.ms += by.ms
  leg.wait_ms += by.wait_ms
  leg.signals += by.signals
  leg.unsignalled += by.unsignalled
  leg.xy.push(...by.xy)
}

/** Legs begin where the one before ends; the first at home, the last one ends at the door. */
function joinLines(drafts: readonly Draft[], home: Place, door: Place): void {
  let at: Place = home
  for (const [i, { xy }] of drafts.entries()) {
    if (i === drafts.length - 1) xy.push([door[0], door[1]])
    const next = xy.length > 0 ? null : drafts.slice(i + 1).find((later) => later.xy.length > 0)?.xy[0]
    xy.unshift([at[0], at[1]])
    if (next) xy.push([next[0], next[1]])
    at = xy[xy.length - 1]
  }
}

const NOTHING = { name: null, id: null, street_kind: null, factor: null, signals: 0, unsignalled: 0 }

function draftOf(context: ExplainContext, search: BoundedSearch, step: WalkStep): Draft {
  const { network } = search.graph
  const settings = search.graph.costs.impedance
  const walked = measuresOf(settings, step.cost, step.other)
  const profile = PROFILES[settings.profile]
  const hasDelays = !settings.isPlain && settings.hasDelays !== false
  const bare = { ...NOTHING, ...walked, wait_ms: 0, xy: pointsOf(search, step) }
  switch (step.kind) {
    case 'connector': {
      const kind = step.end === 'start' ? 'connector' : 'entrance'
      return { ...bare, key: kind, kind }
    }
    case 'gate': {
      const gate = context.project.layers.gates[network.portalGate[step.portal]]
      return {
        ...bare,
        key: `gate ${step.portal}`,
        kind: 'gate',
        wait_ms: walked.ms,
        name: gate?.name ?? null,
        id: gate?.id ?? null,
      }
    }
    case 'turn': {
      const signals = network.turnSignals[step.turn]
      const unsignalled = network.turnUnsignalled[step.turn]
      const elevators = network.turnElevators[step.turn]
      const { delays_s } = profile
      const roads_s = (signals * delays_s.signals + unsignalled * delays_s.unsignalled) / 2
      const wait_ms = hasDelays ? (roads_s + elevators * delays_s.elevator) * 1000 : 0
      const kind = elevators > 0 && signals + unsignalled === 0 ? 'elevator' : 'crossing'
      return {
        ...bare,
        key: `turn ${step.turn}`,
        kind,
        wait_ms: Math.min(walked.ms, wait_ms),
        signals,
        unsignalled,
      }
    }
    case 'edge':
      return { ...bare, ...describeEdge(context, search, step, walked.ms) }
    default:
      throw new Error(`unknown step ${JSON.stringify(step satisfies never)}`)
  }
}

function describeEdge(
  { project }: ExplainContext,
  search: BoundedSearch,
  step: Extract<WalkStep, { kind: 'edge' }>,
  ms: number,
): Pick<
  Draft,
  'key' | 'kind' | 'wait_ms' | 'name' | 'id' | 'street_kind' | 'factor' | 'signals' | 'unsignalled'
> {
  const { network, costs } = search.graph
  const { isPlain, hasDelays, profile: who } = costs.impedance
  const profile = PROFILES[who]
  const { edge } = step
  const street = project.layers.streets[network.edgeStreet[edge]]
  const delay = DELAY_KINDS[network.edgeDelay[edge]]
  const zone = network.edgeZone[edge]
  const share = network.edgeDelayShare[edge] * Math.abs(step.to - step.from)
  const wait_ms =
    delay === 'none' || isPlain || hasDelays === false
      ? 0
      : Math.min(ms, Math.round(profile.delays_s[delay] * 1000 * share))
  const community =
    zone < 0 ? null : project.layers.communities.find(({ id }) => id === network.zoneIds[zone])
  const kind = kindOfEdge()
  const isInside = kind === 'inside'
  const name = (isInside ? community?.name : street?.name) ?? null
  const id = isInside ? (community?.id ?? null) : null
  // a crossing, a bridge, a flight of stairs is a leg of its own
  const which = kind === 'street' || isInside ? `${name ?? ''} ${id ?? ''}` : String(network.edgeStreet[edge])
  return {
    key: `${kind} ${which}`,
    kind,
    wait_ms,
    name,
    id,
    street_kind: street?.kind ?? null,
    factor: kind === 'stairs' && !isPlain ? profile.stepsFactor : null,
    // a mapped crossing is one road; its parts say no more than that it is one
    signals: delay === 'signals' ? 2 * share : 0,
    unsignalled: delay === 'unsignalled' ? 2 * share : 0,
  }

  function kindOfEdge(): LegKind {
    if (network.edgeIsSteps[edge] === 1) return 'stairs'
    if (delay === 'elevator') return 'elevator'
    if (delay === 'signals' || delay === 'unsignalled') return 'crossing'
    if (street?.tunnel === true) return 'underpass'
    if (street?.bridge === true || delay === 'footbridge') return 'bridge'
    return zone >= 0 ? 'inside' : 'street'
  }
}

/** Legs up to the first gate of the own compound; null: none is passed. `isOwn`: of a gate's record. */
export function legsToGate(
  legs: readonly WalkLeg[],
  isOwnGate: (id: string | null) => boolean,
): { gate: WalkLeg; inside_mm: number } | null {
  let inside_mm = 0
  for (const leg of legs) {
    if (leg.kind === 'gate') return isOwnGate(leg.id) ? { gate: leg, inside_mm } : null
    inside_mm += leg.mm
  }
  return null
}

/** A walk in legs, with the facility's name and the straight line beside it. */
export function makeWalk(
  context: ExplainContext,
  facility: Facility,
  { mm, ms }: { mm: number; ms: number },
  legs: readonly WalkLeg[],
  straight_m: number,
  detour: ExplainedWalk['detour'],
): ExplainedWalk {
  return {
    facility: named(facility),
    owner: ownerOf(context, facility),
    mm,
    ms,
    legs,
    straight_m,
    ratio: straight_m > 0 ? mm / 1000 / straight_m : null,
    detour,
  }
}
