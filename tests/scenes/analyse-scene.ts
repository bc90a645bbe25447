import type { AnalysisSettings, AnalysisView } from '../../src/model/analysis'
import { VERDICTS, REASONS, type Reason, type Verdict } from '../../src/model/assessment'
import type { Project } from '../../src/model/project'
import type { RulePack } from '../../src/model/rule-pack'
import { analyse, prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import pack from '../../data/rules/gb50180-2018.json'
import { at } from '../scene/scene'

export const RULES = pack as unknown as RulePack

export const DISTANCE: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: RULES,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}
export const TIME: AnalysisSettings = { ...DISTANCE, basis: 'time', bandsBasis: 'time', bands: [5, 10, 15] }

/** Metres between two points of a scene, connectors counted; null: no walk. */
export async function walkMetres(
  project: Project,
  from: readonly [number, number],
  to: readonly [number, number],
  options = { isPlain: false },
): Promise<number | null> {
  const prepared = await prepare(project, null, {}, options)
  return walkBetween(prepared, at(...from), at(...to), DISTANCE)?.distance_m ?? null
}

interface Cell {
  readonly verdict: Verdict
  readonly reason: Reason
  readonly metres: number
  readonly seconds: number
  readonly facility: string | null
  readonly share: number
}

/** The verdict of one community about one class. */
export async function verdictOf(
  project: Project,
  community: string,
  code: string,
  settings: AnalysisSettings = DISTANCE,
): Promise<Cell> {
  return cellOf(await analyse(await prepare(project, settings.scenario, {}), settings, {}), community, code)
}

export function cellOf({ assessment }: AnalysisView, community: string, code: string): Cell {
  const k = assessment.communities.findIndex((row) => row.id === community)
  const c = assessment.classes.findIndex((column) => column.code === code)
  if (k < 0 || c < 0) throw new Error(`no cell ${community} ${code}`)
  const i = k * assessment.classes.length + c
  const facility = assessment.facility[i]
  return {
    verdict: VERDICTS[assessment.status[i]],
    reason: REASONS[assessment.reason[i]],
    metres: assessment.nearest_m[i],
    seconds: assessment.nearest_s[i],
    facility: facility < 0 ? null : assessment.facility_ids[facility],
    share: assessment.served_share[i],
  }
}
