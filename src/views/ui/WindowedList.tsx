import { type ReactNode, useRef } from 'react'
import { useWindow } from './use-window'

interface WindowedListProps<T> {
  readonly items: readonly T[]
  readonly rowHeight: number
  readonly label: string
  readonly keyOf: (item: T) => string
  readonly render: (item: T, index: number) => ReactNode
}

/** A long list of rows of one height that renders only what is in sight. */
export function WindowedList<T>({ items, rowHeight, label, keyOf, render }: WindowedListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useWindow(scroller, items.length, rowHeight)
  return (
    <div className="windowed" ref={scroller}>
      <ul aria-label={label} style={{ height: items.length * rowHeight }}>
        {items.slice(first, last).map((item, offset) => (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={first + offset + 1}
            style={{ height: rowHeight, top: (first + offset) * rowHeight }}
          >
            {render(item, first + offset)}
          </li>
        ))}
      </ul>
    </div>
  )
}
