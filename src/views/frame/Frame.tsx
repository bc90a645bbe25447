import './frame.css'
import '../present/sheet.css'
import { type ComponentType, type CSSProperties, type ReactNode, useLayoutEffect, useState } from 'react'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { AssessPanel } from '../assess/AssessPanel'
import { MapLegend } from '../assess/MapLegend'
import { CompareOnMap } from '../compare/CompareOnMap'
import { DataPanel } from '../data/DataPanel'
import { GapsPanel } from '../gaps/GapsPanel'
import { Inspector } from '../inspector/Inspector'
import { PlanPanel } from '../plan/PlanPanel'
import { useSheet } from '../present/use-sheet'
import { useTalkKeys } from '../present/use-talk-keys'
import { ToolHint } from '../scenario/ToolHint'
import { TableDrawer, USUAL_HEIGHT } from '../table/TableDrawer'
import type { Workspace } from '../../store/state'
import { DropZone } from './DropZone'
import { Notices } from './Notices'
import { ProgressStrip } from './ProgressStrip'
import { Rail } from './Rail'
import { TopBar } from './TopBar'
import { useInsets } from './use-insets'
import { useShortcuts } from './use-shortcuts'
import { Welcome } from './Welcome'
import { LatePart } from '../ui/LatePart'
import { PartGuard } from '../ui/PartGuard'

// looked at now and then, and not small
const loadMeeting = async () => (await import('../present/PresentView')).PresentView
const loadRules = async () => (await import('../rules/RulesDrawer')).RulesDrawer

const PANELS: Readonly<Record<Exclude<Workspace, 'present'>, ComponentType>> = {
  data: DataPanel,
  assess: AssessPanel,
  gaps: GapsPanel,
  plan: PlanPanel,
}

/** Top bar, rail, panel, inspector and drawer around the one map, which stays. */
export function Frame({ map }: { readonly map: ReactNode }) {
  const { words } = useLanguage()
  const actions = useActions()
  const workspace = useView((view) => view.workspace)
  const isTableOpen = useView((view) => view.isTableOpen)
  const isRulesOpen = useView((view) => view.isRulesOpen)
  const hasSelection = useView((view) => view.selection !== null)
  const phase = useProject((project) => project.phase)
  const hasAnalysis = useProject((project) => project.summary !== null)
  const [isPanelOpen, setPanelOpen] = useState(true)
  const [drawerHeight, setDrawerHeight] = useState(USUAL_HEIGHT)
  const isPresenting = workspace === 'present'
  const Panel = workspace === 'present' ? null : PANELS[workspace]
  const isReady = phase === 'ready'

  const open = {
    isPresenting,
    hasPanel: isPanelOpen && isReady,
    hasInspector: hasSelection && isReady,
    drawerHeight: isTableOpen && isReady ? drawerHeight : 0,
  }
  const insets = useInsets(open)
  // the map frames what is opened in the very moment it comes, and the panel comes with it
  const mapInsets = useInsets({ ...open, hasPanel: isPanelOpen && phase !== 'empty' })
  // before anything is shown: a flight asked for in the same moment must know them
  useLayoutEffect(() => actions.setInsets(mapInsets), [actions, mapInsets])
  useShortcuts()
  useTalkKeys(isPresenting)
  useSheet()

  const style = {
    '--inset-top': `${insets.top}px`,
    '--inset-right': `${insets.right}px`,
    '--inset-bottom': `${insets.bottom}px`,
    '--inset-left': `${insets.left}px`,
    '--drawer-height': `${isTableOpen && isReady ? drawerHeight : 0}px`,
  } as CSSProperties

  const chooseWorkspace = (next: Workspace) => {
    // pressing the open workspace folds its panel away, pressing any brings one back
    setPanelOpen(next !== workspace || !isPanelOpen)
    actions.setWorkspace(next)
  }

  return (
    <div className={isPresenting ? 'frame is-presenting' : 'frame'} style={style}>
      {isPresenting ? null : <TopBar />}
      <div className="stage">
        <main className="map-host" aria-label={words.appName}>
          {map}
        </main>
        {isPresenting ? (
          <LatePart load={loadMeeting} />
        ) : (
          <>
            <Rail isPanelOpen={isPanelOpen} onChoose={chooseWorkspace} />
            {isPanelOpen && isReady && Panel !== null ? (
              <aside className="panel" aria-label={words.workspace[workspace]}>
                <PartGuard key={workspace}>
                  <Panel />
                </PartGuard>
              </aside>
            ) : null}
            {hasSelection && isReady ? (
              <PartGuard>
                <Inspector />
              </PartGuard>
            ) : null}
            {isTableOpen && isReady ? (
              <PartGuard>
                <TableDrawer height={drawerHeight} onResize={setDrawerHeight} />
              </PartGuard>
            ) : null}
            {isReady && hasAnalysis ? <MapLegend /> : null}
            {isReady ? <ToolHint /> : null}
            {isReady ? <CompareOnMap /> : null}
            {isRulesOpen ? <LatePart load={loadRules} /> : null}
          </>
        )}
        {phase === 'ready' ? null : <Welcome />}
        <ProgressStrip />
        <Notices />
      </div>
      <DropZone />
    </div>
  )
}
