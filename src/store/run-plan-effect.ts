import type { Comparison } from '../model/comparison'
import type { Edit, Scenario } from '../model/scenario'
import { type AnswerKeeper, keepAnswer } from './keep-answer'
import { createLatestWins } from './latest-wins'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import type { ResultsState } from './state'
import { analysisKey, analysisSettings } from './settings'

export interface PlanEffectRunner extends AnswerKeeper {
  /** tells the worker what the scenarios would be and asks what that changes; the latest wins */
  follow(scenarios: readonly Scenario[]): void
  /**
   * What was followed is over; true: the worker may have been told something that is not so. `keepsNumbers`: those on the
   * screen stay until the next ones, which are on their way; else they are again what they were.
   */
  endFollowing(keepsNumbers?: boolean): boolean
}

export interface PlanEffectParts extends RunnerParts {
  /** whether the analysis of this key is there or on its way */
  readonly isAskedFor: (key: string) => boolean
  /** what edits change, computed before they were made; null: nobody foresaw them */
  readonly foreseen: (edits: readonly Edit[]) => Comparison | null
}

/** Keeps what the scenario that is shown changes against the base in step with its edits. */
export function createPlanEffectRunner(parts: PlanEffectParts): PlanEffectRunner {
  const { client, project, results, view, situation, isAskedFor, foreseen } = parts
  // what edits changed under the settings of the moment: lists of edits come back with undo
  const known = new WeakMap<readonly Edit[], { readonly settings: string; readonly comparison: Comparison }>()
  /** the answers from before something was dragged */
  let resting: Pick<ResultsState, 'analysis' | 'scenarioWeights' | 'planEffect' | 'planEffectKey'> | null =
    null
  /** the question under way about what is dragged */
  let following = new AbortController()

  /** What the scenario changed before its last edit, if that is known under the same settings. */
  function comparisonBefore(id: string, edits: readonly Edit[], settings: string): Comparison | null {
    const { past } = project.getState().planHistory
    const before = past.map(({ scenarios }) => editsOf(scenarios, id)).findLast((each) => each !== edits)
    const kept = before === undefined ? undefined : known.get(before)
    return kept?.settings === settings ? kept.comparison : null
  }

  function put(id: string, comparison: Comparison, key: string): void {
    const edits = editsOf(project.getState().summary?.scenarios ?? [], id)
    const settings = analysisKey('', analysisSettings(view.getState()))
    known.set(edits, { settings, comparison })
    results.setState({
      planEffect: { scenario: id, edits, comparison, before: comparisonBefore(id, edits, settings) },
      planEffectKey: key,
    })
  }

  /** Shows at once what was foreseen of the edits there are now. */
  function putForeseen(): void {
    const { scenario } = view.getState()
    const { planEffectKey } = results.getState()
    if (scenario === null || !isResting()) return
    const key = analysisKey(situation(), analysisSettings(view.getState()))
    if (planEffectKey === key || !isAskedFor(key)) return
    const comparison = foreseen(editsOf(project.getState().summary?.scenarios ?? [], scenario))
    if (comparison !== null) put(scenario, comparison, key)
  }

  const keeper = keepAnswer(parts, {
    call: 'compare',
    ask() {
      const { scenario } = view.getState()
      if (scenario === null || editsOf(project.getState().summary?.scenarios ?? [], scenario).length === 0)
        return null
      const settings = analysisSettings(view.getState())
      const key = analysisKey(situation(), settings)
      // the analysis first: comparing starts from what it measures. That it has come is not waited for: a page that
      // draws meanwhile would hear of it late, and only then ask
      if (!isAskedFor(key)) return null
      return { key, params: { pairs: [[null, scenario]], settings } }
    },
    keptKey: () => results.getState().planEffectKey,
    put([comparison], key) {
      const { scenario } = view.getState()
      if (scenario !== null) put(scenario, comparison, key)
    },
    onStart: () => results.setState({ isMeasuringEffect: true }),
    onEnd: () => results.setState({ isMeasuringEffect: false }),
  })

  /** Whether nothing is followed, or no longer. */
  function isResting(): boolean {
    return resting === null
  }

  const followLatest = createLatestWins(async (scenarios: readonly Scenario[]) => {
    const { scenario, workspace } = view.getState()
    if (isResting() || scenario === null) return
    const settings = analysisSettings(view.getState())
    following = new AbortController()
    const { signal } = following
    // all at once and in this order: the worker need not wait for a page that draws
    const told = client.call('setScenarios', { scenarios })
    const analysed = client.call('analyse', settings, { signal })
    const compared = client.call('compare', { pairs: [[null, scenario]], settings }, { signal })
    // a meeting is told what it costs as well
    const isToldCost = workspace === 'present'
    const weighed = isToldCost
      ? client.call('weighScenarios', { scenarios: [scenario], year: settings.year }, { signal })
      : Promise.resolve({})
    // of a failure one is enough to tell
    for (const call of [analysed, compared, weighed]) call.catch(() => undefined)
    try {
      await told
      // each as it comes: the numbers, then all that they are of. The keys stay: what hangs on them waits until the thing
      // lies still
      const show = (shown: (before: ResultsState) => Partial<ResultsState>): void => {
        if (!isResting()) results.setState(shown)
      }
      await Promise.all([
        compared.then(([comparison]) => {
          // what is dragged is an edit not made yet: the numbers are of the list that stands, and of where it is
          const edits = editsOf(project.getState().summary?.scenarios ?? [], scenario)
          show(() => ({ planEffect: { scenario, edits, comparison, before: null }, planEffectKey: null }))
        }),
        analysed.then((analysis) => show(() => ({ analysis }))),
        weighed.then((weights) =>
          show(({ scenarioWeights }) => ({ scenarioWeights: { ...scenarioWeights, ...weights } })),
        ),
      ])
    } catch (error) {
      notifyFailure(project, error)
    }
  })

  return {
    cancel: () => keeper.cancel(),
    async refresh() {
      const { scenario } = view.getState()
      const { planEffect } = results.getState()
      const isEmpty =
        scenario === null || editsOf(project.getState().summary?.scenarios ?? [], scenario).length === 0
      // the last numbers stay until the next ones are there, unless they speak of another scenario
      if (planEffect !== null && (isEmpty || planEffect.scenario !== scenario))
        results.setState({ planEffect: null, planEffectKey: null })
      if (!isEmpty) putForeseen()
      await keeper.refresh()
    },
    follow(scenarios) {
      const { analysis, scenarioWeights, planEffect, planEffectKey } = results.getState()
      resting ??= { analysis, scenarioWeights, planEffect, planEffectKey }
      followLatest(scenarios)
    },
    endFollowing(keepsNumbers = false) {
      if (resting === null) return false
      // what is asked next need not wait for an answer that nobody wants any more
      following.abort()
      if (!keepsNumbers) results.setState(resting)
      resting = null
      return true
    },
  }
}

function editsOf(scenarios: readonly Scenario[], id: string): readonly Edit[] {
  return scenarios.find((scenario) => scenario.id === id)?.edits ?? []
}
