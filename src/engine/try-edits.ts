import { compareJudged } from './compare/compare-judged'
import type { Edit } from '../model/scenario'
import { withSurveys } from '../model/survey'
import { judge, type Judged, measure, type Measured, type Prepared, replan, remeasure } from './pipeline'
import { checkpoint, type Run } from './run'
import { rehearsalEdits } from './scenario/rehearsal-edits'

/** Name of a scenario that is only tried. */
const TRIED = 'tried'

/** The same project with some edits more at the end of its scenario; nothing is measured. */
export function planWithEdits({ prepared, settings }: Measured, edits: readonly Edit[]): Prepared {
  const { hour = null } = settings
  const scenario = { id: TRIED, name: TRIED, edits: [...prepared.edits, ...edits] }
  // what was said of surveys since stands in the prepared project
  const corrected = withSurveys(prepared.corrected, prepared.project)
  return replan({ ...prepared, corrected }, scenario, hour)
}

/**
 * The same project with some edits more at the end of its scenario, measured by the same settings; from what was
 * measured before where only gates and facilities differ.
 */
export async function measureWithEdits(
  before: Measured,
  edits: readonly Edit[],
  run: Run,
): Promise<Measured> {
  const planned = planWithEdits(before, edits)
  const asked = { ...before.settings, scenario: TRIED }
  await checkpoint(run, 'reach', 0, 1)
  return remeasure(before, planned, asked) ?? (await measure(planned, asked, run))
}

/** The same, judged: from what was judged before, where it differs. */
export async function judgeWithEdits(judged: Judged, edits: readonly Edit[], run: Run): Promise<Judged> {
  return judge(await measureWithEdits(judged.measured, edits, run), run, judged)
}

/**
 * Goes on from an answer with an edit of each kind, one after the other, to what it changes, and throws that away: the first edits
 * of a user then find code that is compiled, and what is listed once of the data.
 */
export async function rehearse(judged: Judged, run: Run): Promise<void> {
  let state = judged
  for (const edit of rehearsalEdits(judged.measured.prepared.corrected)) {
    await checkpoint(run, 'network', 0, 1)
    state = await judgeWithEdits(state, [edit], run)
    compareJudged(judged, state)
  }
}
