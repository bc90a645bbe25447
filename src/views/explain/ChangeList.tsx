import type { Explanation } from '../../model/explanation'
import { useActions } from '../app-context'
import type { Teller, Told } from './tell-explanation'
import { tellChange, tellEffect } from './tell-explanation'

interface ChangeListProps {
  readonly answer: Explanation
  readonly told: Told
  readonly teller: Teller
}

/** Single changes with what each does, most people first; that there is none is said as well. */
export function ChangeList({ answer, told, teller }: ChangeListProps) {
  const { words } = teller
  const actions = useActions()
  const { changes } = answer
  return (
    <div className="explain-changes">
      <h4>{words.explain.changes}</h4>
      {changes.length === 0 ? (
        <p>{told.changes[0]}</p>
      ) : (
        <>
          <ol>
            {changes.map((change, index) => (
              <li
                key={`${change.kind} ${change.at.join(' ')}`}
                className={change.serves ? 'change serves' : 'change'}
                onMouseEnter={() => actions.point({ kind: 'change', index })}
                onMouseLeave={() => actions.point(null)}
              >
                <span className="change-rank figure">{index + 1}</span>
                <span className="grow">
                  {tellChange(change, teller)}
                  <span className="caption change-effect">{tellEffect(change, teller)}</span>
                </span>
              </li>
            ))}
          </ol>
          <p className="caption">{words.explain.changesHint}</p>
        </>
      )}
    </div>
  )
}
