import type { AnalysisSettings } from '../model/analysis'
import { hashPack } from '../model/rules/hash-pack'
import type { ViewState } from './state'

/** Limits of the drawn bands: the standard's 5/10/15-minute circle, as minutes or as its walks in metres. */
export const BANDS = { time: [5, 10, 15], distance: [300, 500, 1000] } as const

/** What the numbers of the current view are computed with. */
export function analysisSettings(
  view: Pick<
    ViewState,
    | 'profile'
    | 'scenario'
    | 'basis'
    | 'bandsBasis'
    | 'rules'
    | 'hour'
    | 'scope'
    | 'judging'
    | 'decay'
    | 'countsSmall'
  >,
): AnalysisSettings {
  const { profile, scenario, basis, bandsBasis, rules, hour, scope, judging, decay, countsSmall } = view
  return {
    profile,
    basis,
    rules,
    scenario,
    hour,
    judging,
    decay,
    countsSmall,
    year: new Date().getFullYear(),
    scope,
    bandsBasis,
    bands: BANDS[bandsBasis],
  }
}

/** Names the inputs of an analysis: equal keys, equal answers. `situation`: see `nameSituation`. */
export function analysisKey(situation: string, settings: AnalysisSettings): string {
  const { profile, basis, scenario, hour, rules, year, scope, judging, decay, countsSmall } = settings
  const scopeKey = scope === undefined ? '' : JSON.stringify(scope)
  const how = [judging ?? 'access', decay ?? 'none', countsSmall === true ? 'small' : '']
  return [
    situation,
    profile,
    basis,
    scenario ?? '',
    hour ?? '',
    year,
    scopeKey,
    ...how,
    hashPack(rules),
  ].join('|')
}
