import type { Scenario } from '../../model/scenario'

/** The first name by number that no scenario has, counted from `first`. */
export function freeName(
  scenarios: readonly Pick<Scenario, 'name'>[],
  nameOf: (number: string) => string,
  first: number,
): string {
  const taken = new Set(scenarios.map(({ name }) => name))
  for (let i = first; ; i++) if (!taken.has(nameOf(String(i)))) return nameOf(String(i))
}
