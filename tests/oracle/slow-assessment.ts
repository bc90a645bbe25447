import { REASONS, type Reason, type Verdict } from '../../src/model/assessment'
import { limitOf } from '../../src/model/class-limit'
import type { Facility } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { RulePack } from '../../src/model/rule-pack'
import { meetFacility, type Meeting, placeEverybody, type SlowDemand } from './slow-places'
import { type Cost, type Foot, type SlowImpedance, SlowSearch } from './slow-search'
import type { SlowTown } from './slow-town'

/*
 * The nearest facility of every class, and the verdicts: docs/method.md (6, 8), the obvious way.
 */

/** How far the nearest facility is looked for: m or s. */
export const LOOKOUT = { distance: 3000, time: 2700 } as const
/** Nearer to a limit than this (m or s) a verdict is a toss-up, on which nothing is compared. */
const TIE = 0.02

/** What is nearest to one place, of one class. */
export interface SlowNearest {
  /** index into the facilities; −1: none within the lookout */
  readonly facility: number
  readonly walk: Cost | null
  /** as good as the best, by less than a tie */
  readonly equals: readonly number[]
  /** the nearest that serves only its own community */
  readonly residentsOnly: number
  readonly verdict: Verdict
  readonly reason: Reason
  readonly isSure: boolean
  /** right to a meter, not to a centimeter: see Meeting */
  readonly isSlanted: boolean
}

export interface SlowRow {
  readonly demand: SlowDemand
  readonly nearest: readonly SlowNearest[]
}

interface Placed {
  readonly index: number
  readonly class: string
  readonly meeting: Meeting
  /** below the least area its rule asks for */
  readonly isSmall: boolean
  /** index of the community it is reserved for; null: everybody, −1: a community that is not there */
  readonly own: number | null
}

/** One place of a project, asked for its nearest facilities. */
export class SlowAssessment {
  readonly demands: readonly SlowDemand[]
  readonly placed: readonly Placed[]
  readonly town: SlowTown
  private readonly search: SlowSearch
  private readonly project: Project
  private readonly rules: RulePack
  private readonly impedance: SlowImpedance

  /** `isAsked`: the communities whose people are placed */
  constructor(
    town: SlowTown,
    project: Project,
    rules: RulePack,
    impedance: SlowImpedance,
    isAsked: (community: string) => boolean = () => true,
  ) {
    this.town = town
    this.project = project
    this.rules = rules
    this.impedance = impedance
    this.search = new SlowSearch(town, impedance)
    this.demands = placeEverybody(town, project, isAsked)
    this.placed = project.layers.facilities.map((facility, index) => ({
      index,
      class: facility.class ?? '',
      meeting: meetFacility(town, project, facility),
      isSmall: isTooSmall(facility, rules),
      own:
        facility.access === 'residents'
          ? project.layers.communities.findIndex(({ id }) => id === facility.community)
          : null,
    }))
  }

  /** The nearest facility of each class of the rule pack, from a place of a community (−1: of none). */
  nearestTo(meeting: Meeting, community: number): SlowNearest[] {
    const lookout = LOOKOUT[this.impedance.basis]
    const { costs, clip } = this.walkEverywhere(meeting.feet, community, lookout)
    return this.rules.rules.map((rule): SlowNearest => {
      const members = this.placed.filter((one) => one.class === rule.code)
      const large = members.filter((one) => !one.isSmall)
      const open = large.filter(({ own }) => own === null || (own >= 0 && own === community))
      const walks = open.flatMap(({ index }) => {
        const walk = costs.get(index)
        return walk === undefined ? [] : [{ index, walk }]
      })
      // stable: of equal walks the one that stands first
      walks.sort((x, y) => x.walk.cost - y.walk.cost)
      const best = walks[0] ?? null
      const residentsOnly = Math.min(
        ...large.filter(({ own }) => own !== null).map(({ index }) => costs.get(index)?.cost ?? Infinity),
      )
      const tooSmall = Math.min(
        ...members
          .filter(({ isSmall, own }) => isSmall && (own === null || (own >= 0 && own === community)))
          .map(({ index }) => costs.get(index)?.cost ?? Infinity),
      )
      const { limit } = limitOf(this.rules, rule, this.impedance.basis)
      const isSurveyed = this.project.surveyed[rule.code] ?? members.length > 0
      const cost = best?.walk.cost ?? Infinity
      const isShutIn = meeting.feet.every(({ zone }) => zone >= 0 && !this.town.openZones.has(zone))
      const [verdict, reason] = judge(isShutIn, { cost, residentsOnly, tooSmall }, clip, limit, isSurveyed)
      const isSlanted = meeting.isSlanted || members.some((one) => one.meeting.isSlanted)
      const tie = isSlanted ? 2 : TIE
      const isNear = (value: number): boolean => Math.abs(value - limit) < tie
      return {
        facility: best?.index ?? -1,
        walk: best?.walk ?? null,
        equals: walks.filter(({ walk }) => walk.cost - cost < tie).map(({ index }) => index),
        residentsOnly,
        verdict,
        reason,
        isSlanted,
        isSure:
          meeting.isSure &&
          members.every((one) => one.meeting.isSure) &&
          !isNear(cost) &&
          !isNear(residentsOnly) &&
          !isNear(tooSmall) &&
          !isNear(clip) &&
          Math.abs(cost - lookout) > tie,
      }
    })
  }

  private limitOf(code: string): number {
    const rule = this.rules.rules.find((one) => one.code === code)
    return rule === undefined ? 0 : limitOf(this.rules, rule, this.impedance.basis).limit + 1
  }

  /** What it costs to every facility that may be the nearest of its class, and to where the data ends. */
  private walkEverywhere(
    feet: readonly Foot[],
    community: number,
    lookout: number,
  ): { costs: Map<number, Cost>; clip: number } {
    const costs = new Map<number, Cost>()
    let clip = Infinity
    const homes = new Set(feet.map(({ zone }) => zone))
    const search = (target: number, limit: number): void => {
      for (const home of homes) {
        const starts = feet.filter(({ zone }) => zone === home)
        this.search.run(starts, [home, target], limit)
        for (const node of this.town.clipNodes)
          // who comes as a guest ends in that compound; who does not ends outside, or at home
          if (target < 0 ? [home, -1].includes(this.town.zoneOf[node]) : this.town.zoneOf[node] === target)
            clip = Math.min(clip, this.search.bestAt(node))
        for (const { index, meeting } of this.placed)
          for (const foot of meeting.feet) {
            if (foot.zone !== target && (target !== -1 || foot.zone !== home)) continue
            const walk = this.search.costTo(foot, starts)
            if (walk === null || walk.cost > lookout + TIE) continue
            if (walk.cost < (costs.get(index)?.cost ?? Infinity)) costs.set(index, walk)
          }
      }
    }
    // a resident at home and everywhere outside; in each other compound that has facilities also a guest
    search(-1, lookout)
    const known = new Map<string, number>()
    for (const { index, class: code, own, isSmall } of this.placed)
      if (own === null && !isSmall)
        known.set(code, Math.min(known.get(code) ?? lookout, costs.get(index)?.cost ?? lookout))
    const targets = new Map<number, number>()
    for (const { class: code, meeting, own, isSmall } of this.placed)
      for (const { zone } of meeting.feet) {
        // what is farther than the nearest of its class so far cannot become the nearest; what is reserved for
        // others matters within the limit
        const isOwn = own === null || (own >= 0 && own === community)
        const nearest = isOwn ? (known.get(code) ?? lookout) : 0
        const enough = own === null && !isSmall ? nearest : Math.max(nearest, this.limitOf(code))
        if (zone >= 0) targets.set(zone, Math.max(targets.get(zone) ?? 0, enough))
      }
    // a walk may end where the data does in a compound that one is a guest of
    for (const node of this.town.clipNodes)
      if (this.town.zoneOf[node] >= 0) targets.set(this.town.zoneOf[node], lookout)
    for (const [target, limit] of targets) search(target, limit)
    return { costs, clip }
  }
}

/** Known to be below the least floor or land area of its class. */
function isTooSmall({ class: code, floor_area_m2, land_area_m2 }: Facility, { rules }: RulePack): boolean {
  const rule = rules.find((one) => one.code === code)
  const [floor, land] = [rule?.building_m2?.[0] ?? 0, rule?.land_m2?.[0] ?? 0]
  return (floor_area_m2 ?? Infinity) < floor || (land_area_m2 ?? Infinity) < land
}

/** Costs to the nearest that serves, and to those that refuse. */
interface Candidates {
  readonly cost: number
  readonly residentsOnly: number
  readonly tooSmall: number
}

function judge(
  isShutIn: boolean,
  { cost, residentsOnly, tooSmall }: Candidates,
  clip: number,
  limit: number,
  isSurveyed: boolean,
): [Verdict, Reason] {
  if (isShutIn) return ['unknown', 'not-connected']
  if (cost <= limit) return ['served', 'within-limit']
  if (!isSurveyed) return ['unknown', 'not-surveyed']
  if (clip <= limit) return ['unknown', 'edge-of-data']
  if (residentsOnly <= limit) return ['unserved', 'residents-only']
  return ['unserved', tooSmall <= limit ? 'too-small' : 'too-far']
}

/** Where no facility is near enough, but one would be if closed gates opened, a gate is the reason. */
export function blameGates(
  nearest: readonly SlowNearest[],
  opened: readonly SlowNearest[] | null,
): SlowNearest[] {
  return nearest.map((one, c): SlowNearest => {
    if (opened === null || one.verdict !== 'unserved' || one.reason === 'residents-only') return one
    const isSure = one.isSure && opened[c].isSure
    return opened[c].verdict === 'served' ? { ...one, isSure, reason: 'closed-gate' } : { ...one, isSure }
  })
}

/** What a community answers, by its median resident. */
export interface SlowCell {
  readonly verdict: Verdict
  readonly reason: Reason
  readonly share: number | null
  readonly nearest: SlowNearest | null
  readonly isSure: boolean
}

/** `rows`: the places of one community, in order; `c`: which class. */
export function speakFor(rows: readonly SlowRow[], c: number): SlowCell {
  const isSure = rows.every(({ nearest }) => nearest[c].isSure)
  const shareOf = (wanted: Verdict): number =>
    rows
      .filter(({ nearest }) => nearest[c].verdict === wanted)
      .reduce((sum, { demand }) => sum + demand.share, 0)
  const unknown = shareOf('unknown')
  const cell = (row: SlowRow | undefined): SlowCell => {
    if (row === undefined)
      return { verdict: 'unknown', reason: 'not-connected', share: null, nearest: null, isSure }
    const { verdict, reason } = row.nearest[c]
    const share = verdict === 'unknown' ? null : shareOf('served') / (shareOf('served') + shareOf('unserved'))
    return { verdict, reason, share, nearest: row.nearest[c], isSure }
  }
  if (unknown > 0.5) {
    const shareBy = (reason: Reason): number =>
      rows
        .filter(({ nearest }) => nearest[c].verdict === 'unknown' && nearest[c].reason === reason)
        .reduce((sum, { demand }) => sum + demand.share, 0)
    const most = Math.max(...REASONS.map(shareBy))
    const shared = REASONS.find((reason) => shareBy(reason) > most - 1e-9)
    return cell(rows.find(({ nearest }) => nearest[c].verdict === 'unknown' && nearest[c].reason === shared))
  }
  const walkOf = ({ nearest }: SlowRow): number => nearest[c].walk?.cost ?? Infinity
  const known = rows
    .filter(({ nearest }) => nearest[c].verdict !== 'unknown')
    .toSorted((x, y) =>
      walkOf(x) === walkOf(y)
        ? REASONS.indexOf(x.nearest[c].reason) - REASONS.indexOf(y.nearest[c].reason)
        : walkOf(x) - walkOf(y),
    )
  let passed = 0
  for (const row of known) {
    passed += row.demand.share
    if (passed >= (1 - unknown) / 2 - 1e-9) return cell(row)
  }
  return cell(known.at(-1) ?? rows.find(({ nearest }) => nearest[c].verdict === 'unknown'))
}
