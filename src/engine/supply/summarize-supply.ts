import type { AnalysisSettings } from '../../model/analysis'
import { limitOf } from '../../model/class-limit'
import type { Rule } from '../../model/rule-pack'
import {
  type FacilitySupply,
  SUPPLY_STATES,
  type SupplyAnswer,
  type SupplyClass,
  type SupplyNorm,
  type SupplyTotals,
} from '../../model/supply'
import { limitOfClass } from '../catchment/measure-class'
import type { Reach, ReachInput } from '../catchment/reach'
import type { Run } from '../run'
import { balanceParking } from './balance-parking'
import { countCircles } from './circles'
import { type ClassSupply, measureSupply } from './measure-supply'
import { SupplyTable } from './supply-table'

/**
 * Everything about supply that is shown: by community and class, by facility, and the parking balance. What
 * verdicts ask for is `measureSupply` alone.
 */
export async function summarizeSupply(
  on: ReachInput,
  reach: Reach,
  settings: AnalysisSettings,
  run: Run,
): Promise<Omit<SupplyAnswer, 'basis'>> {
  const { rules } = settings.rules
  const shown = rules.flatMap(({ supply = null }, c) =>
    supply !== null || reach.members.fit[c].length > 0 ? [c] : [],
  )
  const columnOf = new Map(shown.map((c, column) => [c, column]))
  const table = new SupplyTable(on, shown.length, settings.basis)
  const supplies = await measureSupply(on, reach, settings, run, (c, members, walks) => {
    const column = columnOf.get(c)
    if (column !== undefined) table.readWalks(column, members, walks, reach)
  })
  const circles = await countCircles(
    on,
    settings,
    supplies.map(({ classIndex, demand }) => ({
      limit: limitOfClass(settings, classIndex),
      people: demand.people,
    })),
    run,
  )
  const count = on.project.layers.communities.length
  supplies.forEach((supply, a) => {
    const column = columnOf.get(supply.classIndex)
    if (column === undefined) return
    table.readSupply(column, supply)
    table.readCircle(column, circles.subarray(a * count, (a + 1) * count))
  })
  const byClass = new Map(supplies.map((supply) => [supply.classIndex, supply]))
  return {
    communities: on.project.layers.communities.map(({ id }) => id),
    classes: shown.map((c): SupplyClass => {
      const { limit, unit } = limitOf(settings.rules, rules[c], settings.basis)
      const supply = byClass.get(c)
      return {
        code: rules[c].code,
        limit,
        limit_unit: unit,
        norm: normOfRule(rules[c]),
        totals: supply === undefined ? NO_TOTALS : totalsOf(supply, on),
      }
    }),
    ...table.columns(),
    facility_ids: reach.services.map(({ id }) => id),
    facilities: supplies.flatMap((supply) =>
      describeFacilities(supply, rules[supply.classIndex].code, reach),
    ),
    parking: balanceParking(on, settings),
  }
}

function normOfRule({ supply = null, figures, status }: Rule): SupplyNorm | null {
  if (supply === null) return null
  return { ...supply, status: figures?.supply?.status ?? status }
}

const NO_TOTALS: SupplyTotals = {
  enough: 0,
  too_little: 0,
  unknown: 0,
  estimated_enough: 0,
  estimated_too_little: 0,
  estimated_unknown: 0,
  communities_uncounted: 0,
  supply: 0,
  facilities: 0,
  facilities_unknown: 0,
}

const [, , TOO_LITTLE, ENOUGH] = SUPPLY_STATES.map((_, i) => i)

/** Counted and estimated people stand apart; enough is rounded down, and the three add up. */
function totalsOf({ demand, state, supply }: ClassSupply, { people }: ReachInput): SupplyTotals {
  const sums = { counted: [0, 0, 0], estimated: [0, 0, 0] }
  people.points.forEach(({ community }, point) => {
    const number = demand.people[point]
    if (Number.isNaN(number)) return
    const part = demand.isEstimated[community] === 1 ? sums.estimated : sums.counted
    part[state[point] === ENOUGH ? 0 : state[point] === TOO_LITTLE ? 1 : 2] += number
  })
  const [enough, too_little, unknown] = roundParts(sums.counted)
  const [estimated_enough, estimated_too_little, estimated_unknown] = roundParts(sums.estimated)
  const known = supply.filter((each) => !Number.isNaN(each))
  return {
    enough,
    too_little,
    unknown,
    estimated_enough,
    estimated_too_little,
    estimated_unknown,
    communities_uncounted: demand.ofCommunity.filter((number) => number === null).length,
    supply: known.reduce((sum, each) => sum + each, 0),
    facilities: supply.length,
    facilities_unknown: supply.length - known.length,
  }
}

function roundParts([enough, tooLittle, unknown]: readonly number[]): [number, number, number] {
  const all = Math.round(enough + tooLittle + unknown)
  // sums of shares are off by less
  const first = Math.min(all, Math.floor(enough + 1e-6))
  const second = Math.min(Math.round(tooLittle), all - first)
  return [first, second, all - first - second]
}

function describeFacilities(
  { members, supply, floated }: ClassSupply,
  code: string,
  { services }: Reach,
): FacilitySupply[] {
  return members.map((service, s) => ({
    id: services[service].id,
    class: code,
    supply: numberOrNull(supply[s]),
    comers: floated.comers[s],
    has_unknown_comers: floated.hasUnknownComers[s] === 1,
    ratio: numberOrNull(floated.ratio[s]),
  }))
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
