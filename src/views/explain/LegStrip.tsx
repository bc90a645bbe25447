import type { ExplainedWalk } from '../../model/explanation'
import { LEG_GROUPS, type LegGroup, PALETTES } from '../../map/palette'
import { useActions, useView } from '../app-context'
import { type Teller, tellLeg } from './tell-explanation'

interface WalkProps {
  readonly walk: ExplainedWalk
  readonly teller: Teller
}

/** Ticks of the axis are this many minutes apart at least, so that they can be read. */
const MOST_TICKS = 8

/** The unit stands at the right of the axis: ticks end before it. */
const AXIS_SHARE = 0.88

/**
 * A walk as a bar: every leg as wide as it takes, a tick for the minutes, and the meaning of the colors. The same
 * is told leg by leg in the list below, so the bar itself is one image with a label.
 */
export function LegStrip({ walk, teller }: WalkProps) {
  const { words, format } = teller
  const actions = useActions()
  const { legs: colors } = PALETTES[useView((view) => view.appearance)]
  const pointed = useView((view) => view.pointed)
  const minutes = walk.ms / 60_000
  const every = [1, 2, 5, 10, 15].find((step) => minutes / step <= MOST_TICKS) ?? 15
  const ticks = Array.from({ length: Math.floor(minutes / every) + 1 }, (_, i) => i * every).filter(
    (minute) => minute <= minutes * AXIS_SHARE,
  )
  const groups = [...new Set(walk.legs.map(({ kind }) => LEG_GROUPS[kind]))]
  return (
    <div className="leg-strip">
      <div
        className="leg-bar"
        role="img"
        aria-label={`${words.explain.strip}: ${format.minutes(walk.ms / 1000)}`}
      >
        {walk.legs.map((leg, index) => {
          const { what, figures } = tellLeg(leg, teller)
          const isPointed = pointed?.kind === 'leg' && pointed.index === index
          return (
            <span
              key={`${leg.from_ms} ${leg.kind}`}
              className={isPointed ? 'leg-part is-pointed' : 'leg-part'}
              style={{ flexGrow: leg.ms, background: colors[LEG_GROUPS[leg.kind]] }}
              title={`${what} · ${figures}`}
              onMouseEnter={() => actions.point({ kind: 'leg', index })}
              onMouseLeave={() => actions.point(null)}
            />
          )
        })}
      </div>
      <div className="leg-axis caption figure" aria-hidden="true">
        {ticks.map((minute) => (
          <span key={minute} style={{ left: `${(minute / minutes) * 100}%` }}>
            {minute}
          </span>
        ))}
        <span className="leg-axis-unit">{words.unit.minutes}</span>
      </div>
      <ul className="leg-legend caption">
        {groups.map((group: LegGroup) => (
          <li key={group} className="line">
            <span className="swatch" style={{ background: colors[group] }} />
            {words.explain.group[group]}
          </li>
        ))}
      </ul>
    </div>
  )
}
