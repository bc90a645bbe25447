import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppStore, ViewState } from './state'

export interface LightStore {
  /** the store as a map in the light appearance sees it, which hands never reach */
  readonly store: AppStore
  /** stops following */
  dispose(): void
}

const OWN_VIEW = { appearance: 'light', tool: null, hovered: null, focusRequest: null } as const
/** Nobody sees that map before paper does: it draws nothing while something is on the move, ms. */
const QUIET_MS = 400

/** The same page in the light appearance, in step with the one that is shown as soon as that rests. */
export function createLightStore(store: AppStore): LightStore {
  const view = follow<ViewState>(store.view, (state) => ({ ...state, ...OWN_VIEW }))
  const project = follow(store.project, (state) => state)
  const results = follow(store.results, (state) => state)
  const planning = follow(store.planning, (state) => state)
  const copies = { view: view.copy, project: project.copy, results: results.copy, planning: planning.copy }
  return {
    store: { ...store, ...copies },
    dispose: () => [view, project, results, planning].forEach(({ stop }) => stop()),
  }
}

function follow<S>(
  source: StoreApi<S>,
  read: (state: S) => S,
): { readonly copy: StoreApi<S>; readonly stop: () => void } {
  const copy = createStore<S>(() => read(source.getState()))
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = source.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(() => copy.setState(read(source.getState()), true), QUIET_MS)
  })
  return {
    copy,
    stop() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
