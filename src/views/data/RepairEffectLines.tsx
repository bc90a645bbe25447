import type { ClassEffect } from '../../model/finding'
import { useLanguage, useResults } from '../app-context'
import { tellHour } from '../basis-line'
import { useNames } from '../use-names'

/** People served before and after the chosen repair, class by class, and what the numbers rest on. */
export function RepairEffectLines() {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const effect = useResults((results) => results.effect)
  if (effect === null)
    return (
      <p className="caption effect" role="status">
        {words.doctor.effectComputing}
      </p>
    )
  const served = effect.classes.filter(isServedChange)
  const others = effect.classes.length - served.length
  return (
    <div className="effect">
      <p className="caption">{words.doctor.effect}</p>
      {served.length === 0 ? (
        <p>{words.doctor.effectNone}</p>
      ) : (
        <ul>
          {served.map((change) => (
            <li key={change.code} className="line">
              <span className="grow clip" title={names.classOf(change.code)}>
                {names.classOf(change.code)}
              </span>
              <ChangeFigure change={change} />
            </li>
          ))}
        </ul>
      )}
      {others === 0 ? null : <p className="caption">{words.doctor.effectUnknown(format.count(others))}</p>}
      <p className="caption">
        {words.doctor.effectBasis(
          words.profile[effect.profile],
          words.basis[effect.basis],
          tellHour(effect.hour, language),
          `${effect.rule_pack} ${effect.rule_pack_version}`,
        )}
      </p>
    </div>
  )
}

/** Whether more or fewer are served; otherwise only what is not known has changed. */
function isServedChange({ before, after }: ClassEffect): boolean {
  return (
    before.people_served !== after.people_served || before.communities_served !== after.communities_served
  )
}

/** People where they are known and change, communities otherwise. */
function ChangeFigure({ change }: { readonly change: ClassEffect }) {
  const { words, format } = useLanguage()
  const { before, after } = change
  const difference = after.people_served - before.people_served
  if (difference === 0)
    return (
      <span className="figure">
        {words.doctor.effectCommunities(
          format.count(before.communities_served),
          format.count(after.communities_served),
        )}
      </span>
    )
  return (
    <span className="figure">
      {words.doctor.effectPeople(format.count(before.people_served), format.people(after.people_served))}
      <span className={difference > 0 ? 'effect-gain' : 'effect-loss'}>
        {' '}
        {difference > 0 ? '+' : '−'}
        {format.count(Math.abs(difference))}
      </span>
    </span>
  )
}
