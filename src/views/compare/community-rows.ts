import type { CommunityChange, Comparison } from '../../model/comparison'
import type { ScenarioTable } from '../../store/compare-view'
import type { Language } from '../app-context'
import { type CompareCell, type CompareRow, DASH, signed } from './compare-row'

/** How communities are called, and which sub-district each is in; null: none is said. */
export interface Places {
  readonly community: (id: string) => string
  readonly subdistrictOf: (id: string) => string | null
  readonly classOf: (code: string) => string
}

/**
 * What each community gains and loses, by the largest change of any column; gains before losses. Above them the sum of
 * all, and, where there are several sub-districts, each with the sum of its own.
 */
export function communityRows(
  { comparisons }: ScenarioTable,
  { community: nameOf, subdistrictOf, classOf }: Places,
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
  // where nobody counted people: by classes gained and lost
  const verdictsOf = (id: string): number =>
    changes.reduce((sum, of) => {
      const { people_gained: people, gained = [], lost = [] } = of.get(id) ?? {}
      return people === null ? sum + gained.length - lost.length : sum
    }, 0)
  const ids = [...new Set(changes.flatMap((of) => [...of.keys()]))]
    .map((id) => ({ id, weight: weightOf(id), verdicts: verdictsOf(id) }))
    .toSorted((a, b) => b.weight - a.weight || b.verdicts - a.verdicts || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  if (ids.length === 0) return []
  const rowOf = (id: string): CompareRow => ({
    key: id,
    label: nameOf(id),
    cells: changes.map((of, i) =>
      i === 0 ? DASH : tellClasses(of.get(id), communityCell(of.get(id), language), classOf, language),
    ),
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
            key === ALL ? exactSums(comparisons[i]) : null,
          ),
    ),
  })
  const total = sumOf(ALL, words.compare.sumAll, ids)
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

/** Key of the row of all communities. */
const ALL = 'sum'

/** Numbers of one or more communities together. */
type Sums = Pick<CommunityChange, 'person_minutes' | 'people_gained' | 'people_lost'>

/** Of all communities, what the overview and the classes say, and not the sum of parts that were rounded one by one. */
function exactSums({ person_minutes, classes }: Comparison): Sums {
  return {
    person_minutes,
    people_gained: classes.reduce((sum, { gained }) => sum + gained, 0),
    people_lost: classes.reduce((sum, { lost }) => sum + lost, 0),
  }
}

/**
 * Changes added up; those of communities whose people nobody counted are left out and told. `exact`: the sums where
 * these are known better than by adding.
 */
function sumCell(changes: readonly CommunityChange[], language: Language, exact: Sums | null): CompareCell {
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
          ...(exact ?? {
            person_minutes: add((change) => change.person_minutes),
            people_gained: add((change) => change.people_gained),
            people_lost: add((change) => change.people_lost),
          }),
        },
    language,
  )
  const left = changes.length - known.length
  if (left === 0 || known.length === 0) return cell
  const note = [cell.note, words.compare.sumWithout(format.count(left))].filter((part) => part !== null)
  return { ...cell, note: note.join(' · ') }
}

/** Where nobody counted people: which classes the community as a whole comes to have, and no longer has. */
function tellClasses(
  change: CommunityChange | undefined,
  cell: CompareCell,
  classOf: Places['classOf'],
  { words }: Language,
): CompareCell {
  if (change === undefined || change.people_gained !== null) return cell
  const { gained, lost } = change
  const told = [...gained.map((code) => `+${classOf(code)}`), ...lost.map((code) => `−${classOf(code)}`)]
  return {
    ...cell,
    note: told.join(words.listSeparator) || null,
    tone: gained.length > lost.length ? 'gain' : lost.length > gained.length ? 'loss' : null,
    isMixed: gained.length > 0 && lost.length > 0,
  }
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
