import { reachesShare, tellShare, wholeArea } from '../../../model/ballot-share'
import type { Tally, VoteType } from '../../../model/consent'
import { useLanguage } from '../../app-context'

interface VoteMeterProps {
  readonly type: VoteType
  readonly tally: Tally
}

/** Four bars with the mark that has to be reached: taking part and agreeing, by heads and by area. */
export function VoteMeter({ type, tally }: VoteMeterProps) {
  const { words } = useLanguage()
  const { consent } = words
  const majority = type === 'simple' ? 'simple' : 'three-quarters'
  const { heads, voting_heads, yes_heads, area_m2, voting_area_m2, yes_area_m2 } = tally
  const rows = [
    { what: consent.quorum, of: consent.byHeads, part: voting_heads, whole: heads, least: 'quorum' },
    { what: consent.quorum, of: consent.byArea, part: voting_area_m2, whole: area_m2, least: 'quorum' },
    { what: consent.agreement, of: consent.byHeads, part: yes_heads, whole: voting_heads, least: majority },
    {
      what: consent.agreement,
      of: consent.byArea,
      part: yes_area_m2,
      whole: voting_area_m2,
      least: majority,
    },
  ] as const
  return (
    <ul className="vote-meters">
      {rows.map(({ what, of, part, whole, least }) => {
        const [some, all] = of === consent.byArea ? [part, whole].map(wholeArea) : [part, whole]
        const isReached = reachesShare(some, all, least)
        const share = whole > 0 ? part / whole : 0
        const told = `${tellShare(share, isReached)}%`
        return (
          <li
            key={`${what} ${of}`}
            className="vote-meter"
            title={consent.meter(what, of, told, consent.least[least])}
          >
            <span className="caption">
              {what} · {of}
            </span>
            <span className="vote-bar">
              <span
                className={isReached ? 'vote-fill is-reached' : 'vote-fill'}
                style={{ width: `${100 * share}%` }}
              />
              <span className="vote-mark" style={{ left: `${100 * MARK[least]}%` }} />
            </span>
            <span className="caption figure">
              {told} {consent.least[least]}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const MARK = { quorum: 2 / 3, simple: 1 / 2, 'three-quarters': 3 / 4 } as const
