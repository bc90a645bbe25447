import { useActions, useLanguage, useResults, useView } from '../app-context'
import { tellEffect } from '../tell-uncounted'
import { useEditing } from './use-editing'

/** What the scenario changes, in one line, where it is edited beside its list; pressed, all of it. */
export function EffectLine() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const { shown } = useEditing()
  const effect = useResults(({ planEffect }) => (planEffect?.scenario === shown?.id ? planEffect : null))
  const isPending = useResults((results) => results.isAnalysing || results.isMeasuringEffect)
  const isDragged = useView((view) => view.dragged !== null)
  if (shown === null || shown.edits.length === 0) return null
  const told = effect === null ? null : tellEffect(effect.comparison, language)
  const text =
    told === null
      ? words.scenario.effectPending
      : [
          words.scenario.gains(told.gain.text),
          words.scenario.loses(told.lose.text),
          ...(isPending || isDragged ? [words.scenario.effectStale] : []),
        ].join(' · ')
  return (
    <button
      type="button"
      className="plain link effect-line clip"
      title={`${shown.name} · ${words.scenario.effect}`}
      aria-live="polite"
      onClick={() => actions.showPlanPart('scenarios')}
    >
      {words.scenario.effect} · {text}
    </button>
  )
}
