import { compareJudged } from '../engine/compare/compare-judged'
import { openByHand } from '../engine/links/list-shared-walls'
import { judgeWithEdits, linksOf } from '../engine/try-edits'
import type { CallTable } from './rpc'
import type { Session } from './session'

type LinkCalls = Pick<CallTable, 'findLinks' | 'tryEdits' | 'openSharedWall'>

/** Gates and links that could be opened, and what edits change before they are made. */
export function linkCalls(current: () => Session): LinkCalls {
  return {
    findLinks: async ({ communities, kinds, measured, settings }, run) =>
      linksOf(await current().judgeState(settings, run), { communities, kinds, measured }, run),

    openSharedWall: async ({ communities, at, settings }, run) =>
      openByHand(await current().prepare(settings, run), communities, at),

    tryEdits: async ({ edits, settings }, run) => {
      const before = await current().judgeState(settings, run)
      return compareJudged(before, await judgeWithEdits(before, edits, run))
    },
  }
}
