import { compareJudged } from '../engine/compare/compare-judged'
import { judgeWithEdits } from '../engine/try-edits'
import type { CallTable } from './rpc'
import type { Session } from './session'

type LinkCalls = Pick<CallTable, 'findLinks' | 'tryEdits' | 'openSharedWall'>

/** Gates and links that could be opened, and what edits change before they are made. */
export function linkCalls(current: () => Session): LinkCalls {
  return {
    findLinks: async ({ communities, kinds, measured, settings }, run) => {
      const session = current()
      // the finder comes with the first search
      const { linksOf } = await import('../engine/links-of')
      return linksOf(await session.judgeState(settings, run), { communities, kinds, measured }, run)
    },

    openSharedWall: async ({ communities, at, settings }, run) => {
      const session = current()
      const { openByHand } = await import('../engine/links/list-shared-walls')
      return openByHand(await session.prepare(settings, run), communities, at)
    },

    tryEdits: async ({ edits, settings }, run) => {
      const before = await current().judgeState(settings, run)
      return compareJudged(before, await judgeWithEdits(before, edits, run))
    },
  }
}
