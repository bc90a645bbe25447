import type { Gap } from '../../model/gap'
import type { GapPeople } from '../../model/gap-filter'
import type { Selection } from '../../store/state'
import { type Language, useLanguage, useResults, useView } from '../app-context'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { tellGapPeople } from './tell-gap-people'
import { countPlaces, tellPlaces, tellPlacesShortly } from './tell-places'

interface GapRowProps {
  readonly gap: Gap
  readonly rank: number
  /** of the communities that the filter asks for; null: it asks for all */
  readonly within: GapPeople | null
  /** the list goes by the median shortfall: then that is what the row tells */
  readonly isByShortfall: boolean
  readonly onHover: (to: Selection | null) => void
}

/** One gap in the list: what is missing, for how many, by how much, and where. */
export function GapRow({ gap, rank, within, isByShortfall, onHover }: GapRowProps) {
  const language = useLanguage()
  const { words, format } = language
  const show = useShow()
  const names = useNames()
  const isSelected = useView((view) => view.selection?.kind === 'gap' && view.selection.id === gap.id)
  const unit = useResults((results) => (results.analysis?.assessment.basis.basis === 'time' ? 's' : 'm'))
  const selection = { kind: 'gap' as const, id: gap.id }
  const places = tellPlaces(gap.places, names, language)
  const whole = tellGapPeople(gap, language)
  const people = within === null ? whole : tellGapPeople(within, language)
  // the shortfall is that of the whole gap: where less of it is asked for, both are told
  const isPart = people !== whole
  return (
    <button
      type="button"
      className="plain row-button gap-row"
      aria-current={isSelected}
      onClick={() => show(selection)}
      onMouseEnter={() => onHover(selection)}
      onMouseLeave={() => onHover(null)}
    >
      <span className="gap-rank figure caption">{format.count(rank)}</span>
      <span className="gap-body">
        <span className="line">
          <ClassMark code={gap.class} />
          <span className="clip grow">{names.classOf(gap.class)}</span>
          {gap.priority === 'first' ? <span className="tag priority">{words.gaps.first}</span> : null}
        </span>
        <span className="line">
          <span className={people === null ? 'is-unknown' : 'figure'}>
            {people ?? words.inspector.peopleUnknown}
          </span>
          <span
            className="caption clip grow gap-shortfall"
            title={isPart ? words.gapList.withinHint : undefined}
          >
            {isPart && whole !== null ? `${words.gapList.whole(whole)}${words.listSeparator}` : ''}
            {tellShortfall(gap, isByShortfall, unit, language)}
          </span>
        </span>
        <span className="caption clip" title={places}>
          {countPlaces(gap.places, language)}
          {tellPlacesShortly(gap.places, names, language)}
        </span>
      </span>
    </button>
  )
}

function tellShortfall(
  gap: Gap,
  isByShortfall: boolean,
  unit: 'm' | 's',
  { words, format }: Language,
): string {
  if (gap.shortfall === null) return words.gaps.nothingNear
  if (!isByShortfall) return words.gaps.shortfall(format.walk(gap.shortfall, unit))
  return gap.shortfall_median === null
    ? words.gapList.mostlyNothing
    : words.gapList.medianShortfall(format.walk(gap.shortfall_median, unit))
}
