import { type Assessment, type ClassTotal, VERDICTS } from './assessment'
import { roundPeople } from './people-parts'

/**
 * The total of one class over some communities: what `totals` is over all of them. `rows`: indexes into the
 * assessment's communities, `column` into its classes.
 */
export function totalOfRows(assessment: Assessment, rows: readonly number[], column: number): ClassTotal {
  const { classes, status, people_parts } = assessment
  const parts = { unknown: 0, unserved: 0, served: 0 }
  const communities = { unknown: 0, unserved: 0, served: 0 }
  for (const row of rows) {
    const at = row * classes.length + column
    communities[VERDICTS[status[at]]]++
    VERDICTS.forEach((verdict, v) => {
      const people = people_parts[at * VERDICTS.length + v]
      // not known: left out, as in every total
      if (!Number.isNaN(people)) parts[verdict] += people
    })
  }
  return {
    code: classes[column].code,
    ...roundPeople(parts),
    // groups are counted over all communities only
    group: null,
    people_parts: parts,
    communities_served: communities.served,
    communities_unserved: communities.unserved,
    communities_unknown: communities.unknown,
  }
}

/** Known people of some communities; null: known of none of them. */
export function peopleOfRows(assessment: Assessment, rows: readonly number[]): number | null {
  let sum: number | null = null
  for (const row of rows) {
    const { people } = assessment.communities[row]
    if (people !== null) sum = (sum ?? 0) + people
  }
  return sum
}

/** Communities of one sub-district; null: none is on record for them. */
export interface SubdistrictRows {
  readonly subdistrict: string | null
  /** indexes into the assessment's communities, in the order given */
  readonly rows: readonly number[]
}

/** Communities by sub-district: the names in order, those without one last. */
export function groupBySubdistrict(
  assessment: Assessment,
  rows: readonly number[],
  compareText: (a: string, b: string) => number,
): SubdistrictRows[] {
  const groups = new Map<string | null, number[]>()
  for (const row of rows) {
    const { subdistrict } = assessment.communities[row]
    const group = groups.get(subdistrict)
    if (group === undefined) groups.set(subdistrict, [row])
    else group.push(row)
  }
  return [...groups]
    .map(([subdistrict, members]) => ({ subdistrict, rows: members }))
    .sort((a, b) =>
      a.subdistrict === null || b.subdistrict === null
        ? Number(a.subdistrict === null) - Number(b.subdistrict === null)
        : compareText(a.subdistrict, b.subdistrict),
    )
}
