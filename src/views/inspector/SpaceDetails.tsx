import { useMemo } from 'react'
import { isPlacedByCommunity } from '../../model/placed-by-community'
import { originOf } from '../../store/run-catchment'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { ComplexSection } from '../plan/ComplexSection'
import { SpaceUses } from '../scenario/SpaceUses'
import { Section } from '../ui/Section'
import { SpaceMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { CatchmentSection } from './CatchmentSection'
import { HostingSection } from './HostingSection'
import { type Fact, FactList } from './FactList'
import { InspectorHead } from './InspectorHead'
import { OwnerSection } from './OwnerSection'
import { NearestSection } from './NearestSection'
import { useSourceLine } from './use-source-line'

/** The complex of services that the scenario makes of a space. */
function SpaceComplex({ space }: { readonly space: string }) {
  const complex = useResults(({ planned }) => planned?.complexes.find(({ spaces }) => spaces.includes(space)))
  const list = useMemo(() => (complex === undefined ? [] : [complex]), [complex])
  return <ComplexSection complexes={list} />
}

/** A candidate space: all that decides what it may become. */
export function SpaceDetails({ id }: { readonly id: string }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const record = names.records.spaces.get(id)
  const source = useSourceLine(record, 'spaces')
  const isPlacing = useView(({ tool }) => tool?.kind === 'place-space' && tool.space === id)
  const mapLayers = useProject((project) => project.mapLayers)
  const selection = useMemo(() => ({ kind: 'space' as const, id }), [id])
  const origin = useMemo(() => originOf(selection, { mapLayers }), [selection, mapLayers])
  const kind = record?.kind === undefined ? words.unknown : words.spaceKind[record.kind]
  const yesNo = (value: boolean | undefined) => (value === undefined ? null : value ? words.yes : words.no)
  const facts: Fact[] = [
    { name: words.field.area_m2, value: record?.area_m2 === undefined ? null : format.area(record.area_m2) },
    {
      name: words.field.storey,
      value: record?.storey === undefined ? null : words.unit.storey(record.storey),
    },
    {
      name: words.field.clear_height_m,
      value:
        record?.clear_height_m === undefined ? null : `${record.clear_height_m.toFixed(1)} ${words.unit.m}`,
    },
    {
      name: words.field.ownership,
      value: record?.ownership === undefined ? null : words.ownership[record.ownership],
    },
    { name: words.field.own_entrance, value: yesNo(record?.own_entrance) },
    { name: words.field.in_housing, value: yesNo(record?.in_housing) },
    { name: words.field.current_use, value: record?.current_use ?? null },
    { name: words.field.available_until, value: record?.available_until ?? null },
    {
      name: words.field.sun_hours,
      value: record?.sun_hours === undefined ? null : `${record.sun_hours} ${words.unit.hours}`,
    },
    {
      name: words.field.structure,
      value: record?.structure === undefined ? null : words.spaces.choice[record.structure],
    },
    {
      name: words.field.fire_grade,
      value: record?.fire_grade === undefined ? null : words.spaces.grade(String(record.fire_grade)),
    },
    { name: words.field.flue, value: yesNo(record?.flue) },
    { name: words.field.lift, value: yesNo(record?.lift) },
    {
      name: words.field.outdoor_m2,
      value: record?.outdoor_m2 === undefined ? null : format.area(record.outdoor_m2),
    },
    { name: words.field.heritage, value: yesNo(record?.heritage) },
    ...(record?.photos === undefined ? [] : [{ name: words.field.photos, value: record.photos }]),
    ...(record?.note === undefined ? [] : [{ name: words.field.note, value: record.note }]),
  ]
  return (
    <>
      <InspectorHead
        title={names.space(id)}
        subtitle={kind}
        mark={<SpaceMark kind={record?.kind} />}
        selection={selection}
      />
      <div className="panel-scroll">
        <Section
          title={words.inspector.facts}
          aside={
            <button type="button" className="plain link" onClick={() => actions.showInDrawer('spaces')}>
              {words.spaces.fill}
            </button>
          }
        >
          {record !== undefined && isPlacedByCommunity(record) ? (
            <p className="space-placed">
              {words.spaces.placed}
              {words.issueWhere.colon}
              {words.spaces.placedHint}
            </p>
          ) : null}
          {record?.geometry.type === 'Point' ? (
            <button
              type="button"
              className="plain bar-button space-place"
              aria-pressed={isPlacing}
              onClick={() =>
                actions.setTool(isPlacing ? null : { kind: 'place-space', space: id, name: names.space(id) })
              }
            >
              {words.spaces.place}
            </button>
          ) : null}
          <FactList facts={facts} />
          <p className="caption source-line">{source}</p>
        </Section>
        <OwnerSection community={record?.community} />
        <SpaceUses space={id} />
        <SpaceComplex space={id} />
        <HostingSection space={id} />
        <CatchmentSection selection={selection} />
        {origin === null ? null : <NearestSection selection={selection} origin={origin} />}
      </div>
    </>
  )
}
