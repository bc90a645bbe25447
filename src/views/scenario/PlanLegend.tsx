import { PALETTES } from '../../map/palette'
import { useLanguage, useResults, useView } from '../app-context'

/** The signs of what the scenario changes, as far as it changes such things. */
export function PlanLegend() {
  const { words } = useLanguage()
  const changes = useResults((results) => results.planned?.changes ?? null)
  const { planned, unserved } = PALETTES[useView((view) => view.appearance)]
  if (changes === null) return null
  const { facilities, gates, paths } = changes
  const rows = [
    {
      isThere: facilities.some(({ kind }) => kind !== 'closed'),
      label: words.scenario.legendAdded,
      mark: (
        <circle
          cx="8"
          cy="8"
          r="5.5"
          fill="none"
          stroke={planned}
          strokeWidth="2"
          strokeDasharray="2.2 1.3"
        />
      ),
    },
    {
      isThere: facilities.some(({ kind }) => kind === 'moved'),
      label: words.scenario.legendMoved,
      mark: <path d="M1 8h14" stroke={planned} strokeWidth="1.8" strokeDasharray="3 2" />,
    },
    {
      isThere: gates.length > 0,
      label: words.scenario.legendGate,
      mark: (
        <g fill="none" stroke={planned} strokeWidth="2">
          <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 1.3" />
          <path d="M6.2 5.4v5.2M9.8 5.4v5.2" strokeWidth="1.6" />
        </g>
      ),
    },
    {
      isThere: paths.some(({ kind }) => kind === 'added'),
      label: words.scenario.legendPath,
      mark: <path d="M1 8h14" stroke={planned} strokeWidth="3" strokeDasharray="4 2" />,
    },
    {
      isThere:
        facilities.some(({ kind }) => kind === 'closed') || paths.some(({ kind }) => kind === 'removed'),
      label: words.scenario.legendClosed,
      mark: <path d="M4 4l8 8M12 4l-8 8" stroke={unserved} strokeWidth="2.2" strokeLinecap="round" />,
    },
  ].filter(({ isThere }) => isThere)
  if (rows.length === 0) return null
  return (
    <div>
      <p className="legend-title">{words.scenario.legend}</p>
      <ul className="legend-steps">
        {rows.map(({ label, mark }) => (
          <li key={label}>
            <svg className="legend-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              {mark}
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  )
}
