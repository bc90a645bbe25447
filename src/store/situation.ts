import type { Scenario } from '../model/scenario'
import { serialOf } from './serial-of'

/**
 * Names a state of the project as it is shown: the same name, the same records. `revision` counts changes of the
 * base; a scenario's edits are a value, and whatever replaces them is another one.
 */
export function nameSituation(
  revision: number,
  scenarios: readonly Scenario[] | undefined,
  shown: string | null,
): string {
  const edits = scenarios?.find(({ id }) => id === shown)?.edits
  if (edits === undefined || edits.length === 0) return String(revision)
  return `${revision}.${serialOf(edits)}`
}
