import type { ClassSensitivity } from '../../model/sensitivity'
import { useLanguage } from '../app-context'

interface ServedRangeProps {
  readonly band: ClassSensitivity | 'measuring'
  /** people served as judged */
  readonly served: number
  /** true: whether anybody is served is not known */
  readonly isAllUnknown: boolean
}

/** People served, and in brackets the fewest and the most; which values give them in a tooltip. */
export function ServedRange({ band, served, isAllUnknown }: ServedRangeProps) {
  const { words, format } = useLanguage()
  const people = words.sensitivity.served(format.people(served))
  if (band === 'measuring')
    return isAllUnknown ? null : (
      <span className="caption served-range figure">
        {people} <span className="is-unknown">{words.sensitivity.measuring}</span>
      </span>
    )
  // where nothing is known, «0 people served» would say something
  if (isAllUnknown && band.people_served_most === 0) return null
  const { people_served_least: least, people_served_most: most } = band
  const isSame = least === most
  const facts = [
    ...(isSame
      ? []
      : [
          words.sensitivity.least(words.sensitivity.by[band.least_by]),
          words.sensitivity.most(words.sensitivity.by[band.most_by]),
        ]),
    words.sensitivity.flipping(format.people(band.people_flipping), format.share(band.flip_share)),
  ]
  return (
    <span className="caption served-range figure" title={facts.join('\n')}>
      {people}
      {isSame ? words.sensitivity.same : words.sensitivity.range(format.count(least), format.count(most))}
    </span>
  )
}
