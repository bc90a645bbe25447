import type { AnalysisSettings } from '../../model/analysis'
import type { SupplyAnswer } from '../../model/supply'
import type { Reach, ReachInput } from '../catchment/reach'
import type { Run } from '../run'
import { measureSupply, stateColumns } from '../supply/measure-supply'
import { summarizeSupply } from '../supply/summarize-supply'
import { describeBasis } from './describe-basis'
import type { Evidence } from './evidence'

/** What was walked: all that judging by access goes by. */
type Walked = Pick<Evidence, 'reach' | 'openedCost'>

/** What judging by access goes by. */
export function accessEvidence({ reach, openedCost }: Walked): Evidence {
  return { reach, openedCost, judging: 'access', enough: null }
}

/** What judging goes by; supply is asked anew each time, because one gate changes what is left for others. */
export async function collectEvidence(
  on: ReachInput,
  walked: Walked,
  settings: AnalysisSettings,
  run: Run,
): Promise<Evidence> {
  const { judging = 'access' } = settings
  if (judging === 'access') return accessEvidence(walked)
  const supplies = await measureSupply(on, walked.reach, settings, run)
  return { ...accessEvidence(walked), judging, enough: stateColumns(supplies, walked.reach) }
}

/** Everything about supply that is shown, with what it rests on. */
export async function answerSupply(
  on: ReachInput,
  reach: Reach,
  settings: AnalysisSettings,
  run: Run,
): Promise<SupplyAnswer> {
  return { basis: describeBasis(settings, on.project), ...(await summarizeSupply(on, reach, settings, run)) }
}
