import { firstFamiliesOf } from '../../model/rules/parameters'
import type { Group, Rule } from '../../model/rule-pack'
import type { ProposalOptions } from '../../model/proposal'
import { readReasons, surveyedReason, VERDICT_OF } from '../assessment/community-judge'
import { accessEvidence } from '../assessment/collect-evidence'
import { listColumns } from '../assessment/class-columns'
import { limitOfClass } from '../catchment/measure-class'
import { SurveyDoubt } from '../places/survey-doubt'
import type { PlacedPeople } from '../places/place-people'
import { type DemandAtPoints, demandAtPoints } from '../supply/demand-at-points'
import type { AskedPoints } from './asked-points'
import type { PlanContext } from './plan-context'

/** Families the plan puts first count twice, as in the severity of gaps. */
const FIRST_WEIGHT = 2

/** A class that is thought of: its rule, how far it may be, whose need of it counts and how much. */
export interface PlannedClass {
  /** index into the pack's rules */
  readonly index: number
  readonly rule: Rule
  /** in the unit of the search */
  readonly limit: number
  readonly weighed: Group
  readonly weight: number
}

/** The classes that a plan thinks of, in the order of the pack: of those asked for, what something here can hold. */
export function listClasses(
  { settings }: Pick<PlanContext, 'settings'>,
  hosted: ReadonlySet<string>,
  { classes, gaps, weighting }: Pick<ProposalOptions, 'classes' | 'gaps' | 'weighting'>,
): PlannedClass[] {
  const { rules } = settings
  const first = firstFamiliesOf(rules)
  return rules.rules.flatMap((rule, index) => {
    if (!hosted.has(rule.code) || classes?.includes(rule.code) === false) return []
    if (gaps !== null && gaps.every((gap) => gap.class !== rule.code)) return []
    const limit = limitOfClass(settings, index)
    if (weighting === 'people') return [{ index, rule, limit, weighed: 'all', weight: 1 }]
    const weighed = rule.group ?? rule.supply?.group ?? 'all'
    return [{ index, rule, limit, weighed, weight: first.has(rule.family) ? FIRST_WEIGHT : 1 }]
  })
}

/** Communities whose people, spaces and gates a plan is about: 1 for each of the layer. */
export function markScope(
  communities: readonly { readonly id: string }[],
  asked: readonly string[] | null,
): Uint8Array {
  const wanted = asked === null ? null : new Set(asked)
  return Uint8Array.from(communities, ({ id }) => (wanted === null || wanted.has(id) ? 1 : 0))
}

/** Whose people a plan is about: `asks(class, community)`, by index into the planned classes and the layer. */
export interface Asking {
  readonly asks: (c: number, community: number) => boolean
  /** 1: somebody there is asked about, in whichever class */
  readonly anywhere: Uint8Array
}

/** Everybody in scope, or, where gaps are chosen, those in the communities of a gap of the class. */
export function askAbout(
  communities: readonly { readonly id: string }[],
  classes: readonly PlannedClass[],
  scope: Uint8Array,
  gaps: ProposalOptions['gaps'],
): Asking {
  if (gaps === null) return { asks: (_, k) => scope[k] === 1, anywhere: scope }
  const lists = classes.map(({ rule }) => {
    const places = new Set(gaps.flatMap((gap) => (gap.class === rule.code ? gap.places : [])))
    return communities.map(({ id }, k) => scope[k] === 1 && places.has(id))
  })
  return {
    asks: (c, k) => lists[c][k],
    anywhere: Uint8Array.from(communities, (_, k) => (lists.some((list) => list[k]) ? 1 : 0)),
  }
}

/**
 * Residents at each demand point of the communities in scope, counted or estimated; `nominal` where nothing is known, 0
 * out of scope. Where communities are what `counts`: the part of its community that lives there, whether anybody counted
 * its people or not; 0 of one that is known to be empty.
 */
export function peopleInScope(
  { on }: PlanContext,
  scope: Uint8Array,
  counts: ProposalOptions['counts'] = 'people',
  nominal = 0,
): Float64Array {
  const { people } = demandOf(on.people, 'all')
  const { points } = on.people
  return people.map((each, p) => {
    const { community, share } = points[p]
    if (scope[community] === 0) return 0
    if (counts === 'communities') return on.people.people[community] === 0 ? 0 : share
    return Number.isNaN(each) ? nominal : Math.max(0, each)
  })
}

/** Communities where nobody counted people and nothing tells how many they are: 1 for each of the layer. */
export function markUncounted({ on }: PlanContext): Uint8Array {
  const { people } = demandOf(on.people, 'all')
  const uncounted = new Uint8Array(on.project.layers.communities.length)
  people.forEach((each, p) => {
    if (Number.isNaN(each)) uncounted[on.people.points[p].community] = 1
  })
  return uncounted
}

/**
 * The verdict of some points about each class: index into VERDICTS at `class * count + number`, classes as listed and
 * points by their number. By access, whatever the map is judged by.
 */
export function judgeClasses(
  context: PlanContext,
  classes: readonly PlannedClass[],
  { points: asked, count }: AskedPoints,
): Uint8Array {
  const { on, settings, reach, openedCost } = context
  const evidence = accessEvidence({ reach, openedCost })
  const columns = listColumns(on.project, reach.members, settings)
  const doubt = SurveyDoubt.of(on.project, columns, settings.profile, reach.members)
  const { points } = on.people
  const verdicts = new Uint8Array(classes.length * count)
  classes.forEach(({ index }, c) => {
    const read = readReasons(evidence, index, columns[index])
    asked.forEach((p, n) => {
      verdicts[c * count + n] = VERDICT_OF[surveyedReason(read(p), doubt, points[p], index)]
    })
  })
  return verdicts
}

// people never change, and are asked about unit by unit
const knownDemand = new WeakMap<PlacedPeople, Map<Group, DemandAtPoints>>()

function demandOf(people: PlacedPeople, group: Group): DemandAtPoints {
  let ofPeople = knownDemand.get(people)
  if (ofPeople === undefined) knownDemand.set(people, (ofPeople = new Map<Group, DemandAtPoints>()))
  let demand = ofPeople.get(group)
  if (demand === undefined) ofPeople.set(group, (demand = demandAtPoints(people, group)))
  return demand
}

// the same for what is taken of a group where it is not counted
const knownGroups = new WeakMap<PlacedPeople, Map<Group, Float64Array>>()

/** How many of a group there are at each point, for classes that are weighed, or whose capacity is counted, by one. */
export class GroupAtPoints {
  private readonly on: PlanContext['on']
  private readonly counts: ProposalOptions['counts']
  private readonly known: Map<Group, Float64Array>

  constructor({ on }: Pick<PlanContext, 'on'>, counts: ProposalOptions['counts']) {
    this.on = on
    this.counts = counts
    const known = knownGroups.get(on.people) ?? new Map<Group, Float64Array>()
    knownGroups.set(on.people, known)
    this.known = known
  }

  /**
   * People of a group at a point. Where the survey does not count them: residents times the share that the group
   * has where it is counted; nowhere counted: all residents. A community has no groups: it is one for each
   * class. `residents`: at the point.
   */
  at(group: Group, point: number, residents: number): number {
    if (group === 'all' || this.counts === 'communities') return residents
    let list = this.known.get(group)
    if (list === undefined) this.known.set(group, (list = this.fill(group)))
    return list[point]
  }

  private fill(group: Group): Float64Array {
    const counted = demandOf(this.on.people, group).people
    const all = demandOf(this.on.people, 'all').people
    let [members, residents] = [0, 0]
    counted.forEach((number, p) => {
      if (Number.isNaN(number) || Number.isNaN(all[p])) return
      members += number
      residents += all[p]
    })
    const share = residents === 0 ? 1 : members / residents
    return counted.map((number, p) =>
      Number.isNaN(number) ? (Number.isNaN(all[p]) ? 0 : all[p] * share) : number,
    )
  }
}
