import { useLanguage, useProject, useResults, useView } from '../app-context'
import { useNames } from '../use-names'
import { nameColumn } from './name-column'

/** What the signs of the difference layer say, of which two scenarios and by which classes. */
export function DifferenceLegend() {
  const { words } = useLanguage()
  const names = useNames()
  const { columns } = useView((view) => view.comparing)
  const shown = useView((view) => view.scenario)
  const theme = useView((view) => view.mapTheme)
  const scenarios = useProject((project) => project.summary?.scenarios)
  const table = useResults((results) => results.scenarioTable)
  const [from, to] = [columns[0] ?? null, shown].map((id) => nameColumn(id, scenarios, words))
  const comparison =
    table === null || table.columns[0] !== columns[0]
      ? undefined
      : table.comparisons[table.columns.indexOf(shown)]
  const hasUnknown = comparison?.places.some(({ people }) => people === null) === true
  return (
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
  )
}
