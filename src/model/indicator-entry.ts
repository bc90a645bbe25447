import type { Indicator } from './rule-pack'

/** What a surveyor found where the document asks for no amount. */
export const ENTRY_FINDINGS = ['met', 'unmet'] as const
export type EntryFinding = (typeof ENTRY_FINDINGS)[number]

/**
 * A value of an indicator that only a survey or a plan tells, as the planner enters it. The project keeps it; nothing
 * computes it and nothing is computed from it but its own verdict.
 */
export interface IndicatorEntry {
  /** of the indicator */
  readonly code: string
  /** id of the community it speaks of; null: of the whole area */
  readonly community: string | null
  /** a number in `unit`, or what was found */
  readonly value: number | EntryFinding
  /** empty with a finding */
  readonly unit: string
  /** ISO date of the survey or the plan */
  readonly date: string
  /** who says so: an office, a survey, a drawing */
  readonly source: string
  readonly note: string
}

/** What is being entered; null: nothing yet, or no number. */
export type EntryDraft = Omit<IndicatorEntry, 'value'> & { readonly value: IndicatorEntry['value'] | null }

export type EntryVerdict = 'met' | 'unmet' | 'unknown'

/** Why an entry is not taken. */
export type EntryProblem =
  | 'computed'
  | 'no-value'
  | 'needs-amount'
  | 'negative'
  | 'too-large'
  | 'not-whole'
  | 'no-unit'
  | 'other-unit'
  | 'no-date'
  | 'no-source'
  | 'too-long'
  | 'no-community'
  | 'other-scope'

/** More than any amount of a community or a district. */
export const MOST_ENTERED = 1e9
/** Characters of a unit, a source or a note. */
export const LONGEST_ENTRY_TEXT = 300

/** Units of what is counted one by one. */
const WHOLE_UNITS: readonly string[] = ['persons', 'dwellings', 'functions']

/** Whether a value may be entered: only where the program can tell nothing of its own. */
export function takesEntry({ method }: Pick<Indicator, 'method'>): boolean {
  return method === 'survey' || method === 'plan'
}

/**
 * Judges an entry by the amount of the pack, both bounds included. A number in another unit than the pack's, a
 * finding where an amount is asked for, and a number where none is: unknown.
 */
export function judgeEntry(
  { value, unit }: Pick<IndicatorEntry, 'value' | 'unit'>,
  { amount, unit: asked }: Pick<Indicator, 'amount' | 'unit'>,
): EntryVerdict {
  const [least, most] = amount ?? [null, null]
  const isAsked = least !== null || most !== null
  if (typeof value !== 'number') return isAsked ? 'unknown' : value
  if (!isAsked || unit !== asked) return 'unknown'
  return (least === null || value >= least) && (most === null || value <= most) ? 'met' : 'unmet'
}

/** All that keeps an entry from being taken; `communities`: ids of those there are. */
export function checkEntry(
  draft: EntryDraft,
  indicator: Pick<Indicator, 'method' | 'amount' | 'unit'>,
  entered: readonly IndicatorEntry[],
  communities: ReadonlySet<string>,
): EntryProblem[] {
  const { code, community, date, source, note, unit } = draft
  const isOtherScope = entered.some(
    (each) => each.code === code && (each.community === null) !== (community === null),
  )
  return [
    ...(takesEntry(indicator) ? [] : ['computed' as const]),
    ...findValueProblems(draft, indicator),
    ...(isRealDate(date) ? [] : ['no-date' as const]),
    ...(source.trim() === '' ? ['no-source' as const] : []),
    ...([unit, source, note].some((text) => text.length > LONGEST_ENTRY_TEXT) ? ['too-long' as const] : []),
    ...(community === null || communities.has(community) ? [] : ['no-community' as const]),
    ...(isOtherScope ? ['other-scope' as const] : []),
  ]
}

function findValueProblems(
  { value, unit }: EntryDraft,
  { amount, unit: asked }: Pick<Indicator, 'amount' | 'unit'>,
): EntryProblem[] {
  if (value === null) return ['no-value']
  if (typeof value !== 'number') return amount === null ? [] : ['needs-amount']
  if (!Number.isFinite(value)) return ['no-value']
  const most = unit === '%' ? 100 : unit === 'share' ? 1 : MOST_ENTERED
  return [
    ...(value < 0 ? ['negative' as const] : []),
    ...(value > most ? ['too-large' as const] : []),
    ...(WHOLE_UNITS.includes(unit) && !Number.isInteger(value) ? ['not-whole' as const] : []),
    ...(unit.trim() === ''
      ? ['no-unit' as const]
      : asked !== '' && unit !== asked
        ? ['other-unit' as const]
        : []),
  ]
}

/** Whether a text is a day of the calendar, year-month-day, from 1900 on. */
export function isRealDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || Number(year) < 1900 || Number(month) < 1 || Number(month) > 12) return false
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= days
}

/** The list with some entries more; one of the same indicator and place takes the place of the earlier one. */
export function withEntries(
  entered: readonly IndicatorEntry[],
  more: readonly IndicatorEntry[],
): readonly IndicatorEntry[] {
  const keys = new Set(more.map(keyOfEntry))
  return [...entered.filter((each) => !keys.has(keyOfEntry(each))), ...more]
}

/** The list without one entry. */
export function withoutEntry(
  entered: readonly IndicatorEntry[],
  entry: Pick<IndicatorEntry, 'code' | 'community'>,
): readonly IndicatorEntry[] {
  return entered.filter((each) => keyOfEntry(each) !== keyOfEntry(entry))
}

/** What an entry is the only one of. */
export function keyOfEntry({ code, community }: Pick<IndicatorEntry, 'code' | 'community'>): string {
  return JSON.stringify([code, community])
}
