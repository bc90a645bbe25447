import type { Shortcut } from './resident-shortcuts'
import type { SearchGraph } from './search-graph'

/** Compounds whose people win by other ways around outside them than before. */
export function otherShortcuts(before: SearchGraph, after: SearchGraph): ReadonlySet<number> {
  const zones = new Set<number>()
  // what was not found anew is the same object
  const [known, kept] = [new Set(before.shortcuts), new Set(after.shortcuts)]
  const was = before.shortcuts.filter((each) => !kept.has(each))
  const is = after.shortcuts.filter((each) => !known.has(each))
  const [wasNamed, isNamed] = [new Set(was.map(nameOf)), new Set(is.map(nameOf))]
  for (const each of was) if (!isNamed.has(nameOf(each))) zones.add(before.network.nodeZone[each.from])
  for (const each of is) if (!wasNamed.has(nameOf(each))) zones.add(after.network.nodeZone[each.from])
  return zones
}

function nameOf({ from, to, cost, other }: Shortcut): string {
  return `${from} ${to} ${cost} ${other}`
}
