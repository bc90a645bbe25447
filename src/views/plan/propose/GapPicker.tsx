import { useMemo, useState } from 'react'
import type { Gap } from '../../../model/gap'
import { HOSTING_PACK } from '../../../model/hosting-pack'
import { useActions, useLanguage, usePlanning, useResults } from '../../app-context'
import { ClassMark } from '../../ui/SignMark'
import { type Names, useNames } from '../../use-names'
import { tellGapPeople } from '../../gaps/tell-gap-people'

/** So many are listed at first: the worst ones. */
const LISTED = 30
const NO_GAPS: readonly Gap[] = []
const HOSTED: ReadonlySet<string> = new Set(HOSTING_PACK.uses.flatMap(({ classes }) => classes))

interface GapPickerProps {
  /** whose gaps are offered; null: everybody's */
  readonly communities: readonly string[] | null
}

/** Which gaps a plan is to close: those of classes that a space may hold, the worst first, the chosen ones on top. */
export function GapPicker({ communities }: GapPickerProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const gaps = useResults((results) => results.analysis?.gaps ?? NO_GAPS)
  const chosen = usePlanning((planning) => planning.wishes.gaps)
  const [isLong, setLong] = useState(false)
  const offered = useMemo(() => {
    const scope = communities === null ? null : new Set(communities)
    const isOurs = (gap: Gap) => scope === null || gap.places.some((place) => scope.has(place))
    return gaps.filter((gap) => HOSTED.has(gap.class) && isOurs(gap))
  }, [gaps, communities])
  const [first, rest] = useMemo(() => {
    const picked = new Set(chosen)
    return [offered.filter(({ id }) => picked.has(id)), offered.filter(({ id }) => !picked.has(id))]
  }, [offered, chosen])
  const shown = isLong ? rest : rest.slice(0, Math.max(0, LISTED - first.length))
  const choose = (ids: readonly string[]) => actions.setWishes({ gaps: ids })
  return (
    <div className="gap-picker">
      <div className="line">
        <span className="grow caption">
          {words.propose.gapsChosen(format.count(first.length), format.count(offered.length))}
        </span>
        {first.length === 0 ? null : (
          <button type="button" className="plain link" onClick={() => choose([])}>
            {words.propose.gapsClear}
          </button>
        )}
      </div>
      {offered.length === 0 ? (
        <p className="caption">{words.propose.gapsNone}</p>
      ) : (
        <ul className="gap-picks">
          {[...first, ...shown].map((gap, i) => (
            <GapPick
              key={gap.id}
              gap={gap}
              isChosen={i < first.length}
              onChoose={(isChosen) =>
                choose(isChosen ? [...chosen, gap.id] : chosen.filter((id) => id !== gap.id))
              }
            />
          ))}
        </ul>
      )}
      {rest.length > shown.length ? (
        <button type="button" className="plain link" onClick={() => setLong(true)}>
          {words.propose.gapsAll(format.count(offered.length))}
        </button>
      ) : null}
    </div>
  )
}

interface GapPickProps {
  readonly gap: Gap
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function GapPick({ gap, isChosen, onChoose }: GapPickProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const selection = { kind: 'gap' as const, id: gap.id }
  const places = nameGap(gap.places, names, words.listSeparator)
  return (
    <li>
      <label
        className="line gap-pick"
        title={places}
        onMouseEnter={() => actions.hover(selection)}
        onMouseLeave={() => actions.hover(null)}
      >
        <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
        <ClassMark code={gap.class} />
        <span className="clip grow">
          {names.classOf(gap.class)} <span className="caption">{places}</span>
        </span>
        <span className={gap.people === null ? 'is-unknown' : 'figure'}>
          {tellGapPeople(gap, language) ?? words.unknown}
        </span>
      </label>
    </li>
  )
}

/** The communities of a gap. */
export function nameGap(places: readonly string[], names: Names, separator: string): string {
  return places.map((place) => names.community(place)).join(separator)
}
