import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

/**
 * Keeps the surface in step with the theme and the analysis, while the map shows one. It waits for the analysis
 * of the same inputs: the worker starts from what that has measured.
 */
export function createSurfaceRunner(parts: RunnerParts): AnswerKeeper {
  const { results, view, situation } = parts
  return keepAnswer(parts, {
    call: 'surface',
    ask() {
      const { mapForm, mapTheme } = view.getState()
      const settings = analysisSettings(view.getState())
      const analysed = analysisKey(situation(), settings)
      // scope, mode and profiles are told of communities alone
      const subject = mapTheme.kind === 'class' || mapTheme.kind === 'missing' ? mapTheme : null
      if (mapForm === 'communities' || subject === null || results.getState().analysisKey !== analysed)
        return null
      const code = subject.kind === 'class' ? subject.code : ''
      return {
        key: [analysed, settings.bandsBasis, mapForm, code].join('|'),
        params: { subject, form: mapForm, settings },
      }
    },
    keptKey: () => results.getState().surfaceKey,
    put: (surface, surfaceKey) => results.setState({ surface, surfaceKey }),
    onStopped: () => view.setState({ mapForm: 'communities' }),
  })
}
