import type { FacilitySupply, ParkingAnswer, SupplyAnswer, SupplyNorm, SupplyTotals } from '../model/supply'
import { round } from './commands/walk'
import { formatTable } from './table'

/** One community and one class that has a supply figure. */
interface SupplyCell {
  /** supply for each of the group, at least and at most; null: nothing is known, or nothing bounds it */
  readonly per_head_least: number | null
  readonly per_head_most: number | null
  readonly enough_share: number | null
  readonly unknown_share: number | null
  readonly within: number | null
  readonly within_people: number | null
}

/** The second facility within the limit. */
interface SecondCell {
  readonly facility: string | null
  readonly distance_m: number | null
  readonly time_s: number | null
  /** share of people with at least two within the limit */
  readonly two_share: number | null
}

/** What `assess --supply --json` adds to the answer of `assess`. */
export interface SupplyJson {
  readonly supply: {
    readonly classes: Readonly<Record<string, { readonly norm: SupplyNorm; readonly totals: SupplyTotals }>>
    /** by community, by class */
    readonly communities: Readonly<Record<string, Readonly<Record<string, SupplyCell>>>>
    readonly second: Readonly<Record<string, Readonly<Record<string, SecondCell>>>>
    readonly facilities: readonly FacilitySupply[]
  }
  readonly parking: ParkingAnswer
}

/** The supply as plain rows. */
export function describeSupply(answer: SupplyAnswer): SupplyJson {
  const { classes, communities, facility_ids } = answer
  const byCommunity = <T>(cellOf: (at: number) => T, isShown: (c: number) => boolean) =>
    Object.fromEntries(
      communities.map((id, k) => [
        id,
        Object.fromEntries(
          classes.flatMap(({ code }, c) => (isShown(c) ? [[code, cellOf(k * classes.length + c)]] : [])),
        ),
      ]),
    )
  return {
    supply: {
      classes: Object.fromEntries(
        classes.flatMap(({ code, norm, totals }) => (norm === null ? [] : [[code, { norm, totals }]])),
      ),
      communities: byCommunity(
        (at): SupplyCell => ({
          per_head_least: known(answer.least[at], 6),
          per_head_most: known(answer.most[at], 6),
          enough_share: known(answer.enough_share[at], 4),
          unknown_share: known(answer.unknown_share[at], 4),
          within: known(answer.within[at], 1),
          within_people: known(answer.within_people[at], 1),
        }),
        (c) => classes[c].norm !== null,
      ),
      second: byCommunity(
        (at): SecondCell => ({
          facility: answer.second[at] < 0 ? null : facility_ids[answer.second[at]],
          distance_m: known(answer.second_m[at], 1),
          time_s: known(answer.second_s[at], 1),
          two_share: known(answer.two_share[at], 4),
        }),
        () => true,
      ),
      facilities: answer.facilities,
    },
    parking: answer.parking,
  }
}

/** The people by what their supply says, in the order of the rule pack, and the parking balance in one line. */
export function tabulateSupply({ classes, parking }: SupplyAnswer): string {
  const short = parking.rows.filter(({ shortage }) => shortage !== null && shortage > 0)
  const unknown = parking.rows.filter(({ shortage }) => shortage === null).length
  const missing = short.reduce((sum, { shortage }) => sum + (shortage ?? 0), 0)
  const table = formatTable(
    ['class', 'norm', 'group', 'enough', 'too_little', 'unknown', 'estimated'],
    classes.flatMap(({ code, norm, totals }) => {
      if (norm === null) return []
      const estimated = totals.estimated_enough + totals.estimated_too_little + totals.estimated_unknown
      return [
        [
          code,
          `${norm.at_least} ${norm.measure} per ${norm.per}`,
          norm.group,
          ...[totals.enough, totals.too_little, totals.unknown, estimated].map(String),
        ],
      ]
    }),
  )
  return `${table}parking: ${short.length} communities lack ${parking.unsurveyed.length > 0 ? 'at most ' : ''}${missing} bays at ${parking.bays_per_household} a household; unknown for ${unknown}${tellUnsurveyed(parking)}\n`
}

/** A number, or null where the column says none, or no bound. */
function known(value: number, decimals: number): number | null {
  return Number.isFinite(value) ? round(value, decimals) : null
}

function tellUnsurveyed({ unsurveyed }: ParkingAnswer): string {
  return unsurveyed.length === 0
    ? ''
    : `; ${unsurveyed.join(' and ')} car parks not surveyed, none of theirs are counted`
}
