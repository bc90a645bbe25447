import { useMemo, useState } from 'react'
import { TOLD_BY_FINDINGS } from '../../model/finding'
import type { Issue } from '../../model/issue'
import type { Selection } from '../../store/state'
import { useLanguage, useProject, useResults } from '../app-context'
import { groupIssues, type IssueGroup } from '../group-issues'
import type { RecordIndex } from '../record-index'
import { type NameOfRecord, tellProblem, tellWhere } from '../tell-issue'
import { Icon } from '../ui/Icon'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

const NO_ISSUES: readonly Issue[] = []
// a group of ten thousand is not read to the end; the number is said
const SHOWN = 50

/** Everything found wrong, grouped: which file, which record, what is wrong, what to do. */
export function IssueList() {
  const { words, format } = useLanguage()
  const fromFiles = useProject((project) => project.issues)
  const ofNetwork = useResults((results) => results.analysis?.issues ?? NO_ISSUES)
  const isChecked = useResults((results) => results.checkUp !== null)
  const fromAnalysis = useMemo(
    () => (isChecked ? ofNetwork.filter(({ code }) => !TOLD_BY_FINDINGS.has(code)) : ofNetwork),
    [ofNetwork, isChecked],
  )
  const groups = useMemo(() => groupIssues([...fromFiles, ...fromAnalysis]), [fromFiles, fromAnalysis])
  const total = fromFiles.length + fromAnalysis.length
  return (
    <Section
      title={words.data.issues}
      aside={total === 0 ? undefined : words.data.issueCount(format.count(total))}
      isFlush
    >
      {groups.length === 0 ? (
        <p className="section-body caption">{words.data.noIssues}</p>
      ) : (
        <ul>
          {groups.map((group) => (
            <GroupRow key={group.key} group={group} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function GroupRow({ group }: { readonly group: IssueGroup }) {
  const { words, format } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const where = [group.file, group.layer === undefined ? undefined : words.layer[group.layer]].filter(
    (part) => part !== undefined,
  )
  return (
    <li className={`issue-group ${group.severity}`}>
      <button
        type="button"
        className="plain row-button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="line">
          <Icon name={group.severity} small />
          <span className="grow clip">{words.issueTitle[group.code]}</span>
          <span className="caption" title={words.data.severityHint[group.severity]}>
            {words.data.severity[group.severity]}
          </span>
          <span className="figure">{format.count(group.issues.length)}</span>
          <span className={isOpen ? 'turn is-open' : 'turn'}>
            <Icon name="chevron" small />
          </span>
        </span>
        {where.length === 0 ? null : <span className="caption issue-where clip">{where.join(' · ')}</span>}
      </button>
      {isOpen ? (
        <ul className="issue-list">
          {group.issues.slice(0, SHOWN).map((issue, index) => (
            // issues have no identity of their own; the list is replaced as a whole
            // oxlint-disable-next-line react/no-array-index-key
            <IssueRow key={index} issue={issue} />
          ))}
          {group.issues.length > SHOWN ? (
            <li className="caption">{words.more(format.count(group.issues.length - SHOWN))}</li>
          ) : null}
        </ul>
      ) : null}
    </li>
  )
}

/** What the map can show of an issue: the record it is about, else the place it names. */
function selectionOf({ layer, id, at }: Issue, records: RecordIndex): Selection | null {
  if (id !== undefined) {
    if (layer === 'communities' && records.communities.has(id)) return { kind: 'community', id }
    if (layer === 'facilities' && records.facilities.has(id)) return { kind: 'facility', id }
    if (layer === 'spaces' && records.spaces.has(id)) return { kind: 'space', id }
  }
  return at === undefined ? null : { kind: 'point', at }
}

function IssueRow({ issue }: { readonly issue: Issue }) {
  const { words } = useLanguage()
  const show = useShow()
  const { records } = useNames()
  const where = tellWhere(issue, words)
  const selection = selectionOf(issue, records)
  const nameOf: NameOfRecord = (layer, id) =>
    layer === 'communities'
      ? (records.communities.get(id)?.name ?? null)
      : layer === 'facilities'
        ? (records.facilities.get(id)?.name ?? null)
        : null
  return (
    <li>
      {where === '' ? null : <p className="caption">{where}</p>}
      <p>{tellProblem(issue, words, nameOf)}</p>
      {selection === null ? null : (
        <button type="button" className="plain link caption" onClick={() => show(selection)}>
          {words.locate}
        </button>
      )}
    </li>
  )
}
