import './works.css'
import { withCommunity } from '../../../model/edit-package'
import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import { WORKS_PACK } from '../../../model/works-pack'
import { useActions, useLanguage } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { NativeSelect } from '../../ui/NativeSelect'
import { useNames } from '../../use-names'
import { CommunityWorks } from './CommunityWorks'
import { ConflictList } from './ConflictList'

interface WorksListProps {
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** 综合改一次: conflicts first, then every community of the package with its five groups. */
export function WorksList({ decided, answer }: WorksListProps) {
  const { words, locale } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const there = new Set(answer.communities.map(({ id }) => id))
  const others = [...names.records.communities.values()]
    .filter(({ id }) => !there.has(id))
    .map(({ id }) => ({ value: id, label: names.community(id) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <>
      <p className="section-body caption">
        {words.works.hint}{' '}
        {words.works.source(locale === 'zh' ? WORKS_PACK.name_zh : WORKS_PACK.name_en, WORKS_PACK.version)}
      </p>
      <ConflictList answer={answer} />
      {answer.communities.length === 0 ? (
        <EmptyState title={words.works.none} hint={words.works.noneHint} />
      ) : (
        answer.communities.map((community) => (
          <CommunityWorks key={community.id} community={community} decided={decided} />
        ))
      )}
      {others.length === 0 ? null : (
        <div className="section-body">
          <NativeSelect
            label={words.works.add}
            className="is-wide"
            value=""
            options={[{ value: '', label: words.works.add }, ...others]}
            onChange={(id) => {
              if (id !== '') actions.decide((before) => withCommunity(before, id))
            }}
          />
        </div>
      )}
    </>
  )
}
