import { useLanguage } from '../app-context'
import { Icon } from '../ui/Icon'
import { useEditing } from './use-editing'

interface TryListProps {
  readonly hint: string
  /** true: a scenario can be begun from here */
  readonly hasStart: boolean
}

/** Nothing planned yet: what a scenario is, and three things to try. */
export function TryList({ hint, hasStart }: TryListProps) {
  const { words } = useLanguage()
  const { begin } = useEditing()
  return (
    <div className="scenario-empty">
      <p>{hint}</p>
      <ol>
        {words.scenario.tries.map((line, i) => (
          <li key={line}>
            <span className="try-number figure">{i + 1}</span>
            <span>{line}</span>
          </li>
        ))}
      </ol>
      {hasStart ? (
        <button type="button" className="plain start-button" onClick={begin}>
          <Icon name="plus" small />
          {words.scenario.start}
        </button>
      ) : null}
    </div>
  )
}
