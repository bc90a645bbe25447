import type { Gap, GapPoint } from '../../model/gap'
import { useLanguage, useResults } from '../app-context'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

/** As many as are read; the file has them all. */
const SHOWN = 30

/** The houses and gates of a gap, worst off first; a click walks from there. */
export function GapHouses({ gap, isTime }: { readonly gap: Gap; readonly isTime: boolean }) {
  const { words, format } = useLanguage()
  const parts = useResults((results) => (results.gapParts?.id === gap.id ? results.gapParts : null))
  if (parts === null || parts.points.length === 0) return null
  return (
    <Section title={words.gapList.houses} aside={format.count(parts.points.length)} isFlush>
      <ul>
        {parts.points.slice(0, SHOWN).map((point) => (
          <li key={`${point.id} ${point.at.join()}`}>
            <GapHouse point={point} isTime={isTime} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function GapHouse({ point, isTime }: { readonly point: GapPoint; readonly isTime: boolean }) {
  const { words, format } = useLanguage()
  const names = useNames()
  const show = useShow()
  return (
    <button
      type="button"
      className="plain row-button line"
      onClick={() => show({ kind: 'point', at: point.at })}
    >
      <span className="clip grow">
        {words.gapList.carrier[point.carrier]}{' '}
        <span className="caption">{names.community(point.community)}</span>
      </span>
      <span className="figure caption">{point.people === null ? '' : format.people(point.people)}</span>
      <span className="figure">
        {point.walk === null ? words.nothingReached : format.walk(point.walk, isTime ? 's' : 'm')}
      </span>
    </button>
  )
}
