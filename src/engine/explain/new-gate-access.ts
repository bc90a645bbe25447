import type { Compound } from '../network/compounds'

/** A gate newly opened lets through whom the others let through: where all are public it is too. */
export function newGateAccess({ gates }: Compound): 'public' | 'residents' {
  const open = gates.filter(({ access }) => access !== 'closed')
  return open.length > 0 && open.every(({ access }) => access === 'public') ? 'public' : 'residents'
}
