import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { MapLibreMap } from 'maplibre-gl'
import { useStore } from 'zustand'
import { createSideStore } from '../store/side-store'
import type { AppStore } from '../store/state'
import { mountMap } from './map-controller'
import { MAP_WORDS } from './map-words'

/** Shares of the open width: how far a key moves the divider, and how near to the edge it goes. */
const KEY_STEP = 0.02
const LEAST = 0.02

/** The other half of the map, while somebody swipes: the first of the compared scenarios, left of the divider. */
export function SwipeMap({ store, map }: { readonly store: AppStore; readonly map: MapLibreMap }) {
  const isOn = useStore(store.view, (view) => view.comparing.onMap === 'swipe')
  const isReady = useStore(store.results, (results) => results.mapSide !== null)
  return isOn && isReady ? <Halves store={store} map={map} /> : null
}

function Halves({ store, map }: { readonly store: AppStore; readonly map: MapLibreMap }) {
  const container = useRef<HTMLDivElement>(null)
  const open = useRef<HTMLDivElement>(null)
  const locale = useStore(store.view, (view) => view.locale)
  const divider = useStore(store.view, (view) => view.comparing.divider)
  const words = MAP_WORDS[locale]
  // in a meeting no panel says what is on which side
  const isPresenting = useStore(store.view, (view) => view.workspace === 'present')
  const left = useStore(store.view, (view) => view.comparing.columns[0] ?? null)
  const right = useStore(store.view, (view) => view.scenario)
  const scenarios = useStore(store.project, (project) => project.summary?.scenarios)
  const nameOf = (id: string | null): string =>
    scenarios?.find((scenario) => scenario.id === id)?.name ?? words.asIs

  useEffect(() => {
    const side = createSideStore(store)
    try {
      const mounted = mountMap(container.current!, side.store, () => undefined, { isInteractive: false })
      const follow = (): void => {
        mounted.map.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing() })
      }
      follow()
      // its own first look at the project comes before
      mounted.map.on('load', follow)
      map.on('move', follow)
      map.on('resize', follow)
      return () => {
        map.off('move', follow)
        map.off('resize', follow)
        mounted.remove()
        side.dispose()
      }
    } catch (error) {
      console.error(error)
      side.dispose()
      // the browser gives no second drawing surface: the map stays whole
      store.actions.setComparing({ onMap: 'off' })
      return undefined
    }
  }, [store, map])

  const move = (share: number): void =>
    store.actions.setComparing({ divider: Math.min(1 - LEAST, Math.max(LEAST, share)) })
  const follow = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = open.current!.getBoundingClientRect()
    move((event.clientX - left) / width)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowLeft: divider - KEY_STEP,
      ArrowRight: divider + KEY_STEP,
      PageDown: divider - 5 * KEY_STEP,
      PageUp: divider + 5 * KEY_STEP,
      Home: 0,
      End: 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(to)
  }
  const style = { '--divider': divider }
  return (
    <div className="map-swipe" style={style as object}>
      <div ref={container} className="map-canvas map-half" aria-hidden="true" />
      <div ref={open} className="map-open">
        <div
          className="map-divider"
          role="slider"
          tabIndex={0}
          aria-label={words.divider}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(divider * 100)}
          title={words.divider}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={follow}
        >
          <span className="map-grip" aria-hidden="true" />
          {isPresenting ? (
            <span className="map-sides" aria-hidden="true">
              <span>{nameOf(left)}</span>
              <span>{nameOf(right)}</span>
            </span>
          ) : null}
        </div>
      </div>
    </div>
  )
}
