import { useMemo } from 'react'
import { originOf } from '../../store/run-catchment'
import { useLanguage, useProject } from '../app-context'
import { GateHours } from '../scenario/GateHours'
import { GateSwitch } from '../scenario/GateSwitch'
import { MeasuresSection } from '../scenario/MeasuresSection'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'
import { CatchmentSection } from './CatchmentSection'
import { type Fact, FactList } from './FactList'
import { InspectorHead } from './InspectorHead'
import { OwnerSection } from './OwnerSection'
import { NearestSection } from './NearestSection'
import { useSourceLine } from './use-source-line'

/** A gate: whom it lets pass and when, and what the scenario makes of it. */
export function GateDetails({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const names = useNames()
  const record = names.records.gates.get(id)
  const source = useSourceLine(record, 'gates')
  const mapLayers = useProject((project) => project.mapLayers)
  const selection = useMemo(() => ({ kind: 'gate' as const, id }), [id])
  const origin = useMemo(() => originOf(selection, { mapLayers }), [selection, mapLayers])
  const facts: Fact[] = [
    {
      name: words.field.access,
      value: record?.access === undefined ? null : words.gateAccess[record.access],
    },
    ...(record?.open_from === undefined || record.open_to === undefined
      ? []
      : [{ name: words.hour.label, value: words.plan.hours(record.open_from, record.open_to) }]),
    {
      name: words.field.step_free,
      value: record?.step_free === undefined ? null : record.step_free ? words.yes : words.no,
    },
    ...(record?.note === undefined ? [] : [{ name: words.field.note, value: record.note }]),
  ]
  return (
    <>
      <InspectorHead title={names.gate(id)} subtitle={words.scenario.gate} selection={selection} />
      <div className="panel-scroll">
        {record === undefined ? null : (
          <MeasuresSection>
            <span>{words.scenario.gateFor}</span>
            <GateSwitch gate={record} />
            <GateHours gate={record} />
          </MeasuresSection>
        )}
        <Section title={words.inspector.facts}>
          <FactList facts={facts} />
          <p className="caption source-line">{source}</p>
        </Section>
        <OwnerSection community={record?.community} />
        <CatchmentSection selection={selection} />
        {origin === null ? null : <NearestSection selection={selection} origin={origin} />}
      </div>
    </>
  )
}
