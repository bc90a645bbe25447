import { createStore } from 'zustand/vanilla'
import type { AppStore, ViewState } from './state'

export interface LightStore {
  /** the store as a map in the light appearance sees it, which hands never reach */
  readonly store: AppStore
  /** stops following */
  dispose(): void
}

const OWN_VIEW = { appearance: 'light', tool: null, hovered: null, focusRequest: null } as const

/** The same page in the light appearance, kept in step with the one that is shown. */
export function createLightStore(store: AppStore): LightStore {
  const viewOf = (): ViewState => ({ ...store.view.getState(), ...OWN_VIEW })
  const view = createStore<ViewState>(viewOf)
  const stop = store.view.subscribe(() => view.setState(viewOf(), true))
  return { store: { ...store, view }, dispose: stop }
}
