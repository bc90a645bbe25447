import './plan.css'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Gate, Space } from '../../model/layers'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { GateSwitch } from '../scenario/GateSwitch'
import { ScenarioTab } from '../scenario/ScenarioTab'
import { SpaceMark } from '../ui/SignMark'
import { WindowedList } from '../ui/WindowedList'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { ProposeTab } from './propose/ProposeTab'
import { UnitsTab } from './units/UnitsTab'
import { UseFinder } from './UseFinder'

type Tab = 'scenarios' | 'units' | 'propose' | 'spaces' | 'uses' | 'gates'
type Kind = NonNullable<Space['kind']>
const KINDS: readonly Kind[] = ['vacant_land', 'waste_land', 'idle_room', 'underground', 'public_stock']
const SPACE_ROW_HEIGHT = 68
const NO_SPACES: readonly Space[] = []

/** The scenarios, and what they can work with: candidate spaces, and the gates of each community. */
export function PlanPanel() {
  const { words } = useLanguage()
  const [tab, setTab] = useState<Tab>('scenarios')
  return (
    <>
      <div className="panel-head">
        <h2>{words.plan.title}</h2>
        <Segmented<Tab>
          block
          className="plan-tabs"
          value={tab}
          onChange={setTab}
          options={[
            { value: 'scenarios', label: words.scenario.tabs.scenarios },
            { value: 'units', label: words.units.tab },
            { value: 'propose', label: words.propose.tab },
            { value: 'spaces', label: words.scenario.tabs.spaces },
            { value: 'uses', label: words.scenario.tabs.uses },
            { value: 'gates', label: words.scenario.tabs.gates },
          ]}
        />
      </div>
      {tab === 'scenarios' ? (
        <ScenarioTab />
      ) : tab === 'units' ? (
        <UnitsTab onPlan={() => setTab('propose')} />
      ) : tab === 'propose' ? (
        <ProposeTab />
      ) : tab === 'spaces' ? (
        <SpaceList />
      ) : tab === 'uses' ? (
        <UseFinder />
      ) : (
        <GateList />
      )}
    </>
  )
}

function SpaceList() {
  const { words, format } = useLanguage()
  const spaces = useProject((project) => project.mapLayers?.spaces ?? NO_SPACES)
  const [kind, setKind] = useState<Kind | null>(null)
  const shown = useMemo(
    () =>
      spaces
        .filter((space) => kind === null || space.kind === kind)
        .toSorted((a, b) => (b.area_m2 ?? -1) - (a.area_m2 ?? -1) || (a.id < b.id ? -1 : 1)),
    [spaces, kind],
  )
  if (spaces.length === 0) return <EmptyState title={words.plan.none} hint={words.plan.noneHint} />
  const known = shown.filter((space) => space.area_m2 !== undefined)
  const area = known.length === 0 ? null : known.reduce((sum, space) => sum + (space.area_m2 ?? 0), 0)
  return (
    <>
      <div className="kinds" role="group" aria-label={words.field.kind}>
        {KINDS.map((candidate) => {
          const count = spaces.filter((space) => space.kind === candidate).length
          return (
            <button
              key={candidate}
              type="button"
              className="plain kind"
              aria-pressed={kind === candidate}
              disabled={count === 0}
              onClick={() => setKind(kind === candidate ? null : candidate)}
            >
              <SpaceMark kind={candidate} />
              <span>{words.spaceKind[candidate]}</span>
              <span className="figure caption">{format.count(count)}</span>
            </button>
          )
        })}
      </div>
      <p className="caption plan-total">
        {words.plan.total(format.count(shown.length), format.area(area))}
        {known.length === shown.length || known.length === 0
          ? null
          : ` · ${words.plan.areaUnknown(format.count(shown.length - known.length))}`}
      </p>
      <WindowedList
        items={shown}
        rowHeight={SPACE_ROW_HEIGHT}
        label={words.plan.spaces}
        keyOf={(space) => space.id}
        render={(space) => <SpaceRow space={space} />}
      />
    </>
  )
}

function SpaceRow({ space }: { readonly space: Space }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const isSelected = useView((view) => view.selection?.kind === 'space' && view.selection.id === space.id)
  const selection = { kind: 'space' as const, id: space.id }
  const attributes = [
    space.storey === undefined ? null : words.unit.storey(space.storey),
    space.ownership === undefined ? null : words.ownership[space.ownership],
    space.current_use ?? null,
  ].filter((part) => part !== null)
  return (
    <button
      type="button"
      className="plain row-button space-row"
      aria-current={isSelected}
      onClick={() => {
        show(selection)
      }}
      onMouseEnter={() => actions.hover(selection)}
      onMouseLeave={() => actions.hover(null)}
    >
      <SpaceMark kind={space.kind} />
      <span className="gap-body">
        <span className="line">
          <span className="clip grow">{names.space(space.id)}</span>
          <span className={space.area_m2 === undefined ? 'figure is-unknown' : 'figure'}>
            {format.area(space.area_m2)}
          </span>
        </span>
        <span className="caption clip">
          {[space.kind === undefined ? words.unknown : words.spaceKind[space.kind], ...attributes].join(
            ' · ',
          )}
        </span>
        <span className="caption clip">
          {space.community === undefined ? words.plan.gatesElsewhere : names.community(space.community)}
        </span>
      </span>
    </button>
  )
}

function isClosed({ access }: Gate): boolean {
  return access === 'closed'
}

interface GateGroup {
  readonly community: string
  readonly gates: readonly Gate[]
}

function GateList() {
  const { words, format } = useLanguage()
  const layers = useProject((project) => project.mapLayers)
  const names = useNames()
  const [isClosedOnly, setClosedOnly] = useState(false)
  const all = useMemo<readonly GateGroup[]>(() => {
    if (layers === null) return []
    const gated = layers.communities
      .filter(({ id, gated }) => gated === true || names.records.gatesOf.has(id))
      .map(({ id }) => ({ community: id, gates: names.records.gatesOf.get(id) ?? [] }))
    const elsewhere = names.records.gatesOf.get('')
    return elsewhere === undefined ? gated : [...gated, { community: '', gates: elsewhere }]
  }, [layers, names])
  const groups = isClosedOnly ? all.filter(({ gates }) => gates.some(isClosed)) : all
  if (all.length === 0) return <EmptyState title={words.plan.gatesNone} hint={words.plan.gatesNoneHint} />
  const count = (gates: readonly Gate[], access: Gate['access']) =>
    format.count(gates.filter((gate) => gate.access === access).length)
  return (
    <div className="panel-scroll">
      <label className="line gate-filter">
        <input
          type="checkbox"
          checked={isClosedOnly}
          onChange={(event) => setClosedOnly(event.target.checked)}
        />
        <span>{words.scenario.closedOnly}</span>
        <span className="figure caption">
          {format.count(all.flatMap(({ gates }) => gates).filter(isClosed).length)}
        </span>
      </label>
      <ul>
        {groups.map(({ community, gates }) => (
          <li key={community} className="gate-group">
            <CommunityHead community={community} />
            {gates.length === 0 ? (
              <p className="caption">{words.plan.gatesUnknown}</p>
            ) : (
              <>
                <p className="caption">
                  {words.plan.gateSummary(
                    count(gates, 'public'),
                    count(gates, 'residents'),
                    count(gates, 'closed'),
                  )}
                </p>
                <ul className="gates">
                  {gates.map((gate) => (
                    <GateRow key={gate.id} gate={gate} />
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function CommunityHead({ community }: { readonly community: string }) {
  const { words } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  if (community === '') return <h3>{words.plan.gatesElsewhere}</h3>
  const selection = { kind: 'community' as const, id: community }
  return (
    <h3>
      <button
        type="button"
        className="plain link"
        onClick={() => {
          show(selection)
        }}
        onMouseEnter={() => actions.hover(selection)}
        onMouseLeave={() => actions.hover(null)}
      >
        {names.community(community)}
      </button>
    </h3>
  )
}

function GateRow({ gate }: { readonly gate: Gate }) {
  const { words } = useLanguage()
  const hours =
    gate.open_from === undefined || gate.open_to === undefined
      ? null
      : words.plan.hours(gate.open_from, gate.open_to)
  return (
    <li className="line">
      <span className={`gate-mark ${gate.access ?? 'unknown'}`} aria-hidden="true" />
      <span className="clip grow">{gate.name ?? words.unnamed.gate}</span>
      {hours === null ? null : <span className="caption figure">{hours}</span>}
      <GateSwitch gate={gate} />
    </li>
  )
}
