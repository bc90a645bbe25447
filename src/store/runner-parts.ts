import type { StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../worker/rpc'
import type { ProjectState, ResultsState, ViewState } from './state'

/** What whoever keeps results in step with their inputs works with. */
export interface RunnerParts {
  readonly client: EngineClient
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
  /** counts changes of the project */
  readonly revision: () => number
  /** names what is shown: the project as it is, or as a scenario leaves it (see `nameSituation`) */
  readonly situation: () => string
}
