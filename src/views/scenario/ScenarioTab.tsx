import './scenario.css'
import { useLanguage, useView } from '../app-context'
import { EditList } from './EditList'
import { EffectBlock } from './EffectBlock'
import { ScenarioBar } from './ScenarioBar'
import { ToolBar } from './ToolBar'
import { TryList } from './TryList'
import { useEditing } from './use-editing'

/** The scenario that is shown: its measures, and what they change. */
export function ScenarioTab() {
  const { words } = useLanguage()
  const { shown, scenarios } = useEditing()
  const isDragging = useView((view) => view.dragged !== null)
  const isShownKnown = useView((view) => view.scenario === null) || shown !== null
  return (
    <>
      {scenarios.length === 0 ? null : <ScenarioBar />}
      <div className="panel-scroll">
        {shown === null ? (
          isShownKnown ? (
            <TryList hint={words.scenario.startHint} hasStart />
          ) : null
        ) : (
          <>
            {shown.locked === true ? (
              <p className="scenario-locked">
                {words.scenario.locked} <span className="caption">{words.scenario.lockedHint}</span>
              </p>
            ) : (
              <ToolBar />
            )}
            {shown.edits.length === 0 && !isDragging ? (
              <TryList hint={words.scenario.emptyHint} hasStart={false} />
            ) : (
              <>
                <EffectBlock scenario={shown} />
                {shown.edits.length === 0 ? null : <EditList scenario={shown} />}
              </>
            )}
          </>
        )}
      </div>
    </>
  )
}
