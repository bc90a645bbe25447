import { useActions, useLanguage } from '../app-context'
import { tellEffect } from '../tell-uncounted'
import { useEditing } from './use-editing'
import { usePlanEffect } from './use-plan-effect'

/** What the scenario changes, in one line, where it is edited beside its list; pressed, all of it. */
export function EffectLine() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const { shown } = useEditing()
  const { effect, isUnderWay, isStale } = usePlanEffect(shown)
  if (shown === null || shown.edits.length === 0) return null
  const told = effect === null ? null : tellEffect(effect.comparison, language)
  const text =
    told === null
      ? words.scenario.effectPending
      : [
          words.scenario.gains(told.gain.text),
          words.scenario.loses(told.lose.text),
          ...(isUnderWay ? [words.scenario.effectStale] : isStale ? [words.scenario.effectStopped] : []),
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
