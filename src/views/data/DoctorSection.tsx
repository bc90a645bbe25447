import { useMemo, useState } from 'react'
import { type Finding, FINDING_KINDS, type FindingKind } from '../../model/finding'
import { useLanguage, useResults, useView } from '../app-context'
import { Icon } from '../ui/Icon'
import { Section } from '../ui/Section'
import { FindingRow } from './FindingRow'

// a long group is not read to the end; the number is said
const SHOWN = 50

/** What the network doctor found, by kind, and what can be done about each. */
export function DoctorSection() {
  const { words, format } = useLanguage()
  const checkUp = useResults((results) => results.checkUp)
  const groups = useMemo(() => groupByKind(checkUp?.findings ?? []), [checkUp])
  const total = checkUp?.findings.length ?? 0
  return (
    <Section
      title={words.doctor.title}
      aside={total === 0 ? undefined : words.doctor.count(format.count(total))}
      isFlush
    >
      {checkUp === null ? (
        <p className="section-body caption" role="status">
          {words.doctor.checking}
        </p>
      ) : total === 0 ? (
        <div className="section-body">
          <p>{words.doctor.none}</p>
          <p className="caption">{words.doctor.noneHint}</p>
        </div>
      ) : (
        <ul>
          {groups.map((group) => (
            <KindRow key={group.kind} {...group} />
          ))}
        </ul>
      )}
      {checkUp === null || checkUp.ignored.length === 0 ? null : (
        <p className="section-body caption">{words.doctor.ignored(format.count(checkUp.ignored.length))}</p>
      )}
    </Section>
  )
}

interface Group {
  readonly kind: FindingKind
  /** the worst of the group: they come worst first */
  readonly severity: Finding['severity']
  readonly findings: readonly Finding[]
}

function groupByKind(findings: readonly Finding[]): readonly Group[] {
  return FINDING_KINDS.flatMap((kind): Group[] => {
    const list = findings.filter((finding) => finding.kind === kind)
    return list.length === 0 ? [] : [{ kind, severity: list[0].severity, findings: list }]
  })
}

function KindRow({ kind, severity, findings }: Group) {
  const { words, format } = useLanguage()
  const opened = useView((view) => view.openFinding?.id ?? null)
  const [isUnfolded, setUnfolded] = useState(false)
  // a finding that was clicked on the map is shown in its list
  const isOpen = isUnfolded || findings.some(({ id }) => id === opened)
  const shown = findings.filter(({ id }, index) => index < SHOWN || id === opened)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  return (
    <li className={`issue-group ${severity}`}>
      <button
        type="button"
        className="plain row-button"
        aria-expanded={isOpen}
        onClick={() => setUnfolded(!isOpen)}
      >
        <span className="line">
          <Icon name={severity} small />
          <span className="grow clip">{words.doctor.kind[kind]}</span>
          <span className="caption">
            {errors > 0 && errors < findings.length
              ? `${words.doctor.severity.error} ${format.count(errors)}`
              : words.doctor.severity[severity]}
          </span>
          <span className="figure">{format.count(findings.length)}</span>
          <span className={isOpen ? 'turn is-open' : 'turn'}>
            <Icon name="chevron" small />
          </span>
        </span>
      </button>
      {isOpen ? (
        <ul className="finding-list">
          {shown.map((finding) => (
            <FindingRow key={finding.id} finding={finding} isOpen={finding.id === opened} />
          ))}
          {findings.length > shown.length ? (
            <li className="caption finding-more">
              {words.more(format.count(findings.length - shown.length))}
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  )
}
