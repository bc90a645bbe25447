import { useMemo } from 'react'
import type { Insets } from '../../store/state'

// the same numbers as in tokens.css; the map needs them as numbers
const RAIL = 56
const PANEL = 360
const INSPECTOR = 368
// of one height: where a page is drawn without a graphics card, Chromium leaves as much of the map blank at the top as
// is covered at the bottom
const PRESENT_TOP = 120
const PRESENT_BOTTOM = 120

interface Open {
  readonly isPresenting: boolean
  readonly hasPanel: boolean
  readonly hasInspector: boolean
  /** 0: closed */
  readonly drawerHeight: number
}

/** How much of the map lies under what is open. */
export function useInsets({ isPresenting, hasPanel, hasInspector, drawerHeight }: Open): Insets {
  return useMemo(
    () =>
      isPresenting
        ? { top: PRESENT_TOP, right: 0, bottom: PRESENT_BOTTOM, left: 0 }
        : {
            top: 0,
            right: hasInspector ? INSPECTOR : 0,
            bottom: drawerHeight,
            left: RAIL + (hasPanel ? PANEL : 0),
          },
    [isPresenting, hasPanel, hasInspector, drawerHeight],
  )
}
