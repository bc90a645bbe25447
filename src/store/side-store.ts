import { createStore } from 'zustand/vanilla'
import type { CatchmentView } from '../model/analysis'
import type { AppStore, ProjectState, ResultsState, ViewState } from './state'
import type { Summaries } from './run-summaries'

export interface SideStore {
  /** the store as the left half of the map sees it: the first of the compared scenarios */
  readonly store: AppStore
  /** stops following */
  dispose(): void
}

/** What belongs to the right half alone: answers about the scenario that is shown, and what a hand does there. */
const OWN_RESULTS = {
  route: null,
  explanation: null,
  building: null,
  gapParts: null,
  links: null,
  scenarioTable: null,
} as const
const OWN_VIEW = { tool: null, dragged: null, focusRequest: null } as const

/** The same page with another scenario in it, kept in step with the one that is shown. */
export function createSideStore(store: AppStore): SideStore {
  const projectOf = (): ProjectState => {
    const { mapSide } = store.results.getState()
    const state = store.project.getState()
    return { ...state, mapLayers: mapSide?.mapLayers ?? state.baseLayers }
  }
  let lastSummaries: readonly [ResultsState['summaries'], ResultsState['sideComparison'], Summaries] | null =
    null
  /** The same ones as long as nothing in them changes, so that the map draws nothing anew. */
  const summariesOf = ({ summaries, sideComparison }: ResultsState): Summaries => {
    if (lastSummaries?.[0] !== summaries || lastSummaries[1] !== sideComparison)
      lastSummaries = [summaries, sideComparison, { ...summaries, comparison: sideComparison }]
    return lastSummaries[2]
  }
  const resultsOf = (): ResultsState => {
    const state = store.results.getState()
    const { mapSide } = state
    return {
      ...state,
      ...OWN_RESULTS,
      analysis: mapSide?.analysis ?? null,
      planned: mapSide?.planned ?? null,
      catchment: catchmentOf(state),
      surface: state.sideSurface,
      summaries: summariesOf(state),
    }
  }
  const viewOf = (): ViewState => {
    const state = store.view.getState()
    return { ...state, ...OWN_VIEW, scenario: state.comparing.columns[0] ?? null }
  }
  const project = createStore<ProjectState>(projectOf)
  const results = createStore<ResultsState>(resultsOf)
  const view = createStore<ViewState>(viewOf)
  const stops = [
    store.project.subscribe(() => project.setState(projectOf(), true)),
    store.results.subscribe(() => {
      results.setState(resultsOf(), true)
      if (project.getState().mapLayers !== projectOf().mapLayers) project.setState(projectOf(), true)
    }),
    store.view.subscribe(() => view.setState(viewOf(), true)),
  ]
  return {
    store: { ...store, project, results, view },
    dispose: () => stops.forEach((stop) => stop()),
  }
}

/** The walks on the left: where they are not known the communities are plain all the same, as on the right. */
function catchmentOf({ catchment, sideCatchment }: ResultsState): CatchmentView | null {
  if (catchment === null) return null
  return sideCatchment ?? { ...catchment, bands: [], starts: [] }
}
