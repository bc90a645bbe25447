import { useMemo, useState } from 'react'
import { idOfUnit, type RenovationUnit } from '../../../model/renovation-unit'
import { byAffinity, keepsOut, type UnitCandidate, type UnitLinks } from '../../../model/unit-pairing'
import type { UnitLink, UnitMember, UnitReport } from '../../../model/unit-report'
import { useActions, useLanguage } from '../../app-context'
import { IconButton } from '../../ui/IconButton'
import { NativeSelect } from '../../ui/NativeSelect'
import { useNames } from '../../use-names'
import { useShow } from '../../use-show'
import { nameUnit } from './name-unit'
import { tellMemberPeople } from './tell-deficit'
import { tellApart, tellTogether } from './tell-unit-link'

interface UnitMembersProps {
  readonly report: UnitReport
  readonly units: readonly RenovationUnit[]
  readonly links: UnitLinks
  readonly candidates: ReadonlyMap<string, UnitCandidate>
}

/** The communities of a unit: what each gives and gets. Some can be split off or taken out, and neighbors taken in. */
export function UnitMembers(props: UnitMembersProps) {
  const { report } = props
  const { words, format } = useLanguage()
  const actions = useActions()
  const { unit, members } = report
  const [ticked, setTicked] = useState<readonly string[]>([])
  const parting = ticked.filter((id) => unit.communities.includes(id))
  return (
    <div>
      <table className="unit-members">
        <thead>
          <tr>
            <th scope="col">{words.units.community}</th>
            <th scope="col">{words.units.gives}</th>
            <th scope="col">{words.units.gets}</th>
            <th scope="col" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              unit={unit.id}
              rest={restOf(unit.communities, member.id)}
              isTicked={parting.includes(member.id)}
              onTick={(isTicked) =>
                setTicked(isTicked ? [...parting, member.id] : parting.filter((id) => id !== member.id))
              }
            />
          ))}
        </tbody>
      </table>
      {parting.length === 0 || parting.length === members.length ? null : (
        <button
          type="button"
          className="plain bar-button unit-split"
          onClick={() => {
            actions.splitUnit(unit.id, parting)
            // both go on, perhaps under other ids: the one that stays is looked at
            actions.chooseUnit(idOfUnit(unit.communities.filter((id) => !parting.includes(id))))
          }}
        >
          {words.units.split(format.count(parting.length))}
        </button>
      )}
      <AddMember {...props} />
    </div>
  )
}

function restOf(communities: readonly string[], without: string): string | null {
  const rest = communities.filter((id) => id !== without)
  return rest.length === 0 ? null : idOfUnit(rest)
}

interface MemberRowProps {
  readonly member: UnitMember
  readonly unit: string
  /** id of the unit without it; null: nothing is left */
  readonly rest: string | null
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

function MemberRow({ member, unit, rest, isTicked, onTick }: MemberRowProps) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const show = useShow()
  const { id, people, spaces, area_m2, hosts, gains, people_gaining, eligibility } = member
  const name = names.community(id)
  const selection = { kind: 'community' as const, id }
  const classes = (codes: readonly string[]): string =>
    codes.map((code) => names.classOf(code)).join(words.listSeparator)
  return (
    <tr onMouseEnter={() => actions.hover(selection)} onMouseLeave={() => actions.hover(null)}>
      <th scope="row">
        <span className="line unit-member">
          {rest === null ? null : (
            <input
              type="checkbox"
              className="unit-tick"
              aria-label={words.units.tickMember(name)}
              title={words.units.tickMember(name)}
              checked={isTicked}
              onChange={(event) => onTick(event.target.checked)}
            />
          )}
          <button type="button" className="plain link clip" title={name} onClick={() => show(selection)}>
            {name}
          </button>
        </span>
        <span
          className={
            people === null && member.people_estimated === null ? 'caption is-unknown' : 'caption figure'
          }
          title={people === null && member.people_estimated !== null ? words.supply.estimateHint : undefined}
        >
          {tellMemberPeople(member, language)}
          {eligibility === 'data-missing' ? ` · ${words.eligibility[eligibility]}` : ''}
        </span>
      </th>
      <td title={classes(hosts)}>
        {spaces === 0 ? (
          words.units.givesNothing
        ) : (
          <>
            <span className="unit-part">{format.area(area_m2)}</span>
            <span className="unit-part">{words.units.givesClasses(format.count(hosts.length))}</span>
          </>
        )}
      </td>
      <td title={classes(gains)}>
        {gains.length === 0 ? (
          words.units.getsNothing
        ) : (
          <>
            <span className="unit-part">
              {people_gaining === null
                ? words.inspector.peopleUnknown
                : words.propose.personClasses(format.count(people_gaining))}
            </span>
            <span className="unit-part">{words.units.getsClasses(format.count(gains.length))}</span>
          </>
        )}
      </td>
      <td>
        {rest === null ? null : (
          <IconButton
            icon="close"
            label={words.units.takeOut(name)}
            isSmall
            onClick={() => {
              actions.dropFromUnits([id])
              // the unit goes on, perhaps under another id
              if (idOfUnit([id]) === unit) actions.chooseUnit(rest)
            }}
          />
        )}
      </td>
    </tr>
  )
}

/** Communities near the unit, the nearest first: what speaks for each, and what against it. */
function AddMember({ report, units, links, candidates }: UnitMembersProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const { communities } = report.unit
  const near = useMemo(() => {
    const members = communities.flatMap((id) => candidates.get(id) ?? [])
    const found = new Map<string, UnitLink>()
    for (const link of communities.flatMap((id) => links.of(id))) {
      const other = link.communities.find((id) => !communities.includes(id))
      if (other === undefined) continue
      const known = found.get(other)
      if (known === undefined || link.affinity > known.affinity) found.set(other, link)
    }
    return [...found]
      .toSorted(([, p], [, q]) => byAffinity(p, q))
      .flatMap(([id, link]) => {
        const one = candidates.get(id)
        return one === undefined ? [] : [{ id, link, apart: keepsOut(one, members, links) }]
      })
  }, [communities, links, candidates])
  if (near.length === 0) return null
  const tell = ({ id, link, apart }: (typeof near)[number]): string => {
    const unit = units.find((each) => each.communities.includes(id))
    return [
      tellTogether(link, language),
      ...(apart === null ? [] : [tellApart(apart, names, language)]),
      ...(unit === undefined ? [] : [words.units.isIn(nameUnit(unit, names, language))]),
    ].join(words.units.apartSeparator)
  }
  return (
    <NativeSelect
      className="unit-add"
      label={words.units.addMember}
      value=""
      options={[
        { value: '', label: words.units.addMember },
        ...near.map((each) => ({ value: each.id, label: `${names.community(each.id)}（${tell(each)}）` })),
      ]}
      onChange={(id) => {
        if (id === '') return
        actions.drawUnit([...communities, id], report.unit.name)
        actions.chooseUnit(idOfUnit([...communities, id]))
      }}
    />
  )
}
