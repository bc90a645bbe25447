import { useLanguage, useActions, useView } from '../app-context'
import { ModeEditor } from '../scope/ModeEditor'

/** What can be done with the communities that are checked: decide their mode together. */
export function CheckedBar() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const checked = useView((view) => view.table.checked)
  return (
    <div className="drawer-bar checked-bar" role="group" aria-label={words.tables.mode.decide}>
      <strong className="figure">{words.tables.matrix.checked(format.count(checked.length))}</strong>
      <ModeEditor communities={checked} onDone={() => actions.setTable({ checked: [] })} />
      <span className="grow" />
      <button type="button" className="plain link" onClick={() => actions.setTable({ checked: [] })}>
        {words.tables.matrix.clearChecked}
      </button>
    </div>
  )
}
