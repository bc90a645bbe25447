import type { Street } from '../../model/layers'
import { DELAY_KINDS } from './walk-network'

// highway values nobody walks on, or that do not exist on the ground
const NEVER = new Set([
  'motorway',
  'motorway_link',
  'construction',
  'proposed',
  'planned',
  'abandoned',
  'razed',
  'raceway',
  'bus_guideway',
  'escape',
])

const FOOT_GRANTED = new Set(['yes', 'designated', 'permissive', 'destination', 'customers'])
const FOOT_REFUSED = new Set(['no', 'private'])
const ACCESS_REFUSED = new Set(['no', 'private'])
const NO_SIDEWALK = new Set(['no', 'none', 'separate'])

/**
 * Who may walk here. `public`: anyone. `private`: only inside a gated community, as part of it.
 * `none`: nobody. The rule is that of docs/method.md, "Which streets are walked".
 */
export function classifyWalkability(street: Street): 'public' | 'private' | 'none' {
  const kind = street.kind ?? ''
  if (NEVER.has(kind)) return 'none'
  const foot = street.foot ?? ''
  if (kind === 'trunk' || kind === 'trunk_link') {
    const hasSidewalk = street.sidewalk !== undefined && !NO_SIDEWALK.has(street.sidewalk)
    if (foot !== 'yes' && foot !== 'designated' && !hasSidewalk) return 'none'
  }
  if (FOOT_REFUSED.has(foot)) return 'none'
  if (ACCESS_REFUSED.has(street.access ?? '') && !FOOT_GRANTED.has(foot)) return 'private'
  return 'public'
}

const FOOT_KINDS = new Set(['footway', 'path', 'steps', 'pedestrian', 'cycleway', 'corridor', 'track'])

const NO_DELAY = DELAY_KINDS.indexOf('none')
const SIGNALS = DELAY_KINDS.indexOf('signals')
const UNSIGNALLED = DELAY_KINDS.indexOf('unsignalled')
const FOOTBRIDGE = DELAY_KINDS.indexOf('footbridge')
const ELEVATOR = DELAY_KINDS.indexOf('elevator')

/**
 * What delays a walk on this street, as an index into DELAY_KINDS. Road bridges cost no extra time, and the
 * stairs up to a footbridge have their own factor instead.
 */
export function delayKindOf(street: Street): number {
  if (street.kind === 'elevator') return ELEVATOR
  if (street.crossing === 'signals') return SIGNALS
  if (street.crossing !== undefined) return UNSIGNALLED
  const changesLevel = street.bridge === true || street.tunnel === true
  return changesLevel && (street.layer ?? 0) !== 0 && FOOT_KINDS.has(street.kind ?? '') && !isSteps(street)
    ? FOOTBRIDGE
    : NO_DELAY
}

/** Stairs, by kind or by flag. */
export function isSteps(street: Street): boolean {
  return street.steps === true || street.kind === 'steps'
}

/** Stairs that are climbed: an escalator carries people as fast as they walk on the flat. */
export function isClimbed(street: Street): boolean {
  return isSteps(street) && street.conveying !== true
}

/** Closed to wheels: what is marked so, escalators, and stairs without a ramp that is marked step-free. */
export function isClosedToWheels(street: Street): boolean {
  return (
    street.step_free === false ||
    (isSteps(street) && (street.step_free !== true || street.conveying === true))
  )
}

/** On a bridge or in a tunnel above or below the ground: walked through, but not stepped onto on the way. */
export function isRaised(street: Street): boolean {
  return (street.bridge === true || street.tunnel === true) && (street.layer ?? 0) !== 0
}
