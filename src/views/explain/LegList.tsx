import type { ExplainedWalk } from '../../model/explanation'
import { LEG_GROUPS, PALETTES } from '../../map/palette'
import { useActions, useView } from '../app-context'
import { type Teller, tellLeg } from './tell-explanation'

interface LegListProps {
  readonly walk: ExplainedWalk
  readonly teller: Teller
}

/** Minutes and seconds since the door, 3:05. */
function tellClock(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Every leg of a walk: when it begins, what is walked, how far and how long. Pointed at: lit up on the map. */
export function LegList({ walk, teller }: LegListProps) {
  const { words } = teller
  const actions = useActions()
  const { legs: colors } = PALETTES[useView((view) => view.appearance)]
  return (
    <details className="leg-details">
      <summary className="caption">{words.explain.legs}</summary>
      <ol className="leg-list">
        {walk.legs.map((leg, index) => {
          const { what, figures } = tellLeg(leg, teller)
          return (
            <li
              key={`${leg.from_ms} ${leg.kind}`}
              onMouseEnter={() => actions.point({ kind: 'leg', index })}
              onMouseLeave={() => actions.point(null)}
            >
              <span className="figure caption leg-time">{tellClock(leg.from_ms)}</span>
              <span className="swatch" style={{ background: colors[LEG_GROUPS[leg.kind]] }} />
              <span className="grow">
                {what} <span className="caption figure">{figures}</span>
              </span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
