import type { BallotEntry, OwnersTotal } from '../../../model/consent'
import type { Language } from '../../app-context'

interface Owners {
  readonly heads: OwnersTotal
  readonly area_m2: OwnersTotal
}

const MEASURES = ['heads', 'area_m2'] as const
const COUNTS = ['voting', 'yes'] as const
type Measure = (typeof MEASURES)[number]
type Count = (typeof COUNTS)[number]
export type CountField = `${Count}_${Measure}`

/** A count that is more than what it is a part of. */
export interface WrongCount {
  readonly measure: Measure
  readonly count: Count
  readonly value: number
  readonly of: 'voting' | 'all'
  readonly most: number
}

/** Counts of a ballot that cannot be: more agree than take part, or more take part than there are. */
export function listWrongCounts(entry: BallotEntry, owners: Owners): WrongCount[] {
  return MEASURES.flatMap((measure) => {
    const all = owners[measure].value
    const voting = entry[`voting_${measure}`]
    const yes = entry[`yes_${measure}`]
    const wrong: WrongCount[] = []
    if (voting !== undefined && all !== null && voting > all)
      wrong.push({ measure, count: 'voting', value: voting, of: 'all', most: all })
    if (yes !== undefined && voting !== undefined && yes > voting)
      wrong.push({ measure, count: 'yes', value: yes, of: 'voting', most: voting })
    else if (yes !== undefined && voting === undefined && all !== null && yes > all)
      wrong.push({ measure, count: 'yes', value: yes, of: 'all', most: all })
    return wrong
  })
}

/** The fields that a wrong count is told at: its own, and what it is more than. */
export function fieldsOf({ measure, count, of }: WrongCount): readonly CountField[] {
  return of === 'all' ? [`${count}_${measure}`] : [`${count}_${measure}`, `${of}_${measure}`]
}

/** What is wrong about the counts of a ballot, or which are missing, a sentence each; empty: nothing. */
export function tellCounts(entry: BallotEntry, owners: Owners, { words, format }: Language): string[] {
  const { consent } = words
  const wrong = listWrongCounts(entry, owners)
  const tell = (value: number, measure: Measure): string =>
    measure === 'heads' ? consent.headsMissing(format.count(value)) : format.floor(value)
  if (wrong.length > 0)
    return wrong.map(({ measure, count, value, of, most }) =>
      consent.tooMany(
        consent[count],
        tell(value, measure),
        of === 'all' ? consent.owners : consent[of],
        tell(most, measure),
      ),
    )
  const missing = MEASURES.flatMap((measure) => {
    const unit = measure === 'heads' ? consent.heads : consent.area
    return [
      ...(owners[measure].value === null ? [`${consent.owners} ${unit}`] : []),
      ...COUNTS.flatMap((count) =>
        entry[`${count}_${measure}`] === undefined ? [`${consent[count]} ${unit}`] : [],
      ),
    ]
  })
  // a ballot that nobody has begun to enter says so itself
  const isBegun = MEASURES.some((measure) =>
    COUNTS.some((count) => entry[`${count}_${measure}`] !== undefined),
  )
  return isBegun && missing.length > 0 ? [consent.notEntered(missing.join(consent.and))] : []
}
