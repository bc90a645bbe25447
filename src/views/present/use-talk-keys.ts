import { useEffect } from 'react'
import { useActions } from '../app-context'
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
 * divider that has the focus; a clicker's page keys are the talk's everywhere. They are heard from the moment a meeting is
 * asked for, while what it shows may still be on its way.
 */
export function useTalkKeys(isPresenting: boolean): void {
  const actions = useActions()
  useEffect(() => {
    if (!isPresenting) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (isOthers(event)) return
      const step = STEPS[event.key]
      if (event.key.startsWith('Arrow') && isOnSlider(event.target)) return
      if (step !== undefined) {
        // the map would be panned by the arrows
        event.preventDefault()
        event.stopPropagation()
        actions.stepBookmark(step)
      } else if (event.key === 'b' || event.key === 'B') actions.flipScenario()
      else if (event.key === 's' || event.key === 'S') actions.swipeScenario()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [actions, isPresenting])
}

/** Whether a key is not for the meeting: taken already, with another held down, or typed into a field. */
export function isOthers(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)
}

function isOnSlider(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="slider"]') !== null
}
