import * as v from 'valibot'
import {
  ENTRY_FINDINGS,
  type IndicatorEntry,
  isRealDate,
  LONGEST_ENTRY_TEXT,
  MOST_ENTERED,
} from '../../model/indicator-entry'

const text = v.pipe(v.string(), v.maxLength(LONGEST_ENTRY_TEXT))
const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MOST_ENTERED))

/** A value that the planner entered. Whether the packs in use take it is told where it is judged. */
export const entrySchema = v.pipe(
  v.object({
    code: v.pipe(v.string(), v.nonEmpty()),
    community: v.nullable(v.string()),
    value: v.union([amount, v.picklist(ENTRY_FINDINGS)]),
    unit: text,
    date: v.pipe(v.string(), v.check(isRealDate, 'year-month-day')),
    source: v.pipe(text, v.nonEmpty()),
    note: text,
  }),
  // a number without a unit says nothing
  v.check(({ value, unit }) => (typeof value === 'number') === (unit !== ''), 'a number with its unit'),
) satisfies v.GenericSchema<unknown, IndicatorEntry>

/** An entry with its keys in a fixed order, so that equal projects give equal text. */
export function orderEntry({
  code,
  community,
  value,
  unit,
  date,
  source,
  note,
}: IndicatorEntry): IndicatorEntry {
  return { code, community, value, unit, date, source, note }
}
