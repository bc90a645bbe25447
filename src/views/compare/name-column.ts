import { labelScenario } from '../../model/label-scenario'
import type { Scenario } from '../../model/scenario'
import type { Words } from '../words.zh'

/** A scenario's name; the present has none of its own. */
export function nameColumn(
  column: string | null,
  scenarios: readonly Scenario[] | undefined,
  words: Words,
): string {
  if (column === null) return words.scenario.base
  const scenario = scenarios?.find(({ id }) => id === column)
  return scenario === undefined ? column : labelScenario(scenario, scenarios ?? [])
}
