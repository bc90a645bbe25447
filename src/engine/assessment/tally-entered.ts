import { type IndicatorEntry, judgeEntry } from '../../model/indicator-entry'
import type { IndicatorCount, IndicatorReason, JudgedEntry } from '../../model/indicator-tally'
import type { Community } from '../../model/layers'
import type { Indicator } from '../../model/rule-pack'

type Tallied = Pick<IndicatorCount, 'judged' | 'met' | 'unmet' | 'unknown' | 'entered' | 'reasons'>

/**
 * An indicator that only a survey or a plan tells, as far as the planner entered it: one value for the whole area, or
 * a value for each of some communities. A community nobody entered is unknown. Of both kinds at once, as a file
 * from elsewhere may have them, communities count and the other one is only listed.
 */
export function tallyEntered(
  indicator: Indicator,
  communities: readonly Pick<Community, 'id'>[],
  entries: readonly IndicatorEntry[],
): Tallied {
  const ofIt = entries.filter(({ code }) => code === indicator.code)
  const judge = (entry: IndicatorEntry): JudgedEntry => ({ ...entry, verdict: judgeEntry(entry, indicator) })
  const ofPlaces = ofIt.filter(({ community }) => community !== null)
  // most indicators have no entry, and a district has a thousand communities
  const places = new Set(ofPlaces.length === 0 ? [] : communities.map(({ id }) => id))
  const here = ofPlaces.filter(({ community }) => community !== null && places.has(community)).map(judge)
  const gone = ofPlaces.flatMap(({ community }) =>
    community === null || places.has(community) ? [] : [community],
  )
  const whole = ofIt.filter(({ community }) => community === null).map(judge)
  const counted = here.length > 0 ? here : whole
  const isArea = counted.length > 0 && here.length === 0
  const among = isArea ? 1 : communities.length
  const met = counted.filter(({ verdict }) => verdict === 'met').length
  const unmet = counted.filter(({ verdict }) => verdict === 'unmet').length
  return {
    judged: isArea ? 'area' : 'communities',
    met,
    unmet,
    unknown: among - met - unmet,
    entered: [...here, ...whole],
    reasons: [
      ...(counted.length < among || among === 0
        ? [{ code: indicator.method === 'plan' ? ('needs-plan' as const) : ('needs-survey' as const) }]
        : []),
      ...tellUnjudged(counted, indicator),
      ...(gone.length === 0 ? [] : [{ code: 'entry-gone' as const, communities: gone }]),
    ],
  }
}

/** Why entries come to no verdict. */
function tellUnjudged(entered: readonly JudgedEntry[], { amount }: Indicator): IndicatorReason[] {
  const unjudged = entered.filter(({ verdict }) => verdict === 'unknown')
  if (unjudged.length === 0) return []
  if (amount === null || amount.every((bound) => bound === null)) return [{ code: 'no-amount' }]
  const findings = unjudged.filter(({ value }) => typeof value !== 'number').length
  const units = unjudged.length - findings
  return [
    ...(units === 0 ? [] : [{ code: 'entry-unit' as const, entries: units }]),
    ...(findings === 0 ? [] : [{ code: 'entry-finding' as const, entries: findings }]),
  ]
}
