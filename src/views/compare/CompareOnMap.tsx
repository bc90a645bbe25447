import './compare.css'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { useNames } from '../use-names'
import { nameColumn } from './name-column'

/** While the map compares: which scenario is on which side, or what the signs mean, and the way back. */
export function CompareOnMap() {
  const { words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const { onMap, columns } = useView((view) => view.comparing)
  const shown = useView((view) => view.scenario)
  const theme = useView((view) => view.mapTheme)
  const scenarios = useProject((project) => project.summary?.scenarios)
  const table = useResults((results) => results.scenarioTable)
  if (onMap === 'off') return null
  const [from, to] = [columns[0] ?? null, shown].map((id) => nameColumn(id, scenarios, words))
  const comparison =
    table === null || table.columns[0] !== columns[0]
      ? undefined
      : table.comparisons[table.columns.indexOf(shown)]
  const hasUnknown = comparison?.places.some(({ people }) => people === null) === true
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
        <div>
          <p className="line">
            <strong className="clip">{words.compare.differenceOf(from, to)}</strong>
            <span className="caption">
              {theme.kind === 'class' ? names.classOf(theme.code) : words.compare.byRequired}
            </span>
          </p>
          {comparison !== undefined && comparison.places.length === 0 ? (
            <p className="caption">{words.compare.nowhere}</p>
          ) : (
            <ul className="line compare-legend">
              <li className="line caption">
                <span className="change-mark gained" aria-hidden="true" />
                {words.compare.gained}
              </li>
              <li className="line caption">
                <span className="change-mark lost" aria-hidden="true" />
                {words.compare.lost}
              </li>
              <li className="line caption">
                <span className="change-mark both" aria-hidden="true" />
                {words.compare.both}
              </li>
              <li className="caption">
                {[words.compare.sizeHint, ...(hasUnknown ? [words.compare.sizeUnknown] : [])].join(
                  words.listSeparator,
                )}
              </li>
            </ul>
          )}
        </div>
      )}
      <IconButton
        icon="close"
        label={words.compare.endMap}
        onClick={() => actions.setComparing({ onMap: 'off' })}
      />
    </section>
  )
}
