import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createLightStore } from '../../src/store/light-store'
import type { AppStore } from '../../src/store/state'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function page() {
  const view = createStore(() => ({ appearance: 'dark', scenario: 'a', hovered: 'x' }))
  const results = createStore(() => ({ analysis: 1 }))
  const other = createStore(() => ({}))
  return { view, results, store: { view, results, project: other, planning: other } as unknown as AppStore }
}

test('a map for paper is light, and draws nothing until what is shown rests', () => {
  const { view, results, store } = page()
  const following = createLightStore(store)
  const light = following.store
  const drawn = vi.fn<() => void>()
  light.view.subscribe(drawn)
  light.results.subscribe(drawn)
  expect(light.view.getState()).toMatchObject({ appearance: 'light', scenario: 'a', hovered: null })
  // dragged for two seconds
  for (let step = 2; step <= 40; step++) {
    results.setState({ analysis: step })
    view.setState({ scenario: `at ${step}` })
    vi.advanceTimersByTime(50)
  }
  expect(drawn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(drawn).toHaveBeenCalledTimes(2)
  expect(light.view.getState()).toMatchObject({ appearance: 'light', scenario: 'at 40', hovered: null })
  expect(light.results.getState()).toEqual({ analysis: 40 })
  following.dispose()
  view.setState({ scenario: 'b' })
  vi.advanceTimersByTime(1000)
  expect(light.view.getState()).toMatchObject({ scenario: 'at 40' })
})
