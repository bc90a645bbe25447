import type { Assessment } from '../../model/assessment'
import type { Project } from '../../model/project'
import type { RulePack } from '../../model/rule-pack'
import type { Evidence } from '../assessment/evidence'
import type { Neighbours } from '../catchment/neighbour-pairs'
import type { Reach } from '../catchment/reach'
import { type DemandColumns, demandColumns } from '../places/demand-columns'
import { type PeopleOnNetwork, placesOfDemand } from '../places/demand-places'
import type { PlacedPeople } from '../places/place-people'
import { SurveyDoubt } from '../places/survey-doubt'

/** What was measured. */
interface Measured {
  readonly prepared: PeopleOnNetwork
  readonly settings: { readonly rules: RulePack }
  readonly reach: Reach
  readonly neighbours: Neighbours
}

/** What gaps are found in. */
export interface GapEvidence {
  readonly project: Project
  readonly people: PlacedPeople
  /** where each demand point is: longitude and latitude side by side */
  readonly places: Float64Array
  readonly reach: Reach
  /** what verdicts rest on */
  readonly evidence: Evidence
  readonly neighbours: Neighbours
  readonly assessment: Assessment
  readonly rules: RulePack
  /** null: what is not served is so for certain */
  readonly doubt: SurveyDoubt | null
}

/** What was measured of a project and judged, as evidence. */
export function gatherEvidence(
  { prepared, settings, reach, neighbours }: Measured,
  assessment: Assessment,
  evidence: Evidence,
): GapEvidence {
  const { project, people } = prepared
  const places = placesOfDemand(prepared)
  const doubt = SurveyDoubt.of(project, assessment.classes, assessment.basis.profile, reach.members)
  const { rules } = settings
  return { project, people, places, reach, evidence, neighbours, assessment, rules, doubt }
}

/** Communities in the order of their ids, and the demand points of each. */
export interface Homes extends DemandColumns {
  readonly byId: readonly number[]
  /** each community alone, as the places of a gap */
  readonly alone: readonly (readonly [string])[]
  /** index of a community by its id */
  readonly indexOf: (id: string) => number
}

// people never change: listed once for all answers about the same ones
const known = new WeakMap<PlacedPeople, Homes>()

export function listHomes({ people, assessment: { communities } }: GapEvidence): Homes {
  let homes = known.get(people)
  if (homes !== undefined) return homes
  const indexes = new Map(communities.map(({ id }, k) => [id, k]))
  homes = {
    ...demandColumns(people),
    indexOf: (id) => {
      const k = indexes.get(id)
      if (k === undefined) throw new Error(`no community ${id}`)
      return k
    },
    byId: orderBy(communities, ({ id }) => id),
    alone: communities.map(({ id }) => [id] as const),
  }
  known.set(people, homes)
  return homes
}

/** Indexes of a list in ascending order of a text; equal ones as they stand. */
export function orderBy<T>(list: readonly T[], textOf: (item: T) => string): number[] {
  const texts = list.map(textOf)
  return list.map((_, i) => i).sort((a, b) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : a - b))
}
