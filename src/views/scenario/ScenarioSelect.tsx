import { Select } from 'antd'
import { labelScenario } from '../../model/label-scenario'
import { useActions, useLanguage } from '../app-context'
import { useEditing } from './use-editing'

// no scenario has an empty id
const BASE = ''

/** In the top bar: which scenario every number and color on the page is of. */
export function ScenarioSelect() {
  const { words } = useLanguage()
  const actions = useActions()
  const { scenarios, shown } = useEditing()
  if (scenarios.length === 0)
    return (
      <span className="decider" title={words.topBar.scenarioHint}>
        <span className="caption">{words.topBar.scenario}</span>
        <span>{words.topBar.scenarioNow}</span>
      </span>
    )
  return (
    <Select<string>
      aria-label={words.topBar.scenario}
      className={shown === null ? 'scenario-decider' : 'scenario-decider is-planned'}
      value={shown?.id ?? BASE}
      title={shown === null ? words.topBar.scenarioHint : labelScenario(shown, scenarios)}
      onChange={(id) => actions.showScenario(id === BASE ? null : id)}
      popupMatchSelectWidth={false}
      options={[
        { value: BASE, label: words.topBar.scenarioNow },
        ...scenarios.map((each) => ({ value: each.id, label: labelScenario(each, scenarios) })),
      ]}
    />
  )
}
