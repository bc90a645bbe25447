import { normOf } from '../../model/rule-pack'
import type { ParkingRow, SupplyAnswer } from '../../model/supply'
import type { Language } from '../app-context'
import type { Names } from '../use-names'
import type { SupplyTableWords } from '../words/supply-table.zh'

/** A fact of a community: as it is read, and what it is sorted and exported by. */
export interface SupplyCell {
  readonly text: string
  /** null: not known, which sorts last whichever way the order goes */
  readonly value: number | string | null
  readonly tone?: 'unserved' | 'unknown'
}

export interface SupplyLine {
  readonly id: string
  /** in the order of the headings */
  readonly cells: readonly SupplyCell[]
}

export interface SupplySheet {
  readonly headings: readonly { readonly title: string; readonly isNumber: boolean }[]
  readonly lines: readonly SupplyLine[]
}

interface SheetInput {
  readonly answer: SupplyAnswer
  /** communities to list, as indexes into the answer's */
  readonly rows: readonly number[]
  readonly names: Pick<Names, 'community' | 'subdistrictOf' | 'facility'>
  readonly language: Language
  readonly say: SupplyTableWords
}

type Tell = (value: number | null, text?: string) => SupplyCell

/** Bays against cars, community by community: section 23 of the method. */
export function parkingSheet(input: SheetInput): SupplySheet {
  const { answer, rows, say } = input
  const { words, format } = input.language
  const number = teller(input.language)
  const { households, demand, own, residents, shared, uncounted } = say.parking
  const { unsurveyed } = answer.parking
  // a file has numbers alone: the heading says what they are
  const shortage = unsurveyed.length > 0 ? say.parking.shortageMost : say.parking.shortage
  const around = (kind: (typeof unsurveyed)[number], bays: number): SupplyCell =>
    unsurveyed.includes(kind) ? { text: words.data.notSurveyed, value: null, tone: 'unknown' } : number(bays)
  return {
    headings: headingsOf(say, [households, demand, own, residents, shared, uncounted, shortage]),
    lines: rows.map((row) => {
      const park = answer.parking.rows[row]
      const estimated: Tell = (value) =>
        number(value, park.is_estimated ? `${words.supply.estimate} ${format.count(value)}` : undefined)
      return {
        id: park.community,
        cells: [
          ...nameCells(park.community, input),
          estimated(park.households),
          estimated(park.demand),
          number(park.own_bays),
          around('residents', park.residents_bays),
          around('shared', park.shared_bays),
          number(park.uncounted),
          shortageCell(park, number, unsurveyed.length > 0 ? words.atMost : null),
        ],
      }
    }),
  }
}

/** `atMost`: there may be bays that nobody looked for. */
function shortageCell(
  { shortage }: ParkingRow,
  number: Tell,
  atMost: ((value: string) => string) | null,
): SupplyCell {
  const cell = number(shortage)
  if (shortage === null || shortage === 0) return cell
  return { ...cell, text: atMost === null ? cell.text : atMost(cell.text), tone: 'unserved' }
}

/**
 * What the people of each community have of a class (2SFCA, between its bounds), what lies within their limit for
 * each, and the second nearest. A class without a figure in the rules has the second nearest only.
 */
export function classSheet(input: SheetInput, c: number): SupplySheet {
  const { answer, rows, names, language, say } = input
  const { words, format } = language
  const { norm } = answer.classes[c]
  const number = teller(language)
  const share: Tell = (value) =>
    number(value === null ? null : Math.round(value * 1000) / 10, format.share(value))
  const significant = new Intl.NumberFormat(language.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    maximumSignificantDigits: 3,
  })
  const { perHead, enough, unknown, within, second, metres, minutes, two } = say.supply
  // whose it is stands above the table, with the figure of the rule
  const unit =
    norm === null
      ? ''
      : `${words.supply.measure[norm.measure]}${norm.per === 1 ? '' : say.each(String(norm.per))}`
  const amount = (value: number | null): SupplyCell =>
    norm === null || value === null
      ? unknownCell(language)
      : { text: significant.format(value * norm.per), value: value * norm.per }
  const bounded = (least: number, most: number): SupplyCell => {
    if (norm === null || Number.isNaN(least) || Number.isNaN(most)) return unknownCell(language)
    const tone = most < normOf(norm) ? { tone: 'unserved' as const } : {}
    // single precision columns of sums
    if (Math.abs(most - least) <= 1e-5 * Math.abs(least)) return { ...amount(least), ...tone }
    if (Number.isFinite(most)) return { ...amount(most), text: say.bounded.upTo(amount(most).text), ...tone }
    return least > 0
      ? { ...amount(least), text: say.bounded.atLeast(amount(least).text) }
      : unknownCell(language)
  }
  return {
    headings: [
      ...headingsOf(
        say,
        norm === null ? [] : [`${perHead}（${unit}）`, enough, unknown, `${within}（${unit}）`],
      ),
      { title: second, isNumber: false },
      ...[metres, minutes, two].map((title) => ({ title, isNumber: true })),
    ],
    lines: rows.map((row) => {
      const at = row * answer.classes.length + c
      const [all, people] = [answer.within[at], answer.within_people[at]]
      const id = answer.communities[row]
      const facility = answer.second[at]
      return {
        id,
        cells: [
          ...nameCells(id, input),
          ...(norm === null
            ? []
            : [
                bounded(answer.least[at], answer.most[at]),
                share(known(answer.enough_share[at])),
                share(known(answer.unknown_share[at])),
                amount(people > 0 ? known(all / people) : null),
              ]),
          facility < 0
            ? { text: words.supply.noSecond, value: null, tone: 'unknown' }
            : textCell(names.facility(answer.facility_ids[facility])),
          facility < 0 ? BLANK : number(Math.round(answer.second_m[at])),
          facility < 0
            ? BLANK
            : number(Math.round(answer.second_s[at] / 6) / 10, (answer.second_s[at] / 60).toFixed(1)),
          share(known(answer.two_share[at])),
        ],
      }
    }),
  }
}

const BLANK: SupplyCell = { text: '', value: null }

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function unknownCell({ words }: Language): SupplyCell {
  return { text: words.unknown, value: null, tone: 'unknown' }
}

function textCell(text: string): SupplyCell {
  return { text, value: text }
}

function teller(language: Language): Tell {
  return (value, text) =>
    value === null
      ? unknownCell(language)
      : { text: text ?? language.format.count(value), value: Math.round(value * 10) / 10 }
}

function headingsOf(say: SupplyTableWords, titles: readonly string[]): SupplySheet['headings'] {
  return [
    ...[say.community, say.subdistrict].map((title) => ({ title, isNumber: false })),
    ...titles.map((title) => ({ title, isNumber: true })),
  ]
}

function nameCells(id: string, { names, language }: SheetInput): SupplyCell[] {
  const subdistrict = names.subdistrictOf(id)
  return [textCell(names.community(id)), subdistrict === null ? unknownCell(language) : textCell(subdistrict)]
}

/** Lines by a column; unknown ones last either way, equal ones as they stand. */
export function sortLines(
  lines: readonly SupplyLine[],
  column: number,
  isDescending: boolean,
  compareText: (a: string, b: string) => number,
): readonly SupplyLine[] {
  const sign = isDescending ? -1 : 1
  return lines.toSorted((first, second) => {
    const [a, b] = [first.cells[column].value, second.cells[column].value]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b)))
  })
}
