import { LINK_KINDS } from '../model/links'
import { keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

export interface LinksRunner {
  /** looks for links while somebody looks, and measures the one that is open */
  refresh(): void
  cancel(): void
}

/**
 * Gates and links on top of what is shown: estimated all at once, so that the list is there soon, and measured one
 * by one as they are opened. Both wait for the analysis and start from it.
 */
export function createLinksRunner(parts: RunnerParts): LinksRunner {
  const { results, view, situation } = parts
  /** null: the analysis of what is shown is not there yet */
  const base = () => {
    const settings = analysisSettings(view.getState())
    const key = analysisKey(situation(), settings)
    return results.getState().analysisKey === key ? { settings, key } : null
  }
  let triedKey: string | null = null

  const found = keepAnswer(parts, {
    call: 'findLinks',
    ask() {
      const { links, workspace } = view.getState()
      const on = base()
      if (!links.isOpen || workspace !== 'plan' || on === null) return null
      const { communities } = links
      return {
        key: `${on.key}|${communities?.join() ?? ''}`,
        params: { communities, kinds: LINK_KINDS, measured: 0, settings: on.settings },
      }
    },
    keptKey: () => results.getState().linksKey,
    put: (links, linksKey) => results.setState({ links, linksKey }),
    onStart: () => results.setState({ isFindingLinks: true }),
    onEnd: () => results.setState({ isFindingLinks: false }),
    // stopped by the user: the list is closed, or it would begin again
    onStopped: () => view.setState(({ links }) => ({ links: { ...links, isOpen: false } })),
  })

  const tried = keepAnswer(parts, {
    call: 'tryEdits',
    ask() {
      const { links, workspace } = view.getState()
      const { links: list, linksKey } = results.getState()
      const link = list?.candidates.find(({ id }) => id === links.open)
      const on = base()
      if (link === undefined || workspace !== 'plan' || on === null || linksKey?.startsWith(on.key) !== true)
        return null
      return { key: `${on.key}|${link.id}`, params: { edits: link.edits, settings: on.settings } }
    },
    keptKey: () => triedKey,
    put(comparison, key) {
      const { open } = view.getState().links
      triedKey = key
      if (open !== null) results.setState({ triedLink: { id: open, comparison } })
    },
    onStart() {
      triedKey = null
      results.setState({ triedLink: null })
    },
  })

  return {
    refresh() {
      void found.refresh()
      void tried.refresh()
    },
    cancel() {
      found.cancel()
      tried.cancel()
    },
  }
}
