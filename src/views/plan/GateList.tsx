import { useMemo, useState } from 'react'
import type { Gate } from '../../model/layers'
import { useActions, useLanguage, useProject } from '../app-context'
import { GateSwitch } from '../scenario/GateSwitch'
import { useEditing } from '../scenario/use-editing'
import { EmptyState } from '../ui/EmptyState'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

interface GateGroup {
  readonly community: string
  readonly gates: readonly Gate[]
}

/** The gates of each gated community, and whom they let pass. */
export function GateList() {
  const { words, format } = useLanguage()
  const layers = useProject((project) => project.mapLayers)
  const names = useNames()
  const { canEdit } = useEditing()
  const surveyed = useProject((project) => project.baseLayers)
  const [isClosedOnly, setClosedOnly] = useState(false)
  const all = useMemo<readonly GateGroup[]>(() => {
    if (layers === null) return []
    const gated = layers.communities
      .filter(({ id, gated }) => gated === true || names.records.gatesOf.has(id))
      .map(({ id }) => ({ community: id, gates: names.records.gatesOf.get(id) ?? [] }))
    const elsewhere = names.records.gatesOf.get('')
    return elsewhere === undefined ? gated : [...gated, { community: '', gates: elsewhere }]
  }, [layers, names])
  // one that the scenario opens is still there to be closed again
  const closed = useMemo(() => {
    const ids = new Set(
      [...(surveyed?.gates ?? []), ...(layers?.gates ?? [])].filter(isClosed).map(({ id }) => id),
    )
    return all.filter(({ gates }) => gates.some(({ id }) => ids.has(id)))
  }, [all, layers, surveyed])
  const groups = isClosedOnly && closed.length > 0 ? closed : all
  if (all.length === 0) return <EmptyState title={words.plan.gatesNone} hint={words.plan.gatesNoneHint} />
  const count = (gates: readonly Gate[], access: Gate['access']) =>
    format.count(gates.filter((gate) => gate.access === access).length)
  return (
    <div className="panel-scroll">
      {canEdit ? null : (
        <p className="scenario-locked">
          {words.scenario.locked} <span className="caption">{words.scenario.lockedHint}</span>
        </p>
      )}
      <label className="line gate-filter">
        <input
          type="checkbox"
          checked={isClosedOnly && closed.length > 0}
          disabled={closed.length === 0}
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
                    gates.filter(({ access }) => access === undefined).length,
                  )}
                  {community === '' || names.records.communities.get(community)?.gated === true
                    ? null
                    : ` · ${words.plan.gatesOpenAnyway}`}
                </p>
                <ul className="gates">
                  {tellApart(gates.map(names.gateHere), format.count).map((name, i) => (
                    <GateRow key={gates[i].id} gate={gates[i]} name={name} />
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

/** `name`: what it is called beside others of its community; the map shows which it is. */
function GateRow({ gate, name }: { readonly gate: Gate; readonly name: string }) {
  const { words } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const selection = { kind: 'gate' as const, id: gate.id }
  const hours =
    gate.open_from === undefined || gate.open_to === undefined
      ? null
      : words.plan.hours(gate.open_from, gate.open_to)
  return (
    <li
      className="line"
      onMouseEnter={() => actions.hover(selection)}
      onMouseLeave={() => actions.hover(null)}
    >
      <span className={`gate-mark ${gate.access ?? 'unknown'}`} aria-hidden="true" />
      <button
        type="button"
        className="plain clip grow gate-name"
        title={name}
        onClick={() => show(selection)}
      >
        {name}
      </button>
      {hours === null ? null : <span className="caption figure">{hours}</span>}
      <GateSwitch gate={gate} name={name} />
    </li>
  )
}

function isClosed({ access }: Gate): boolean {
  return access === 'closed'
}

/** Names with a number behind those that several have. */
function tellApart(names: readonly string[], tell: (count: number) => string): string[] {
  return names.map((name, i) => {
    const isAlone = names.every((other, k) => k === i || other !== name)
    return isAlone ? name : `${name} ${tell(names.slice(0, i + 1).filter((other) => other === name).length)}`
  })
}
