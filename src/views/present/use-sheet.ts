import { useEffect } from 'react'

// A3 landscape less 10 mm on each side, in CSS pixels of 1/96 inch; present.css names the same sheet
const PX_PER_MM = 96 / 25.4
const SHEET_WIDTH = 400 * PX_PER_MM
const SHEET_HEIGHT = 276 * PX_PER_MM

/** Keeps the numbers that printing needs to put the whole window onto one sheet. */
export function useSheet(): void {
  useEffect(() => {
    const measure = () => {
      const { innerWidth, innerHeight } = window
      const { style } = document.documentElement
      style.setProperty('--screen-width', `${innerWidth}px`)
      style.setProperty('--screen-height', `${innerHeight}px`)
      const scale = Math.min(SHEET_WIDTH / innerWidth, SHEET_HEIGHT / innerHeight)
      style.setProperty('--sheet-scale', scale.toFixed(4))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
}
