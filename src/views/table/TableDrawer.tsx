import './table.css'
import { type ComponentType, useDeferredValue, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { DRAWER_TABS, type DrawerTab } from '../../store/table-state'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { AnalysisPending } from '../assess/AnalysisPending'
import { Icon } from '../ui/Icon'
import { LatePart } from '../ui/LatePart'
import { TabList, tabId } from '../ui/TabList'
import { DrawerToolsSlot } from './DrawerTools'
import { MatrixTable } from './MatrixTable'
import { ResizeHandle } from './ResizeHandle'

interface TableDrawerProps {
  readonly height: number
  readonly onResize: (height: number) => void
}

/** What the drawer opens with; expanded it leaves a strip of the map. */
export const USUAL_HEIGHT = 360
const BODY = 'drawer-body'
const MAP_LEFT = 208
const LEAST_FULL = 160

type TabOfAnalysis = ComponentType<{ readonly analysis: AnalysisView }>

/** What the drawer does not open with is loaded when it is looked at. */
const LATE: Readonly<Record<Exclude<DrawerTab, 'matrix'>, () => Promise<ComponentType>>> = {
  sheet: async () => withAnalysis((await import('../sheet/SheetTab')).SheetTab),
  charts: async () => withAnalysis((await import('../charts/ChartsTab')).ChartsTab),
  supply: async () => withAnalysis((await import('../supply/SupplyTab')).SupplyTab),
  profiles: async () => withAnalysis((await import('../profiles/ProfilesTab')).ProfilesTab),
  compare: async () => withAnalysis((await import('../compare/CompareTab')).CompareTab),
  spaces: async () => (await import('../spaces/SpaceTable')).SpaceTable,
}

function withAnalysis(Tab: TabOfAnalysis): ComponentType {
  return function Analysed() {
    const analysis = useResults((results) => results.analysis)
    return analysis === null ? null : <Tab analysis={analysis} />
  }
}

/** The drawer below the map: the table of communities × classes, sheets, charts, profiles side by side. */
export function TableDrawer({ height, onResize }: TableDrawerProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const tab = useView((view) => view.drawerTab)
  // the drawer is there at once; what fills it is rendered after, in pieces that let clicks through
  const shown = useDeferredValue<DrawerTab | null>(tab, null)
  const [tools, setTools] = useState<HTMLElement | null>(null)
  const most = Math.max(LEAST_FULL, window.innerHeight - MAP_LEFT)
  const isFull = height >= most
  return (
    <section className="drawer" aria-label={words.tables.tabsLabel} style={{ height }}>
      <ResizeHandle height={height} onResize={onResize} />
      <div className="drawer-head">
        <TabList
          tabs={DRAWER_TABS.map((value) => ({ value, label: words.tables.tabs[value] }))}
          value={tab}
          onChange={(next) => actions.showInDrawer(next)}
          label={words.tables.tabsLabel}
          controls={BODY}
        />
        <div ref={setTools} className="drawer-tools" />
        <button
          type="button"
          className="plain icon-button"
          aria-pressed={isFull}
          aria-label={isFull ? words.tables.shrink : words.tables.expand}
          title={isFull ? words.tables.shrink : words.tables.expand}
          onClick={() => onResize(isFull ? USUAL_HEIGHT : most)}
        >
          <Icon name={isFull ? 'down' : 'up'} />
        </button>
        <button
          type="button"
          className="plain icon-button"
          aria-label={words.close}
          title={words.close}
          onClick={() => actions.setTableOpen(false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div
        id={BODY}
        className="drawer-body"
        role="tabpanel"
        aria-labelledby={tabId(BODY, tab)}
        aria-busy={shown !== tab}
      >
        <DrawerToolsSlot value={tools}>{shown === null ? null : <Body tab={shown} />}</DrawerToolsSlot>
      </div>
    </section>
  )
}

function Body({ tab }: { readonly tab: DrawerTab }) {
  const analysis = useResults((results) => results.analysis)
  if (analysis === null) return <AnalysisPending />
  if (tab === 'matrix') return <MatrixTable analysis={analysis} />
  // one of its own for each tab: else the tab left stays in sight until the next one is loaded
  return <LatePart key={tab} load={LATE[tab]} />
}
