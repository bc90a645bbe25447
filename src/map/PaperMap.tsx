import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { MapLibreMap } from 'maplibre-gl'
import { useStore } from 'zustand'
import { createLightStore, type LightStore } from '../store/light-store'
import type { AppStore } from '../store/state'
import { mountMap } from './map-controller'
import { SwipeMap } from './SwipeMap'

interface Props {
  readonly store: AppStore
  readonly map: MapLibreMap
}

/**
 * Under the map of a dark meeting lies the same one in light, for paper is white: a map needs time to change its colors,
 * and the browser's menu prints at once. The page around it turns light in that moment.
 */
export function PaperMap({ store, map }: Props) {
  const isDarkMeeting = useStore(
    store.view,
    ({ workspace, appearance }) => workspace === 'present' && appearance === 'dark',
  )
  const [isPrinting, setPrinting] = useState(false)
  const isThere = isDarkMeeting || isPrinting

  useEffect(() => {
    if (!isThere) return undefined
    const turn = (isOnPaper: boolean): void =>
      flushSync(() => {
        setPrinting(isOnPaper)
        store.actions.setAppearance(isOnPaper ? 'light' : 'dark')
      })
    const begin = (): void => turn(true)
    const end = (): void => turn(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [isThere, store])

  return isThere ? <LightMap store={store} map={map} /> : null
}

function LightMap({ store, map }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ readonly map: MapLibreMap; readonly store: AppStore } | null>(null)

  useEffect(() => {
    const light: LightStore = createLightStore(store)
    try {
      const mounted = mountMap(container.current!, light.store, () => undefined, { isInteractive: false })
      const follow = (): void => {
        mounted.map.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing() })
      }
      follow()
      // its own first look at the project comes before
      mounted.map.on('load', follow)
      // nobody sees it while the other one moves
      map.on('moveend', follow)
      setDrawn({ map: mounted.map, store: light.store })
      return () => {
        map.off('moveend', follow)
        setDrawn(null)
        mounted.remove()
        light.dispose()
      }
    } catch (error) {
      // the browser gives no further drawing surface: the sheet gets the dark map
      console.error(error)
      light.dispose()
      return undefined
    }
  }, [store, map])

  return (
    <div className={drawn ? 'map-paper is-drawn' : 'map-paper'} aria-hidden="true">
      <div ref={container} className="map-canvas" />
      {drawn ? <SwipeMap store={drawn.store} map={drawn.map} /> : null}
    </div>
  )
}
