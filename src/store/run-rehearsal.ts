import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisSettings } from './settings'

/**
 * Has the worker go through some edits when somebody comes to plan and nothing else is under way: the first edits of a
 * project otherwise take twice as long. Once for each project; whoever edits meanwhile stops it.
 */
export function createRehearsalRunner(parts: RunnerParts): AnswerKeeper {
  const { view, results, revision } = parts
  let begun: string | null = null
  return keepAnswer(parts, {
    call: 'rehearse',
    ask() {
      const { analysisKey, isAnalysing } = results.getState()
      if (view.getState().workspace !== 'plan' || analysisKey === null || isAnalysing) return null
      return { key: String(revision()), params: analysisSettings(view.getState()) }
    },
    // what was stopped is not begun again: who stopped it is editing
    keptKey: () => begun,
    put: () => undefined,
    onStart: () => (begun = String(revision())),
  })
}
