import { type Assessment, ELIGIBILITY_VERDICTS, type Verdict } from '../../model/assessment'
import { takesEntry } from '../../model/indicator-entry'
import type { ModeFacts } from '../../model/mode'
import type { Indicator, RulePack, RuleStatus } from '../../model/rule-pack'
import { scoreTiers, type TierScore, TIERS } from '../../model/tier-score'
import type { ProjectState } from '../../store/state'
import type { Summaries } from '../../store/run-summaries'
import type { Language } from '../app-context'
import { readCell } from '../assessment-cell'
import { ageBandsOf } from '../inspector/age-bands'
import { PROGRAM_VERSION } from '../program-version'
import { basisParts, tellDataDates } from '../result-basis'
import { nameOfPack, tellRange } from '../rules/tell-figure'
import { tellEntry, tellUnit } from '../rules/tell-indicator'
import { decidingOutlooks, tellFact } from '../scope/EligibilityFacts'
import { tellPrompt } from '../scope/ModeBlock'
import { findOutOfScope, tellOutOfScope } from '../scope/out-of-scope'
import { orderClasses } from '../table/matrix-columns'
import type { Names } from '../use-names'
import { tellFiles } from '../tell-files'

/** A name and what is known under it; null: unknown. */
export interface SheetFact {
  readonly name: string
  readonly value: string | null
}

export interface SheetClass {
  readonly code: string
  readonly family: string
  readonly name: string
  readonly tiers: string
  readonly isRequired: boolean
  readonly verdict: Verdict
  /** why it is not served or not known; '' where it is served */
  readonly reason: string
  readonly walk: string
  readonly limit: string
  readonly facility: string
  readonly status: RuleStatus
  readonly share: string
}

/** One community as the sheet says it: every text in the language shown, nothing left to compute. */
export interface Sheet {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly isFictional: boolean
  readonly project: string
  readonly facts: readonly SheetFact[]
  readonly people: readonly SheetFact[]
  readonly eligibility: {
    readonly verdict: (typeof ELIGIBILITY_VERDICTS)[number]
    readonly lines: readonly string[]
  }
  readonly mode: { readonly name: string | null; readonly lines: readonly string[] }
  readonly tiers: readonly TierScore[]
  readonly classes: readonly SheetClass[]
  /** what the planner entered of indicators, of this community and of the whole area, each with its source */
  readonly entered: readonly SheetFact[]
  readonly gates: string
  readonly spaces: string
  readonly neighbours: string
  readonly sources: string
  readonly basis: string
}

interface SheetInput {
  readonly assessment: Assessment
  /** index into the assessment's communities */
  readonly row: number
  readonly pack: RulePack
  readonly names: Names
  readonly language: Language
  readonly summary: ProjectState['summary']
  readonly modeFacts: ReadonlyMap<string, ModeFacts> | null
  readonly neighbours: Summaries['neighbours']
}

/** Gathers everything a sheet says of one community. */
export function describeSheet(input: SheetInput): Sheet {
  const { assessment, row, pack, names, language, summary } = input
  const { words } = language
  const { sheet: say } = words.tables
  const community = assessment.communities[row]
  const { id } = community
  const record = names.records.communities.get(id)
  const place = [record?.subdistrict, record?.committee].filter((part) => part !== undefined)
  const dates = tellDataDates(summary)
  return {
    id,
    name: names.community(id),
    place: place.join(' · '),
    isFictional: summary?.fictional ?? false,
    project: summary?.name ?? '',
    facts: describeFacts(input),
    people: describePeople(input),
    eligibility: { verdict: community.eligibility.verdict, lines: describeScope(input) },
    mode: describeMode(input),
    tiers: scoreTiers(assessment, pack, [row]),
    classes: describeClasses(input),
    entered: describeEntered(input),
    gates: describeGates(input),
    spaces: describeSpaces(input),
    neighbours: describeNeighbours(input),
    sources: describeSource(input),
    basis: [
      ...basisParts(assessment.basis, pack, summary?.scenarios, language),
      `${say.dataDate} ${dates ?? words.data.noDate}`,
      say.program(PROGRAM_VERSION),
    ].join(' · '),
  }
}

function recordOf({ assessment, row, names }: SheetInput) {
  return names.records.communities.get(assessment.communities[row].id)
}

/** A year as it is; no thousands in it. */
function tellYear(value: number | undefined): string | null {
  return value === undefined ? null : String(value)
}

function describeFacts(input: SheetInput): SheetFact[] {
  const { language, modeFacts, assessment, row } = input
  const { words, format } = language
  const record = recordOf(input)
  const facts = modeFacts?.get(assessment.communities[row].id)
  const yesNo = (value: boolean | undefined) => (value === undefined ? null : value ? words.yes : words.no)
  const counted = (value: number | undefined) => (value === undefined ? null : format.count(value))
  return [
    { name: words.field.built_year, value: tellYear(record?.built_year) },
    { name: words.field.last_renovated_year, value: tellYear(record?.last_renovated_year) },
    { name: words.field.area_m2, value: facts === undefined ? null : format.area(facts.area_m2) },
    {
      name: words.field.floor_area_m2,
      value: record?.floor_area_m2 === undefined ? null : format.floor(record.floor_area_m2),
    },
    { name: words.field.households, value: counted(record?.households) },
    { name: words.field.parking_bays, value: counted(record?.parking_bays) },
    { name: words.field.gated, value: yesNo(record?.gated) },
    {
      name: words.field.management,
      value: record?.management === undefined ? null : words.management[record.management],
    },
  ]
}

function describePeople(input: SheetInput): SheetFact[] {
  const { language, assessment, row } = input
  const { words, format } = language
  const { people } = assessment.communities[row]
  const record = recordOf(input)
  return [
    { name: words.field.residents, value: people === null ? null : format.people(people) },
    ...(record === undefined ? [] : ageBandsOf(record)).map(({ field, people: count, share }) => ({
      name: words.field[field],
      value: `${format.count(count)}${share === null ? '' : ` · ${format.share(share)}`}`,
    })),
  ]
}

function describeScope({ assessment, row, language }: SheetInput): string[] {
  const { words } = language
  const { tables } = words
  const { scope } = assessment.basis
  const { eligibility } = assessment.communities[row]
  const facts = eligibility.facts.map((fact) => `${words.field[fact.field]} ${tellFact(fact, language)}`)
  return [
    ...eligibility.clauses.map((clause) => tables.clause[clause](scope)),
    `${tables.facts} ${facts.join(words.listSeparator)}`,
    ...(eligibility.missing.length === 0
      ? []
      : [
          `${tables.wouldDecide} ${eligibility.missing.map((field) => words.field[field]).join(words.listSeparator)}`,
        ]),
    ...decidingOutlooks(eligibility).map(({ field, answer, verdict }) =>
      tables.outlook(words.field[field], tables.answer[answer](scope), words.eligibility[verdict]),
    ),
  ]
}

function describeMode(input: SheetInput): Sheet['mode'] {
  const { assessment, row, language, modeFacts, summary } = input
  const { words } = language
  const { id } = assessment.communities[row]
  const mode = recordOf(input)?.mode
  const facts = modeFacts?.get(id)
  const notes = (summary?.corrections ?? []).flatMap((each) =>
    each.kind === 'set-mode' && each.communities.includes(id) ? [each.note] : [],
  )
  const note = notes.at(-1) ?? ''
  return {
    name: mode === undefined ? null : words.mode[mode],
    lines: [
      ...(note === '' ? [] : [note]),
      ...(mode === undefined
        ? []
        : findOutOfScope(assessment, [id]).map((each) =>
            words.tables.mode.outOfScopeNote(tellOutOfScope(each, assessment, language)),
          )),
      ...(facts?.prompts ?? []).map(
        (prompt) =>
          `${tellPrompt(prompt, language)}（${words.tables.mode.speaksFor(words.mode[prompt.speaksFor])}，J）`,
      ),
    ],
  }
}

function describeClasses({ assessment, row, pack, names, language }: SheetInput): SheetClass[] {
  const { words, format } = language
  const { charts } = words.tables
  return orderClasses(assessment, pack).flatMap(({ code, column, family }): SheetClass[] => {
    const rule = assessment.classes[column]
    // as needed and nowhere on record: nothing to say of it
    if (!rule.required && rule.facilities === 0) return []
    const cell = readCell(assessment, row, column)
    const tiers = names.rules.get(code)?.tiers ?? []
    return [
      {
        code,
        family: words.family[family],
        name: names.classOf(code),
        tiers: TIERS.filter((tier) => tiers.includes(tier))
          .map((tier) => charts.tier[tier])
          .join('/'),
        isRequired: rule.required,
        verdict: cell.verdict,
        reason: cell.verdict === 'served' ? '' : words.reason[cell.reason],
        walk:
          cell.nearest_m === null
            ? cell.verdict === 'unserved'
              ? words.table.nothing
              : words.unknown
            : `${format.metres(cell.nearest_m)} · ${format.minutes(cell.nearest_s)}`,
        limit: format.limit(rule.limit, rule.limit_unit),
        facility: cell.facility === null ? '' : names.facility(cell.facility),
        status: rule.status,
        share: cell.served_share === null ? '' : format.share(cell.served_share),
      },
    ]
  })
}

/** Entries that the packs in use ask for; others would be judged by nothing. */
function describeEntered({ assessment, row, pack, names, language, summary }: SheetInput): SheetFact[] {
  const { id } = assessment.communities[row]
  return (summary?.entered ?? []).flatMap((entry): SheetFact[] => {
    const indicator = pack.indicators?.find(({ code }) => code === entry.code)
    if (indicator === undefined || !takesEntry(indicator)) return []
    if (entry.community !== null && entry.community !== id) return []
    return [
      {
        name: tellAsked(indicator, language),
        value: tellEntry(entry, indicator, names.community, language),
      },
    ]
  })
}

/** An indicator with the amount it is judged by, and how sure that is. */
function tellAsked(indicator: Indicator, language: Language): string {
  const { amount, unit, source } = indicator
  const asked = amount === null ? [] : [tellRange(amount, language), tellUnit(unit, language)]
  return [nameOfPack(indicator, language), ...asked, source.status].join(' ')
}

function describeGates({ assessment, row, names, language }: SheetInput): string {
  const { words } = language
  const { id, gatesUnknown } = assessment.communities[row]
  const gates = (names.records.gatesOf.get(id) ?? []).map((gate) => {
    const { access, open_from, open_to } = gate
    const whom = access === undefined ? words.unknown : words.gateAccess[access]
    const hours =
      open_from === undefined || open_to === undefined ? '' : ` ${words.plan.hours(open_from, open_to)}`
    return `${names.gateHere(gate)} ${whom}${hours}`
  })
  if (gates.length > 0) return gates.join(words.listSeparator)
  return gatesUnknown ? words.inspector.gatesUnknown : words.tables.sheet.noGates
}

function describeSpaces({ assessment, row, names, language }: SheetInput): string {
  const { words, format } = language
  const spaces = names.records.spacesOf.get(assessment.communities[row].id) ?? []
  if (spaces.length === 0) return words.tables.sheet.noSpaces
  return spaces
    .map(
      ({ id, kind, area_m2 }) =>
        `${names.space(id)}${kind === undefined ? '' : ` ${words.spaceKind[kind]}`} ${format.area(area_m2)}`,
    )
    .join(words.listSeparator)
}

function describeNeighbours({ assessment, row, names, language, neighbours }: SheetInput): string {
  const { words } = language
  if (neighbours === null || neighbours.of !== assessment.communities[row].id) return words.tables.pending
  if (neighbours.ids.length === 0) return words.tables.sheet.noNeighbours
  return neighbours.ids.map((id) => names.community(id)).join(words.listSeparator)
}

function describeSource(input: SheetInput): string {
  const { language, summary } = input
  const { words } = language
  const record = recordOf(input)
  const provenance = summary?.provenance.communities
  const files = provenance === undefined ? undefined : tellFiles(provenance.files, words)
  const source = record?.source ?? files ?? words.data.noSource
  return `${source} · ${record?.survey_date ?? provenance?.data_date ?? words.data.noDate}`
}
