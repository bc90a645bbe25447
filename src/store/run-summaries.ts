import type { ModeFacts } from '../model/mode'
import type { ElderCircle, ProfileComparison } from '../model/profile-comparison'
import type { WalkDistribution } from '../model/walk-distribution'
import type { CallName, Params, Result } from '../worker/protocol'
import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'
import type { ViewState } from './state'

/**
 * Answers beside the assessment that only some views need; each is there while it is looked at and belongs
 * to the analysis that is shown. null: nobody looks, or it is on its way.
 */
export interface Summaries {
  readonly comparison: ProfileComparison | null
  readonly elderCircle: ElderCircle | null
  readonly walks: WalkDistribution | null
  readonly modeFacts: ReadonlyMap<string, ModeFacts> | null
  /** ids of the communities next to the selected one on foot, and which it is */
  readonly neighbours: { readonly of: string; readonly ids: readonly string[] } | null
}

export const NO_SUMMARIES: Summaries = {
  comparison: null,
  elderCircle: null,
  walks: null,
  modeFacts: null,
  neighbours: null,
}

export interface SummariesRunner {
  /** asks for what is looked at and not there, and forgets what belongs to other inputs */
  refresh(): void
  cancel(): void
}

/** One answer to keep in step. */
interface Kept<N extends keyof Summaries, C extends CallName> {
  readonly name: N
  readonly call: C
  /** key of the inputs and what to ask; null: nobody looks */
  readonly ask: () => { readonly key: string; readonly params: Params<C> } | null
  readonly read: (result: Result<C>) => Summaries[N]
}

/** Keeps the summaries in step with the analysis; they wait for it, and start from what it has measured. */
export function createSummariesRunner(parts: RunnerParts): SummariesRunner {
  const { results, view, revision, situation } = parts
  const isLookedAt = (tab: ViewState['drawerTab']): boolean =>
    view.getState().isTableOpen && view.getState().drawerTab === tab
  const settings = () => analysisSettings(view.getState())
  /** null: the analysis of the present inputs is not there yet */
  const base = (): string | null => {
    const key = analysisKey(situation(), settings())
    return results.getState().analysisKey === key ? key : null
  }
  const keep = [
    keepSummary(parts, {
      name: 'comparison',
      call: 'compareProfiles',
      ask() {
        const { compared, mapTheme } = view.getState()
        const key = base()
        const isWanted = isLookedAt('profiles') || mapTheme.kind === 'profiles'
        if (key === null || !isWanted || compared.length < 2) return null
        return { key: `${key}|${compared.join()}`, params: { settings: settings(), profiles: compared } }
      },
      read: (comparison) => comparison,
    }),
    keepSummary(parts, {
      name: 'elderCircle',
      call: 'elderCircle',
      ask() {
        const key = base()
        return key === null || !isLookedAt('profiles') ? null : { key, params: settings() }
      },
      read: (circle) => circle,
    }),
    keepSummary(parts, {
      name: 'walks',
      call: 'walks',
      ask() {
        const { walksAsked } = view.getState()
        const key = base()
        if (key === null || walksAsked === null || !isLookedAt('charts')) return null
        const { code, communities } = walksAsked
        return {
          key: `${key}|${code}|${communities?.join() ?? ''}`,
          params: { settings: settings(), code, communities },
        }
      },
      read: (walks) => walks,
    }),
    keepSummary(parts, {
      name: 'modeFacts',
      call: 'modeFacts',
      ask() {
        const { selection, scope } = view.getState()
        if (base() === null || selection?.kind !== 'community') return null
        return { key: `${revision()}|${JSON.stringify(scope)}`, params: { scope } }
      },
      read: (facts) => new Map(facts.map((each) => [each.id, each])),
    }),
    keepSummary(parts, {
      name: 'neighbours',
      call: 'neighbours',
      ask() {
        const { selection } = view.getState()
        const key = base()
        if (key === null || selection?.kind !== 'community' || !isLookedAt('sheet')) return null
        const { id } = selection
        return { key: `${key}|${id}`, params: { settings: settings(), community: id } }
      },
      read: (neighbours) => neighbours,
    }),
  ]
  return {
    refresh: () => keep.forEach((each) => void each.refresh()),
    cancel: () => keep.forEach((each) => each.cancel()),
  }
}

/** One summary in its place among the others. */
function keepSummary<N extends keyof Summaries, C extends CallName>(
  parts: RunnerParts,
  { name, call, ask, read }: Kept<N, C>,
): AnswerKeeper {
  const { results } = parts
  let key: string | null = null
  const put = (value: Summaries[N] | null): void => {
    const { summaries } = results.getState()
    if (summaries[name] !== value) results.setState({ summaries: { ...summaries, [name]: value } })
  }
  return keepAnswer(parts, {
    call,
    ask,
    keptKey: () => key,
    put(answer, of) {
      key = of
      put(read(answer))
    },
    // what belongs to other inputs is not shown while it is asked again
    onStart() {
      key = null
      put(null)
    },
  })
}
