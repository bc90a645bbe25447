import type { Judged, Prepared } from '../engine/pipeline'
import type { AnalysisSettings } from '../model/analysis'

/** Settings kept for each network: those in use and those before. */
const SETTINGS_KEPT = 2

/**
 * What was judged on each network, by the settings as text. It goes when its network goes, and a network that is
 * made anew, of other layers or surveys, knows nothing.
 */
const states = new WeakMap<Prepared, Map<string, Judged>>()

/** What was judged on this network with just these settings; null: nothing. */
export function knownState(prepared: Prepared, settings: AnalysisSettings): Judged | null {
  return states.get(prepared)?.get(textOf(settings)) ?? null
}

export function keepState(prepared: Prepared, settings: AnalysisSettings, judged: Judged): void {
  const kept = states.get(prepared) ?? new Map<string, Judged>()
  states.set(prepared, kept)
  kept.delete(textOf(settings))
  kept.set(textOf(settings), judged)
  for (const old of [...kept.keys()].slice(0, -SETTINGS_KEPT)) kept.delete(old)
}

/** Bands are drawn apart: they decide no verdict. */
function textOf(settings: AnalysisSettings): string {
  return JSON.stringify({ ...settings, bands: null, bandsBasis: null })
}
