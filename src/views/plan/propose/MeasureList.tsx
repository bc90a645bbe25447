import { memo, useState } from 'react'
import type { PlannedMeasure, Proposal } from '../../../model/proposal'
import { useLanguage, useView } from '../../app-context'
import { Section } from '../../ui/Section'
import { MeasureRow } from './MeasureRow'
import { opensWay } from './tell-measure'

/** So many are shown at first: a large plan has hundreds. */
const FIRST = 30

/** The measures of a plan, in the order of its spaces, then what opens ways; drawn again only for another plan. */
export const MeasureList = memo(function MeasureList({ proposal }: { readonly proposal: Proposal }) {
  const { words } = useLanguage()
  const { measures, options } = proposal
  const [ways, others] = [true, false].map((is) =>
    measures.filter(({ measure }) => opensWay(measure.edit) === is),
  )
  return (
    <>
      <Measures title={words.propose.measures} measures={others} options={options} />
      <Measures title={words.propose.ways} measures={ways} options={options} />
    </>
  )
})

interface MeasuresProps {
  readonly title: string
  readonly measures: readonly PlannedMeasure[]
  readonly options: Proposal['options']
}

function Measures({ title, measures, options }: MeasuresProps) {
  const { words, format } = useLanguage()
  const [isUnfolded, setUnfolded] = useState(false)
  // the one whose mark was pressed on the map is in the list, however far down
  const isFar = useView(
    ({ links }) => measures.findIndex(({ measure }) => measure.key === links.open) >= FIRST,
  )
  if (measures.length === 0) return null
  const isLong = isUnfolded || isFar
  return (
    <Section title={title} aside={words.propose.measuresCount(format.count(measures.length))} isFlush>
      <ul>
        {(isLong ? measures : measures.slice(0, FIRST)).map((planned) => (
          <MeasureRow
            key={planned.measure.key}
            planned={planned}
            objective={options.objective}
            counts={options.counts}
          />
        ))}
      </ul>
      {measures.length > FIRST ? (
        <button type="button" className="plain link plan-more" onClick={() => setUnfolded(!isLong)}>
          {isLong ? words.units.less : words.propose.measuresAll(format.count(measures.length))}
        </button>
      ) : null}
    </Section>
  )
}
