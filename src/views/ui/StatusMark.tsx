import type { RuleStatus } from '../../model/rule-pack'
import { useLanguage } from '../app-context'
import { tellNote } from '../rules/tell-note'

/** How far a number of the rule pack can be trusted: its mark, and 「请规划师核对」 unless verified. */
export function StatusMark({ status, note }: { readonly status: RuleStatus; readonly note?: string }) {
  const { words, locale } = useLanguage()
  const meaning = `${words.assess.status(status)}: ${words.status[status]}`
  return (
    <span title={note === undefined || note === '' ? meaning : `${meaning} · ${tellNote(note, { locale })}`}>
      <abbr className="status-mark" aria-label={meaning}>
        {status}
      </abbr>
      {status === 'V' ? null : ` ${words.askPlanner}`}
    </span>
  )
}
