import type { Judged, Prepared } from '../engine/pipeline'
import { Cancelled, type Run } from '../engine/run'
import type { AnalysisSettings } from '../model/analysis'
import { nextTask } from './rpc'

/** Settings kept for each network: those in use and those before. */
const SETTINGS_KEPT = 2

/**
 * What was judged on each network, by the settings as text. It goes when its network goes, and a network that is
 * made anew, of other layers or surveys, knows nothing.
 */
const states = new WeakMap<Prepared, Map<string, Judged>>()

/** What was judged on this network with just these settings; null: nothing. */
function knownState(prepared: Prepared, settings: AnalysisSettings): Judged | null {
  return states.get(prepared)?.get(textOf(settings)) ?? null
}

function keepState(prepared: Prepared, settings: AnalysisSettings, judged: Judged): void {
  const kept = states.get(prepared) ?? new Map<string, Judged>()
  states.set(prepared, kept)
  kept.delete(textOf(settings))
  kept.set(textOf(settings), judged)
  for (const old of [...kept.keys()].slice(0, -SETTINGS_KEPT)) kept.delete(old)
}

/** What is being judged now, on each network, by the settings as text. */
const underWay = new WeakMap<Prepared, Map<string, Promise<Judged>>>()

/**
 * What is known of this network with just these settings, else what `judge` gives. Who asks while somebody else is at it
 * waits and takes the same; where they are stopped or fail, it is judged for who is left. `isFirst`: goes on before whoever
 * had it judged has answered, if they let others in; else after them, as tasks go.
 */
export async function judgeOnce(
  prepared: Prepared,
  settings: AnalysisSettings,
  run: Run,
  judge: () => Promise<Judged>,
  isFirst = false,
): Promise<Judged> {
  const text = textOf(settings)
  const others = underWay.get(prepared) ?? new Map<string, Promise<Judged>>()
  underWay.set(prepared, others)
  for (;;) {
    const known = knownState(prepared, settings)
    if (known !== null) return known
    const other = others.get(text)
    if (other === undefined) break
    // they are told of their failure
    await other.catch(() => null)
    // a task for them to let others in, and one to answer
    for (let tasks = isFirst ? 0 : 2; tasks > 0; tasks--) await nextTask()
    if (run.isCancelled?.() === true) throw new Cancelled()
  }
  const judging = judge()
  others.set(text, judging)
  try {
    const judged = await judging
    keepState(prepared, settings, judged)
    return judged
  } finally {
    others.delete(text)
  }
}

/** Bands are drawn apart: they decide no verdict. */
function textOf(settings: AnalysisSettings): string {
  return JSON.stringify({ ...settings, bands: null, bandsBasis: null })
}
