import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createNumbersFirst } from '../../src/map/numbers-first'
import type { ResultsState } from '../../src/store/state'

const FRAME_MS = 16

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, FRAME_MS))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Results of a project that has numbers, and whatever is on its way. */
function makeResults() {
  const state: Partial<ResultsState> = {
    analysis: {} as ResultsState['analysis'],
    isAnalysing: false,
    isMeasuringEffect: false,
  }
  return createStore(() => state as ResultsState)
}

test('where no numbers are awaited the map is drawn at once', () => {
  const draw = vi.fn<() => void>()
  createNumbersFirst(makeResults(), draw).ask()
  expect(draw).toHaveBeenCalledTimes(1)
})

test('layers that come in the same moment as the numbers wait for the frame that shows those', () => {
  const results = makeResults()
  const draw = vi.fn<() => void>()
  const first = createNumbersFirst(results, draw)
  // an edit is analysed, then what it changes is measured
  results.setState({ isMeasuringEffect: true })
  first.follow()
  vi.advanceTimersByTime(100)
  expect(draw).not.toHaveBeenCalled()
  results.setState({ isMeasuringEffect: false })
  first.ask()
  expect(draw).not.toHaveBeenCalled()
  vi.advanceTimersByTime(FRAME_MS + 1)
  expect(draw).toHaveBeenCalledTimes(1)
})

test('what is due when the numbers come is drawn after them without being asked for again', () => {
  const results = makeResults()
  const draw = vi.fn<() => void>()
  const first = createNumbersFirst(results, draw)
  results.setState({ isAnalysing: true })
  first.ask()
  results.setState({ isAnalysing: false })
  vi.advanceTimersByTime(FRAME_MS + 1)
  expect(draw).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(draw).toHaveBeenCalledTimes(1)
})

test('numbers that change nothing on the map draw nothing', () => {
  const results = makeResults()
  const draw = vi.fn<() => void>()
  createNumbersFirst(results, draw)
  results.setState({ isMeasuringEffect: true })
  results.setState({ isMeasuringEffect: false })
  vi.advanceTimersByTime(1000)
  expect(draw).not.toHaveBeenCalled()
})

test('numbers that do not come are not waited for', () => {
  const results = makeResults()
  const draw = vi.fn<() => void>()
  results.setState({ isAnalysing: true })
  const first = createNumbersFirst(results, draw)
  first.ask()
  vi.advanceTimersByTime(499)
  expect(draw).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(draw).toHaveBeenCalledTimes(1)
})

test('nothing is drawn any more after the map is gone', () => {
  const results = makeResults()
  const draw = vi.fn<() => void>()
  const first = createNumbersFirst(results, draw)
  results.setState({ isAnalysing: true })
  first.ask()
  first.stop()
  results.setState({ isAnalysing: false })
  vi.advanceTimersByTime(1000)
  expect(draw).not.toHaveBeenCalled()
})
