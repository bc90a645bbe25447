import './table.css'
import { useLanguage, useResults } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { useActions } from '../app-context'
import { MatrixTable } from './MatrixTable'
import { ResizeHandle } from './ResizeHandle'

interface TableDrawerProps {
  readonly height: number
  readonly onResize: (height: number) => void
}

/** The drawer below the map with the table of communities × classes. */
export function TableDrawer({ height, onResize }: TableDrawerProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const analysis = useResults((results) => results.analysis)
  return (
    <section className="drawer" aria-label={words.table.label} style={{ height }}>
      <ResizeHandle height={height} onResize={onResize} />
      {analysis === null ? (
        <>
          <div className="drawer-bar">
            <span className="grow" />
            <IconButton icon="close" label={words.close} onClick={() => actions.setTableOpen(false)} />
          </div>
          <EmptyState title={words.empty.noAnalysis} hint={words.empty.noAnalysisHint} />
        </>
      ) : (
        <MatrixTable analysis={analysis} />
      )}
    </section>
  )
}
