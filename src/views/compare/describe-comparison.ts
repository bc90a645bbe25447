import type { ClassChange, CommunityChange, Comparison } from '../../model/comparison'
import type { EditOutcome, ScenarioWeight } from '../../model/scenario-outcome'
import type { VoteType } from '../../model/consent'
import type { IndicatorCount } from '../../model/indicator-tally'
import type { Indicator, RulePack } from '../../model/rule-pack'
import type { ScenarioTable, WeighedScenarios } from '../../store/compare-view'
import type { Language } from '../app-context'
import type { CostSum } from '../../model/cost'
import { addSums, sumCosts } from '../../model/cost-sum'
import { tellIndicator } from '../rules/tell-indicator'
import { tellRange } from '../tell-money'

/** One cell of the table: what is shown, what is exported, and whether it is better or worse than the base. */
export interface CompareCell {
  readonly text: string
  /** a second, smaller line; a sign in it tells gain from loss without color */
  readonly note: string | null
  readonly tone: 'gain' | 'loss' | null
  /** true: the note tells gains and losses both, so that neither color is its own */
  readonly isMixed?: boolean
  readonly value: number | string | null
}

export interface CompareRow {
  readonly key: string
  readonly label: string
  readonly hint?: string
  /** true: the sum of the rows above */
  readonly isSum?: boolean
  /** null: a heading over the rows below */
  readonly cells: readonly CompareCell[] | null
}

const DASH: CompareCell = { text: '—', note: null, tone: null, value: null }

/** A number with its sign; a plain zero. */
export function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text
}

/** Whole scenarios: people, walks, gaps, measures, money, votes, indicators. */
export function overviewRows(
  { columns, comparisons }: ScenarioTable,
  weights: WeighedScenarios,
  pack: RulePack,
  language: Language,
): CompareRow[] {
  const { words, format, locale } = language
  const say = words.compare
  const against = (tell: (comparison: Comparison) => CompareCell): CompareCell[] =>
    comparisons.map((comparison, i) => (i === 0 ? DASH : tell(comparison)))
  const outcomesOf = (column: string | null): readonly EditOutcome[] | null =>
    column === null ? [] : (weights[column]?.outcomes ?? null)
  const ofEdits = (tell: (outcomes: readonly EditOutcome[]) => CompareCell): CompareCell[] =>
    columns.map((column) => {
      const outcomes = outcomesOf(column)
      return outcomes === null ? DASH : tell(outcomes)
    })
  const costs = (of: (weight: ScenarioWeight) => CostSum): CompareCell[] =>
    columns.map((column) => {
      const weight = column === null ? undefined : weights[column]
      return weight === undefined ? DASH : costCell(of(weight), language)
    })
  const indicators = comparisons[0].indicators
  return [
    {
      key: 'gain',
      label: say.gain,
      hint: words.scenario.gainHint,
      cells: against(({ people: { gain } }) => ({
        text: format.people(gain),
        note: null,
        tone: gain > 0 ? 'gain' : null,
        value: gain,
      })),
    },
    {
      key: 'lose',
      label: say.lose,
      hint: words.scenario.loseHint,
      cells: against(({ people: { lose, both } }) => ({
        text: format.people(lose + both),
        note: null,
        tone: lose + both > 0 ? 'loss' : null,
        value: lose + both,
      })),
    },
    {
      key: 'minutes',
      label: say.minutes,
      hint: words.scenario.minutesHint,
      cells: against(({ person_minutes: minutes }) => ({
        text: signed(Math.round(minutes), format.count(Math.abs(minutes))),
        note: null,
        tone: minutes >= 0.5 ? 'gain' : minutes <= -0.5 ? 'loss' : null,
        value: minutes,
      })),
    },
    {
      key: 'gaps',
      label: say.gapsNow,
      hint: say.gapsNowHint,
      cells: comparisons.map(({ gaps }, i) => {
        const fresh = gaps.fresh.length - gaps.leftover.length
        const count = gaps.remaining.length + gaps.fresh.length
        return {
          text: format.count(count),
          note: i === 0 ? null : say.gapChange(format.count(gaps.gone.length), format.count(fresh)),
          tone: fresh > gaps.gone.length ? 'loss' : gaps.gone.length > fresh ? 'gain' : null,
          value: count,
        }
      }),
    },
    {
      key: 'edits',
      label: say.edits,
      cells: ofEdits((outcomes) => {
        const refused = outcomes.filter(({ refusal }) => refusal !== null).length
        return {
          text: format.count(outcomes.length),
          note: refused === 0 ? null : say.refused(format.count(refused)),
          tone: refused === 0 ? null : 'loss',
          value: outcomes.length,
        }
      }),
    },
    { key: 'cost', label: say.cost, hint: say.costHint, cells: null },
    { key: 'cost edits', label: say.costEdits, cells: costs(costOfEdits) },
    { key: 'cost works', label: say.costWorks, hint: say.costWorksHint, cells: costs(({ works }) => works) },
    {
      key: 'cost total',
      label: say.costTotal,
      isSum: true,
      cells: costs((weight) => addSums(costOfEdits(weight), weight.works)),
    },
    {
      key: 'votes',
      label: say.votes,
      hint: say.votesHint,
      cells: ofEdits((outcomes) => {
        const text = tellVotes(outcomes, language)
        return { text, note: null, tone: null, value: text }
      }),
    },
    ...(indicators.length === 0
      ? []
      : [{ key: 'indicators', label: say.indicators, hint: say.indicatorHint, cells: null }]),
    ...indicators.map(({ code }, n): CompareRow => {
      const indicator = pack.indicators?.find((each) => each.code === code)
      return {
        key: `indicator ${code}`,
        label: indicator === undefined ? code : locale === 'zh' ? indicator.name_zh : indicator.name_en,
        cells: comparisons.map(({ indicators: counts }) =>
          indicatorCell(indicator, counts[n].before, counts[n].after, language),
        ),
      }
    }),
  ]
}

/** What the edits that can work cost. */
export function costOfEdits({ outcomes }: ScenarioWeight): CostSum {
  return sumCosts(outcomes.filter(({ refusal }) => refusal === null).map(({ cost }) => cost))
}

/** The default, below it low to high, and how many costs nobody knows: the sum is what is known at least. */
function costCell(sum: CostSum, language: Language): CompareCell {
  const { words, format } = language
  const { middle, range } = tellRange(sum, language)
  const notes = [
    ...(range === null ? [] : [range]),
    ...(sum.unknown === 0 ? [] : [words.compare.costUnknown(format.count(sum.unknown))]),
  ]
  const isUnknown = sum.unknown > 0 && sum.high_yuan === 0
  return {
    text: isUnknown ? words.unknown : middle,
    note: notes.join(' · ') || null,
    tone: null,
    value: isUnknown ? null : sum.default_yuan,
  }
}

/** How many measures need which vote of owners, the strictest first. */
function tellVotes(outcomes: readonly EditOutcome[], { words, format }: Language): string {
  const order: readonly VoteType[] = ['three-quarters', 'unknown', 'simple', 'none']
  const parts = order.flatMap((type) => {
    const count = outcomes.filter(({ vote, refusal }) => refusal === null && vote.type === type).length
    return count === 0 ? [] : [words.compare.voteCount(words.compare.vote[type], format.count(count))]
  })
  return parts.join(words.listSeparator) || '—'
}

function indicatorCell(
  indicator: Indicator | undefined,
  before: IndicatorCount,
  after: IndicatorCount,
  language: Language,
): CompareCell {
  const { words, format } = language
  const known = after.met + after.unmet
  const difference = after.met - before.met
  const tone = difference > 0 ? 'gain' : difference < 0 ? 'loss' : null
  if (after.judged === 'area' && indicator !== undefined) {
    const { verdict, value } = tellIndicator(indicator, after, (code) => code, language)
    return { text: verdict, note: value, tone, value: verdict }
  }
  const notes = [
    ...(difference === 0 ? [] : [signed(difference, format.count(Math.abs(difference)))]),
    ...(after.share === null ? [] : [format.share(after.share)]),
    ...(after.missing === null ? [] : [words.compare.missingBays(format.count(after.missing))]),
    ...(after.unknown === 0 || known === 0 ? [] : [words.compare.unknownCount(format.count(after.unknown))]),
  ]
  return {
    text: known === 0 ? words.unknown : words.compare.ofKnown(format.count(after.met), format.count(known)),
    note: notes.join(' · ') || null,
    tone,
    value: known === 0 ? null : after.met,
  }
}

function isChanged({ gained, lost, nearer, farther }: ClassChange): boolean {
  return gained + lost + nearer + farther > 0
}

/** People served by each class, and who gains and loses against the base. */
export function classRows(
  { comparisons }: ScenarioTable,
  { onlyRequired, onlyChanged }: { readonly onlyRequired: boolean; readonly onlyChanged: boolean },
  nameOf: (code: string) => string,
  { words, format }: Language,
): CompareRow[] {
  return comparisons[0].classes.flatMap(({ code, required }, c): CompareRow[] => {
    const changes = comparisons.map(({ classes }) => classes[c])
    if ((onlyRequired && !required) || (onlyChanged && !changes.some(isChanged))) return []
    return [
      {
        key: code,
        label: nameOf(code),
        cells: changes.map(({ served_after: served, gained, lost, nearer, farther }) => {
          const notes = [
            ...(gained > 0 ? [`+${format.count(gained)}`] : []),
            ...(lost > 0 ? [`−${format.count(lost)}`] : []),
            ...(gained + lost === 0 && nearer > 0 ? [words.scenario.nearer(format.count(nearer))] : []),
            ...(gained + lost === 0 && farther > 0 ? [words.scenario.farther(format.count(farther))] : []),
          ]
          return {
            text: format.count(served),
            note: notes.join(' ') || null,
            tone: lost > gained ? 'loss' : gained > lost ? 'gain' : null,
            isMixed: gained > 0 && lost > 0,
            value: served,
          }
        }),
      },
    ]
  })
}

/** How communities are called, and which sub-district each is in; null: none is said. */
export interface Places {
  readonly community: (id: string) => string
  readonly subdistrictOf: (id: string) => string | null
}

/**
 * What each community gains and loses, by the largest change of any column; gains before losses. Above them the sum of
 * all, and, where there are several sub-districts, each with the sum of its own.
 */
export function communityRows(
  { comparisons }: ScenarioTable,
  { community: nameOf, subdistrictOf }: Places,
  language: Language,
): CompareRow[] {
  const { words, format } = language
  const changes = comparisons.map(({ communities }) => new Map(communities.map((each) => [each.id, each])))
  const weightOf = (id: string): number =>
    changes.reduce((most, of) => {
      const { person_minutes: minutes, people_gained: gained, people_lost: lost } = of.get(id) ?? {}
      const weight = (minutes ?? 0) + (gained ?? 0) - (lost ?? 0)
      return Math.abs(weight) > Math.abs(most) ? weight : most
    }, 0)
  const ids = [...new Set(changes.flatMap((of) => [...of.keys()]))]
    .map((id) => ({ id, weight: weightOf(id) }))
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  if (ids.length === 0) return []
  const rowOf = (id: string): CompareRow => ({
    key: id,
    label: nameOf(id),
    cells: changes.map((of, i) => (i === 0 ? DASH : communityCell(of.get(id), language))),
  })
  const sumOf = (key: string, name: string, members: readonly string[]): CompareRow => ({
    key,
    label: words.compare.sumOf(name, format.count(members.length)),
    isSum: true,
    cells: changes.map((of, i) =>
      i === 0
        ? DASH
        : sumCell(
            members.flatMap((id) => of.get(id) ?? []),
            language,
          ),
    ),
  })
  const total = sumOf('sum', words.compare.sumAll, ids)
  // in the order of their first community
  const groups = [...new Set(ids.map(subdistrictOf))]
  if (groups.length < 2) return [total, ...ids.map(rowOf)]
  return [
    total,
    ...groups.flatMap((group) => {
      const members = ids.filter((id) => subdistrictOf(id) === group)
      return [
        sumOf(`sum ${group ?? ''}`, group ?? words.compare.noSubdistrict, members),
        ...members.map(rowOf),
      ]
    }),
  ]
}

/** Changes added up; those of communities whose people nobody counted are left out and told. */
function sumCell(changes: readonly CommunityChange[], language: Language): CompareCell {
  const { words, format } = language
  const known = changes.filter(({ person_minutes: minutes }) => minutes !== null)
  if (changes.length === 0) return DASH
  const add = (pick: (change: CommunityChange) => number | null): number =>
    known.reduce((sum, change) => sum + (pick(change) ?? 0), 0)
  const cell = communityCell(
    known.length === 0
      ? changes[0]
      : {
          ...known[0],
          person_minutes: add((change) => change.person_minutes),
          people_gained: add((change) => change.people_gained),
          people_lost: add((change) => change.people_lost),
        },
    language,
  )
  const left = changes.length - known.length
  if (left === 0 || known.length === 0) return cell
  const note = [cell.note, words.compare.sumWithout(format.count(left))].filter((part) => part !== null)
  return { ...cell, note: note.join(' · ') }
}

function communityCell(
  change: CommunityChange | undefined,
  { words, format }: Pick<Language, 'words' | 'format'>,
): CompareCell {
  if (change === undefined) return DASH
  const { person_minutes: minutes, people_gained: gained, people_lost: lost } = change
  if (minutes === null || gained === null || lost === null)
    return { text: words.compare.peopleUnknown, note: null, tone: null, value: null }
  const notes = [
    ...(gained > 0 ? [`+${words.compare.personClasses(format.count(gained))}`] : []),
    ...(lost > 0 ? [`−${words.compare.personClasses(format.count(lost))}`] : []),
  ]
  const weight = minutes + gained - lost
  return {
    text: words.compare.minutesShort(signed(Math.round(minutes), format.count(Math.abs(minutes)))),
    note: notes.join(' ') || null,
    tone: weight > 0 ? 'gain' : weight < 0 ? 'loss' : null,
    isMixed: gained > 0 && lost > 0,
    value: minutes,
  }
}

/** Gaps by class: closed, remaining and new by their ids. */
export function gapRows(
  { comparisons }: ScenarioTable,
  nameOf: (code: string) => string,
  { words, format }: Language,
): CompareRow[] {
  return comparisons[0].classes.flatMap(({ code }): CompareRow[] => {
    const of = (ids: readonly string[]): number => ids.filter((id) => classOfGap(id) === code).length
    const counts = comparisons.map(({ gaps }) => ({
      closed: of(gaps.closed),
      remaining: of(gaps.remaining),
      fresh: of(gaps.fresh),
    }))
    if (counts.every(({ closed, remaining, fresh }) => closed + remaining + fresh === 0)) return []
    return [
      {
        key: code,
        label: nameOf(code),
        cells: counts.map(({ closed, remaining, fresh }, i) => ({
          text: format.count(remaining + fresh),
          note:
            i === 0 || closed + fresh === 0
              ? null
              : words.compare.gapStates(format.count(closed), format.count(remaining), format.count(fresh)),
          tone: closed > fresh ? 'gain' : fresh > closed ? 'loss' : null,
          value: remaining + fresh,
        })),
      },
    ]
  })
}

/** `pack:class:communities` */
function classOfGap(id: string): string {
  return id.split(':')[1] ?? ''
}
