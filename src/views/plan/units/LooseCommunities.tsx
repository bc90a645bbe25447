import { useState } from 'react'
import { keepsOut, type UnitCandidate, type UnitLinks } from '../../../model/unit-pairing'
import type { RenovationUnit } from '../../../model/renovation-unit'
import { useActions, useLanguage } from '../../app-context'
import { useNames } from '../../use-names'
import { useShow } from '../../use-show'
import { nameUnit } from './name-unit'
import { tellApart, tellTogether } from './tell-unit-link'

interface LooseCommunitiesProps {
  readonly units: readonly RenovationUnit[]
  readonly links: UnitLinks
  readonly candidates: ReadonlyMap<string, UnitCandidate>
}

// a city may have more than anybody reads
const AT_FIRST = 30

/** The communities that may be renovated and are in no unit: each with its nearest neighbor, and what keeps it apart. */
export function LooseCommunities({ units, links, candidates }: LooseCommunitiesProps) {
  const { words, format } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [isLong, setLong] = useState(false)
  const taken = new Set(units.flatMap(({ communities }) => communities))
  const all = [...candidates.values()]
  const refused = all.filter(({ eligibility }) => eligibility === 'not-eligible').length
  const loose = all.filter(({ id, eligibility }) => eligibility !== 'not-eligible' && !taken.has(id))
  if (loose.length === 0 && refused === 0) return null
  return (
    <div className="unit-loose">
      {loose.length === 0 ? null : (
        <h3 className="unit-title">
          <button
            type="button"
            className="plain link"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words.units.loose(format.count(loose.length))}
          </button>
        </h3>
      )}
      {refused === 0 ? null : <p className="caption">{words.units.refused(format.count(refused))}</p>}
      {isOpen ? (
        <ul>
          {(isLong ? loose : loose.slice(0, AT_FIRST)).map((one) => (
            <Loose key={one.id} one={one} units={units} links={links} candidates={candidates} />
          ))}
        </ul>
      ) : null}
      {isOpen && loose.length > AT_FIRST ? (
        <button type="button" className="plain link caption" onClick={() => setLong(!isLong)}>
          {isLong ? words.units.less : words.units.allLoose(format.count(loose.length))}
        </button>
      ) : null}
    </div>
  )
}

function Loose({ one, units, links, candidates }: LooseCommunitiesProps & { readonly one: UnitCandidate }) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const show = useShow()
  const selection = { kind: 'community' as const, id: one.id }
  // of those that may be renovated, if there are any
  const near = links.of(one.id).map((link) => {
    const [a, b] = link.communities
    return { link, other: a === one.id ? b : a }
  })
  const nearest =
    near.find(({ other }) => candidates.get(other)?.eligibility !== 'not-eligible') ?? near.at(0)
  const tell = (): string => {
    if (nearest === undefined) return words.units.noNeighbor
    const { link, other } = nearest
    const beside = words.units.nearest(names.community(other), tellTogether(link, language))
    const unit = units.find(({ communities }) => communities.includes(other))
    const members = (unit?.communities ?? [other]).flatMap((id) => candidates.get(id) ?? [])
    const apart = keepsOut(one, members, links)
    if (apart === null)
      return `${beside}${words.units.apartSeparator}${unit === undefined ? words.units.free : words.units.mayJoin(nameUnit(unit, names, language))}`
    return `${beside}${words.units.apartSeparator}${tellApart(apart, names, language)}`
  }
  return (
    <li
      className="unit-loose-row"
      onMouseEnter={() => actions.hover(selection)}
      onMouseLeave={() => actions.hover(null)}
    >
      <button type="button" className="plain link" onClick={() => show(selection)}>
        {names.community(one.id)}
      </button>
      <span className="caption">{tell()}</span>
    </li>
  )
}
