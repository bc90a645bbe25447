import { useEffect } from 'react'
import { useView } from '../app-context'
import { isOthers } from './use-talk-keys'

/** Esc closes what is open over the map of a meeting before it does anything else; null: nothing is. */
export function useEscape(close: (() => void) | null): void {
  // what was begun on the map is let go of before that
  const isBusy = useView((view) => view.tool !== null || view.dragged !== null)
  useEffect(() => {
    if (close === null || isBusy) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (isOthers(event) || event.key !== 'Escape') return
      event.preventDefault()
      close()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [close, isBusy])
}
