import { ScaleControl, type MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { MAP_WORDS } from './map-words'

interface MapToolsProps {
  readonly map: MapLibreMap
  readonly words: (typeof MAP_WORDS)['zh']
}

/** Zoom, north arrow (which also turns the map back) and scale bar. */
export function MapTools({ map, words }: MapToolsProps) {
  const [bearing, setBearing] = useState(0)

  useEffect(() => {
    const turn = () => setBearing(map.getBearing())
    map.on('rotate', turn)
    const scale = new ScaleControl({ maxWidth: 140, unit: 'metric' })
    map.addControl(scale, 'bottom-left')
    return () => {
      map.off('rotate', turn)
      // a map that was removed has taken its controls along
      if (map.hasControl(scale)) map.removeControl(scale)
    }
  }, [map])

  return (
    <div className="map-tools">
      <button type="button" title={words.north} aria-label={words.north} onClick={() => map.resetNorth()}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden style={{ rotate: `${-bearing}deg` }}>
          <path d="M12 3.5 16.2 15 12 12.6Z" fill="currentColor" />
          <path d="M12 3.5 7.8 15 12 12.6Z" fill="none" stroke="currentColor" strokeLinejoin="round" />
          <text x="12" y="22.5" textAnchor="middle" fontSize="7.5" fontWeight="600" fill="currentColor">
            N
          </text>
        </svg>
      </button>
      <button type="button" title={words.zoomIn} aria-label={words.zoomIn} onClick={() => map.zoomIn()}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden>
          <path d="M12 6v12M6 12h12" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </button>
      <button type="button" title={words.zoomOut} aria-label={words.zoomOut} onClick={() => map.zoomOut()}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden>
          <path d="M6 12h12" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </button>
    </div>
  )
}
