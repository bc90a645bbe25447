import type { Origin } from '../../model/analysis'
import type { Selection } from '../../store/state'
import { useLanguage, useResults } from '../app-context'
import { AccessOnly } from '../ui/AccessOnly'
import { Section } from '../ui/Section'
import { useCatchmentOf } from './CatchmentSection'
import { ReachRow } from './ReachRow'

interface NearestSectionProps {
  readonly selection: Selection
  readonly origin: Origin
}

/** The nearest facility of each class from here. */
export function NearestSection({ selection, origin }: NearestSectionProps) {
  const { words, format } = useLanguage()
  const catchment = useCatchmentOf(selection)
  const classes = useResults((results) => results.analysis?.assessment.classes)
  const limitOf = (code: string): string | null => {
    const column = classes?.find((each) => each.code === code)
    return column === undefined ? null : format.limit(column.limit, column.limit_unit)
  }
  if (catchment === null || catchment.nearest.length === 0) return null
  return (
    <Section title={words.inspector.nearestOfClass} isFlush>
      <div className="section-body">
        <p className="caption">{words.inspector.classesHint}</p>
        <AccessOnly />
      </div>
      <ul>
        {catchment.nearest.map((nearest) => (
          <li key={nearest.class}>
            <ReachRow
              origin={origin}
              code={nearest.class}
              verdict={nearest.verdict}
              reason={nearest.reason}
              distance_m={nearest.distance_m}
              time_s={nearest.time_s}
              facility={nearest.facility}
              limit={limitOf(nearest.class)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
