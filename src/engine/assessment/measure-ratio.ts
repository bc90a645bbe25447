import { type Assessment, VERDICTS } from '../../model/assessment'
import type { IndicatorReason, IndicatorValue } from '../../model/indicator-tally'
import type { Group, IndicatorRatio, RulePack, SupplyMeasure } from '../../model/rule-pack'
import { type ClassMembers, listMembers } from '../places/class-members'
import type { PlacedPeople } from '../places/place-people'
import type { Service } from '../places/services'
import { supplyOf } from '../supply/supply-of-service'
import { SERVED, UNKNOWN, UNSERVED } from './community-judge'

/** What ratios are computed from. */
export interface RatioData {
  readonly assessment: Assessment
  readonly people: Pick<PlacedPeople, 'counts' | 'estimates'>
  readonly services: readonly Service[]
  readonly rules: RulePack
}

/** A number that is known to lie between two; `most` Infinity: nothing bounds it. */
interface Between {
  readonly least: number
  readonly most: number
}

interface Supply extends Between {
  readonly facilities: number
}

interface People extends Between {
  readonly estimated: number
}

/** A ratio, and why its bounds lie apart. */
export interface MeasuredRatio {
  readonly value: IndicatorValue
  readonly between: Between
  readonly reasons: readonly IndicatorReason[]
}

/**
 * A ratio over all communities together: every facility on record of the classes, small ones too, and every person
 * counted or estimated. What is not on record can only add: sizes nobody noted, facilities of a class that was not
 * surveyed, people nobody counted. So each side is known from below, and from above only where nothing is missing.
 */
export function measureRatio(
  { kind, measure, per, group }: IndicatorRatio,
  classes: readonly string[],
  data: RatioData,
): MeasuredRatio {
  const { assessment } = data
  const members = listMembers(data.services, data.rules, assessment.basis.counts_small)
  const columns = classes.map((code) => assessment.classes.findIndex((each) => each.code === code))
  const supplyOfAll = sumSupply(columns, measure, members, data)
  const people = sumPeople(group, data)
  const byClass = columns.map((c) => sumSupply([c], measure, members, data))
  // of several classes that with the fewest facilities
  const fewest = byClass.reduce((a, b) => (b.least < a.least ? b : a))
  const shown = kind === 'heads-each' ? fewest : supplyOfAll
  const verdicts = kind === 'missing' ? countVerdicts(columns, group, data) : null
  const between =
    kind === 'per-head'
      ? {
          least: divide(supplyOfAll.least * per, people.most),
          most: divide(supplyOfAll.most * per, people.least),
        }
      : verdicts === null
        ? headsForEach(byClass, people)
        : countMissing(verdicts, supplyOfAll, people)
  const unknown = Math.ceil((verdicts?.[UNKNOWN] ?? 0) - 1e-6)
  return {
    between,
    value: {
      least: Number.isFinite(between.least) ? between.least : null,
      most: Number.isFinite(between.most) ? between.most : null,
      supply: shown.least,
      facilities: shown.facilities,
      measure,
      people: people.least,
      people_estimated: people.estimated,
      group,
    },
    reasons: [
      ...tellSupply(classes, columns, measure, members, data),
      ...tellPeople(group, data),
      ...(unknown === 0 ? [] : [{ code: 'people-unknown' as const, group, people: unknown }]),
    ],
  }
}

/** Of several classes that with the fewest facilities. */
function headsForEach(supplies: readonly Supply[], people: Between): Between {
  return {
    least: divide(people.least, Math.min(...supplies.map(({ most }) => most))),
    most: divide(people.most, Math.min(...supplies.map(({ least }) => least))),
  }
}

/** Nothing for somebody is no bound; nothing for nobody is nothing. */
function divide(amount: number, by: number): number {
  if (by === Infinity) return 0
  return by === 0 ? (amount === 0 ? 0 : Infinity) : amount / by
}

/** A facility that belongs to several of the classes counts once. */
function servicesOf(columns: readonly number[], { fit, small }: ClassMembers): number[] {
  return [...new Set(columns.flatMap((c) => (c < 0 ? [] : [...fit[c], ...small[c]])))].sort((a, b) => a - b)
}

function sumSupply(
  columns: readonly number[],
  measure: SupplyMeasure,
  members: ClassMembers,
  { services, assessment }: RatioData,
): Supply {
  const found = servicesOf(columns, members)
  const sizes = found.map((service) => supplyOf(services[service], measure))
  const least = sizes.reduce((sum, size) => sum + (Number.isNaN(size) ? 0 : size), 0)
  const isWhole =
    columns.every((c) => c >= 0 && assessment.classes[c].surveyed) &&
    !sizes.some((size) => Number.isNaN(size))
  return { least, most: isWhole ? least : Infinity, facilities: found.length }
}

/** Estimates stand in where nobody counted, for all people and for households. */
function sumPeople(group: Group, { people: { counts, estimates } }: RatioData): People {
  let least = 0
  let estimated = 0
  let isWhole = true
  counts[group].forEach((counted, k) => {
    const guess = counted ?? estimateOf(group, estimates[k])
    if (guess === null) isWhole = false
    else least += guess
    if (counted === null) estimated += guess ?? 0
  })
  return { least, most: isWhole ? least : Infinity, estimated }
}

function estimateOf(group: Group, estimate: PlacedPeople['estimates'][number]): number | null {
  if (group === 'all') return estimate.people
  return group === 'households' ? estimate.households : null
}

/** A group by verdict about the classes, where it was counted; indexes are those of VERDICTS. */
function countVerdicts(
  columns: readonly number[],
  group: Group,
  { assessment, people: { counts } }: RatioData,
): number[] {
  const sums = VERDICTS.map(() => 0)
  counts[group].forEach((number, k) => {
    if (number === null) return
    for (const [verdict, share] of sharesOf(columns, assessment, k).entries()) sums[verdict] += number * share
  })
  return sums
}

/**
 * How many of a group lack a place: those whom none of the classes serves, and those by whom the served are more than
 * the places on record. Whoever may be served or not lacks one at most. Rounded up: nobody lacks a part of a place.
 */
function countMissing(verdicts: readonly number[], supply: Between, people: Between): Between {
  const [served, unserved, unknown] = [SERVED, UNSERVED, UNKNOWN].map((verdict) => verdicts[verdict])
  return {
    least: lacking(served + unknown, unserved, supply.most),
    most: people.most === Infinity ? Infinity : lacking(served, unserved + unknown, supply.least),
  }
}

function lacking(served: number, unserved: number, places: number): number {
  return Math.max(0, Math.ceil(unserved + Math.max(0, served - places) - 1e-6))
}

/** Shares of a community's people by verdict: by the class that serves most of them. */
function sharesOf(columns: readonly number[], { people_parts, classes }: Assessment, k: number): number[] {
  let best: number[] = VERDICTS.map((_, verdict) => (verdict === UNKNOWN ? 1 : 0))
  for (const c of columns) {
    if (c < 0) continue
    const at = (k * classes.length + c) * VERDICTS.length
    const parts = VERDICTS.map((_, verdict) => people_parts[at + verdict])
    const all = parts.reduce((sum, part) => sum + part, 0)
    // whose number is not known is nobody's share
    if (!(all > 0)) continue
    const shares = parts.map((part) => part / all)
    if (best[UNKNOWN] === 1 || shares[SERVED] > best[SERVED]) best = shares
  }
  return best
}

function tellSupply(
  classes: readonly string[],
  columns: readonly number[],
  measure: SupplyMeasure,
  members: ClassMembers,
  { services, assessment }: RatioData,
): IndicatorReason[] {
  const open = classes.filter((_, i) => columns[i] >= 0 && !assessment.classes[columns[i]].surveyed)
  const sizeless = servicesOf(columns, members).filter((service) =>
    Number.isNaN(supplyOf(services[service], measure)),
  )
  return [
    ...(open.length === 0 ? [] : [{ code: 'not-surveyed' as const, classes: open }]),
    ...(sizeless.length === 0 ? [] : [{ code: 'no-size' as const, measure, facilities: sizeless.length }]),
  ]
}

function tellPeople(group: Group, { people: { counts, estimates } }: RatioData): IndicatorReason[] {
  const communities = counts[group].filter(
    (counted, k) => counted === null && estimateOf(group, estimates[k]) === null,
  ).length
  return communities === 0 ? [] : [{ code: 'no-people', group, communities }]
}
