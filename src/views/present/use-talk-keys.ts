import { useEffect } from 'react'
import { useActions, useView } from '../app-context'
import { isTyping } from '../frame/is-typing'

/** Keys of a meeting, and of a clicker: on, back, before and after. */
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
}

/**
 * While presenting: → and ← through the talk, B from before to after, S both beside each other. The arrows move a
 * divider that has the focus; a clicker's page keys are the talk's everywhere. Esc first does `close`, which closes what is
 * open over the map; null: nothing is.
 */
export function useTalkKeys(close: (() => void) | null): void {
  const actions = useActions()
  // what was begun on the map is let go of before that
  const isBusy = useView((view) => view.tool !== null || view.dragged !== null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target)) return
      const step = STEPS[event.key]
      if (event.key.startsWith('Arrow') && isOnSlider(event.target)) return
      if (step !== undefined) {
        // the map would be panned by the arrows
        event.preventDefault()
        event.stopPropagation()
        actions.stepBookmark(step)
      } else if (event.key === 'Escape' && close !== null && !isBusy) {
        event.preventDefault()
        close()
      } else if (event.key === 'b' || event.key === 'B') actions.flipScenario()
      else if (event.key === 's' || event.key === 'S') actions.swipeScenario()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [actions, close, isBusy])
}

function isOnSlider(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="slider"]') !== null
}
