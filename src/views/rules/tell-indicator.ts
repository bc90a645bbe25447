import { type IndicatorEntry, judgeEntry } from '../../model/indicator-entry'
import type { IndicatorCount, IndicatorReason, IndicatorValue } from '../../model/indicator-tally'
import type { Indicator } from '../../model/rule-pack'
import type { Language } from '../app-context'
import { tellNumber } from './tell-figure'

/** An indicator's result in words. */
export interface ToldIndicator {
  readonly verdict: string
  readonly isUnknown: boolean
  /** with its unit; null: not a number */
  readonly value: string | null
  readonly from: string | null
  /** what the planner entered, an entry a line; it is marked as that in the verdict too */
  readonly entered: readonly string[]
  readonly reasons: readonly string[]
}

/** Names of what indicators and entries speak of. */
export interface IndicatorNames {
  readonly classOf: (code: string) => string
  readonly community: (id: string) => string
}

/** What came out, what it was computed from, and why anything is unknown and what data would tell. */
export function tellIndicator(
  indicator: Indicator,
  counted: IndicatorCount,
  names: IndicatorNames,
  language: Language,
): ToldIndicator {
  const { words, format } = language
  const say = words.indicators
  const { judged, met, unmet, unknown, share, missing, value } = counted
  const isUnknown = met === 0 && unmet === 0
  const values = [
    ...(share === null ? [] : [words.rules.shareServed(format.share(share))]),
    ...(missing === null ? [] : [words.rules.missingBays(format.count(missing))]),
    ...(value === null ? [] : [tellValue(indicator, value, language)]),
  ]
  const verdict =
    judged === 'area'
      ? say.areaVerdict(met === 1 ? say.met : unmet === 1 ? say.unmet : say.unknown)
      : isUnknown
        ? words.rules.notComputed
        : words.rules.counted(format.count(met), format.count(unmet), format.count(unknown))
  return {
    verdict: counted.entered.length === 0 ? verdict : say.entry.marked(verdict),
    isUnknown,
    value: values.join(' · ') || null,
    from: value === null ? null : tellFrom(indicator, value, language),
    entered: counted.entered.map((entry) => tellEntry(entry, indicator, names.community, language)),
    reasons: counted.reasons.map((reason) => tellReason(reason, indicator, names, language)),
  }
}

/** What was entered of a place: the value with its unit, what the pack makes of it, the date, the source and the note. */
export function tellEntry(
  entry: IndicatorEntry,
  indicator: Pick<Indicator, 'amount' | 'unit'>,
  communityOf: (id: string) => string,
  language: Language,
): string {
  const { words } = language
  const say = words.indicators.entry
  const { community, value, unit, date, source, note } = entry
  return say.line(
    community === null ? say.wholeArea : communityOf(community),
    typeof value === 'number' ? tellAmount(value, unit, language) : '',
    say.verdict[judgeEntry(entry, indicator)],
    [date, say.source(source), note].filter((part) => part !== '').join(words.listSeparator),
  )
}

/** A number as it was entered, with its unit. */
function tellAmount(value: number, unit: string, language: Language): string {
  return `${value >= 1000 ? language.format.count(value) : String(value)} ${tellUnit(unit, language)}`
}

/** The unit of an amount in the reader's language; one that is not known as the pack writes it. */
export function tellUnit(unit: string, { words }: Language): string {
  return words.indicators.unitOf[unit] ?? unit
}

/** A ratio with its bounds and its unit. */
function tellValue({ ratio, unit }: Indicator, value: IndicatorValue, language: Language): string {
  const { words, format } = language
  const isMissing = ratio?.kind === 'missing'
  const number = (amount: number) => (amount >= 1000 || isMissing ? format.count(amount) : tellNumber(amount))
  const bounds = tellBounds(value, number, language)
  if (bounds === null) return words.unknown
  return isMissing ? words.indicators.missingPlaces(bounds) : `${bounds} ${tellUnit(unit, language)}`.trim()
}

/** null: no more is known than that it is not below nothing. */
function tellBounds(
  { least, most }: IndicatorValue,
  number: (amount: number) => string,
  { words }: Language,
): string | null {
  const say = words.indicators
  const isOpenBelow = least === null || least === 0
  if (most === null) return isOpenBelow ? null : say.atLeast(number(least))
  if (least === most) return number(most)
  return isOpenBelow ? say.atMost(number(most)) : say.between(number(least), number(most))
}

function tellFrom({ ratio, classes }: Indicator, value: IndicatorValue, { words, format }: Language): string {
  const say = words.indicators
  const { measure, group } = value
  const supply = say.measure[measure](format.count(value.supply), format.count(value.facilities))
  const everybody = say.group[group](format.count(value.people))
  const people =
    value.people_estimated === 0 ? everybody : say.estimated(everybody, format.count(value.people_estimated))
  if (ratio?.kind === 'missing') return say.missing(supply, people)
  return ratio?.kind === 'heads-each'
    ? say.headsEach(people, supply, classes.length > 1)
    : say.perHead(supply, people)
}

function tellReason(
  reason: IndicatorReason,
  { name_zh, name_en, needs_zh, needs_en }: Indicator,
  { classOf, community }: IndicatorNames,
  { words, format, locale }: Language,
): string {
  const say = words.indicators
  const listed = (classes: readonly string[]) => classes.map(classOf).join(words.listSeparator)
  switch (reason.code) {
    case 'needs-survey':
    case 'needs-plan':
      return say.needs[reason.code](locale === 'zh' ? (needs_zh ?? name_zh) : (needs_en ?? name_en))
    case 'class-absent':
      return say.classAbsent(listed(reason.classes))
    case 'not-surveyed':
      return say.notSurveyed(listed(reason.classes))
    case 'verdict':
      return say.verdictReason(
        format.count(reason.communities),
        words.reason[reason.reason],
        listed(reason.classes),
      )
    case 'people-unknown':
      return say.peopleUnknown(say.group[reason.group](format.count(reason.people)))
    case 'no-bays':
      return say.noBays(format.count(reason.communities))
    case 'no-people':
      return say.noPeople(format.count(reason.communities), say.groupField[reason.group])
    case 'entry-unit':
      return say.entry.otherUnit(format.count(reason.entries))
    case 'entry-finding':
      return say.entry.findingOnly(format.count(reason.entries))
    case 'entry-gone':
      return say.entry.gone(reason.communities.map(community).join(words.listSeparator))
    case 'no-size':
      return say.noSize(format.count(reason.facilities), say.measureField[reason.measure])
    default:
      return say.reason[reason.code]
  }
}
