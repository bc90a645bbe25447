import { moveFacilities } from '../catchment/realign-reach'
import type { Assessed } from './assess'

/**
 * The same assessment with its facilities numbered as in another list (see `alignServices`), so that what has
 * not changed looks the same; −1 where a facility is gone or stands elsewhere: then its class has changed.
 */
export function renumberAssessed(assessed: Assessed, moved: Int32Array | null): Assessed {
  if (moved === null) return assessed
  const { assessment, evidence } = assessed
  const { reach } = evidence
  const facility = assessment.facility.map((service) => (service < 0 ? -1 : moved[service]))
  return {
    ...assessed,
    assessment: { ...assessment, facility },
    evidence: { ...evidence, reach: { ...reach, facility: moveFacilities(reach, moved) } },
  }
}
