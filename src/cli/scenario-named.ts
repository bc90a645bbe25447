import { findScenario } from '../engine/scenario/find-scenario'
import type { Project } from '../model/project'
import type { Scenario } from '../model/scenario'
import { NoAnswer } from './command'

/**
 * The scenario somebody names, by id or name. Several of one name are refused, for which was meant is not known; so is
 * one that is not there. `others`: what may be said besides.
 */
export function scenarioNamed(project: Project, name: string, others: readonly string[] = []): Scenario {
  const { scenarios } = project
  const alike = scenarios.filter((scenario) => scenario.name === name)
  if (alike.length > 1 && scenarios.every(({ id }) => id !== name)) {
    const ids = alike.map(({ id }) => id).join(', ')
    throw new NoAnswer(`${alike.length} scenarios are called "${name}"; say which one by its id: ${ids}`)
  }
  const scenario = findScenario(project, name)
  if (scenario !== null) return scenario
  const names = [...others, ...scenarios.map((each) => each.name)].join(', ')
  throw new NoAnswer(`there is no scenario "${name}"; the project has ${names === '' ? 'none' : names}`)
}
