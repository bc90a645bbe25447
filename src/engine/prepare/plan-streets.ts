import type { Issue } from '../../model/issue'
import type { Project } from '../../model/project'
import { buildNetwork } from '../network/build-network'
import { type Compound, withAddedGates, withGates } from '../network/compounds'
import type { HourOfDay } from '../network/gate-hours'
import { graftStreets } from '../network/graft-streets'
import { openGates } from '../network/open-gates'
import { SnapIndex } from '../network/snap'
import { findStreetChanges } from '../network/street-changes'
import { type ChangedWays, changedWays } from '../places/changed-ways'
import { type PlacedPeople, placePeople } from '../places/place-people'
import { planPeople } from '../places/plan-people'
import { readyPlanWays } from '../places/plan-ways'
import type { DataState } from './prepare'

/** The streets and gates of a plan, and the people on them. */
export type PlannedStreets = Pick<
  DataState,
  'network' | 'base' | 'compounds' | 'barriers' | 'snaps' | 'plan' | 'people' | 'baseIssues'
> & {
  /** what the plan changes otherwise than the one before; null or absent: not known */
  readonly changed?: ChangedWays | null
}

/** Lays the streets of a plan on those of the data. `planned`: the project with the plan; `last`: of the plan before. */
export function planStreets(
  data: DataState,
  planned: Project,
  hour: HourOfDay,
  last: Pick<PlannedStreets, 'plan' | 'people' | 'network'> | null = null,
): PlannedStreets {
  const { layers } = planned
  const changes = findStreetChanges(data.project.layers, layers, data.network.frame)
  const known = data.isPlain ? data.compounds : withGates(data.compounds, layers.gates, hour)
  if (changes === null) return openedStreets(data, known)
  const compounds = data.isPlain
    ? known
    : withAddedGates(known, layers.gates, changes.addedGates, data.network.frame, hour)
  const ground = { ...data, frame: data.network.frame }
  const graft = graftStreets(ground, planned, compounds, changes, last?.plan?.graft ?? null)
  if (graft === null) return buildAnew(data, planned, hour)
  const network = openGates(graft.base, compounds)
  const added = new Set(changes.addedGates)
  const gateZones = new Set(
    compounds.flatMap(({ zone, gates }) => (gates.some(({ index }) => added.has(index)) ? [zone] : [])),
  )
  const plan = readyPlanWays(network, graft, data.barriers, gateZones)
  const context = {
    project: planned,
    network,
    compounds,
    barriers: data.barriers,
    snaps: data.snaps.without(graft.gone),
    isPlain: data.isPlain,
    plan,
  }
  const changed = last?.plan
    ? changedWays({ plan: last.plan, network: last.network }, { plan, network }, compounds)
    : null
  return {
    ...context,
    base: graft.base,
    people: planPeople(context, plan, data, last && changed && { people: last.people, changed }),
    changed,
    baseIssues: [...data.baseIssues, ...graft.issues],
  }
}

function openedStreets(data: DataState, compounds: readonly Compound[]): PlannedStreets {
  const isSame = compounds.every((compound, zone) => compound === data.compounds[zone])
  if (isSame) return data
  return { ...data, compounds, network: openGates(data.base, compounds) }
}

/** Where streets around a change cannot be told apart from the rest, all of them are laid again. */
function buildAnew(data: DataState, planned: Project, hour: HourOfDay): PlannedStreets {
  const { isPlain } = data
  const { network, base, compounds, barriers, issues } = buildNetwork(planned, { isPlain, hour })
  const snaps = new SnapIndex(network, barriers)
  const context = { project: planned, network, compounds, barriers, snaps, isPlain, plan: null }
  const people: PlacedPeople = placePeople(context)
  const corrected: readonly Issue[] = data.baseIssues.filter(
    ({ code }) => !issues.some((each) => each.code === code),
  )
  return { ...context, base, people, baseIssues: [...corrected, ...issues] }
}
