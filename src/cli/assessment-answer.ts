import {
  type AnalysisBasis,
  type Assessment,
  type ClassColumn,
  type ClassTotal,
  REASONS,
  VERDICTS,
} from '../model/assessment'
import { round } from './commands/walk'

/** One community and one class. */
export interface ClassCell {
  readonly status: string
  readonly reason: string
  readonly nearest_m: number | null
  readonly nearest_s: number | null
  readonly facility: string | null
  readonly served_share: number | null
}

/** What `assess --json` prints. */
export interface AssessmentAnswer {
  readonly basis: AnalysisBasis
  readonly communities: readonly {
    readonly id: string
    readonly name: string
    readonly people: number | null
    /** from households or floor area, where nobody counted; in no total */
    readonly people_estimated: number | null
    readonly eligibility: string
    readonly classes: Readonly<Record<string, ClassCell>>
  }[]
  readonly totals: {
    readonly communities: number
    readonly people: number | null
    readonly classes: Readonly<
      Record<string, Omit<ClassTotal, 'code'> & Pick<ClassColumn, 'limit' | 'limit_unit' | 'status'>>
    >
  }
}

/** The assessment as plain rows. */
export function describeAssessment(assessment: Assessment): AssessmentAnswer {
  const { classes } = assessment
  return {
    basis: assessment.basis,
    communities: assessment.communities.map((community, k) => ({
      id: community.id,
      name: community.name,
      people: community.people,
      people_estimated: community.people_estimated,
      eligibility: community.eligibility.verdict,
      eligibility_clauses: community.eligibility.clauses,
      eligibility_missing: community.eligibility.missing,
      gates_unknown: community.gatesUnknown,
      classes: Object.fromEntries(
        classes.map((column, c) => {
          const i = k * classes.length + c
          const facility = assessment.facility[i]
          return [
            column.code,
            {
              status: VERDICTS[assessment.status[i]],
              reason: REASONS[assessment.reason[i]],
              nearest_m: known(assessment.nearest_m[i], 1),
              nearest_s: known(assessment.nearest_s[i], 1),
              facility: facility < 0 ? null : assessment.facility_ids[facility],
              served_share: known(assessment.served_share[i], 4),
            },
          ]
        }),
      ),
    })),
    totals: {
      communities: assessment.communities.length,
      people: assessment.communities.reduce<number | null>(
        (sum, row) => (row.people === null ? sum : (sum ?? 0) + row.people),
        null,
      ),
      classes: Object.fromEntries(
        assessment.totals.map(({ code, ...counts }, c) => [
          code,
          {
            limit: classes[c].limit,
            limit_unit: classes[c].limit_unit,
            status: classes[c].status,
            ...counts,
          },
        ]),
      ),
    },
  }
}

/** A number, or null where the column says none with NaN. */
function known(value: number, decimals: number): number | null {
  return Number.isNaN(value) ? null : round(value, decimals)
}
