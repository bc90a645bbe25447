import { Select } from 'antd'
import type { PlanTool } from '../../store/plan-state'
import { useActions, useLanguage, useView } from '../app-context'
import { Icon, type IconName } from '../ui/Icon'
import { useNames } from '../use-names'

/** Tools of a scenario; spaces are drawn into the data, where they are listed. */
type ToolKind = Exclude<PlanTool['kind'], 'draw-space' | 'place-space' | 'draw-unit'>

const TOOLS: readonly { readonly kind: ToolKind; readonly icon: IconName }[] = [
  { kind: 'move-facility', icon: 'move' },
  { kind: 'add-facility', icon: 'plus' },
  { kind: 'open-wall', icon: 'wall' },
  { kind: 'add-path', icon: 'path' },
  { kind: 'remove-path', icon: 'cut' },
]
/** What a renovation adds most. */
const FIRST_CLASS = 'ELDER_DAYCARE'

/** What a press on the map does: one tool at a time, none selects. */
export function ToolBar() {
  const { locale, words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const tool = useView((view) => view.tool)
  const rules = useView((view) => view.rules.rules)
  const chosen = tool?.kind === 'add-facility' ? tool.code : null
  const add = (code: string): PlanTool => ({
    kind: 'add-facility',
    code,
    name: words.scenario.addedName(names.classOf(code)),
  })
  const take = (kind: ToolKind) => {
    if (tool?.kind === kind) actions.setTool(null)
    else if (kind === 'add-facility')
      actions.setTool(add(names.rules.has(FIRST_CLASS) ? FIRST_CLASS : rules[0].code))
    else actions.setTool({ kind })
  }
  return (
    <section className="scenario-toolbar" aria-label={words.scenario.tools}>
      <div className="tool-grid">
        {TOOLS.map(({ kind, icon }) => (
          <button
            key={kind}
            type="button"
            className="plain tool-button"
            aria-pressed={tool?.kind === kind}
            aria-label={words.scenario.tool[kind]}
            title={`${words.scenario.tool[kind]} · ${words.scenario.toolHint[kind]}`}
            onClick={() => take(kind)}
          >
            <Icon name={icon} small />
            <span>{words.scenario.toolShort[kind]}</span>
          </button>
        ))}
      </div>
      {chosen === null ? null : (
        <Select<string>
          aria-label={words.scenario.chooseClass}
          className="tool-class"
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          onChange={(code) => actions.setTool(add(code))}
          options={rules.map(({ code, name_zh, name_en }) => ({
            value: code,
            label: locale === 'zh' ? name_zh : name_en,
          }))}
        />
      )}
    </section>
  )
}
