import type { IndicatorCount, IndicatorReason, IndicatorValue, JudgedEntry } from '../model/indicator-tally'
import type { Indicator } from '../model/rule-pack'
import { round } from './commands/walk'

/** Why an indicator is unknown, and what data would tell it, in one line. */
export function tellIndicatorReason(reason: IndicatorReason, { name_en, needs_en }: Indicator): string {
  switch (reason.code) {
    case 'needs-survey':
      return `needs a survey on site: ${needs_en ?? name_en}`
    case 'needs-plan':
      return `needs the plan: ${needs_en ?? name_en}`
    case 'no-ratio':
      return 'the pack does not say what is divided by what'
    case 'no-amount':
      return 'the pack gives no amount to judge by'
    case 'no-bay-ratio':
      return 'the pack gives no bays for each household'
    case 'no-class':
      return 'the pack names no facility class'
    case 'area-too-small':
      return 'there is none, and fewer people than one is for: judge over a larger area'
    case 'class-absent':
      return `the packs do not have ${reason.classes.join(', ')}`
    case 'not-surveyed':
      return `more may be there than on record: ${reason.classes.join(', ')}`
    case 'verdict':
      return `${reason.communities} communities: ${reason.reason} (${reason.classes.join(', ')})`
    case 'people-unknown':
      return `not known whether ${reason.people} of ${reason.group} are in reach`
    case 'no-bays':
      return `${reason.communities} communities lack households or bays`
    case 'no-people':
      return `${reason.communities} communities lack their number of ${reason.group}`
    case 'entry-unit':
      return `${reason.entries} entered values have another unit than the pack's`
    case 'entry-finding':
      return `${reason.entries} entries say met or unmet; an amount is asked for`
    case 'entry-gone':
      return `entered of communities that are not there: ${reason.communities.join(', ')}`
    case 'no-size':
      return `${reason.facilities} facilities lack ${reason.measure}`
    default:
      return reason satisfies never
  }
}

/** A ratio with its bounds, or the share or bays that other methods count; empty: no number. */
export function tellIndicatorValue({ value, share, missing }: IndicatorCount, { unit }: Indicator): string {
  if (value !== null) return `${tellBounds(value)} ${unit}`.trim()
  if (share !== null) return `${round(share * 100, 1)} %`
  return missing === null ? '' : `${missing} missing`
}

/** What the planner entered, each with its date and source; empty: nothing, or the value is computed. */
export function tellEntries({ entered }: IndicatorCount): string {
  return entered.map(tellEntry).join('; ')
}

function tellEntry({ community, value, unit, date, source, note, verdict }: JudgedEntry): string {
  const what = typeof value === 'number' ? `${tell(value)} ${unit}, ${verdict}` : verdict
  const said = [date, source, note].filter((part) => part !== '').join(', ')
  return `填报 entered${community === null ? '' : ` ${community}`}: ${what} (${said})`
}

function tellBounds({ least, most }: IndicatorValue): string {
  if (least === null) return most === null ? 'unknown' : `<= ${tell(most)}`
  // no less than nothing says nothing
  if (most === null) return least === 0 ? 'unknown' : `>= ${tell(least)}`
  return least === most ? tell(least) : `${tell(least)} to ${tell(most)}`
}

function tell(bound: number): string {
  return String(round(bound, 3))
}
