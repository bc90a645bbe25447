import { memo, useState } from 'react'
import type { Proposal } from '../../../model/proposal'
import { useLanguage } from '../../app-context'
import { Section } from '../../ui/Section'
import { MeasureRow } from './MeasureRow'

/** So many are shown at first: a large plan has hundreds. */
const FIRST = 30

/** The measures of a plan, in the order of its spaces; drawn again only for another plan. */
export const MeasureList = memo(function MeasureList({ proposal }: { readonly proposal: Proposal }) {
  const { words, format } = useLanguage()
  const [isLong, setLong] = useState(false)
  const { measures, options } = proposal
  return (
    <Section
      title={words.propose.measures}
      aside={words.propose.measuresCount(format.count(measures.length))}
      isFlush
    >
      <ul>
        {(isLong ? measures : measures.slice(0, FIRST)).map((planned) => (
          <MeasureRow key={planned.measure.key} planned={planned} objective={options.objective} />
        ))}
      </ul>
      {measures.length > FIRST ? (
        <button type="button" className="plain link plan-more" onClick={() => setLong(!isLong)}>
          {isLong ? words.units.less : words.propose.measuresAll(format.count(measures.length))}
        </button>
      ) : null}
    </Section>
  )
})
