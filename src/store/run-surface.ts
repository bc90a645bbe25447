import type { AnalysisSettings } from '../model/analysis'
import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'
import type { ViewState } from './state'

/** Keeps the surface in step while the map shows one, and that of its left half while it has two halves. */
export function createSurfaceRunner(parts: RunnerParts): AnswerKeeper {
  const keepers = [keepShown(parts), keepSide(parts)]
  return {
    refresh: async () => void (await Promise.all(keepers.map(async (each) => each.refresh()))),
    cancel: () => keepers.forEach((each) => each.cancel()),
  }
}

/**
 * In step with the theme and the analysis. It waits for the analysis of the same inputs: the worker starts from what
 * that has measured.
 */
function keepShown(parts: RunnerParts): AnswerKeeper {
  const { results, view, situation } = parts
  return keepAnswer(parts, {
    call: 'surface',
    ask() {
      const settings = analysisSettings(view.getState())
      const analysed = analysisKey(situation(), settings)
      return results.getState().analysisKey === analysed
        ? questionOf(view.getState(), analysed, settings)
        : null
    },
    keptKey: () => results.getState().surfaceKey,
    put: (surface, surfaceKey) => results.setState({ surface, surfaceKey }),
    onStopped: () => view.setState({ mapForm: 'communities' }),
  })
}

/** In step with what the left half of the map shows. */
function keepSide(parts: RunnerParts): AnswerKeeper {
  const { results, view } = parts
  return keepAnswer(parts, {
    call: 'surface',
    ask() {
      const { mapSide, mapSideKey } = results.getState()
      const { comparing } = view.getState()
      if (comparing.onMap !== 'swipe' || mapSide === null || mapSideKey === null) return null
      const settings = { ...analysisSettings(view.getState()), scenario: mapSide.scenario }
      return questionOf(view.getState(), mapSideKey, settings)
    },
    keptKey: () => results.getState().sideSurfaceKey,
    put: (sideSurface, sideSurfaceKey) => results.setState({ sideSurface, sideSurfaceKey }),
  })
}

/** What surface is looked at, of a state of the project by its key; null: none. */
function questionOf({ mapForm, mapTheme }: ViewState, state: string, settings: AnalysisSettings) {
  // scope, mode and profiles are told of communities alone
  const subject = mapTheme.kind === 'class' || mapTheme.kind === 'missing' ? mapTheme : null
  if (mapForm === 'communities' || subject === null) return null
  const code = subject.kind === 'class' ? subject.code : ''
  return {
    key: [state, settings.bandsBasis, mapForm, code].join('|'),
    params: { subject, form: mapForm, settings },
  }
}
