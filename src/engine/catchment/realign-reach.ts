import type { AnalysisSettings } from '../../model/analysis'
import { alignServices } from '../places/align-services'
import { limitOfClass } from './measure-class'
import { measureClasses } from './measure-reach'
import { emptyReach, membersOf, type Reach, type ReachInput, type WalkColumns } from './reach'
import { ReachDraft } from './reach-draft'
import { type Span, wholeSpan } from './span'

/** The same people on the same streets with the same gates; facilities may differ. */
export interface Realigned {
  readonly before: Pick<ReachInput, 'facilities'>
  readonly after: ReachInput
}

/**
 * What `measureReach` would give for other rules or other facilities, from what it gave before: walks to a class
 * depend on who is of it and where they stand, not on limits; what is too small is looked for within them. Classes
 * of the same members are taken over, the others measured.
 */
export function realignReach(
  { before: { facilities }, after }: Realigned,
  reach: Reach,
  before: AnalysisSettings,
  settings: AnalysisSettings,
  spanOf: (settings: AnalysisSettings) => Span = wholeSpan,
): Reach {
  const isSameRules = before.rules === settings.rules && before.countsSmall === settings.countsSmall
  const moved = alignServices(facilities, after.facilities)
  if (isSameRules && moved === null && after.facilities.services === reach.services) return reach
  const span = spanOf(settings)
  const lookoutsBefore = spanOf(before).lookouts
  const codes = settings.rules.rules.map(({ code }) => code)
  const { services } = after.facilities
  const members = membersOf(after, settings, span.isWhole)
  const taken = matchClasses(reach, moved, before, { codes, members }, settings).map((from, c) =>
    from >= 0 && lookoutsBefore[from] !== span.lookouts[c] ? -1 : from,
  )
  const facility = span.isWhole ? moveFacilities(reach, moved) : reach.facility
  const isInPlace = taken.length === reach.codes.length && taken.every((from, c) => from === c || from < 0)
  const marks = taken.map((from) => (from < 0 ? {} : reach.marks[from]))
  const added = new Set(taken.flatMap((from, c) => (from < 0 ? [c] : [])))
  if (added.size === 0 && isInPlace) return { ...reach, codes, services, members, marks, facility }
  const next = isInPlace
    ? new ReachDraft({ ...reach, facility, codes, services, members, marks }, span.isWhole)
    : takeClasses({ ...reach, facility }, taken, after, settings, span)
  measureClasses(next, added, after, settings, span)
  return { ...next.reach, marks }
}

/** Columns of other classes, those that are taken filled in. */
function takeClasses(
  reach: Reach,
  taken: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
  { isWhole }: Span,
): ReachDraft {
  const { clipCost, isConnected } = reach
  const next = new ReachDraft({ ...emptyReach(on, settings, isWhole), clipCost, isConnected }, isWhole)
  taken.forEach((from, c) => {
    if (from >= 0) next.take(c, reach, from)
  })
  return next
}

/**
 * The facilities walked to as they are numbered after they moved (see `alignServices`); −1: none, or one that is
 * gone. Of most classes none did.
 */
export function moveFacilities(
  { facility, members }: Pick<Reach, 'facility' | 'members'>,
  moved: Int32Array | null,
): WalkColumns {
  if (moved === null) return facility
  return facility.map((column, c) =>
    members.fit[c].every((service) => moved[service] === service)
      ? column
      : column.map((service) => (service < 0 ? -1 : moved[service])),
  )
}

/** For each class of the new rules the measured one with the same walks; −1: none. */
function matchClasses(
  reach: Reach,
  moved: Int32Array | null,
  before: AnalysisSettings,
  next: Pick<Reach, 'codes' | 'members'>,
  settings: AnalysisSettings,
): number[] {
  const indexOf = new Map(reach.codes.map((code, c) => [code, c]))
  const isSameList = (were: readonly number[], are: readonly number[]): boolean =>
    were.length === are.length && were.every((each, i) => (moved === null ? each : moved[each]) === are[i])
  return next.codes.map((code, c) => {
    const from = indexOf.get(code) ?? -1
    if (from < 0 || !isSameList(reach.members.fit[from], next.members.fit[c])) return -1
    const small = next.members.small[c]
    if (!isSameList(reach.members.small[from], small)) return -1
    return small.length > 0 && limitOfClass(before, from) !== limitOfClass(settings, c) ? -1 : from
  })
}
