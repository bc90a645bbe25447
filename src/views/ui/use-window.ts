import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows [first, last) of a long list are worth rendering. */
interface RowWindow {
  readonly first: number
  readonly last: number
}

/**
 * Which rows of equal height are in sight of a scrolling element, plus a margin above and below.
 * State changes only when the window moves by a whole row, so scrolling inside a row renders nothing.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  margin = 8,
): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, last: 40 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - margin)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + margin
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller, rowHeight, margin])
  return { first: Math.min(seen.first, count), last: Math.min(seen.last, count) }
}
