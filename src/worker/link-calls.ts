import { linksOf } from '../engine/try-edits'
import type { CallTable } from './rpc'
import type { Session } from './session'

type LinkCalls = Pick<CallTable, 'findLinks'>

/** Gates and links that could be opened. */
export function linkCalls(current: () => Session): LinkCalls {
  return {
    findLinks: async ({ communities, kinds, measured, settings }, run) =>
      linksOf(await current().judgeState(settings, run), { communities, kinds, measured }, run),
  }
}
