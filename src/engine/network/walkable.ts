import type { Street } from '../../model/layers'

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

/** What delays a walk on this street, as an index into DELAY_KINDS. Road bridges cost no extra time. */
export function delayKindOf(street: Street): number {
  if (street.crossing === 'signals') return 1
  if (street.crossing === 'marked') return 2
  if (street.crossing === 'unmarked') return 3
  const changesLevel = street.bridge === true || street.tunnel === true
  return changesLevel && (street.layer ?? 0) !== 0 && FOOT_KINDS.has(street.kind ?? '') ? 4 : 0
}

/** Stairs, by kind or by flag. */
export function isSteps(street: Street): boolean {
  return street.steps === true || street.kind === 'steps'
}
