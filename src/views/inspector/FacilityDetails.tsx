import { useMemo } from 'react'
import { useActions, useLanguage, useProject, useResults } from '../app-context'
import { FacilityMeasures } from '../scenario/FacilityMeasures'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { CatchmentSection } from './CatchmentSection'
import { type Fact, FactList } from './FactList'
import { InspectorHead } from './InspectorHead'
import { NearestSection } from './NearestSection'
import { useSourceLine } from './use-source-line'
import { useShow } from '../use-show'

/** A facility: what is known of it, how far it reaches, and whose nearest it is. */
export function FacilityDetails({ id }: { readonly id: string }) {
  const { words, format } = useLanguage()
  const names = useNames()
  const record = names.records.facilities.get(id)
  const source = useSourceLine(record, 'facilities')
  // a scenario may close it
  const isThere = useProject(
    (project) => project.mapLayers?.facilities.some((each) => each.id === id) ?? false,
  )
  const selection = { kind: 'facility' as const, id }
  const className = record?.class === undefined ? words.unknown : names.classOf(record.class)
  const facts: Fact[] = [
    { name: words.field.class, value: className },
    {
      name: words.field.access,
      value: record?.access === undefined ? null : words.facilityAccess[record.access],
    },
    {
      name: words.field.floor_area_m2,
      value: record?.floor_area_m2 === undefined ? null : format.floor(record.floor_area_m2),
    },
    ...(record?.land_area_m2 === undefined
      ? []
      : [{ name: words.field.land_area_m2, value: format.area(record.land_area_m2) }]),
    {
      name: words.field.capacity,
      value: record?.capacity === undefined ? null : format.count(record.capacity),
    },
    ...(record?.storey === undefined
      ? []
      : [{ name: words.field.storey, value: words.unit.storey(record.storey) }]),
    ...(record?.step_free === undefined
      ? []
      : [{ name: words.field.step_free, value: record.step_free ? words.yes : words.no }]),
    ...(record?.community === undefined
      ? []
      : [{ name: words.field.community, value: names.community(record.community) }]),
    ...(record?.note === undefined ? [] : [{ name: words.field.note, value: record.note }]),
  ]
  return (
    <>
      <InspectorHead
        title={names.facility(id)}
        subtitle={isThere ? className : `${className} · ${words.scenario.isClosed}`}
        mark={<ClassMark code={record?.class} />}
        selection={selection}
      />
      <div className="panel-scroll">
        {record === undefined ? null : <FacilityMeasures record={record} />}
        <Section title={words.inspector.facts}>
          <FactList facts={facts} />
          <p className="caption source-line">{source}</p>
        </Section>
        {isThere ? (
          <>
            <CatchmentSection selection={selection} />
            {record?.class === undefined ? null : <UsersBlock id={id} code={record.class} />}
            <NearestSection selection={selection} origin={selection} />
          </>
        ) : null}
      </div>
    </>
  )
}

/** Communities whose nearest facility of this class is this one, nearest first. */
function UsersBlock({ id, code }: { readonly id: string; readonly code: string }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const assessment = useResults((results) => results.analysis?.assessment ?? null)
  const users = useMemo(() => {
    if (assessment === null) return []
    const column = assessment.classes.findIndex((candidate) => candidate.code === code)
    const facility = assessment.facility_ids.indexOf(id)
    if (column < 0 || facility < 0) return []
    return assessment.communities
      .flatMap((community, row) => {
        const at = row * assessment.classes.length + column
        return assessment.facility[at] === facility
          ? [{ id: community.id, people: community.people, walk_m: assessment.nearest_m[at] }]
          : []
      })
      .sort((a, b) => a.walk_m - b.walk_m)
  }, [assessment, code, id])
  if (users.length === 0) return null
  return (
    <Section title={words.inspector.users} aside={format.count(users.length)} isFlush>
      <ul>
        {users.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              className="plain row-button line"
              onClick={() => show({ kind: 'community', id: user.id })}
              onMouseEnter={() => actions.hover({ kind: 'community', id: user.id })}
              onMouseLeave={() => actions.hover(null)}
            >
              <span className="clip grow">{names.community(user.id)}</span>
              <span className="figure caption">{user.people === null ? '' : format.people(user.people)}</span>
              <span className="figure">{format.metres(user.walk_m)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
