import { hashText } from './hash-text'
import type { Edit } from './scenario'

/**
 * Names what the owners of a community vote on: the edits of the plan and the works chosen for them. Prices, notes and
 * names are no part of it.
 */
export function hashPlan(edits: readonly Edit[], items: readonly string[]): string {
  const plain = edits.map(({ id: _id, cost_yuan: _cost, note: _note, ...edit }) =>
    Object.entries(edit).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return hashText(JSON.stringify([plain, [...items].sort()]))
}
