import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Assessment, Verdict } from '../../model/assessment'
import type { Community } from '../../model/layers'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { readCell } from '../assessment-cell'
import { EligibilityFacts } from '../scope/EligibilityFacts'
import { ModeBlock } from '../scope/ModeBlock'
import { CommunityMeasures } from '../scenario/CommunityMeasures'
import { GateSwitch } from '../scenario/GateSwitch'
import { NativeSelect } from '../ui/NativeSelect'
import { Section } from '../ui/Section'
import { SpaceMark } from '../ui/SignMark'
import { VerdictMark } from '../ui/VerdictMark'
import { useNames } from '../use-names'
import { ageBandsOf } from './age-bands'
import { CommunitySupply } from './CommunitySupply'
import { CatchmentSection } from './CatchmentSection'
import { type Fact, FactList } from './FactList'
import { InspectorHead } from './InspectorHead'
import { ReachRow } from './ReachRow'
import { useSourceLine } from './use-source-line'
import { useShow } from '../use-show'

/** A community: what is known of it, whether it is in the plan's scope, who lives there, what they reach. */
export function CommunityDetails({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const names = useNames()
  const record = names.records.communities.get(id)
  const assessment = useResults((results) => results.analysis?.assessment ?? null)
  const row = assessment?.communities.findIndex((community) => community.id === id) ?? -1
  const selection = { kind: 'community' as const, id }
  const subtitle = [record?.subdistrict, record?.committee].filter((part) => part !== undefined).join(' · ')
  return (
    <>
      <InspectorHead
        title={names.community(id)}
        subtitle={subtitle === '' ? words.search.community : subtitle}
        selection={selection}
      />
      <div className="panel-scroll">
        {assessment === null || row < 0 ? null : (
          <ScopeBlock assessment={assessment} row={row} record={record} />
        )}
        <CatchmentSection selection={selection} />
        {assessment === null || row < 0 ? null : <ClassTable assessment={assessment} row={row} id={id} />}
        {assessment === null || row < 0 ? null : <CommunitySupply id={id} />}
        {record === undefined ? null : (
          <>
            <PeopleBlock record={record} estimate={assessment?.communities[row]?.people_estimated ?? null} />
            <FactsBlock record={record} />
            <CommunityMeasures record={record} />
            <GatesBlock id={id} gatesUnknown={assessment?.communities[row]?.gatesUnknown ?? false} />
            <SpacesBlock id={id} />
          </>
        )}
      </div>
    </>
  )
}

const VERDICT_ORDER: readonly Verdict[] = ['served', 'unserved', 'unknown']

interface RowProps {
  readonly assessment: Assessment
  /** index into the assessment's communities */
  readonly row: number
}

function ScopeBlock({ assessment, row, record }: RowProps & { readonly record: Community | undefined }) {
  const { words } = useLanguage()
  const actions = useActions()
  const source = useSourceLine(record, 'communities')
  const { id, eligibility } = assessment.communities[row]
  return (
    <>
      <Section
        title={words.inspector.eligibility}
        aside={
          <button
            type="button"
            className="plain link"
            title={words.tables.sheet.openHint}
            onClick={() => actions.showInDrawer('sheet')}
          >
            {words.tables.sheet.title}
          </button>
        }
      >
        <EligibilityFacts eligibility={eligibility} basis={assessment.basis} source={source} />
      </Section>
      <Section title={words.tables.mode.title}>
        <ModeBlock id={id} canEdit />
      </Section>
    </>
  )
}

function ClassTable({ assessment, row, id }: RowProps & { readonly id: string }) {
  const { words, format } = useLanguage()
  const [scope, setScope] = useState<'all' | 'unserved'>('all')
  const cells = useMemo(
    () =>
      assessment.classes
        .map((column, index) => ({ column, cell: readCell(assessment, row, index) }))
        .filter(({ column }) => column.required || column.facilities > 0),
    [assessment, row],
  )
  const count = (verdict: Verdict) =>
    format.count(cells.filter(({ cell }) => cell.verdict === verdict).length)
  const shown = scope === 'all' ? cells : cells.filter(({ cell }) => cell.verdict === 'unserved')
  return (
    <Section
      title={words.inspector.classes}
      aside={
        <span className="line">
          {VERDICT_ORDER.map((verdict) => (
            <span key={verdict} className="line verdict-count" title={words.verdict[verdict]}>
              <VerdictMark verdict={verdict} />
              <span className="figure">{count(verdict)}</span>
            </span>
          ))}
        </span>
      }
      isFlush
    >
      <div className="section-body">
        <Segmented<'all' | 'unserved'>
          size="small"
          value={scope}
          onChange={setScope}
          options={[
            { value: 'all', label: words.inspector.allClasses },
            { value: 'unserved', label: words.inspector.onlyUnserved },
          ]}
        />
        <p className="caption">{words.inspector.classesHint}</p>
      </div>
      <ul>
        {shown.map(({ column, cell }) => (
          <li key={column.code}>
            <ReachRow
              origin={{ kind: 'community', id }}
              code={column.code}
              verdict={cell.verdict}
              reason={cell.reason}
              distance_m={cell.nearest_m}
              time_s={cell.nearest_s}
              facility={cell.facility}
              limit={format.limit(column.limit, column.limit_unit)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PeopleBlock({
  record,
  estimate,
}: {
  readonly record: Community
  /** people where nobody counted them; null: counted, or nothing to go by */
  readonly estimate: number | null
}) {
  const { words, format } = useLanguage()
  const bands = ageBandsOf(record)
  return (
    <Section
      title={words.inspector.people}
      aside={
        record.residents === undefined && estimate !== null
          ? words.supply.peopleEstimated(format.people(estimate))
          : format.people(record.residents)
      }
    >
      {record.residents === undefined && estimate !== null ? (
        <p className="caption">{words.supply.estimateHint}</p>
      ) : null}
      {bands.length === 0 ? (
        <p className="is-unknown">{words.inspector.peopleUnknown}</p>
      ) : (
        <table className="ages">
          <tbody>
            {bands.map(({ field, people, share }) => (
              <tr key={field}>
                <th scope="row">{words.field[field]}</th>
                <td className="age-bar" aria-hidden="true">
                  {share === null ? null : <span style={{ width: `${Math.min(1, share) * 100}%` }} />}
                </td>
                <td className="figure">{format.people(people)}</td>
                <td className="figure caption">{share === null ? '' : format.share(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** A fact that is only listed when it is known. */
function optional(name: string, value: string | null): readonly Fact[] {
  return value === null ? [] : [{ name, value }]
}

function FactsBlock({ record }: { readonly record: Community }) {
  const { words, format } = useLanguage()
  const source = useSourceLine(record, 'communities')
  const yesNo = (value: boolean | undefined) => (value === undefined ? null : value ? words.yes : words.no)
  const facts: Fact[] = [
    // what the plan's scope and the assessment rest on is shown also when it is unknown
    {
      name: words.field.built_year,
      value: record.built_year === undefined ? null : String(record.built_year),
    },
    {
      name: words.field.last_renovated_year,
      value: record.last_renovated_year === undefined ? null : String(record.last_renovated_year),
    },
    { name: words.field.expropriation_planned, value: yesNo(record.expropriation_planned) },
    {
      name: words.field.households,
      value: record.households === undefined ? null : format.count(record.households),
    },
    { name: words.field.gated, value: <GatedSelect record={record} /> },
    ...optional(
      words.field.floor_area_m2,
      record.floor_area_m2 === undefined ? null : format.floor(record.floor_area_m2),
    ),
    ...optional(words.field.affordable_housing, yesNo(record.affordable_housing)),
    ...optional(
      words.field.resident_will,
      record.resident_will === undefined ? null : format.share(record.resident_will),
    ),
    ...optional(
      words.field.management,
      record.management === undefined ? null : words.management[record.management],
    ),
    ...optional(
      words.field.parking_bays,
      record.parking_bays === undefined ? null : format.count(record.parking_bays),
    ),
    ...optional(words.field.owners, record.owners === undefined ? null : format.count(record.owners)),
    ...optional(words.field.note, record.note ?? null),
  ]
  return (
    <Section title={words.inspector.facts}>
      <FactList facts={facts} />
      <p className="caption source-line">{source}</p>
    </Section>
  )
}

function GatesBlock({ id, gatesUnknown }: { readonly id: string; readonly gatesUnknown: boolean }) {
  const { words } = useLanguage()
  const names = useNames()
  const gates = names.records.gatesOf.get(id) ?? []
  const isPlanning = useView((view) => view.workspace === 'plan')
  if (gates.length === 0 && !gatesUnknown) return null
  return (
    <Section title={words.inspector.gates}>
      {gatesUnknown ? (
        <>
          <p>{words.inspector.gatesUnknown}</p>
          <p className="caption">{words.inspector.gatesUnknownHint}</p>
        </>
      ) : null}
      <ul className="gates">
        {gates.map((gate) => (
          <li key={gate.id} className="line">
            <span className={`gate-mark ${gate.access ?? 'unknown'}`} aria-hidden="true" />
            <span className="clip grow">{names.gateHere(gate)}</span>
            {isPlanning ? (
              <GateSwitch gate={gate} />
            ) : (
              <span className={gate.access === undefined ? 'is-unknown' : undefined}>
                {gate.access === undefined ? words.unknown : words.gateAccess[gate.access]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SpacesBlock({ id }: { readonly id: string }) {
  const { words, format } = useLanguage()
  const show = useShow()
  const names = useNames()
  const spaces = names.records.spacesOf.get(id) ?? []
  if (spaces.length === 0) return null
  return (
    <Section title={words.inspector.spaces} isFlush>
      <ul>
        {spaces.map((space) => (
          <li key={space.id}>
            <button
              type="button"
              className="plain row-button line"
              onClick={() => show({ kind: 'space', id: space.id })}
            >
              <SpaceMark kind={space.kind} />
              <span className="clip grow">{names.space(space.id)}</span>
              <span className="figure caption">{format.area(space.area_m2)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whether it is gated: what nobody surveyed, whoever knows it says here. */
function GatedSelect({ record: { id, gated } }: { readonly record: Community }) {
  const { words } = useLanguage()
  const actions = useActions()
  return (
    <NativeSelect<'true' | 'false' | ''>
      className="gated-select"
      label={`${words.field.gated} · ${words.inspector.gatedHint}`}
      value={gated === undefined ? '' : gated ? 'true' : 'false'}
      options={[
        { value: '', label: words.unknown },
        { value: 'true', label: words.yes },
        { value: 'false', label: words.no },
      ]}
      onChange={(value) => void actions.setGated(id, value === '' ? null : value === 'true')}
    />
  )
}
