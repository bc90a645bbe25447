import type { StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../worker/rpc'
import { notifyFailure } from './project-store'
import { analysisSettings } from './settings'
import type { ProjectState, ResultsState, ViewState } from './state'

interface Parts {
  readonly client: EngineClient
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
}

/** Keeps what the selected gap consists of in step with the selection and the analysis. */
export function createGapPartsRunner({ client, project, results, view }: Parts): {
  refresh(): Promise<void>
} {
  let asked = 0

  async function refresh(): Promise<void> {
    const serial = ++asked
    const { selection } = view.getState()
    const { analysis, gapParts } = results.getState()
    const gap = selection?.kind === 'gap' ? analysis?.gaps.find(({ id }) => id === selection.id) : undefined
    if (gapParts !== null) results.setState({ gapParts: null })
    if (gap === undefined) return
    try {
      const { id, class: code, places } = gap
      const settings = analysisSettings(view.getState())
      const parts = await client.call('gapParts', { gap: { id, class: code, places }, settings })
      if (serial === asked) results.setState({ gapParts: parts })
    } catch (error) {
      notifyFailure(project, error)
    }
  }

  return { refresh }
}
