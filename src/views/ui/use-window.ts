import { type RefObject, useLayoutEffect, useState } from 'react'

/** Items [first, last) of a long run are worth rendering. */
export interface ItemWindow {
  readonly first: number
  readonly last: number
}

interface WindowOptions {
  /** rows scroll down, columns to the right */
  readonly axis?: 'rows' | 'columns'
  /** pixels before the first item */
  readonly offset?: number
  /** items kept rendered on either side of what is in sight */
  readonly margin?: number
}

/**
 * Which of `count` items of equal `size` (CSS pixels) are in sight of a scrolling element. State changes
 * only when the window moves by a whole item, so scrolling inside an item renders nothing.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  size: number,
  { axis = 'rows', offset = 0, margin = 8 }: WindowOptions = {},
): ItemWindow {
  // nothing before the room is known: what would be rendered and measured in vain is most of the work
  const [seen, setSeen] = useState<ItemWindow>({ first: 0, last: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = () => {
      const from = (axis === 'rows' ? element.scrollTop : element.scrollLeft) - offset
      const room = axis === 'rows' ? element.clientHeight : element.clientWidth
      const first = Math.max(0, Math.floor(from / size) - margin)
      const last = Math.max(0, Math.ceil((from + room) / size) + margin)
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
  }, [scroller, axis, offset, size, margin])
  return { first: Math.min(seen.first, count), last: Math.min(seen.last, count) }
}
