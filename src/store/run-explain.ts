import type { StoreApi } from 'zustand/vanilla'
import type { Explanation } from '../model/explanation'
import type { EngineClient } from '../worker/rpc'
import { notifyFailure } from './project-store'
import { analysisSettings } from './settings'
import type { Asked, ProjectState, ResultsState, ViewState } from './state'

interface Parts {
  readonly client: EngineClient
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
  /** called with the answer to a new question */
  readonly onAnswered: (answer: Explanation) => void
}

export interface ExplainRunner {
  /** asks, or closes the explanation */
  ask(asked: Asked | null): void
  /** asks the same again: something it rests on has changed */
  refresh(): Promise<void>
  /** reads the selected building */
  readBuilding(): Promise<void>
}

/** Answers why a class is served or not; a newer question stops the one under way. */
export function createExplainRunner({ client, project, results, view, onAnswered }: Parts): ExplainRunner {
  let underWay: AbortController | null = null

  async function answer(isNew: boolean): Promise<void> {
    underWay?.abort()
    underWay = null
    const { asked } = view.getState()
    if (asked === null) return
    const controller = new AbortController()
    underWay = controller
    try {
      const settings = analysisSettings(view.getState())
      const explanation = await client.call('explain', { ...asked, settings }, { signal: controller.signal })
      if (underWay !== controller) return
      results.setState({ explanation })
      if (isNew) onAnswered(explanation)
    } catch (error) {
      notifyFailure(project, error)
      // what cannot be answered is not waited for
      if (underWay === controller) view.setState({ asked: null })
    }
  }

  return {
    refresh: () => answer(false),
    ask(asked) {
      view.setState({ asked, pointed: null })
      results.setState({ explanation: null })
      void answer(true)
    },
    async readBuilding() {
      const { selection } = view.getState()
      results.setState({ building: null })
      if (selection?.kind !== 'building') return
      try {
        const building = await client.call('building', { id: selection.id })
        if (view.getState().selection === selection) results.setState({ building })
      } catch (error) {
        notifyFailure(project, error)
      }
    },
  }
}
