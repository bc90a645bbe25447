import type { Edit, Scenario } from '../model/scenario'

const serials = new WeakMap<readonly Edit[], number>()
let last = 0

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
  let serial = serials.get(edits)
  if (serial === undefined) {
    serial = ++last
    serials.set(edits, serial)
  }
  return `${revision}.${serial}`
}
