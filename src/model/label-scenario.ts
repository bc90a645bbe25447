import type { Scenario } from './scenario'

/** A scenario's name; several of one name are told apart by their order: «name #2». */
export function labelScenario(scenario: Scenario, scenarios: readonly Scenario[]): string {
  const alike = scenarios.filter(({ name }) => name === scenario.name)
  return alike.length < 2 ? scenario.name : `${scenario.name} #${alike.indexOf(scenario) + 1}`
}
