import * as v from 'valibot'
import {
  CLASS_FAMILIES,
  type FigureSource,
  type FigureValue,
  GROUPS,
  type Indicator,
  INDICATOR_METHODS,
  type IndicatorRatio,
  PACK_FORMAT,
  PACK_SCHEMA,
  type PackDocument,
  type PackFile,
  type PackMember,
  type PackParameter,
  type PackRule,
  RATIO_KINDS,
  RULE_STATUSES,
  SUPPLY_MEASURES,
  type SupplyRule,
  TIERS,
} from '../../model/rule-pack'
import type { Expectation } from '../../model/rules/pack-problem'

/**
 * The shape of a pack file, strict: a field it does not know is a problem. The message of each part is an
 * `Expectation`, for `one-of` followed by the words. What needs more than one field is in `check-pack.ts`.
 */

/** Longer texts are no names or notes. */
const LONGEST_TEXT = 2000
/** More rows than any standard has. */
const MOST_ROWS = 1000
/** No radius, area or share of a standard is larger; keeps every product a safe number. */
const LARGEST = 1e9

function expecting(expectation: Expectation): string {
  return expectation
}

function oneOf<const T extends readonly (string | number)[]>(words: T) {
  return v.picklist(words, `${expecting('one-of')} ${words.join('|')}`)
}

/** Unknown keys and missing ones are told as such by their place. */
function shape<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, ({ expected }) => {
    if (expected === 'never') return expecting('nothing')
    // a missing key is expected by its name in quotes
    return expecting(expected?.startsWith('"') ? 'needed' : 'object')
  })
}

const anyText = v.pipe(v.string(expecting('text')), v.maxLength(LONGEST_TEXT, expecting('shorter')))
const text = v.pipe(anyText, v.regex(/\S/, expecting('text')))
const id = v.pipe(anyText, v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, expecting('id')))
const code = v.pipe(anyText, v.regex(/^[A-Z0-9][A-Z0-9_]{0,63}$/, expecting('id')))
const date = v.pipe(anyText, v.isoDate(expecting('date')))
const amount = v.pipe(
  v.number(expecting('number')),
  v.finite(expecting('number')),
  v.minValue(0, expecting('number')),
  v.maxValue(LARGEST, expecting('number')),
)
const positive = v.pipe(
  v.number(expecting('positive-number')),
  v.finite(expecting('positive-number')),
  v.check((value) => value > 0 && value <= LARGEST, expecting('positive-number')),
)
const flag = v.boolean(expecting('true-or-false'))

function listOf<const S extends v.GenericSchema>(item: S) {
  return v.pipe(v.array(item, expecting('list')), v.maxLength(MOST_ROWS, expecting('shorter')))
}

const bound = v.nullable(amount)
const range = v.pipe(
  v.strictTuple([bound, bound], expecting('range')),
  v.check(([least, most]) => least === null || most === null || least <= most, expecting('range')),
  v.check(([least, most]) => least !== null || most !== null, expecting('range')),
)
const tiers = v.pipe(
  listOf(oneOf(TIERS)),
  v.check((list) => new Set(list).size === list.length, expecting('unique')),
)
const supply = shape({
  measure: oneOf(SUPPLY_MEASURES),
  at_least: positive,
  per: positive,
  group: oneOf(GROUPS),
}) satisfies v.GenericSchema<unknown, SupplyRule>

const figureValue = v.nullable(
  v.union([amount, flag, range, supply, tiers], expecting('content')),
) satisfies v.GenericSchema<unknown, FigureValue>

const plainSource = {
  document: text,
  clause: anyText,
  edition: anyText,
  status: oneOf(RULE_STATUSES),
  note: v.exactOptional(anyText),
  pack: v.exactOptional(anyText),
}

const source = shape({
  ...plainSource,
  // what was replaced has replaced nothing itself: no file can be nested without end
  replaced: v.exactOptional(listOf(shape({ value: figureValue, source: shape(plainSource) }))),
}) satisfies v.GenericSchema<unknown, FigureSource>

const figures = shape({
  tiers: v.exactOptional(source),
  radius_m: v.exactOptional(source),
  building_m2: v.exactOptional(source),
  land_m2: v.exactOptional(source),
  width_m: v.exactOptional(source),
  supply: v.exactOptional(source),
  old_area_factor: v.exactOptional(source),
  required: v.exactOptional(source),
}) satisfies v.GenericSchema<unknown, NonNullable<PackRule['figures']>>

const share = v.pipe(
  v.number(expecting('share')),
  v.check((value) => value > 0 && value <= 1, expecting('share')),
)

const rule = shape({
  code,
  name_zh: text,
  name_en: text,
  family: oneOf(CLASS_FAMILIES),
  tiers,
  radius_m: v.nullable(positive),
  building_m2: v.nullable(range),
  land_m2: v.nullable(range),
  width_m: v.exactOptional(v.nullable(positive)),
  per1000_building_derived: v.nullable(anyText),
  per1000_land_derived: v.nullable(anyText),
  required: v.nullable(flag),
  users: listOf(text),
  note: anyText,
  source: text,
  status: oneOf(RULE_STATUSES),
  status_note: anyText,
  group: v.exactOptional(oneOf(GROUPS)),
  supply: v.exactOptional(v.nullable(supply)),
  old_area_factor: v.exactOptional(v.nullable(share)),
  figures: v.exactOptional(figures),
}) satisfies v.GenericSchema<unknown, PackRule>

const document = shape({
  id: text,
  title_zh: text,
  title_en: text,
  edition: anyText,
  note: v.exactOptional(anyText),
}) satisfies v.GenericSchema<unknown, PackDocument>

const ratio = shape({
  kind: oneOf(RATIO_KINDS),
  measure: oneOf(SUPPLY_MEASURES),
  per: positive,
  group: oneOf(GROUPS),
}) satisfies v.GenericSchema<unknown, IndicatorRatio>

const indicator = shape({
  code,
  name_zh: text,
  name_en: text,
  method: oneOf(INDICATOR_METHODS),
  classes: listOf(code),
  amount: v.nullable(range),
  unit: anyText,
  ratio: v.exactOptional(ratio),
  needs_zh: v.exactOptional(text),
  needs_en: v.exactOptional(text),
  source,
}) satisfies v.GenericSchema<unknown, Indicator>

const parameter = shape({
  code,
  name_zh: text,
  name_en: text,
  value: v.union([amount, listOf(text)], expecting('content')),
  unit: anyText,
  source,
}) satisfies v.GenericSchema<unknown, PackParameter>

const member = shape({
  id: text,
  version: text,
  hash: anyText,
  name_zh: text,
  name_en: text,
}) satisfies v.GenericSchema<unknown, PackMember>

function byTier<const S extends v.GenericSchema>(item: S) {
  return shape({
    '15': v.exactOptional(item),
    '10': v.exactOptional(item),
    '5': v.exactOptional(item),
    B: v.exactOptional(item),
  })
}

export const packSchema = shape({
  format: oneOf([PACK_FORMAT]),
  schema: oneOf([PACK_SCHEMA]),
  id,
  name_zh: text,
  name_en: text,
  version: text,
  date,
  note_zh: v.exactOptional(anyText),
  note_en: v.exactOptional(anyText),
  documents: listOf(document),
  references: v.exactOptional(v.record(anyText, anyText, expecting('object'))),
  tier_walk_m: byTier(positive),
  tier_source: anyText,
  tier_status: byTier(oneOf(RULE_STATUSES)),
  tier_figures: v.exactOptional(byTier(source)),
  rules: listOf(rule),
  indicators: v.exactOptional(listOf(indicator)),
  parameters: v.exactOptional(listOf(parameter)),
  made_from: v.exactOptional(member),
}) satisfies v.GenericSchema<unknown, PackFile>
