import type { WorkOrder, WorkState, WorksPack } from '../../model/works'

/**
 * Chosen works in the order of the phases, so that the ground is opened once and closed once; and what would open it
 * again later: items that dig, are neither chosen nor known to be needless, where a surface is made.
 */
export function orderWorks({ items, phases }: WorksPack, states: readonly WorkState[]): WorkOrder {
  const stateOf = new Map(states.map((state) => [state.item, state]))
  const chosen = items.filter(({ code }) => stateOf.get(code)?.choice === 'chosen')
  const makesSurface = chosen.some(({ covers }) => covers === true)
  const isOpen = (code: string): boolean => {
    const state = stateOf.get(code)
    return state !== undefined && state.choice !== 'chosen' && state.need.verdict !== 'not-needed'
  }
  return {
    phases: phases.flatMap(({ code: phase }) => {
      const codes = chosen.filter((item) => item.phase === phase).map(({ code }) => code)
      return codes.length === 0 ? [] : [{ phase, items: codes }]
    }),
    digging: chosen.filter(({ digs }) => digs === true).map(({ code }) => code),
    later: makesSurface
      ? items.filter(({ code, digs }) => digs === true && isOpen(code)).map(({ code }) => code)
      : [],
  }
}
