import { useCallback, useEffect, useRef } from 'react'
import type { Selection } from '../../store/state'
import { useActions } from '../app-context'

/** Milliseconds that the pointer rests on a row before it is looked at. */
const REST_MS = 80

/**
 * What the pointer rests on in a long list, told to the map. Rows that scroll under a pointer are not meant, and each
 * of them would have the whole map drawn: on a large area a list then scrolls as slowly as the map is drawn.
 */
export function useRestedHover(): (to: Selection | null) => void {
  const actions = useActions()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (to) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => actions.hover(to), REST_MS)
    },
    [actions],
  )
}
