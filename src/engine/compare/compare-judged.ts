import type { AnalysisSettings } from '../../model/analysis'
import type { Assessment } from '../../model/assessment'
import type { Comparison, PlaceChange, UncountedCommunities } from '../../model/comparison'
import type { IndicatorEntry } from '../../model/indicator-entry'
import type { IndicatorTally } from '../../model/indicator-tally'
import type { Evidence } from '../assessment/evidence'
import { tallyDataOf, tallyIndicators } from '../assessment/tally-indicators'
import type { FoundGaps } from '../gaps/find-gaps'
import type { Neighbours } from '../catchment/neighbour-pairs'
import type { Reach } from '../catchment/reach'
import { placesOfDemand } from '../places/demand-places'
import { compareClasses, type PairedChanges } from './compare-classes'
import { compareCommunities } from './compare-communities'
import { compareGapsOfChanged } from './compare-gaps-of-changed'
import { sumAges } from './count-ages'
import { pairPlaces, type PlacedState } from './pair-places'
import { MILLIONTHS, tenthsOfMinutes, wholePeople } from './rounding'

/** One state of a project: what was measured of it, and how it was judged. */
export interface JudgedState {
  readonly measured: {
    readonly prepared: PlacedState
    readonly settings: AnalysisSettings
    readonly reach: Reach
    readonly neighbours: Neighbours
  }
  readonly evidence: Evidence
  readonly gaps: FoundGaps
  readonly view: { readonly assessment: Assessment }
}

/**
 * What the second state changes against the first one. People are followed from place to place and counted class by
 * class, in millionths, rounded at the end; a community whose people are not known counts in verdicts and places
 * alone, and is told beside the sums it is missing in. Both states were judged by the same settings but for the scenario; else it throws. `entered`: what the
 * planner entered of indicators, which is the same in both.
 */
export function compareJudged(
  before: JudgedState,
  after: JudgedState,
  entered: readonly IndicatorEntry[] = NONE_ENTERED,
): Comparison {
  checkSettings(before, after)
  const { prepared } = after.measured
  const { assessment } = after.view
  const pairs = pairPlaces(before.measured.prepared, prepared)
  const { classes, changes } = compareClasses(before, after, pairs)
  const turns = listTurns(assessment, changes)
  const [tallyBefore, tally] = [tallyOf(before, entered), tallyOf(after, entered)]
  return {
    basis: assessment.basis,
    classes,
    communities: compareCommunities(before.view.assessment, after.view.assessment, changes),
    gaps: compareGapsOfChanged(before.gaps, after.gaps, changes.unknown),
    places: listPlaces(after, changes),
    people: countPeople(turns, changes),
    uncounted: countUncounted(turns, changes, assessment),
    ages: sumAges(changes.aged, pairs.community, turns),
    person_minutes: tenthsOfMinutes(changes.saved.reduce((sum, minutes) => sum + minutes, 0)),
    indicators: tally.indicators.map((count, i) => ({
      code: count.code,
      before: tallyBefore.indicators[i],
      after: count,
    })),
  }
}

const NONE_ENTERED: readonly IndicatorEntry[] = []

// a state is compared with many others
const tallies = new WeakMap<
  JudgedState,
  { readonly entered: readonly IndicatorEntry[]; readonly tally: IndicatorTally }
>()

function tallyOf(state: JudgedState, entered: readonly IndicatorEntry[]): IndicatorTally {
  const known = tallies.get(state)
  if (known?.entered === entered) return known.tally
  const tally = tallyIndicators(tallyDataOf(state, entered))
  tallies.set(state, { entered, tally })
  return tally
}

function checkSettings({ view: before }: JudgedState, { view: after }: JudgedState): void {
  const nameOf = ({ assessment: { basis } }: JudgedState['view']): string =>
    JSON.stringify({ ...basis, scenario: null })
  if (nameOf(before) !== nameOf(after))
    throw new Error(
      `states judged by different settings cannot be compared: ${nameOf(before)}, ${nameOf(after)}`,
    )
}

function listPlaces(
  { measured: { prepared }, view: { assessment } }: JudgedState,
  { pairs, parts, turned }: PairedChanges,
): PlaceChange[] {
  const places = placesOfDemand(prepared)
  return turned.map(({ pair, gained, lost }) => {
    const q = pairs.after[pair]
    const weight = parts[pair]
    return {
      at: [places[2 * q], places[2 * q + 1]],
      community: assessment.communities[pairs.community[pair]].id,
      people: Number.isNaN(weight) ? null : weight / MILLIONTHS,
      gained,
      lost,
    }
  })
}

/** What happens to a pair of places over the required classes; null: nothing. */
interface PairTurn {
  readonly pair: number
  readonly turn: 'gain' | 'lose' | 'both' | null
}

function listTurns({ classes }: Assessment, { turned }: PairedChanges): PairTurn[] {
  const isRequired = (c: number): boolean => classes[c].required
  return turned.map(({ pair, gained, lost }) => {
    const [gains, loses] = [gained.some(isRequired), lost.some(isRequired)]
    return { pair, turn: gains ? (loses ? 'both' : 'gain') : loses ? 'lose' : null }
  })
}

/** People by whether required classes are only gained, only lost, or both. */
function countPeople(turns: readonly PairTurn[], { parts }: PairedChanges): Comparison['people'] {
  const sums = { gain: 0, lose: 0, both: 0 }
  for (const { pair, turn } of turns)
    if (turn !== null && !Number.isNaN(parts[pair])) sums[turn] += parts[pair]
  return { gain: wholePeople(sums.gain), lose: wholePeople(sums.lose), both: wholePeople(sums.both) }
}

/** Communities nobody counted, by what happens to somebody there: they are missing in the sums of people. */
function countUncounted(
  turns: readonly PairTurn[],
  { parts, pairs, walked, savedUncounted }: PairedChanges,
  { communities }: Assessment,
): UncountedCommunities {
  const where = (...of: readonly PairTurn['turn'][]): number =>
    new Set(
      turns.flatMap(({ pair, turn }) =>
        Number.isNaN(parts[pair]) && of.includes(turn) ? [pairs.community[pair]] : [],
      ),
    ).size
  return {
    gain: where('gain'),
    lose: where('lose', 'both'),
    minutes: walked.size,
    saved_minutes: tenthsOfMinutes(savedUncounted),
    all: communities.filter(({ people }) => people === null).length,
    of: communities.length,
  }
}
