import type { StoreApi } from 'zustand/vanilla'
import type { ResultsState } from '../store/state'

/** The longest the map is kept from showing something, milliseconds. */
const MOST_MS = 500

export interface NumbersFirst {
  /** draws, as soon as the numbers allow it */
  ask(): void
  /** results have changed */
  follow(): void
  stop(): void
}

/**
 * Lets numbers that are about to come, or have just come, reach the screen before the map is drawn with them. Drawing the
 * map can take much longer than everything else that a changed rule or an edit sets off, most of all where no graphics card
 * does it, and the page shows nothing new meanwhile.
 */
export function createNumbersFirst(results: StoreApi<ResultsState>, draw: () => void): NumbersFirst {
  let timer: ReturnType<typeof setTimeout> | null = null
  let frame = 0
  let isDue = false

  function release(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!isDue) return
    isDue = false
    draw()
  }

  /** Draws once it may: waits for numbers that are awaited, but not for ever, and for a frame that shows them. */
  function drawInTurn(): void {
    if (areAwaited(results.getState())) timer ??= setTimeout(release, MOST_MS)
    else if (frame === 0) release()
  }

  /** Numbers are there: the next frame is theirs. */
  function showNumbers(): void {
    frame ||= requestAnimationFrame(() => {
      // after this frame
      setTimeout(() => {
        frame = 0
        drawInTurn()
      })
    })
  }

  const unsubscribe = results.subscribe((now, before) => {
    if (areAwaited(before) && !areAwaited(now)) showNumbers()
  })

  return {
    ask() {
      isDue = true
      drawInTurn()
    },
    follow() {
      isDue = true
      if (!areAwaited(results.getState())) showNumbers()
      drawInTurn()
    },
    stop() {
      unsubscribe()
      isDue = false
      if (timer !== null) clearTimeout(timer)
      cancelAnimationFrame(frame)
    },
  }
}

/** Numbers that take the place of others; the first ones of a project are not waited for. */
function areAwaited({ analysis, isAnalysing, isMeasuringEffect }: ResultsState): boolean {
  return analysis !== null && (isAnalysing || isMeasuringEffect)
}
