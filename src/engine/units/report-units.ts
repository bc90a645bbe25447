import type { EligibilityVerdict } from '../../model/assessment'
import type { Hosting } from '../../model/hosting'
import type { Space } from '../../model/layers'
import type { RenovationUnit } from '../../model/renovation-unit'
import { normOf, type Rule } from '../../model/rule-pack'
import type { ParkingAnswer } from '../../model/supply'
import type { Demand } from '../propose/plan-question'
import type { UnitDeficit, UnitMember, UnitReport, UnitSpaces } from '../../model/unit-report'

/** Who misses what, and what could serve them: what units are added up from. */
export interface UnitEvidence {
  /** in the order of the layer */
  readonly communities: readonly {
    readonly id: string
    readonly people: number | null
    /** where they are not counted; null: counted, or nothing to estimate by */
    readonly estimate: number | null
    /** false: nothing tells how many live there, and its demand is of places to live */
    readonly isCounted: boolean
    readonly eligibility: EligibilityVerdict
  }[]
  readonly classes: readonly Rule[]
  /** who is not served: the community, class, residents and need of each entry */
  readonly demand: Pick<Demand, 'community' | 'classIndex' | 'people'> & { readonly need: Float64Array }
  /** residents of whom it is not known; entry `class * communities + community` */
  readonly unknown: Float64Array
  /** 1: of some of its places to live it is not known; entry as in `unknown` */
  readonly isUnclear: Uint8Array
  readonly spaces: readonly EvidentSpace[]
  readonly parking: Pick<ParkingAnswer, 'rows' | 'unsurveyed'>
}

/** A space, what it may hold, and whom it would serve there. */
export interface EvidentSpace {
  readonly space: Space
  readonly area_m2: number | null
  readonly hosting: readonly Hosting[]
  /** by class it may hold: least m² there, and the demand it would serve */
  readonly holds: ReadonlyMap<number, { readonly least_m2: number; readonly demands: readonly number[] }>
}

const KINDS: readonly Space['kind'][] = [
  'vacant_land',
  'waste_land',
  'idle_room',
  'underground',
  'public_stock',
]

/** Adds up what each unit has, misses and could do with its own spaces. */
export function reportUnits(units: readonly RenovationUnit[], evidence: UnitEvidence): UnitReport[] {
  const indexOf = new Map(evidence.communities.map(({ id }, k) => [id, k]))
  const missing = groupDemand(evidence)
  return units.map((unit) => {
    // a community that is in the data no more is in no unit
    const members = unit.communities.flatMap((id) => indexOf.get(id) ?? [])
    return reportUnit(unit, members, evidence, missing)
  })
}

/** The demand of each class in each community, ascending; entry `class * communities + community`. */
type Missing = readonly (readonly number[] | undefined)[]

function groupDemand({ demand: { community, classIndex }, communities }: UnitEvidence): Missing {
  const grouped: number[][] = []
  for (let i = 0; i < community.length; i++)
    (grouped[classIndex[i] * communities.length + community[i]] ??= []).push(i)
  return grouped
}

function reportUnit(
  unit: RenovationUnit,
  members: readonly number[],
  evidence: UnitEvidence,
  missing: Missing,
): UnitReport {
  const { communities, classes, parking } = evidence
  const isMember = new Set(members.map((k) => communities[k].id))
  const spaces = evidence.spaces.filter(({ space }) => isMember.has(space.community ?? ''))
  const known = members.flatMap((k) => communities[k].people ?? [])
  const guessed = members.flatMap((k) => communities[k].estimate ?? [])
  const deficits = classes.flatMap((rule, c) => {
    const own = members.flatMap((k) => missing[c * communities.length + k] ?? []).sort((a, b) => a - b)
    return describeDeficit(rule, c, own, members, spaces, evidence) ?? []
  })
  const rows = parking.rows.filter(({ community }) => isMember.has(community))
  const shortages = rows.map(({ shortage }) => shortage)
  return {
    unit,
    people: known.length === 0 ? null : known.reduce((sum, people) => sum + people, 0),
    people_estimated: guessed.reduce((sum, people) => sum + people, 0),
    estimated: guessed.length,
    uncounted: members.length - known.length - guessed.length,
    members: members.map((k) => describeMember(k, members, spaces, evidence)),
    spaces: KINDS.concat([undefined]).flatMap((kind) => addUpKind(kind, spaces)),
    deficits,
    unclear: classes.flatMap(({ code }, c) => {
      const unknown = unknownOf(c, members, evidence, NONE)
      const isMissed = deficits.some((deficit) => deficit.class === code)
      const isKnown = unknown.people_unknown === 0 && unknown.communities_unknown === 0
      return isKnown || isMissed ? [] : [{ class: code, ...unknown }]
    }),
    available_m2: spaces.reduce((sum, { area_m2 }) => sum + (area_m2 ?? 0), 0),
    needed_m2: deficits.reduce((sum, { least_m2 }) => sum + (least_m2 ?? 0), 0),
    bays_possible: spaces.reduce((sum, { hosting }) => sum + mostBays(hosting), 0),
    bays_missing: shortages.every((shortage) => shortage !== null)
      ? shortages.reduce<number>((sum, shortage) => sum + (shortage ?? 0), 0)
      : null,
    is_bays_missing_most: parking.unsurveyed.length > 0,
    is_bays_missing_estimated: rows.some(({ is_estimated }) => is_estimated),
  }
}

function addUpKind(kind: Space['kind'], spaces: readonly EvidentSpace[]): UnitSpaces[] {
  const own = spaces.filter(({ space }) => space.kind === kind)
  if (own.length === 0) return []
  const area_m2 = own.reduce((sum, each) => sum + (each.area_m2 ?? 0), 0)
  const uncounted = own.filter((each) => each.area_m2 === null).length
  return [{ kind: kind ?? null, count: own.length, area_m2, uncounted }]
}

/** Bays that fit in a space when all of it is parking, in the way that takes least room. */
function mostBays(hosting: readonly Hosting[]): number {
  const bays = hosting.filter(({ use, verdict }) => use.endsWith('PARKING') && verdict !== 'blocked')
  return Math.max(0, ...bays.map(({ units }) => units ?? 0))
}

function describeDeficit(
  rule: Rule,
  c: number,
  missing: readonly number[],
  members: readonly number[],
  spaces: readonly EvidentSpace[],
  evidence: UnitEvidence,
): UnitDeficit | null {
  const { demand, communities } = evidence
  const isMember = new Set(members)
  const unserved = countDemand([missing], evidence, isMember)
  if (Math.round(unserved.people) === 0 && unserved.communities === 0) return null
  const able = spaces.flatMap((each) => {
    const held = each.holds.get(c)
    return held === undefined ? [] : [{ ...each, held }]
  })
  const { supply = null } = rule
  const leasts = able.map(({ held }) => held.least_m2)
  const within = countDemand(
    able.map(({ held }) => held.demands),
    evidence,
    isMember,
  )
  const need = missing.reduce(
    (sum, i) => sum + (communities[demand.community[i]].isCounted ? demand.need[i] : 0),
    0,
  )
  return {
    class: rule.code,
    people_unserved: Math.round(unserved.people),
    people_within: Math.round(within.people),
    communities_unserved: unserved.communities,
    communities_within: within.communities,
    ...unknownOf(c, members, evidence, new Set(missing.map((i) => demand.community[i]))),
    needed: supply === null ? null : { amount: need * normOf(supply), measure: supply.measure },
    least_m2: able.length === 0 ? null : Math.min(...leasts),
    spaces: able.length,
    spaces_m2: able.reduce((total, { area_m2 }) => total + (area_m2 ?? 0), 0),
  }
}

const NONE: ReadonlySet<number> = new Set()

/**
 * Of whom it is not known whether they are served: residents, and communities where nobody is counted, but for those
 * that are known to miss it in some of their homes.
 */
function unknownOf(
  c: number,
  members: readonly number[],
  { communities, unknown, isUnclear }: UnitEvidence,
  missing: ReadonlySet<number>,
): { readonly people_unknown: number; readonly communities_unknown: number } {
  const at = (k: number): number => c * communities.length + k
  return {
    people_unknown: Math.round(members.reduce((sum, k) => sum + unknown[at(k)], 0)),
    communities_unknown: members.filter(
      (k) => !communities[k].isCounted && isUnclear[at(k)] === 1 && !missing.has(k),
    ).length,
  }
}

/** Of some communities in lists of demand, each entry once: people, and communities where nobody is counted. */
function countDemand(
  lists: readonly (readonly number[])[],
  { demand: { community, people }, communities }: Pick<UnitEvidence, 'demand' | 'communities'>,
  among: ReadonlySet<number>,
): { readonly people: number; readonly communities: number } {
  const seen = new Set<number>()
  for (const list of lists) for (const i of list) if (among.has(community[i])) seen.add(i)
  const uncounted = new Set<number>()
  let sum = 0
  for (const i of seen)
    if (communities[community[i]].isCounted) sum += people[i]
    else uncounted.add(community[i])
  return { people: sum, communities: uncounted.size }
}

function describeMember(
  k: number,
  members: readonly number[],
  spaces: readonly EvidentSpace[],
  evidence: UnitEvidence,
): UnitMember {
  const { communities, classes } = evidence
  const { id, people, estimate, isCounted, eligibility } = communities[k]
  const isMember = new Set(members)
  const own = spaces.filter(({ space }) => space.community === id)
  const others = spaces.filter(({ space }) => space.community !== id)
  const servedBy = (some: readonly EvidentSpace[], c: number, whom: ReadonlySet<number>) =>
    countDemand(
      some.map(({ holds }) => holds.get(c)?.demands ?? []),
      evidence,
      whom,
    )
  const hosts = classes.flatMap(({ code }, c) => {
    const served = servedBy(own, c, isMember)
    return served.people > 0 || served.communities > 0 ? [code] : []
  })
  const gains = classes.flatMap(({ code }, c) => {
    const most = servedBy(others, c, new Set([k]))
    return most.people > 0 || most.communities > 0 ? [{ code, people: most.people }] : []
  })
  return {
    id,
    people,
    people_estimated: estimate,
    eligibility,
    spaces: own.length,
    area_m2: own.reduce((sum, { area_m2 }) => sum + (area_m2 ?? 0), 0),
    hosts,
    gains: gains.map(({ code }) => code),
    people_gaining: isCounted ? Math.round(gains.reduce((sum, each) => sum + each.people, 0)) : null,
  }
}
