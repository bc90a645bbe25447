import type { AgeChange, ClassChange, Comparison } from '../../model/comparison'
import type { AgeGroup, ClassFamily } from '../../model/rule-pack'
import type { ScenarioTable } from '../../store/compare-view'
import type { Language } from '../app-context'
import { tellCommunities } from '../tell-uncounted'
import { hasChanged } from '../../model/has-changed'
import { type CompareCell, type CompareRow, DASH } from './compare-row'

interface ClassRowsOptions {
  readonly onlyRequired: boolean
  readonly onlyChanged: boolean
  /** whose gains and losses are told; null: those of all residents */
  readonly age: AgeGroup | null
}

interface ClassNames {
  readonly classOf: (code: string) => string
  readonly familyOf: (code: string) => ClassFamily | null
}

/**
 * People served by each class, and who gains and loses against the base; above the classes of a family their sum. Of an
 * age group only who gains and who loses is known class by class.
 */
export function classRows(
  { comparisons }: ScenarioTable,
  { onlyRequired, onlyChanged, age }: ClassRowsOptions,
  names: ClassNames,
  language: Language,
): CompareRow[] {
  const shown = comparisons[0].classes.flatMap(({ code, required }, c) => {
    const changes = comparisons.map(({ classes }) => classes[c])
    const isLeftOut =
      (onlyRequired && !required) || (onlyChanged && !changes.some((each) => isChanged(each, age)))
    return isLeftOut ? [] : [{ code, family: names.familyOf(code), changes }]
  })
  // families in the order of their first class
  const families = [...new Set(shown.map(({ family }) => family))]
  const rowsOf = (family: ClassFamily | null, members: typeof shown): CompareRow[] => [
    {
      key: `family ${family ?? ''}`,
      label: family === null ? language.words.compare.noFamily : language.words.family[family],
      isSum: true,
      cells: comparisons.map((_, i) =>
        i === 0
          ? DASH
          : sumCell(
              members.map(({ changes }) => changes[i]),
              age,
              countUncounted(comparisons[i], ({ code }) => members.some((member) => member.code === code)),
              language,
            ),
      ),
    },
    ...members.map(({ code, changes }) => ({
      key: code,
      label: names.classOf(code),
      cells: changes.map((change, i) =>
        age === null
          ? servedCell(change, comparisons[i], language)
          : i === 0
            ? DASH
            : agedCell(ageOf(change, age), language, (text) => text),
      ),
    })),
  ]
  return families.flatMap((family) =>
    rowsOf(
      family,
      shown.filter((each) => each.family === family),
    ),
  )
}

function isChanged({ ages, ...change }: ClassChange, age: AgeGroup | null): boolean {
  return age === null ? hasChanged(change) : ages.some(({ group }) => group === age)
}

/** Communities that nobody counted, where somebody gains or loses one of the classes asked for. */
export function countUncounted(
  { classes, places }: Comparison,
  isAskedFor: (change: ClassChange) => boolean,
): number {
  const asked = new Set(classes.flatMap((change, c) => (isAskedFor(change) ? [c] : [])))
  return new Set(
    places.flatMap(({ community, people, gained, lost }) =>
      people === null && [...gained, ...lost].some((c) => asked.has(c)) ? [community] : [],
    ),
  ).size
}

const NOBODY = { gained: 0, lost: 0, uncounted: 0 }
type Turned = Pick<AgeChange, 'gained' | 'lost' | 'uncounted'>

function ageOf({ ages }: ClassChange, age: AgeGroup): Turned {
  return ages.find(({ group }) => group === age) ?? NOBODY
}

/** People served; where nobody counted any, the communities served. What was not counted stands below, as communities. */
function servedCell(change: ClassChange, { uncounted: all }: Comparison, language: Language): CompareCell {
  const { words, format } = language
  const { served_after: served, gained, lost, uncounted } = change
  const isUncounted = all.all > 0 && all.all === all.of
  const inCommunities = (count: number): string => tellCommunities(count, language)
  const notes = [
    ...tellTurns(change, format.count, words),
    ...tellTurns(uncounted, inCommunities, words),
    ...(isUncounted || all.all === 0 ? [] : [words.compare.sumWithout(format.count(all.all))]),
  ]
  return {
    text: isUncounted ? inCommunities(change.communities_after) : format.count(served),
    note: notes.join(' ') || null,
    tone: toneOf(gained + uncounted.gained, lost + uncounted.lost),
    isMixed: gained + uncounted.gained > 0 && lost + uncounted.lost > 0,
    value: isUncounted ? null : served,
  }
}

/** Who gains and loses; where nobody does, whose walk is another. */
function tellTurns(
  { gained, lost, nearer, farther }: ClassChange['uncounted'],
  tell: (count: number) => string,
  { scenario: say }: Language['words'],
): string[] {
  return [
    ...(gained > 0 ? [`+${tell(gained)}`] : []),
    ...(lost > 0 ? [`−${tell(lost)}`] : []),
    ...(gained + lost === 0 && nearer > 0 ? [say.nearer(tell(nearer))] : []),
    ...(gained + lost === 0 && farther > 0 ? [say.farther(tell(farther))] : []),
  ]
}

/** Who gains and who loses, as people of one age; communities that do not know how many they have are told. */
export function agedCell(
  { gained, lost, uncounted }: Turned,
  { words, format }: Language,
  unit: (text: string) => string,
): CompareCell {
  const sums = [
    ...(gained > 0 ? [`+${format.count(gained)}`] : []),
    ...(lost > 0 ? [`−${format.count(lost)}`] : []),
  ]
  const isUnknown = sums.length === 0 && uncounted > 0
  return {
    text: isUnknown ? words.unknown : unit(sums.join(' ') || format.count(0)),
    note:
      uncounted === 0
        ? null
        : isUnknown
          ? words.compare.ageUncountedAll(format.count(uncounted))
          : words.compare.ageUncounted(format.count(uncounted)),
    tone: toneOf(gained, lost),
    isMixed: true,
    value: isUnknown ? null : gained - lost,
  }
}

/** Person-classes of a family. */
function sumCell(
  changes: readonly ClassChange[],
  age: AgeGroup | null,
  uncounted: number,
  language: Language,
): CompareCell {
  const turned = changes.map((change) => (age === null ? { ...change, uncounted } : ageOf(change, age)))
  const add = (of: (each: Turned) => number): number => turned.reduce((sum, each) => sum + of(each), 0)
  return agedCell(
    {
      gained: add(({ gained }) => gained),
      lost: add(({ lost }) => lost),
      uncounted: Math.max(0, ...turned.map(({ uncounted }) => uncounted)),
    },
    language,
    language.words.compare.personClasses,
  )
}

function toneOf(gained: number, lost: number): CompareCell['tone'] {
  return lost > gained ? 'loss' : gained > lost ? 'gain' : null
}
