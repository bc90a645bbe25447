import { useMemo } from 'react'
import { PALETTES } from '../../map/palette'
import { GATES_FROM_ZOOM } from '../../map/gates-from-zoom'
import type { Gate } from '../../model/layers'
import { useLanguage, useProject, useView } from '../app-context'

type Access = NonNullable<Gate['access']>

const NONE: readonly Gate[] = []

/** Strokes of the signs, across a boundary that runs from left to right. */
const STROKES: { readonly [A in Access]: string } = {
  public: 'M5 3v10M11 3v10',
  residents: 'M8 3v10',
  closed: 'M4 4l8 8M4 12l8-8',
}

/** The ticks of gates, of the kinds that are seen: on paper nothing can be pointed at. */
export function GateLegend() {
  const { words } = useLanguage()
  const isVisible = useView((view) => view.visible.gates)
  const gates = useProject((project) => project.mapLayers?.gates ?? NONE)
  const seen = useView((view) => view.seen)
  const zoom = useView((view) => view.seenZoom)
  const { gate: colors } = PALETTES[useView((view) => view.appearance)]
  const kinds = useMemo(() => {
    if (seen === null) return []
    const [west, south, east, north] = seen
    const there = new Set(
      gates.flatMap(({ access, geometry: { coordinates } }) => {
        const [lon, lat] = coordinates
        // a gate that nobody said anything of is drawn as one for residents
        return lon < west || lon > east || lat < south || lat > north ? [] : [access ?? 'residents']
      }),
    )
    return (Object.keys(STROKES) as Access[]).filter((access) => there.has(access))
  }, [gates, seen])
  if (!isVisible || zoom < GATES_FROM_ZOOM || kinds.length === 0) return null
  return (
    <div>
      <p className="legend-title">{words.layer.gates}</p>
      <ul className="legend-steps space-legend">
        {kinds.map((access) => (
          <li key={access}>
            <svg className="legend-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path
                d={access === 'public' ? 'M0 8h5M11 8h5' : 'M0 8h16'}
                stroke="currentColor"
                strokeOpacity="0.45"
              />
              <path
                d={STROKES[access]}
                fill="none"
                // white at night, and paper is white
                stroke={access === 'closed' ? 'currentColor' : colors[access]}
                strokeWidth="2.4"
                strokeLinecap="round"
              />
            </svg>
            {words.gateAccess[access]}
          </li>
        ))}
      </ul>
    </div>
  )
}
