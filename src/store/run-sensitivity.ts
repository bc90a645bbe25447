import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

/**
 * Keeps the range of people served in step with the analysis, once somebody has asked for it. It waits for
 * the analysis of the same inputs: the worker starts from what that has measured.
 */
export function createSensitivityRunner(parts: RunnerParts): AnswerKeeper {
  const { results, view, situation } = parts
  return keepAnswer(parts, {
    call: 'sensitivity',
    ask() {
      const params = analysisSettings(view.getState())
      const key = analysisKey(situation(), params)
      const isReady = view.getState().wantsSensitivity && results.getState().analysisKey === key
      return isReady ? { key, params } : null
    },
    keptKey: () => results.getState().sensitivityKey,
    put: (sensitivity, sensitivityKey) => results.setState({ sensitivity, sensitivityKey }),
    onStart: () => results.setState({ isMeasuringSensitivity: true }),
    onEnd: () => results.setState({ isMeasuringSensitivity: false }),
    onStopped: () => view.setState({ wantsSensitivity: false }),
  })
}
