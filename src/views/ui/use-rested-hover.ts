import { useCallback, useEffect, useRef } from 'react'
import type { Selection } from '../../store/state'
import { useActions } from '../app-context'

/** Milliseconds that the pointer rests on a row before it is looked at. */
const REST_MS = 80

/**
 * What the pointer rests on in a long list, told to the map. Rows that scroll under a pointer that stands still are not
 * meant, and each of them would have the whole map drawn: on a large area a list then scrolls as slowly as the map is
 * drawn.
 */
export function useRestedHover(): (to: Selection | null) => void {
  const actions = useActions()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hasScrolled = useRef(false)
  useEffect(() => {
    const onScroll = () => {
      hasScrolled.current = true
      clearTimeout(timer.current)
    }
    // what the browser sends for rows that come under the pointer has not moved
    const onMove = ({ movementX, movementY }: MouseEvent) => {
      if (movementX !== 0 || movementY !== 0) hasScrolled.current = false
    }
    // scrolling does not bubble
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    window.addEventListener('mousemove', onMove, { capture: true, passive: true })
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('scroll', onScroll, { capture: true })
      window.removeEventListener('mousemove', onMove, { capture: true })
    }
  }, [])
  return useCallback(
    (to) => {
      if (to !== null && hasScrolled.current) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => actions.hover(to), REST_MS)
    },
    [actions],
  )
}
