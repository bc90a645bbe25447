import { useLanguage } from '../app-context'

interface ResizeHandleProps {
  readonly height: number
  readonly onResize: (height: number) => void
}

const LEAST = 160
const STEP = 40

/** The drawer's upper edge: dragged, or moved with the arrow keys. */
export function ResizeHandle({ height, onResize }: ResizeHandleProps) {
  const { words } = useLanguage()
  // the map keeps at least 160 px above the drawer
  const resize = (to: number) =>
    onResize(Math.round(Math.min(Math.max(to, LEAST), Math.max(LEAST, window.innerHeight - 208))))
  return (
    <div
      className="drawer-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={words.table.resize}
      aria-valuenow={height}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerHeight - event.clientY)
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') resize(height + STEP)
        else if (event.key === 'ArrowDown') resize(height - STEP)
        else return
        event.preventDefault()
      }}
    />
  )
}
