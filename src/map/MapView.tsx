import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { AppStore } from '../store/state'
import { attributionOf } from './attribution'
import { mountMap, type MapController } from './map-controller'
import { MapTip, type Tip } from './MapTip'
import { MapTools } from './MapTools'
import { MAP_WORDS } from './map-words'
import { PaperMap } from './PaperMap'
import { SwipeMap } from './SwipeMap'

/** The one map. It is mounted once and follows the store; React only draws what lies around it. */
export function MapView({ store }: { readonly store: AppStore }) {
  const container = useRef<HTMLDivElement>(null)
  const [controller, setController] = useState<MapController | null>(null)
  const [isUnsupported, setUnsupported] = useState(false)
  const [tip, setTip] = useState<Tip | null>(null)
  const locale = useStore(store.view, (view) => view.locale)
  const appearance = useStore(store.view, (view) => view.appearance)
  const summary = useStore(store.project, (project) => project.summary)
  const words = MAP_WORDS[locale]

  useEffect(() => {
    try {
      const mounted = mountMap(container.current!, store, setTip)
      setController(mounted)
      // a handle for tests, beside the store's in main.tsx
      if (new URLSearchParams(location.search).has('debug')) {
        Object.assign(window, { lifecircleMap: mounted.map })
      }
      return () => {
        setController(null)
        mounted.remove()
      }
    } catch (error) {
      console.error(error)
      setUnsupported(true)
      return undefined
    }
  }, [store])

  return (
    <div className="map-view" data-appearance={appearance}>
      <div ref={container} className="map-canvas" role="application" aria-label={words.map} />
      {controller ? <SwipeMap store={store} map={controller.map} /> : null}
      {controller ? <PaperMap store={store} map={controller.map} /> : null}
      {isUnsupported ? <p className="map-unsupported">{words.noWebGl}</p> : null}
      {controller ? <MapTools map={controller.map} words={words} /> : null}
      {summary ? <p className="map-attribution">{attributionOf(summary, locale)}</p> : null}
      {summary?.fictional ? <p className="map-fictional">{words.fictional}</p> : null}
      {tip ? <MapTip tip={tip} store={store} /> : null}
    </div>
  )
}
