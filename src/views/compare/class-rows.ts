import { isChanged } from '../../model/changed-classes'
import type { AgeChange, ClassChange } from '../../model/comparison'
import type { AgeGroup, ClassFamily } from '../../model/rule-pack'
import type { ScenarioTable } from '../../store/compare-view'
import type { Language } from '../app-context'
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
      (onlyRequired && !required) || (onlyChanged && !changes.some((each) => isShown(each, age)))
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
              language,
            ),
      ),
    },
    ...members.map(({ code, changes }) => ({
      key: code,
      label: names.classOf(code),
      cells: changes.map((change, i) =>
        age === null
          ? servedCell(change, language)
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

function isShown(change: ClassChange, age: AgeGroup | null): boolean {
  return age === null ? isChanged(change) : change.ages.some(({ group }) => group === age)
}

const NOBODY = { gained: 0, lost: 0, uncounted: 0 }
type Turned = Pick<AgeChange, 'gained' | 'lost' | 'uncounted'>

function ageOf({ ages }: ClassChange, age: AgeGroup): Turned {
  return ages.find(({ group }) => group === age) ?? NOBODY
}

function servedCell(
  { served_after: served, gained, lost, nearer, farther, uncounted }: ClassChange,
  { words, format }: Language,
): CompareCell {
  const communities = (count: number): string => words.scenario.uncounted(format.count(count))
  const notes = [
    ...(gained > 0 ? [`+${format.count(gained)}`] : []),
    ...(lost > 0 ? [`−${format.count(lost)}`] : []),
    ...(uncounted.gained > 0 ? [`+${communities(uncounted.gained)}`] : []),
    ...(uncounted.lost > 0 ? [`−${communities(uncounted.lost)}`] : []),
    ...(gained + lost === 0 && nearer > 0 ? [words.scenario.nearer(format.count(nearer))] : []),
    ...(gained + lost === 0 && farther > 0 ? [words.scenario.farther(format.count(farther))] : []),
  ]
  return {
    text: format.count(served),
    note: notes.join(' ') || null,
    tone: toneOf(gained, lost) ?? toneOf(uncounted.gained, uncounted.lost),
    isMixed: gained + uncounted.gained > 0 && lost + uncounted.lost > 0,
    value: served,
  }
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
    note: uncounted > 0 ? words.compare.ageUncounted(format.count(uncounted)) : null,
    tone: toneOf(gained, lost),
    isMixed: true,
    value: isUnknown ? null : gained - lost,
  }
}

/** Person-classes of a family. */
function sumCell(changes: readonly ClassChange[], age: AgeGroup | null, language: Language): CompareCell {
  const turned = changes.map((change) => (age === null ? { ...change, uncounted: 0 } : ageOf(change, age)))
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
