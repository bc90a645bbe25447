import type { CrowFlight, Explanation, Obstacle, SingleChange, WalkLeg } from '../model/explanation'

/** An explanation in lines for a terminal; the walk itself is a table of its own. */
export function tellExplanation(answer: Explanation, className: string): string[] {
  const { changes, verdict, unknown } = answer
  const lines = [tellHeadline(answer, className)]
  const { refused, crow, walk, missing, limit_unit } = answer
  if (missing !== null) lines.push(`missing: ${Math.round(missing)} ${limit_unit}`)
  if (refused !== null)
    lines.push(
      `near, but reserved to ${nameOf(refused.owner)}: ${nameOf(refused.facility)}, ${metres(refused.mm)} on foot`,
    )
  if (crow !== null) lines.push(tellCrow(crow))
  if (walk?.detour != null)
    lines.push(
      `way out: ${metres(walk.detour.inside_mm)} to ${nameOf(walk.detour.gate)}, ${Math.round(walk.detour.extra_m)} m more than straight out`,
    )
  if (verdict === 'served' || unknown?.kind === 'not-surveyed') return lines
  lines.push(changes.length === 0 ? 'no single change solves it' : 'single changes, each measured by itself:')
  changes.forEach((change, i) => lines.push(`  ${i + 1}. ${tellChange(change)}: ${tellEffect(change)}`))
  return lines
}

function tellHeadline(answer: Explanation, className: string): string {
  const { verdict, walk, unknown, limit, limit_unit, limit_status } = answer
  const status = limit_status === 'V' ? '' : `, ${limit_status}: to be checked by a planner`
  const rule = `limit ${limit} ${limit_unit}${status}`
  const who = answer.home === null ? '' : `, counted from ${nameOf(answer.home)}`
  if (unknown !== null) return `${className}: unknown${who} (${rule}); ${tellUnknown(answer)}`
  const is = verdict === 'served' ? 'served' : 'not served'
  if (walk === null)
    return `${className}: ${is}${who} (${rule}); no facility within 3 km or 45 minutes on foot`
  const seconds = Math.round(walk.ms / 1000)
  return `${className}: ${is}${who} (${rule}); nearest on foot ${nameOf(walk.facility)}, ${metres(walk.mm)}, ${seconds} s (${answer.reason})`
}

function tellUnknown({ unknown, limit_unit }: Explanation): string {
  switch (unknown?.kind) {
    case 'not-surveyed':
      return unknown.layers.length === 0
        ? 'the class was not surveyed here; a survey would settle it'
        : `one is near in a straight line, and the survey of ${unknown.layers.join(', ')} is incomplete; completing it would settle it`
    case 'edge-of-data':
      return `the data ends after ${Math.round(unknown.reached)} ${limit_unit}; data beyond would settle it`
    case 'not-connected':
      if (unknown.isLockedIn) return 'no gate of the compound is open on record; check the gates'
      return unknown.barrier === null
        ? 'no street is near enough; check the path at the door (lifecircle check)'
        : `the nearest street lies behind a barrier (${unknown.barrier}, ${Math.round(unknown.nearest_m ?? 0)} m); check the path at the door (lifecircle check)`
    default:
      return 'for no reason on record'
  }
}

function tellCrow(crow: CrowFlight): string {
  const between = crow.between.map(tellObstacle).join(', ')
  const straight = `straight line: ${nameOf(crow.facility)}, ${Math.round(crow.straight_m)} m`
  const walk =
    crow.mm === null
      ? CUT_OFF[crow.cutOff ?? 'too-far']
      : `${metres(crow.mm)} on foot (${(crow.ratio ?? 1).toFixed(1)} times)`
  const owner = crow.isReserved ? `, reserved to ${nameOf(crow.owner)}` : ''
  return `${straight}; ${walk}${owner}${between === '' ? '' : `; in between: ${between}`}`
}

const CUT_OFF = {
  'not-connected': 'connected to no street (lifecircle check tells where)',
  'other-part': 'on streets that do not join the others (lifecircle check tells where)',
  'too-far': 'more than 3 km or 45 minutes on foot',
} as const

function tellObstacle({ kind, name, closedGates }: Obstacle): string {
  const gates = closedGates.map((gate) => nameOf(gate)).join(', ')
  return `${kind}${name === null ? '' : ` ${name}`}${gates === '' ? '' : ` (closed gate: ${gates})`}`
}

function tellChange(change: SingleChange): string {
  switch (change.kind) {
    case 'open-gate':
      return `open gate ${nameOf(change.gate)} to ${change.access === 'public' ? 'the public' : 'its residents'}${change.from === 'hours' ? ' round the clock' : ''}`
    case 'new-gate':
      return `a new gate in the wall of ${nameOf(change.of)} at ${change.at.join(',')}, link ${Math.round(change.link_m)} m`
    case 'share-facility':
      return `share ${nameOf(change.shared)} of ${nameOf(change.of)} with its neighbors`
    case 'use-space':
      return `use space ${nameOf(change.space)}${change.of === null ? '' : ` of ${nameOf(change.of)}`} (${SUITS[change.hosting ?? 'unjudged']})`
    default:
      throw new Error(`unknown change ${JSON.stringify(change satisfies never)}`)
  }
}

const SUITS = {
  fits: 'fits by the rules of hosting',
  conditions: 'with conditions by the rules of hosting',
  unjudged: 'suitability to be checked',
} as const

function tellEffect({ mm, ms, gained, communities, served_share }: SingleChange): string {
  const walk =
    mm === null || ms === null
      ? `still not served, but ${Math.round((served_share ?? 0) * 100)} % of the community's people are`
      : `walk ${metres(mm)}, ${Math.round(ms / 1000)} s`
  const people = gained === null ? 'people unknown' : `${gained} people newly served`
  return `${walk}; ${people}, ${communities} communities`
}

/** A leg as a row of the table: when it begins, what it is, its name, metres, seconds, of these waiting. */
export function rowOf({ kind, name, mm, ms, wait_ms, from_ms }: WalkLeg): string[] {
  return [tenths(from_ms), kind, name ?? '', tenths(mm), tenths(ms), tenths(wait_ms)]
}

/** Thousandths as a number with one decimal. */
function tenths(value: number): string {
  return (value / 1000).toFixed(1)
}

function metres(mm: number): string {
  return `${Math.round(mm / 1000)} m`
}

function nameOf(record: { readonly id: string; readonly name: string | null } | null): string {
  return record === null ? 'no record' : record.name === null ? record.id : `${record.name} (${record.id})`
}
