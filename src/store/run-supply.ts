import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'
import type { ViewState } from './state'

/** Whether supply is shown: somebody asked for it, or verdicts go by it. */
export function wantsSupply(view: Pick<ViewState, 'wantsSupply' | 'judging'>): boolean {
  return view.wantsSupply || view.judging !== 'access'
}

/** Keeps the supply in step with the analysis, once somebody has asked for it; it waits for the analysis. */
export function createSupplyRunner(parts: RunnerParts): AnswerKeeper {
  const { results, view, situation } = parts
  return keepAnswer(parts, {
    call: 'supply',
    ask() {
      const params = analysisSettings(view.getState())
      const key = analysisKey(situation(), params)
      const isReady = wantsSupply(view.getState()) && results.getState().analysisKey === key
      return isReady ? { key, params } : null
    },
    keptKey: () => results.getState().supplyKey,
    put: (supply, supplyKey) => results.setState({ supply, supplyKey }),
    onStart: () => results.setState({ isMeasuringSupply: true }),
    onEnd: () => results.setState({ isMeasuringSupply: false }),
    onStopped: () => view.setState({ wantsSupply: false }),
  })
}
