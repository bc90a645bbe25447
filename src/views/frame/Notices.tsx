import type { Notice } from '../../store/state'
import { useActions, useLanguage, useProject } from '../app-context'
import { tellProblem, tellWhere } from '../tell-issue'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'

/** Messages over the map: what happened, to which file, what to do. They stay until dismissed. */
export function Notices() {
  const { words } = useLanguage()
  const notices = useProject((project) => project.notices)
  return (
    <div className="notices" role="region" aria-label={words.notices} aria-live="polite">
      {notices.slice(-4).map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { words } = useLanguage()
  const actions = useActions()
  const where = tellWhere(notice.issue, words)
  return (
    <div className={`notice ${notice.kind}`} role={notice.kind === 'error' ? 'alert' : 'status'}>
      <Icon name={notice.kind} />
      <div>
        <strong>{words.issueTitle[notice.issue.code]}</strong>
        {where === '' ? null : <p className="caption notice-where">{where}</p>}
        <p>{tellProblem(notice.issue, words)}</p>
      </div>
      <IconButton icon="close" label={words.close} isSmall onClick={() => actions.dismissNotice(notice.id)} />
    </div>
  )
}
