import type { Impossibility } from '../../../model/proposal'

/** Reasons that one sentence can tell together, in the order in which the first of each comes. */
export function groupImpossibilities(
  reasons: readonly Impossibility[],
): readonly (readonly [Impossibility, ...Impossibility[]])[] {
  const groups = new Map<string, [Impossibility, ...Impossibility[]]>()
  for (const reason of reasons) {
    const key = sentenceOf(reason)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [reason])
    else group.push(reason)
  }
  return [...groups.values()]
}

/** Equal for reasons that differ in nothing but the use or the class they are about. */
function sentenceOf(reason: Impossibility): string {
  switch (reason.kind) {
    case 'blocked':
    case 'has-conditions':
      return `${reason.kind} ${reason.rules.join(' ')}`
    case 'too-small':
      return `${reason.kind} ${reason.available_m2}`
    default:
      return reason.kind
  }
}
