import { useMemo } from 'react'
import type { Gap } from '../../model/gap'
import { type PeopleOf, sumGaps } from '../../model/gap-filter'
import { useLanguage, useView } from '../app-context'
import { groupByFamily } from '../families'
import { Icon } from '../ui/Icon'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { tellGapPeople } from './tell-gap-people'

interface ClassSumsProps {
  readonly gaps: readonly Gap[]
  readonly peopleOf: PeopleOf
  readonly onClass: (code: string) => void
}

/** Thousands of gaps by class, families in their order: how many, for how many people. A class opens its list. */
export function ClassSums({ gaps, peopleOf, onClass }: ClassSumsProps) {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const pack = useView((view) => view.rules)
  const families = useMemo(() => {
    const byClass = new Map<string, Gap[]>()
    for (const gap of gaps) {
      const list = byClass.get(gap.class)
      if (list === undefined) byClass.set(gap.class, [gap])
      else list.push(gap)
    }
    return groupByFamily(pack)
      .map(({ family, rules }) => ({
        family,
        classes: rules
          .filter(({ code }) => byClass.has(code))
          .map(({ code }) => ({ code, sum: sumGaps(byClass.get(code) ?? [], peopleOf) })),
      }))
      .filter(({ classes }) => classes.length > 0)
  }, [gaps, peopleOf, pack])
  return (
    <div className="panel-scroll">
      {families.map(({ family, classes }) => (
        <div key={family} role="group" aria-label={words.family[family]}>
          <h3 className="family-head line">
            <span className="grow">{words.family[family]}</span>
            <span className="caption figure">
              {words.gapList.classSum(format.count(classes.reduce((all, { sum }) => all + sum.gaps, 0)))}
            </span>
          </h3>
          <ul>
            {classes.map(({ code, sum }) => (
              <li key={code}>
                <button
                  type="button"
                  className="plain row-button line class-sum"
                  onClick={() => onClass(code)}
                >
                  <ClassMark code={code} />
                  <span className="clip grow">{names.classOf(code)}</span>
                  <span className={sum.people === null ? 'caption is-unknown' : 'figure'}>
                    {tellGapPeople({ people: sum.people, uncounted: sum.is_least ? 1 : 0 }, language) ??
                      words.inspector.peopleUnknown}
                  </span>
                  <span className="caption figure class-sum-gaps">
                    {words.gapList.classSum(format.count(sum.gaps))}
                  </span>
                  <Icon name="chevron" small />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
