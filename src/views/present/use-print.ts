import { useCallback, useEffect } from 'react'
import { useActions, useView } from '../app-context'
import { takeSheetForm } from './use-sheet'

/** The longest that a map is waited for, milliseconds. */
const MOST_MS = 10_000

/**
 * Prints what is on the screen, by a button and by the browser's own key. Before that the page takes the form of the
 * sheet, and in the dark appearance everything turns light, for paper is white; afterwards all is as it was.
 */
export function usePrint(): () => void {
  const actions = useActions()
  const appearance = useView((view) => view.appearance)
  const print = useCallback((): void => {
    void printSheet()

    async function printSheet(): Promise<void> {
      const sheet = takeSheetForm()
      if (appearance !== 'light') actions.setAppearance('light')
      // a map that nothing changes for draws nothing
      if (sheet.isOther || appearance !== 'light') await nextDrawn()
      // the other half of a swipe may have begun later
      await atMost(askMaps())
      const restore = (): void => {
        sheet.leave()
        if (appearance !== 'light') actions.setAppearance(appearance)
      }
      window.addEventListener('afterprint', restore, { once: true })
      window.print()
    }
  }, [actions, appearance])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key !== 'p') return
      event.preventDefault()
      print()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [print])
  return print
}

/** Until a map tells that it has drawn all it has to. */
function nextDrawn(): Promise<void> {
  return atMost(
    new Promise((resolve) => window.addEventListener('map-idle', () => resolve(), { once: true })),
  )
}

/** Until every map on the page has drawn all it has to: each adds its answer to the question. */
async function askMaps(): Promise<void> {
  const answers: Promise<void>[] = []
  window.dispatchEvent(new CustomEvent('maps-drawn', { detail: answers }))
  await Promise.all(answers)
}

/** One that never comes is not waited for. */
function atMost(wait: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, MOST_MS)
    void wait.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
