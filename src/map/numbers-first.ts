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

  function release(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    draw()
  }

  /** Waits for the numbers; what does not come in time is not waited for. */
  function hold(): void {
    timer ??= setTimeout(release, MOST_MS)
  }

  return {
    ask() {
      if (areAwaited(results.getState())) hold()
      // a frame is on its way to show the numbers first
      else if (frame === 0) release()
    },
    follow() {
      if (areAwaited(results.getState())) hold()
      else
        frame ||= requestAnimationFrame(() => {
          // after this frame, which shows the numbers
          setTimeout(() => {
            frame = 0
            if (areAwaited(results.getState())) hold()
            else release()
          })
        })
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
      cancelAnimationFrame(frame)
    },
  }
}

/** Numbers that take the place of others; the first ones of a project are not waited for. */
function areAwaited({ analysis, isAnalysing, isMeasuringEffect }: ResultsState): boolean {
  return analysis !== null && (isAnalysing || isMeasuringEffect)
}
