import { useEffect } from 'react'
import { sheetForm } from '../../model/sheet'

/** Keeps the numbers that printing needs to put the whole page onto one sheet, whoever asks for it. */
export function useSheet(): void {
  useEffect(() => {
    const measure = () => {
      const { width, height, scale } = sheetForm(windowBox())
      const { style } = document.documentElement
      style.setProperty('--sheet-width', `${width}px`)
      style.setProperty('--sheet-height', `${height}px`)
      style.setProperty('--sheet-scale', scale.toFixed(5))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
}

/** The page in the form of the sheet. */
interface TakenForm {
  /** the window has another form */
  readonly isOther: boolean
  readonly leave: () => void
}

/** Gives the page the form of the sheet on the screen already, so that the map draws all that the paper has room for. */
export function takeSheetForm(): TakenForm {
  const now = windowBox()
  const { width, height } = sheetForm(now)
  const { classList } = document.documentElement
  classList.add('is-sheet')
  return {
    isOther: width !== now.width || height !== now.height,
    leave: () => classList.remove('is-sheet'),
  }
}

function windowBox() {
  return { width: window.innerWidth, height: window.innerHeight }
}
