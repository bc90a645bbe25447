import { isAnywhere } from '../../model/changed-classes'
import type { Comparison } from '../../model/comparison'
import { useLanguage } from '../app-context'

/** Person-minutes; where some walks are those of people nobody counted that is said, and where all are it is no number. */
export function Minutes({ comparison }: { readonly comparison: Comparison }) {
  const { words, format } = useLanguage()
  const { classes, person_minutes: minutes } = comparison
  const isPartial = classes.some(({ required, uncounted }) => required && isAnywhere(uncounted))
  if (isPartial && minutes === 0)
    return (
      <span className="is-unknown" title={words.scenario.minutesUnknown}>
        {words.unknown}
      </span>
    )
  return (
    <>
      {format.count(Math.abs(minutes))} <small>{words.scenario.personMinutes}</small>
      {isPartial ? (
        <small title={words.scenario.minutesUnknown}> {words.scenario.minutesPartly}</small>
      ) : null}
    </>
  )
}
