import { COST_PACK } from '../model/cost-pack'
import type { PriceChange } from '../model/cost'
import { HOSTING_PACK } from '../model/hosting-pack'
import type { Assessment } from '../model/assessment'
import type { RenovationUnit } from '../model/renovation-unit'
import { candidateOf } from '../model/unit-pairing'
import type { ProposedUnits, UnitReport } from '../model/unit-report'
import type { MeasuredPlan, ProposalOptions, SharingGain } from '../model/proposal'
import type { Edit } from '../model/scenario'
import { withPrices } from './cost/with-prices'
import { supplyOf, type Measured } from './pipeline'
import { buildQuestion } from './propose/build-question'
import { checkPlan } from './propose/check-plan'
import { layInRounds } from './propose/lay-in-rounds'
import { type LayAll, layApart } from './propose/lay-apart'
import { measureGain } from './propose/measure-gain'
import type { PlanContext } from './propose/plan-context'
import type { PlanQuestion } from './propose/plan-question'
import type { Run } from './run'
import { measureWithEdits, planWithEdits } from './try-edits'
import { gatherUnits } from './units/gather-units'
import { linkCommunities } from './units/link-communities'
import { proposeUnits } from './units/propose-units'
import { reportUnits, type UnitEvidence } from './units/report-units'

export { layInRounds, reportUnits }

/** Which communities belong together, by how they lie and whether they may be renovated. */
export function unitsOf({ prepared, neighbours }: Measured, { communities }: Assessment): ProposedUnits {
  return proposeUnits(communities.map(candidateOf), linkCommunities(prepared, neighbours))
}

/** Who misses what and which spaces could serve them, whatever the units are: what `reportUnits` adds up. */
export async function evidenceOf(
  measured: Measured,
  { communities }: Assessment,
  run: Run,
): Promise<UnitEvidence> {
  const { parking } = await supplyOf(measured, run)
  return gatherUnits(contextOf(measured), communities, parking, run)
}

/** What units have, miss and could do with their own spaces, where it is asked once. */
export async function reportOf(
  measured: Measured,
  assessment: Assessment,
  units: readonly RenovationUnit[],
  run: Run,
): Promise<UnitReport[]> {
  return reportUnits(units, await evidenceOf(measured, assessment, run))
}

/** Lays edits over what was measured. */
export function layingOver(measured: Measured, run: Run): LayAll {
  return async (layings) =>
    layApart(measured.prepared, layings, (edits) => planWithEdits(measured, edits), run)
}

/**
 * What may be done in a measured project, what it costs and whom it serves: what a plan is chosen from. `prices`: those
 * of the project as it is now; they may have changed since it was measured. `layAll`: where several plans are asked for in
 * rounds, that of the rounds.
 */
export async function askPlan(
  measured: Measured,
  options: ProposalOptions,
  run: Run,
  {
    prices = measured.prepared.project.prices ?? [],
    layAll = layingOver(measured, run),
  }: { readonly prices?: readonly PriceChange[] | undefined; readonly layAll?: LayAll } = {},
): Promise<PlanQuestion> {
  const context = { ...contextOf(measured), costs: withPrices(COST_PACK, prices) }
  return buildQuestion(context, options, layAll, run)
}

/** Whom edits serve when they are carried out over what was measured, each once for each of some classes. */
export async function checkEdits(
  measured: Measured,
  edits: readonly Edit[],
  asked: Parameters<typeof checkPlan>[2],
  run: Run,
): Promise<MeasuredPlan> {
  return checkPlan(contextOf(measured), contextOf(await measureWithEdits(measured, edits, run)), asked)
}

/** What sharing gains when both sides of it are carried out over what was measured; see `measureGain`. */
export async function checkGain(
  measured: Measured,
  question: PlanQuestion,
  gain: SharingGain,
  run: Run,
  layAll = layingOver(measured, run),
): Promise<SharingGain> {
  return measureGain(contextOf(measured), question, gain, layAll)
}

function contextOf({ prepared, settings, reach, opened }: Measured): PlanContext {
  return {
    on: prepared,
    settings,
    reach,
    edits: prepared.edits,
    openedCost: opened?.cost ?? null,
    hosting: HOSTING_PACK,
    costs: COST_PACK,
  }
}
