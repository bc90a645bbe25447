import { BALLOTS } from '../../../model/consent'
import type { EditCost } from '../../../model/cost'
import { affectedBy, type PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import type { Scenario } from '../../../model/scenario'
import { WORKS_PACK } from '../../../model/works-pack'
import type { Language } from '../../app-context'
import { itemOfCost, statusOfCost } from '../../scenario/tell-cost'
import type { TableRow } from '../../table/matrix-csv'
import type { WorkSheet } from '../../table/matrix-sheets'
import type { Names } from '../../use-names'
import { stateOf } from '../consent/tell-ballot'
import { tellWorkCost } from '../works/tell-work'
import { describeEdit } from './describe-edit'

interface SheetsInput {
  readonly scenario: Scenario
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
  readonly names: Names
  readonly language: Language
  /** what the numbers rest on, a name and a value each */
  readonly basis: readonly (readonly [name: string, value: string])[]
}

/** A package as sheets: its cost, its funding, who carries what, its votes, its works, and what all of it rests on. */
export function packageSheets(input: SheetsInput): WorkSheet[] {
  const { sheet } = input.language.words.money
  const { words } = input.language
  return [
    { name: sheet.cost, rows: costRows(input) },
    { name: sheet.funding, rows: fundingRows(input) },
    { name: sheet.sharing, rows: sharingRows(input) },
    { name: sheet.consent, rows: consentRows(input) },
    { name: sheet.works, rows: worksRows(input) },
    {
      name: sheet.basis,
      rows: [
        [words.tables.sheet.csvField, words.tables.sheet.csvValue],
        ...input.basis.map((line) => [...line]),
      ],
    },
  ]
}

/** The same in one table: sheets one below the other, each under its name. */
export function packageRows(sheets: readonly WorkSheet[]): TableRow[] {
  return sheets.flatMap(({ name, rows }, i) => [...(i === 0 ? [] : [[]]), [name], ...rows])
}

const yuanOf = (cost: EditCost | null): TableRow =>
  cost === null ? [null, null, null] : [cost.low_yuan, cost.default_yuan, cost.high_yuan]

/** Name of the price, and how far it can be trusted. `isOwn`: a price without an item is the user's figure. */
function priceOf(cost: EditCost | null, isOwn: boolean, language: Language): TableRow {
  const { words } = language
  if (cost === null) return [words.money.unknown, null]
  if (cost.item === null && !isOwn) return [words.money.free, null]
  const [named, status] = [itemOfCost(cost, language), statusOfCost(cost, [])]
  if (named === null) return [words.money.own, null]
  return [named, status === 'V' ? 'V' : `${status ?? ''} ${words.money.unverified}`]
}

function costRows({ scenario, answer, names, language }: SheetsInput): TableRow[] {
  const { words, locale } = language
  const { column } = words.money
  const standing = (isCarried: boolean | null): string =>
    words.consent.edit[isCarried === null ? 'open' : isCarried ? 'carried' : 'failed']
  const sum = (
    name: string,
    { low_yuan, default_yuan, high_yuan, unknown }: PackageAnswer['cost']['total'],
  ): TableRow => [
    name,
    null,
    unknown === 0 ? null : words.money.totalUnknown(String(unknown)),
    low_yuan,
    default_yuan,
    high_yuan,
  ]
  return [
    [
      column.part,
      column.no,
      column.what,
      column.low,
      column.middle,
      column.high,
      column.item,
      column.status,
      column.vote,
      column.voters,
      column.standing,
    ],
    ...answer.edits.map((charge, i): TableRow => {
      const { cost, vote, isPossible, isCarried } = charge
      const what = describeEdit(scenario.edits[i], charge, names, language)
      if (!isPossible) return [words.money.edits, i + 1, what, null, null, null, words.money.impossible]
      return [
        words.money.edits,
        i + 1,
        what,
        ...yuanOf(cost),
        ...priceOf(cost, scenario.edits[i].cost_yuan !== undefined, language),
        words.consent.vote[vote.type],
        vote.communities.map((id) => names.community(id)).join(words.consent.and),
        standing(isCarried),
      ]
    }),
    ...answer.communities.flatMap(({ id, works }) =>
      works.flatMap((state): TableRow[] => {
        if (state.cost === null) return []
        const item = WORKS_PACK.items.find(({ code }) => code === state.item)
        const what = `${names.community(id)} ${locale === 'zh' ? item?.name_zh : item?.name_en}`
        if (state.cost.kind !== 'priced')
          return [[words.money.works, null, what, null, null, null, tellWorkCost(state.cost, language)]]
        const { cost } = state.cost
        return [[words.money.works, null, what, ...yuanOf(cost), ...priceOf(cost, true, language)]]
      }),
    ),
    sum(words.money.total, answer.cost.total),
  ]
}

function fundingRows({ answer, language }: SheetsInput): TableRow[] {
  const { words } = language
  const { column } = words.money
  const { total_yuan, parts, remainder_yuan } = answer.funding
  const share = (yuan: number): number | null =>
    total_yuan > 0 ? Math.round((1e4 * yuan) / total_yuan) / 1e4 : null
  return [
    [column.source, column.yuan, column.share],
    ...parts.map(({ source, yuan }): TableRow => [words.money.source[source], yuan, share(yuan)]),
    [words.money.remainder, remainder_yuan, share(remainder_yuan)],
    [words.money.total, total_yuan, share(total_yuan)],
  ]
}

function sharingRows({ answer, names, language }: SheetsInput): TableRow[] {
  const { words } = language
  const { basis, shares } = answer.sharing
  return [
    [words.money.community, words.money.basis[basis], words.money.column.yuan, words.money.perHousehold],
    ...shares.map(({ community, weight, yuan, yuan_per_household }): TableRow => [
      names.community(community),
      weight,
      yuan,
      yuan_per_household,
    ]),
  ]
}

function consentRows({ scenario, answer, decided, names, language }: SheetsInput): TableRow[] {
  const { words } = language
  const { consent } = words
  const pairs = (what: string): string[] => [`${what} ${consent.heads}`, `${what} ${consent.area}`]
  return [
    [
      words.money.community,
      words.works.column.item,
      consent.majority,
      ...pairs(consent.owners),
      ...pairs(consent.voting),
      ...pairs(consent.yes),
      words.money.column.standing,
    ],
    ...answer.communities.flatMap(({ id, owners, ballots }) =>
      BALLOTS.flatMap((name): TableRow[] => {
        const judged = ballots[name]
        if (judged.type === 'none') return []
        const entry = decided.ballots.find(({ community }) => community === id)?.[name]
        return [
          [
            names.community(id),
            consent.ballot[name],
            consent.vote[judged.type],
            owners.heads.value,
            owners.area_m2.value,
            entry?.voting_heads ?? null,
            entry?.voting_area_m2 ?? null,
            entry?.yes_heads ?? null,
            entry?.yes_area_m2 ?? null,
            consent.state[stateOf(judged)],
          ],
        ]
      }),
    ),
    // by art. 279 heads agree, all of them, and nobody's area counts
    ...answer.edits.flatMap((charge, i): TableRow[] => {
      const edit = scenario.edits[i]
      if (charge.affected === null || edit.kind !== 'convert-space') return []
      const { owners, state } = charge.affected
      const agreed = affectedBy(decided, edit)?.agreed
      return [
        [
          describeEdit(edit, charge, names, language),
          consent.affected.owners,
          consent.vote['all-affected'],
          owners.value,
          null,
          null,
          null,
          agreed ?? null,
          null,
          consent.state[state],
        ],
      ]
    }),
  ]
}

function worksRows({ answer, decided, names, language }: SheetsInput): TableRow[] {
  const { words, locale } = language
  const { column } = words.works
  const named = (each: { readonly name_zh: string; readonly name_en: string } | undefined): string =>
    (locale === 'zh' ? each?.name_zh : each?.name_en) ?? ''
  return [
    [column.community, column.group, column.item, column.need, '', column.choice, column.amount, column.cost],
    ...answer.communities.flatMap(({ id, works }) =>
      works.map(({ item: code, need, choice, cost }): TableRow => {
        const item = WORKS_PACK.items.find((each) => each.code === code)
        const amount = decided.works
          .find(({ community }) => community === id)
          ?.choices.find((each) => each.item === code)?.amount
        const facts = { ...need.facts }
        if (typeof facts['class'] === 'string') facts['class'] = names.classOf(facts['class'])
        return [
          names.community(id),
          named(WORKS_PACK.groups.find(({ code: group }) => group === item?.group)),
          named(item),
          words.works.need[need.verdict],
          words.works.why[need.code](facts),
          words.works.choice[choice ?? 'none'],
          amount ?? null,
          cost === null ? null : tellWorkCost(cost, language),
        ]
      }),
    ),
  ]
}
