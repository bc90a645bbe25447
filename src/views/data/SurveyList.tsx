import { Switch } from 'antd'
import { useMemo } from 'react'
import { isClassSurveyed, layerOfClass } from '../../model/survey'
import type { ProjectState } from '../../store/state'
import { useActions, useLanguage, useView } from '../app-context'
import { groupByFamily } from '../families'
import { ClassMark } from '../ui/SignMark'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'

type Summary = NonNullable<ProjectState['summary']>

/** Which facility classes were surveyed: what turns "unknown" into "not served". */
export function SurveyList({ summary }: { readonly summary: Summary }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const groups = useMemo(() => groupByFamily(pack), [pack])
  const recordsOf = (code: string) => summary.facilitiesByClass[code] ?? 0
  const isSurveyed = (code: string) => isClassSurveyed(summary, code, recordsOf(code))
  // what a layer was not surveyed for, none of its classes was
  const isSettled = (code: string) => summary.completeness[layerOfClass(code)] === 'none'
  const done = pack.rules.filter((rule) => isSurveyed(rule.code)).length
  return (
    <Section
      title={words.data.survey}
      aside={words.data.surveySummary(format.count(done), format.count(pack.rules.length))}
      isFlush
    >
      <p className="section-body caption">{words.data.surveyHint}</p>
      {groups.map(({ family, rules }) => (
        <div key={family} role="group" aria-label={words.family[family]}>
          <h3 className="family-head">{words.family[family]}</h3>
          <ul>
            {rules.map(({ code }) => {
              const surveyed = isSurveyed(code)
              return (
                <li key={code} className="survey-row">
                  <ClassMark code={code} />
                  <span className="grow">
                    <span className="clip survey-name" title={names.classOf(code)}>
                      {names.classOf(code)}
                    </span>
                  </span>
                  <span className="caption figure">
                    {recordsOf(code) === 0
                      ? surveyed
                        ? words.none
                        : words.data.notSurveyed
                      : words.data.records(format.count(recordsOf(code)))}
                  </span>
                  <Switch
                    size="small"
                    aria-label={words.data.surveySwitch(names.classOf(code))}
                    checked={surveyed}
                    disabled={isSettled(code)}
                    onChange={(checked) => void actions.setSurveyed(code, checked)}
                  />
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </Section>
  )
}
