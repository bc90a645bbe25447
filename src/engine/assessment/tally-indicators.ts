import { type Assessment, REASONS, VERDICTS } from '../../model/assessment'
import type { IndicatorEntry } from '../../model/indicator-entry'
import type { IndicatorCount, IndicatorReason, IndicatorTally } from '../../model/indicator-tally'
import type { Community } from '../../model/layers'
import type { Indicator, RulePack } from '../../model/rule-pack'
import { numberOf } from '../../model/rules/parameters'
import type { Project } from '../../model/project'
import type { Reach } from '../catchment/reach'
import type { PlacedPeople } from '../places/place-people'
import { SERVED, UNKNOWN, UNSERVED } from './community-judge'
import { measureRatio, type RatioData } from './measure-ratio'
import { tallyEntered } from './tally-entered'

/** What indicators are counted on. */
export interface TallyData extends RatioData {
  readonly communities: readonly Community[]
  /** what the planner entered where nothing can be computed */
  readonly entered: readonly IndicatorEntry[]
}

/**
 * The same of what was judged: its layers are those of the scenario, with corrections made. `entered`: of the project
 * as it is now; what is entered changes no walk, so that what was judged may be older.
 */
export function tallyDataOf({ measured, view }: JudgedData, entered: readonly IndicatorEntry[]): TallyData {
  const { prepared, reach, settings } = measured
  return {
    assessment: view.assessment,
    people: prepared.people,
    services: reach.services,
    rules: settings.rules,
    communities: prepared.project.layers.communities,
    entered,
  }
}

interface JudgedData {
  readonly measured: {
    readonly prepared: { readonly project: Pick<Project, 'layers'>; readonly people: PlacedPeople }
    readonly reach: Pick<Reach, 'services'>
    readonly settings: { readonly rules: RulePack }
  }
  readonly view: { readonly assessment: Assessment }
}

type Counted = Omit<IndicatorCount, 'code' | 'method' | 'absent'>

/**
 * The indicators of a rule pack over the communities of an assessment, by the method each one names (J). A class
 * the rules do not have, a survey nobody made, a number that is missing: unknown, with the reason. Unknown meets
 * nothing. What the planner entered stands only where nothing is computed.
 */
export function tallyIndicators(data: TallyData): IndicatorTally {
  return {
    basis: data.assessment.basis,
    indicators: (data.rules.indicators ?? []).map((indicator): IndicatorCount => {
      const { code, method, classes } = indicator
      const absent = classes.filter((each) => data.assessment.classes.every((column) => column.code !== each))
      const counted = count(indicator, data)
      return {
        code,
        method,
        ...counted,
        reasons: [
          ...(absent.length === 0 || counted.unknown === 0
            ? []
            : [{ code: 'class-absent' as const, classes: absent }]),
          ...counted.reasons,
        ],
        absent,
      }
    }),
  }
}

function count(indicator: Indicator, data: TallyData): Counted {
  switch (indicator.method) {
    case 'reach-any':
    case 'reach-all':
    case 'coverage':
      return countReach(indicator, data.assessment)
    case 'bays':
      return countBays(data)
    case 'supply':
      return judgeRatio(indicator, data)
    case 'plan':
    case 'survey':
      return { ...NOTHING, ...tallyEntered(indicator, data.communities, data.entered) }
    default:
      return indicator.method satisfies never
  }
}

const NOTHING = { share: null, missing: null, value: null, entered: [], reasons: [] } as const

function allUnknown(communities: number, reason: IndicatorReason): Counted {
  return { ...NOTHING, judged: 'communities', met: 0, unmet: 0, unknown: communities, reasons: [reason] }
}

/** `reach-any`: one class is enough. `reach-all` and `coverage`: each is needed. */
function countReach({ method, classes }: Indicator, assessment: Assessment): Counted {
  const { communities, status, reason, classes: all } = assessment
  if (classes.length === 0) return allUnknown(communities.length, { code: 'no-class' })
  const columns = classes.map((code) => all.findIndex((each) => each.code === code))
  const [enough, otherwise] = method === 'reach-any' ? [SERVED, UNSERVED] : [UNSERVED, SERVED]
  const counts = new Int32Array(VERDICTS.length)
  // by reason: communities that are unknown for it, and the classes they are unknown about
  const unknownBy = REASONS.map(() => ({ communities: new Set<number>(), columns: new Set<number>() }))
  communities.forEach((_, k) => {
    const verdicts = columns.map((c) => (c < 0 ? UNKNOWN : status[k * all.length + c]))
    const verdict = verdicts.includes(enough) ? enough : verdicts.includes(UNKNOWN) ? UNKNOWN : otherwise
    counts[verdict]++
    if (verdict !== UNKNOWN) return
    columns.forEach((c, i) => {
      if (c < 0 || verdicts[i] !== UNKNOWN) return
      const about = unknownBy[reason[k * all.length + c]]
      about.communities.add(k)
      about.columns.add(c)
    })
  })
  return {
    ...NOTHING,
    ...countsOf(counts),
    judged: 'communities',
    share: method === 'coverage' ? shareServed(columns, assessment) : null,
    reasons: REASONS.flatMap((each, r): IndicatorReason[] => {
      const { communities: unknown, columns: about } = unknownBy[r]
      if (unknown.size === 0) return []
      const told = classes.filter((_, i) => about.has(columns[i]))
      return [{ code: 'verdict', reason: each, communities: unknown.size, classes: told }]
    }),
  }
}

function countsOf(counts: Int32Array): Pick<Counted, 'met' | 'unmet' | 'unknown'> {
  return { met: counts[SERVED], unmet: counts[UNSERVED], unknown: counts[UNKNOWN] }
}

/** The smallest share of people served among the classes, over people known to be served or not; null: none known. */
function shareServed(columns: readonly number[], { totals }: Assessment): number | null {
  const shares = columns.map((c) => {
    if (c < 0) return null
    const { people_served, people_unserved } = totals[c]
    const known = people_served + people_unserved
    return known === 0 ? null : people_served / known
  })
  const known = shares.filter((share) => share !== null)
  return known.length === 0 || known.length < shares.length ? null : Math.min(...known)
}

/** Bays needed (households × ratio, rounded up) against bays on record, community by community. */
function countBays({ communities, rules }: { communities: readonly Community[]; rules: RulePack }): Counted {
  const ratio = numberOf(rules, 'BAYS_PER_HOUSEHOLD')
  if (ratio === null) return allUnknown(communities.length, { code: 'no-bay-ratio' })
  const counts = new Int32Array(VERDICTS.length)
  let missing: number | null = null
  for (const { households, parking_bays } of communities) {
    if (households === undefined || parking_bays === undefined) {
      counts[UNKNOWN]++
      continue
    }
    const lacking = Math.max(0, Math.ceil(households * ratio - 1e-9) - parking_bays)
    missing = (missing ?? 0) + lacking
    counts[lacking > 0 ? UNSERVED : SERVED]++
  }
  const unknown = counts[UNKNOWN]
  return {
    ...NOTHING,
    ...countsOf(counts),
    judged: 'communities',
    missing,
    reasons: unknown === 0 ? [] : [{ code: 'no-bays', communities: unknown }],
  }
}

/**
 * A ratio over all communities together against the amount. Met or not only where all it can be says so: bounds
 * that lie on both sides of the amount are unknown. Missing places are judged against none.
 */
function judgeRatio({ ratio, classes, amount }: Indicator, data: TallyData): Counted {
  const area = { ...NOTHING, judged: 'area', met: 0, unmet: 0, unknown: 1 } as const
  if (classes.length === 0) return { ...area, reasons: [{ code: 'no-class' }] }
  if (ratio === undefined) return { ...area, reasons: [{ code: 'no-ratio' }] }
  const { value, between, reasons } = measureRatio(ratio, classes, data)
  const [least, most] = ratio.kind === 'missing' ? [null, 0] : (amount ?? [null, null])
  if (least === null && most === null) return { ...area, value, reasons: [{ code: 'no-amount' }, ...reasons] }
  // more facilities than one for so many is nobody's lack: only too few are
  const floor = ratio.kind === 'heads-each' ? null : least
  if (ratio.kind === 'heads-each' && between.least === Infinity && value.people < (least ?? most ?? 0))
    return { ...area, value, reasons: [{ code: 'area-too-small' }, ...reasons] }
  const isBelow = floor !== null && between.most < floor
  const isAbove = most !== null && between.least > most
  if (isBelow || isAbove) return { ...area, value, unmet: 1, unknown: 0, reasons }
  const isMet = (floor === null || between.least >= floor) && (most === null || between.most <= most)
  return isMet ? { ...area, value, met: 1, unknown: 0, reasons } : { ...area, value, reasons }
}
