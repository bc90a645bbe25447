import { useEffect } from 'react'

// A3 landscape less 10 mm on each side, in CSS pixels of 1/96 inch; present.css names the same sheet
const PX_PER_MM = 96 / 25.4
const SHEET_WIDTH = 400 * PX_PER_MM
const SHEET_HEIGHT = 276 * PX_PER_MM

/** Keeps the numbers that printing needs to put the whole window onto one sheet. */
export function useSheet(): void {
  useEffect(() => {
    const measure = () => setSheet(window.innerWidth, window.innerHeight)
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
}

/** The page in the form of the sheet. */
interface SheetForm {
  /** the window has another form */
  readonly isOther: boolean
  readonly leave: () => void
}

/** Gives the page the form of the sheet, as large as the window at least, so that the map fills the paper. */
export function takeSheetForm(): SheetForm {
  const ratio = SHEET_WIDTH / SHEET_HEIGHT
  const width = Math.max(window.innerWidth, Math.ceil(window.innerHeight * ratio))
  const height = Math.round(width / ratio)
  setSheet(width, height)
  const { classList } = document.documentElement
  classList.add('is-sheet')
  return {
    isOther: width !== window.innerWidth || height !== window.innerHeight,
    leave() {
      classList.remove('is-sheet')
      setSheet(window.innerWidth, window.innerHeight)
    },
  }
}

function setSheet(width: number, height: number): void {
  const { style } = document.documentElement
  style.setProperty('--screen-width', `${width}px`)
  style.setProperty('--screen-height', `${height}px`)
  style.setProperty('--sheet-scale', Math.min(SHEET_WIDTH / width, SHEET_HEIGHT / height).toFixed(4))
}
