import type { Gap } from '../../model/gap'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

/** One gap in the list: what is missing, for how many, by how much, and where. */
export function GapRow({ gap, rank }: { readonly gap: Gap; readonly rank: number }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const isSelected = useView((view) => view.selection?.kind === 'gap' && view.selection.id === gap.id)
  const unit = useResults((results) => (results.analysis?.assessment.basis.basis === 'time' ? 's' : 'm'))
  const selection = { kind: 'gap' as const, id: gap.id }
  const places = gap.places.map((id) => names.community(id)).join(words.listSeparator)
  return (
    <button
      type="button"
      className="plain row-button gap-row"
      aria-current={isSelected}
      onClick={() => show(selection)}
      onMouseEnter={() => actions.hover(selection)}
      onMouseLeave={() => actions.hover(null)}
    >
      <span className="gap-rank figure caption">{format.count(rank)}</span>
      <span className="gap-body">
        <span className="line">
          <ClassMark code={gap.class} />
          <span className="clip grow">{names.classOf(gap.class)}</span>
          {gap.priority === 'first' ? <span className="tag priority">{words.gaps.first}</span> : null}
        </span>
        <span className="line">
          <span className={gap.people === null ? 'is-unknown' : 'figure'}>
            {gap.people === null ? words.inspector.peopleUnknown : format.people(gap.people)}
          </span>
          <span className="caption clip grow gap-shortfall">
            {gap.shortfall === null
              ? words.gaps.nothingNear
              : words.gaps.shortfall(format.walk(gap.shortfall, unit))}
          </span>
        </span>
        <span className="caption clip" title={places}>
          {gap.places.length > 1 ? `${format.count(gap.places.length)} ${words.unit.communities} · ` : ''}
          {places}
        </span>
      </span>
    </button>
  )
}
