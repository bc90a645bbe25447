import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import type { Selection } from '../store/state'
import { useActions } from './app-context'

/**
 * Selects something and flies to it. The selection is rendered before the flight is asked for, so that
 * the map knows how much of it the inspector covers and does not fly to a place below it.
 */
export function useShow(): (selection: Selection) => void {
  const actions = useActions()
  return useCallback(
    (selection) => {
      flushSync(() => actions.select(selection))
      actions.focus(selection)
    },
    [actions],
  )
}
