import './supply.css'
import { Segmented, Select, Switch } from 'antd'
import { type Decay, DECAYS, type Judging, JUDGINGS } from '../../model/analysis'
import { useActions, useLanguage, useView } from '../app-context'
import { Section } from '../ui/Section'

/** What a verdict asks for: a facility within the limit, enough of it, or both. */
export function JudgingControl() {
  const { words } = useLanguage()
  const actions = useActions()
  const judging = useView((view) => view.judging)
  const decay = useView((view) => view.decay)
  const countsSmall = useView((view) => view.countsSmall)
  return (
    <Section title={words.supply.judging}>
      <Segmented<Judging>
        block
        aria-label={words.supply.judging}
        value={judging}
        onChange={(value) => actions.setJudging(value)}
        options={JUDGINGS.map((value) => ({ value, label: words.supply.judgings[value] }))}
      />
      <p className="caption theme-hint">{words.supply.judgingHint[judging]}</p>
      <div className="judging-options">
        <label className="line">
          <span className="caption grow">{words.supply.countsSmall}</span>
          <Switch size="small" checked={countsSmall} onChange={(value) => actions.setCountsSmall(value)} />
        </label>
        {judging === 'access' ? null : (
          <label className="line">
            <span className="caption grow">{words.supply.decay}</span>
            <Select<Decay>
              size="small"
              className="decay-select"
              aria-label={words.supply.decay}
              value={decay}
              onChange={(value) => actions.setDecay(value)}
              options={DECAYS.map((value) => ({ value, label: words.supply.decays[value] }))}
            />
          </label>
        )}
      </div>
    </Section>
  )
}
