import { useActions, useView } from '../app-context'

/** The longest that a map is waited for, milliseconds. */
const MOST_MS = 10_000

/** Prints what is on the screen. Paper is white: in the dark appearance everything turns light for as long as it takes. */
export function usePrint(): () => void {
  const actions = useActions()
  const appearance = useView((view) => view.appearance)
  return () => {
    if (appearance === 'light') {
      window.print()
      return
    }
    void turnLight()
  }

  async function turnLight(): Promise<void> {
    actions.setAppearance('light')
    await mapIsDrawn()
    window.addEventListener('afterprint', () => actions.setAppearance(appearance), { once: true })
    window.print()
  }
}

/** Until the map tells that it has drawn all it has to; one that does not is not waited for. */
function mapIsDrawn(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      window.removeEventListener('map-idle', done)
      resolve()
    }
    const timer = setTimeout(done, MOST_MS)
    window.addEventListener('map-idle', done)
  })
}
