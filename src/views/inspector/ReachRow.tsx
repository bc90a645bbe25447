import type { Reason, Verdict } from '../../model/assessment'
import type { Who } from '../../model/explanation'
import type { Origin } from '../../model/analysis'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { ExplainSection } from '../explain/ExplainSection'
import { ClassMark } from '../ui/SignMark'
import { VerdictMark } from '../ui/VerdictMark'
import { useNames } from '../use-names'

interface ReachRowProps {
  readonly origin: Origin
  readonly code: string
  readonly verdict: Verdict
  readonly reason: Reason
  readonly distance_m: number | null
  readonly time_s: number | null
  readonly facility: string | null
  /** the walk the verdict uses, as text; null: not said here */
  readonly limit: string | null
}

/** Whose walks an origin stands for; null: people walk to it, not from it. */
function whoOf(origin: Origin): Who | null {
  return origin.kind === 'facility' ? null : origin
}

/**
 * One class from one origin: verdict, walk in metres and minutes, which facility. Pressed: drawn as a route. Asked
 * why, it is explained below the row.
 */
export function ReachRow(props: ReachRowProps) {
  const { origin, code, verdict, reason, distance_m, time_s, facility, limit } = props
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const isDrawn = useResults((results) => facility !== null && results.route?.facility === facility)
  const walk =
    distance_m === null
      ? verdict === 'unserved'
        ? words.nothingReached
        : words.unknown
      : `${format.metres(distance_m)} · ${format.minutes(time_s)}`
  const because = [
    verdict === 'served' ? null : words.reason[reason],
    limit === null ? null : words.assess.limit(limit),
    facility === null ? null : names.facility(facility),
  ]
    .filter((part) => part !== null)
    .join(' · ')
  const who = whoOf(origin)
  const isAsked = useView(
    ({ asked }) => asked !== null && asked.code === code && JSON.stringify(asked.who) === JSON.stringify(who),
  )
  const row = (
    <button
      type="button"
      className="plain row-button reach-row"
      disabled={facility === null}
      aria-pressed={isDrawn}
      onClick={() => {
        if (facility === null) return
        // pressed again: off the map
        if (isDrawn) actions.clearRoute()
        else actions.showRoute(origin, facility)
      }}
      onMouseEnter={() => actions.hover(facility === null ? null : { kind: 'facility', id: facility })}
      onMouseLeave={() => actions.hover(null)}
    >
      <ClassMark code={code} />
      <span className="gap-body">
        <span className="line">
          <span className="clip grow" title={names.classOf(code)}>
            {names.classOf(code)}
          </span>
          <span className={distance_m === null ? 'figure is-unknown' : 'figure'}>{walk}</span>
          <VerdictMark verdict={verdict} />
        </span>
        <span className="caption clip" title={because}>
          {because}
        </span>
      </span>
    </button>
  )
  if (who === null) return row
  return (
    <>
      <div className="reach">
        {row}
        <button
          type="button"
          className="plain why"
          aria-expanded={isAsked}
          aria-label={words.explain.whyLabel(names.classOf(code))}
          onClick={() => actions.explain(isAsked ? null : { who, code })}
        >
          {words.explain.why}
        </button>
      </div>
      {isAsked ? <ExplainSection code={code} /> : null}
    </>
  )
}
