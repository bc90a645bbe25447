import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { AppStore } from '../store/state'
import { placeTip } from './place-tip'

export interface Tip {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
}

/** What lies under the pointer, in words beside it; never under a panel. */
export function MapTip({ tip, store }: { readonly tip: Tip; readonly store: AppStore }) {
  const box = useRef<HTMLDivElement>(null)
  const insets = useStore(store.view, (view) => view.insets)
  // its size is known only when it is drawn; it moves before anybody sees it
  useLayoutEffect(() => {
    const element = box.current
    const map = element?.parentElement
    if (!element || !map) return
    const { left, top, right, bottom } = insets
    const room = { left, top, right: map.clientWidth - right, bottom: map.clientHeight - bottom }
    const { offsetWidth: width, offsetHeight: height } = element
    const { x, y } = placeTip(tip, { width, height }, room)
    element.style.left = `${x}px`
    element.style.top = `${y}px`
  }, [tip, insets])
  return (
    <div ref={box} className="map-tip" role="tooltip">
      {tip.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
