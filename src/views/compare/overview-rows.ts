import type { CostSum } from '../../model/cost'
import { countVotes, sumWeight } from '../../model/sum-weight'
import type { Comparison } from '../../model/comparison'
import type { EditOutcome, ScenarioWeight } from '../../model/scenario-outcome'
import type { IndicatorCount } from '../../model/indicator-tally'
import { AGE_GROUPS, type Indicator, type RulePack } from '../../model/rule-pack'
import type { ScenarioTable, WeighedScenarios } from '../../store/compare-view'
import type { Language } from '../app-context'
import { tellIndicator } from '../rules/tell-indicator'
import { tellRange } from '../tell-money'
import { tellPeopleIn, tellSumIn } from '../tell-uncounted'
import { agedCell, countUncounted } from './class-rows'
import { type CompareCell, type CompareRow, DASH, signed } from './compare-row'
import { gapCell } from './gap-rows'

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
      cells: against(({ people: { gain }, uncounted }) => ({
        ...tellPeopleIn(gain, uncounted.gain, language),
        tone: gain + uncounted.gain > 0 ? 'gain' : null,
        value: gain === 0 && uncounted.gain > 0 ? null : gain,
      })),
    },
    {
      key: 'lose',
      label: say.lose,
      hint: words.scenario.loseHint,
      cells: against(({ people: { lose, both }, uncounted }) => ({
        ...tellPeopleIn(lose + both, uncounted.lose, language),
        tone: lose + both + uncounted.lose > 0 ? 'loss' : null,
        value: lose + both === 0 && uncounted.lose > 0 ? null : lose + both,
      })),
    },
    {
      key: 'beside',
      label: say.beside,
      hint: say.besideHint,
      cells: against((comparison) => {
        const beside = comparison.classes.filter(({ required }) => !required)
        const gained = beside.reduce((sum, change) => sum + change.gained, 0)
        const lost = beside.reduce((sum, change) => sum + change.lost, 0)
        const uncounted = countUncounted(comparison, ({ required }) => !required)
        const text = `${signed(gained, format.count(gained))} / ${signed(-lost, format.count(lost))}`
        const isZero = gained + lost === 0
        return {
          ...tellSumIn(text, isZero, uncounted, language),
          tone: lost > 0 ? 'loss' : gained > 0 ? 'gain' : null,
          value: isZero && uncounted > 0 ? null : gained - lost,
        }
      }),
    },
    {
      key: 'minutes',
      label: say.minutes,
      hint: words.scenario.minutesHint,
      cells: against(({ person_minutes: minutes, uncounted }) => ({
        ...tellSumIn(
          signed(Math.round(minutes), format.count(Math.abs(minutes))),
          minutes === 0,
          uncounted.minutes,
          language,
        ),
        tone: minutes >= 0.5 ? 'gain' : minutes <= -0.5 ? 'loss' : null,
        value: minutes === 0 && uncounted.minutes > 0 ? null : minutes,
      })),
    },
    {
      key: 'gaps',
      label: say.gapsNow,
      hint: say.gapsNowHint,
      cells: comparisons.map(({ gaps }, i) => gapCell(gaps, i === 0, language)),
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
    ...ageRows(comparisons, language),
    { key: 'cost', label: say.cost, hint: say.costHint, cells: null },
    { key: 'cost edits', label: say.costEdits, cells: costs((weight) => sumWeight(weight).edits) },
    { key: 'cost works', label: say.costWorks, hint: say.costWorksHint, cells: costs(({ works }) => works) },
    {
      key: 'cost total',
      label: say.costTotal,
      isSum: true,
      cells: costs((weight) => sumWeight(weight).total),
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

/** Who gains and who loses by age: the groups of whom anybody does, or may. */
function ageRows(comparisons: readonly Comparison[], language: Language): CompareRow[] {
  const { words } = language
  const rows = AGE_GROUPS.flatMap((group, n): CompareRow[] => {
    const sums = comparisons.map(({ ages }) => ages[n])
    if (sums.every(({ gain, lose, both, uncounted }) => gain + lose + both + uncounted === 0)) return []
    return [
      {
        key: `age ${group}`,
        label: words.supply.group[group],
        isPart: true,
        cells: sums.map(({ gain, lose, both, uncounted }, i) =>
          i === 0 ? DASH : agedCell({ gained: gain, lost: lose + both, uncounted }, language, (text) => text),
        ),
      },
    ]
  })
  return rows.length === 0
    ? []
    : [{ key: 'ages', label: words.compare.byAge, hint: words.compare.byAgeHint, cells: null }, ...rows]
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
  const parts = countVotes(outcomes).map(({ type, count }) =>
    words.compare.voteCount(words.compare.vote[type], format.count(count)),
  )
  return parts.join(words.listSeparator) || '—'
}

/** Reasons, which alone tell names, are not shown here. */
const IDS = { classOf: (code: string) => code, community: (id: string) => id }

/** That the planner entered it, and on whose word; null: it is computed, or nothing was entered. */
function tellSources({ entered }: IndicatorCount, { words }: Language): string | null {
  if (entered.length === 0) return null
  const { mark, source } = words.indicators.entry
  const sources = [...new Set(entered.map((entry) => `${entry.source} ${entry.date}`))]
  return `${mark} · ${source(sources.join(words.listSeparator))}`
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
  const entered = tellSources(after, language)
  if (after.judged === 'area' && indicator !== undefined) {
    const { verdict, value } = tellIndicator(indicator, after, IDS, language)
    return { text: verdict, note: entered ?? value, tone, value: verdict }
  }
  const notes = [
    ...(entered === null ? [] : [entered]),
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
