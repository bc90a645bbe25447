import type { Building } from '../../model/layers'
import { useLanguage, useResults } from '../app-context'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { CatchmentSection } from './CatchmentSection'
import { type Fact, FactList } from './FactList'
import { InspectorHead } from './InspectorHead'
import { NearestSection } from './NearestSection'
import { useSourceLine } from './use-source-line'

/** A building: who lives there, what they reach on foot, and why not. */
export function BuildingDetails({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const names = useNames()
  const building = useResults((results) => (results.building?.id === id ? results.building : null))
  const selection = { kind: 'building' as const, id }
  const community = building?.community
  const name = building?.name?.trim()
  return (
    <>
      <InspectorHead
        title={name === undefined || name === '' ? words.explain.building.unnamed : name}
        subtitle={community === undefined ? words.explain.building.kind : names.community(community)}
        selection={selection}
      />
      <div className="panel-scroll">
        {building === null ? (
          <p className="caption point-hint">{words.explain.building.computing}</p>
        ) : (
          <BuildingFacts building={building} />
        )}
        <NearestSection selection={selection} origin={selection} />
        <CatchmentSection selection={selection} />
      </div>
    </>
  )
}

function BuildingFacts({ building }: { readonly building: Building }) {
  const { words, format } = useLanguage()
  const show = useShow()
  const names = useNames()
  const source = useSourceLine(building, 'buildings')
  const { residents, households, community } = building
  const address = building.extra?.['addr:full'] ?? building.extra?.['address']
  const facts: Fact[] = [
    ...(typeof address === 'string' ? [{ name: words.explain.building.address, value: address }] : []),
    { name: words.field.households, value: households === undefined ? null : format.count(households) },
    {
      name: words.explain.building.residents,
      value: residents === undefined ? null : format.people(residents),
    },
    {
      name: words.field.built_year,
      value: building.built_year === undefined ? null : String(building.built_year),
    },
  ]
  const isCounted = (residents ?? 0) > 0 || (households ?? 0) > 0
  return (
    <Section title={words.inspector.facts}>
      <FactList facts={facts} />
      {isCounted ? null : <p className="caption source-line">{words.explain.building.notCounted}</p>}
      {community === undefined ? null : (
        <p>
          <span className="caption">{words.explain.building.community} </span>
          <button
            type="button"
            className="plain link"
            onClick={() => show({ kind: 'community', id: community })}
          >
            {names.community(community)}
          </button>
        </p>
      )}
      <p className="caption source-line">{source}</p>
    </Section>
  )
}
