import type { GapChange } from '../../model/comparison'
import { countGaps } from '../../model/count-gaps'
import type { ScenarioTable } from '../../store/compare-view'
import type { Language } from '../app-context'
import { type CompareCell, type CompareRow, DASH } from './compare-row'

interface GapRowsOptions {
  /** without classes and gaps of which nothing changes in any column */
  readonly onlyChanged: boolean
  /** also every gap by its id, below its class */
  readonly isByGap: boolean
}

/** Gaps by class: how many there are, and what became of those of the base, in numbers that add up. */
export function gapRows(
  { comparisons }: ScenarioTable,
  { onlyChanged, isByGap }: GapRowsOptions,
  names: { readonly classOf: (code: string) => string; readonly community: (id: string) => string },
  language: Language,
): CompareRow[] {
  const states = isByGap ? comparisons.map(({ gaps }) => stateOfGaps(gaps, language)) : []
  const stays = new Set(
    comparisons[0].gaps.remaining.filter((id) =>
      comparisons.every(({ gaps }) => gaps.remaining.includes(id)),
    ),
  )
  const ids = [...new Set(states.flatMap((of) => [...of.keys()]))].sort()
  return comparisons[0].classes.flatMap(({ code }): CompareRow[] => {
    const isOf = (id: string): boolean => classOfGap(id) === code
    const counts = comparisons.map(({ gaps }) => countGaps(gaps, isOf))
    if (counts.every(({ before, after }) => before + after === 0)) return []
    const isSame = comparisons.every(({ gaps }) => !hasChanged(gaps, isOf))
    if (onlyChanged && isSame) return []
    return [
      {
        key: code,
        label: names.classOf(code),
        cells: comparisons.map(({ gaps }, i) => gapCell(gaps, isOf, i === 0, language)),
      },
      ...ids
        .filter((id) => classOfGap(id) === code && !(onlyChanged && stays.has(id)))
        .map((id) => ({
          key: id,
          label: placesOfGap(id).map(names.community).join(language.words.listSeparator),
          isPart: true,
          cells: states.map((of) => of.get(id) ?? DASH),
        })),
    ]
  })
}

/** How many gaps there are, and below it how that comes from those of the base. */
export function gapCell(
  gaps: GapChange,
  isOf: (id: string) => boolean,
  isBase: boolean,
  { words, format }: Language,
): CompareCell {
  const count = countGaps(gaps, isOf)
  const say = words.compare
  const within = [
    ...(count.shrunk > 0 ? [say.gapShrunk(format.count(count.shrunk))] : []),
    ...(count.grown > 0 ? [say.gapGrown(format.count(count.grown))] : []),
  ]
  const parts = [
    say.gapClosedCount(format.count(count.closed)),
    say.gapLeft(format.count(count.left), within.join(words.listSeparator)),
    say.gapFreshCount(format.count(count.fresh)),
    ...(count.split > 0 ? [say.gapSplit(format.count(count.split))] : []),
    ...(count.merged > 0 ? [say.gapMerged(format.count(count.merged))] : []),
  ]
  const better = count.closed + count.shrunk - count.fresh - count.grown
  return {
    text: format.count(count.after),
    note: isBase || !hasChanged(gaps, isOf) ? null : parts.join(' · '),
    tone: isBase || better === 0 ? null : better > 0 ? 'gain' : 'loss',
    value: count.after,
  }
}

function hasChanged({ closed, fresh, turned }: GapChange, isOf: (id: string) => boolean): boolean {
  return closed.some(isOf) || fresh.some(isOf) || turned.some(({ before }) => isOf(before[0]))
}

/** What became of each gap, by its id. */
export function stateOfGaps(
  { closed, remaining, fresh, turned }: GapChange,
  { words }: Pick<Language, 'words'>,
): ReadonlyMap<string, CompareCell> {
  const say = words.compare
  return new Map<string, CompareCell>([
    ...closed.map((id) => [id, stateCell(say.gapClosed, 'gain')] as const),
    ...remaining.map((id) => [id, stateCell(say.gapRemaining)] as const),
    ...fresh.map((id) => [id, stateCell(say.gapFresh, 'loss')] as const),
    ...turned.flatMap(({ turn, before, after }) => [
      ...before.map((id) => [id, stateCell(say.gapTurnedFrom[turn])] as const),
      ...after.map((id) => [id, stateCell(say.gapTurnedTo[turn])] as const),
    ]),
  ])
}

function stateCell(text: string, tone: CompareCell['tone'] = null): CompareCell {
  return { text, note: null, tone, value: text }
}

/** `pack:class:communities` */
function classOfGap(id: string): string {
  return id.split(':')[1] ?? ''
}

function placesOfGap(id: string): string[] {
  return id.split(':').slice(2).join(':').split('+')
}
