import type { AnalysisBasis } from '../../model/assessment'
import type { ClassDifference, ProfileComparison } from '../../model/profile-comparison'
import type { TableRow } from '../table/matrix-csv'
import type { ClassHeading } from '../table/matrix-columns'
import type { Words } from '../words.zh'

/** One class side by side; people where any are known, else communities. */
export interface DifferenceLine {
  readonly code: string
  readonly column: number
  /** served under each profile, in their order */
  readonly served: readonly number[]
  /** unknown under each; with all of them unknown, nothing is served or lost */
  readonly unknown: readonly number[]
  /** all there are */
  readonly all: number
  /** served more than under the first, in order; the first is nought */
  readonly more: readonly number[]
  readonly differences: readonly ClassDifference[]
  readonly isChanged: boolean
}

/** What differs class by class, in the order of the headings. */
export function describeDifferences(
  { answers, hasPeople }: ProfileComparison,
  headings: readonly ClassHeading[],
): DifferenceLine[] {
  return headings.map(({ code, column }) => {
    const totals = answers.map((answer) => answer.totals[column])
    const served = totals.map((total) => (hasPeople ? total.people_served : total.communities_served))
    const unknown = totals.map((total) => (hasPeople ? total.people_unknown : total.communities_unknown))
    const unserved = hasPeople ? totals[0].people_unserved : totals[0].communities_unserved
    const differences = answers.map((answer) => answer.differences[column])
    return {
      code,
      column,
      served,
      unknown,
      all: served[0] + unserved + unknown[0],
      more: served.map((count) => count - served[0]),
      differences,
      isChanged: differences.some((each) =>
        hasPeople
          ? each.people_losing + each.people_gaining + each.people_unclear > 0
          : each.communities_losing + each.communities_gaining + each.communities_unclear > 0,
      ),
    }
  })
}

/** The shown lines as rows for `writeCsv`. */
export function differenceCsvRows(
  { answers, hasPeople }: ProfileComparison,
  lines: readonly DifferenceLine[],
  classOf: (code: string) => string,
  words: Words,
  tellBasis: (basis: AnalysisBasis) => string,
): TableRow[] {
  const say = words.tables.profiles
  const unit = hasPeople ? words.tables.matrix.people : words.tables.matrix.places
  const [base, ...others] = answers.map(({ profile }) => profile)
  const basis = answers.map((answer) => tellBasis(answer.basis)).join(' | ')
  return [
    [
      say.class,
      ...[base, ...others].flatMap((profile) => [
        `${words.profile[profile]} ${say.served}（${unit}）`,
        `${words.profile[profile]} ${words.verdict.unknown}（${unit}）`,
      ]),
      ...others.flatMap((profile) => [
        `${words.profile[profile]} ${say.difference}`,
        `${words.profile[profile]} ${say.mapLost}`,
        `${words.profile[profile]} ${say.mapGained}`,
      ]),
      words.tables.basis,
    ],
    ...lines.map(({ code, served, unknown, more, differences }): TableRow => [
      classOf(code),
      ...served.flatMap((count, i) => [count, unknown[i]]),
      ...differences
        .slice(1)
        .flatMap((each, i) => [
          more[i + 1],
          hasPeople ? each.people_losing : each.communities_losing,
          hasPeople ? each.people_gaining : each.communities_gaining,
        ]),
      basis,
    ]),
  ]
}
