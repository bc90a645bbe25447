import { PALETTES } from '../../../map/palette'
import { useLanguage, useView } from '../../app-context'

/** What the lines between communities mean, while they are drawn. */
export function UnitLegend() {
  const { words } = useLanguage()
  const isDrawn = useView((view) => view.grouped.some((group) => group.length > 1))
  const { selection, selectionCase } = PALETTES[useView((view) => view.appearance)]
  if (!isDrawn) return null
  return (
    <ul className="legend-steps">
      <li>
        <svg className="legend-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 12 14 4" stroke={selectionCase} strokeWidth="6" strokeLinecap="round" />
          <path d="M2 12 14 4" stroke={selection} strokeWidth="3" strokeLinecap="round" />
        </svg>
        {words.units.tied}
      </li>
    </ul>
  )
}
