import { Select } from 'antd'
import { COMPLETENESS_LEVELS, type CompletenessLevel, SURVEYED_LAYERS } from '../../model/project'
import type { ProjectState } from '../../store/state'
import { useActions, useLanguage } from '../app-context'
import { Section } from '../ui/Section'

type Summary = NonNullable<ProjectState['summary']>

/** How complete each layer is that decides what is unknown. */
export function CompletenessList({ summary }: { readonly summary: Summary }) {
  const { words } = useLanguage()
  const actions = useActions()
  return (
    <Section title={words.rules.completeness} isFlush>
      <p className="section-body caption">{words.rules.completenessHint}</p>
      <ul>
        {SURVEYED_LAYERS.map((layer) => (
          <li key={layer} className="completeness-row">
            <span className="line">
              <span className="grow">{words.layer[layer]}</span>
              <Select<CompletenessLevel | 'unsaid'>
                size="small"
                className="completeness-select"
                aria-label={words.rules.completenessOf(words.layer[layer])}
                value={summary.completeness[layer] ?? 'unsaid'}
                onChange={(level) => void actions.setCompleteness(layer, level === 'unsaid' ? null : level)}
                options={(['unsaid', ...COMPLETENESS_LEVELS] as const).map((level) => ({
                  value: level,
                  label: words.rules.level[level],
                }))}
              />
            </span>
            <span className="caption">{words.rules.layerEffect[layer]}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
