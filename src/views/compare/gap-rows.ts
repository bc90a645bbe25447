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
  const changes = comparisons.map(({ gaps }) => groupByClass(gaps))
  return comparisons[0].classes.flatMap(({ code }): CompareRow[] => {
    const ofClass = changes.map((of) => of.get(code) ?? NO_GAPS)
    const counts = ofClass.map(countGaps)
    if (counts.every(({ before, after }) => before + after === 0)) return []
    if (onlyChanged && !ofClass.some(hasChanged)) return []
    return [
      {
        key: code,
        label: names.classOf(code),
        cells: ofClass.map((gaps, i) => gapCell(gaps, i === 0, language)),
      },
      ...(isByGap ? rowsByGap(ofClass, onlyChanged, names.community, language) : []),
    ]
  })
}

/** Gaps of one class by their ids, without those that stay in every column where only changes are asked for. */
function rowsByGap(
  ofClass: readonly GapChange[],
  onlyChanged: boolean,
  nameOf: (id: string) => string,
  language: Language,
): CompareRow[] {
  const states = ofClass.map((gaps) => stateOfGaps(gaps, language))
  const remaining = onlyChanged ? ofClass.map((gaps) => new Set(gaps.remaining)) : []
  const stays = (id: string): boolean => onlyChanged && remaining.every((of) => of.has(id))
  return [...new Set(states.flatMap((of) => [...of.keys()]))]
    .filter((id) => !stays(id))
    .sort()
    .map((id) => ({
      key: id,
      label: placesOfGap(id).map(nameOf).join(language.words.listSeparator),
      isPart: true,
      cells: states.map((of) => of.get(id) ?? DASH),
    }))
}

const NO_GAPS: GapChange = {
  closed: [],
  unclear: [],
  remaining: [],
  fresh: [],
  revealed: [],
  turned: [],
  unknown: [],
}

/** What became of gaps, class by class: a district has thousands, and each is looked at once. */
function groupByClass({
  closed,
  unclear,
  remaining,
  fresh,
  revealed,
  turned,
  unknown,
}: GapChange): ReadonlyMap<string, GapChange> {
  const groups = new Map<string, { [L in keyof GapChange]: GapChange[L][number][] }>()
  const groupOf = (id: string) => {
    const code = classOfGap(id)
    let group = groups.get(code)
    if (group === undefined) {
      const [closed, unclear, remaining, fresh, revealed]: string[][] = [[], [], [], [], []]
      group = { closed, unclear, remaining, fresh, revealed, turned: [], unknown: [] }
      groups.set(code, group)
    }
    return group
  }
  for (const id of closed) groupOf(id).closed.push(id)
  for (const id of unclear) groupOf(id).unclear.push(id)
  for (const id of remaining) groupOf(id).remaining.push(id)
  for (const id of fresh) groupOf(id).fresh.push(id)
  for (const id of revealed) groupOf(id).revealed.push(id)
  for (const each of unknown) groupOf(each.id).unknown.push(each)
  // gaps of one class turn into gaps of that class alone
  for (const turn of turned) groupOf(turn.before[0]).turned.push(turn)
  return groups
}

/** How many gaps there are, and below it how that comes from those of the base. */
export function gapCell(gaps: GapChange, isBase: boolean, { words, format }: Language): CompareCell {
  const count = countGaps(gaps)
  const say = words.compare
  const within = [
    ...(count.shrunk > 0 ? [say.gapShrunk(format.count(count.shrunk))] : []),
    ...(count.less_known > 0 ? [say.gapLessKnown(format.count(count.less_known))] : []),
    ...(count.grown > 0 ? [say.gapGrown(format.count(count.grown))] : []),
    ...(count.more_known > 0 ? [say.gapMoreKnown(format.count(count.more_known))] : []),
  ]
  const parts = [
    say.gapClosedCount(format.count(count.closed)),
    ...(count.unclear > 0 ? [say.gapUnclearCount(format.count(count.unclear))] : []),
    say.gapLeft(format.count(count.left), within.join(words.listSeparator)),
    say.gapFreshCount(format.count(count.fresh)),
    ...(count.revealed > 0 ? [say.gapRevealedCount(format.count(count.revealed))] : []),
    ...(count.split > 0 ? [say.gapSplit(format.count(count.split))] : []),
    ...(count.merged > 0 ? [say.gapMerged(format.count(count.merged))] : []),
  ]
  const better = count.closed + count.shrunk - count.fresh - count.grown
  return {
    text: format.count(count.after),
    note: isBase || !hasChanged(gaps) ? null : parts.join(' · '),
    tone: isBase || better === 0 ? null : better > 0 ? 'gain' : 'loss',
    value: count.after,
  }
}

function hasChanged({ closed, unclear, fresh, revealed, turned, unknown }: GapChange): boolean {
  return [closed, unclear, fresh, revealed, turned, unknown].some((of) => of.length > 0)
}

/** What became of each gap, by its id, and below it how many of its people are not known any more, or known now. */
export function stateOfGaps(
  { closed, unclear, remaining, fresh, revealed, turned, unknown }: GapChange,
  { words, format }: Pick<Language, 'words' | 'format'>,
): ReadonlyMap<string, CompareCell> {
  const say = words.compare
  const people = (count: number | null): string | null => (count === null ? null : format.count(count))
  const notes = new Map(
    unknown.map(({ id, became_unknown, became_known }) => [
      id,
      [
        ...(became_unknown === 0 ? [] : [say.becameUnknown(people(became_unknown))]),
        ...(became_known === 0 ? [] : [say.becameKnown(people(became_known))]),
      ].join(' · '),
    ]),
  )
  const states = new Map<string, CompareCell>()
  const tell = (ids: readonly string[], text: string, tone: CompareCell['tone'] = null): void => {
    for (const id of ids)
      states.set(id, { text, note: notes.get(id) ?? null, tone, isMixed: true, value: text })
  }
  tell(closed, say.gapClosed, 'gain')
  tell(unclear, say.gapUnclear)
  tell(remaining, say.gapRemaining)
  tell(fresh, say.gapFresh, 'loss')
  tell(revealed, say.gapRevealed)
  for (const { turn, before, after } of turned) {
    tell(before, say.gapTurnedFrom[turn])
    tell(after, say.gapTurnedTo[turn])
  }
  return states
}

/** `pack:class:communities` */
function classOfGap(id: string): string {
  const start = id.indexOf(':') + 1
  return id.slice(start, id.indexOf(':', start))
}

function placesOfGap(id: string): string[] {
  return id.split(':').slice(2).join(':').split('+')
}
