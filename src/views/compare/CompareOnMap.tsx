import './compare.css'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { DifferenceLegend } from './DifferenceLegend'
import { nameColumn } from './name-column'

/** While the map compares: which scenario is on which side, or what the signs mean, and the way back. */
export function CompareOnMap() {
  const { words } = useLanguage()
  const actions = useActions()
  const { onMap, columns } = useView((view) => view.comparing)
  const shown = useView((view) => view.scenario)
  const scenarios = useProject((project) => project.summary?.scenarios)
  if (onMap === 'off') return null
  const [from, to] = [columns[0] ?? null, shown].map((id) => nameColumn(id, scenarios, words))
  return (
    <section className="compare-on-map" aria-label={words.compare[onMap]}>
      {onMap === 'swipe' ? (
        <p className="line">
          <span className="compare-side">
            <span className="caption">{words.compare.left}</span> <strong className="clip">{from}</strong>
          </span>
          <span className="compare-side">
            <span className="caption">{words.compare.right}</span> <strong className="clip">{to}</strong>
          </span>
        </p>
      ) : (
        <DifferenceLegend />
      )}
      <IconButton
        icon="close"
        label={words.compare.endMap}
        onClick={() => actions.setComparing({ onMap: 'off' })}
      />
    </section>
  )
}
