import { type Assessment, VERDICTS } from '../../model/assessment'
import type { IndicatorCount, IndicatorTally } from '../../model/indicator-tally'
import type { Project } from '../../model/project'
import type { Indicator, RulePack } from '../../model/rule-pack'
import { numberOf } from '../../model/rules/parameters'
import { SERVED, UNKNOWN, UNSERVED } from './community-judge'

/**
 * The indicators of a rule pack over the communities of an assessment, by the method each one names (J). A class
 * the rules do not have, a survey nobody made, a number that is missing: unknown. Unknown meets nothing.
 */
export function tallyIndicators(
  assessment: Assessment,
  project: Pick<Project, 'layers'>,
  rules: RulePack,
): IndicatorTally {
  return {
    basis: assessment.basis,
    indicators: (rules.indicators ?? []).map((indicator) => count(indicator, assessment, project, rules)),
  }
}

function count(
  indicator: Indicator,
  assessment: Assessment,
  project: Pick<Project, 'layers'>,
  rules: RulePack,
): IndicatorCount {
  const columns = indicator.classes.map((code) => assessment.classes.findIndex((each) => each.code === code))
  const counts = new Int32Array(VERDICTS.length)
  const bays = indicator.method === 'bays' ? countBays(project, rules) : null
  assessment.communities.forEach((_, k) => {
    counts[bays?.verdicts[k] ?? judgeByReach(indicator, columns, assessment, k)]++
  })
  return {
    code: indicator.code,
    method: indicator.method,
    met: counts[SERVED],
    unmet: counts[UNSERVED],
    unknown: counts[UNKNOWN],
    share: indicator.method === 'coverage' ? shareServed(columns, assessment) : null,
    missing: bays?.missing ?? null,
    absent: indicator.classes.filter((_, i) => columns[i] < 0),
  }
}

/** `reach-any`: one class is enough. `reach-all` and `coverage`: each is needed. Other methods ask other data. */
function judgeByReach(
  { method }: Indicator,
  columns: readonly number[],
  { status, classes }: Assessment,
  k: number,
): number {
  if (method !== 'reach-any' && method !== 'reach-all' && method !== 'coverage') return UNKNOWN
  const verdicts = columns.map((c) => (c < 0 ? UNKNOWN : status[k * classes.length + c]))
  if (verdicts.length === 0) return UNKNOWN
  const [enough, otherwise] = method === 'reach-any' ? [SERVED, UNSERVED] : [UNSERVED, SERVED]
  if (verdicts.includes(enough)) return enough
  return verdicts.includes(UNKNOWN) ? UNKNOWN : otherwise
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
function countBays(
  { layers }: Pick<Project, 'layers'>,
  rules: RulePack,
): { readonly verdicts: readonly number[]; readonly missing: number | null } {
  const ratio = numberOf(rules, 'BAYS_PER_HOUSEHOLD')
  let missing: number | null = null
  const verdicts = layers.communities.map(({ households, parking_bays }) => {
    if (ratio === null || households === undefined || parking_bays === undefined) return UNKNOWN
    const lacking = Math.max(0, Math.ceil(households * ratio - 1e-9) - parking_bays)
    missing = (missing ?? 0) + lacking
    return lacking > 0 ? UNSERVED : SERVED
  })
  return { verdicts, missing }
}
