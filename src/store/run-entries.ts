import { type IndicatorEntry, withEntries, withoutEntry } from '../model/indicator-entry'
import { historyWithout, withStep } from './plan-history'
import type { PlanHistory } from './plan-state'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'

export interface EntryActions {
  /** keeps values of indicators in the project; those of the same indicator and place are replaced */
  enterIndicators(entries: readonly IndicatorEntry[]): void
  dropEntry(entry: Pick<IndicatorEntry, 'code' | 'community'>): void
}

export interface EntriesRunner {
  readonly actions: EntryActions
  /** what was entered before, or after it again: a step of the plan is taken back or again */
  restore(entered: readonly IndicatorEntry[]): void
}

/** What the planner entered of indicators: a list of plain values, changed here at once and told to the worker. */
export function createEntriesRunner({
  client,
  project,
  view,
}: Pick<RunnerParts, 'client' | 'project' | 'view'>): EntriesRunner {
  /** `history`: that of the plan from then on. */
  function put(next: readonly IndicatorEntry[], history: PlanHistory): void {
    const { summary } = project.getState()
    if (summary === null || summary.entered === next) return
    const before = summary.entered
    const step = { before: project.getState().planHistory, after: history }
    project.setState({
      summary: { ...summary, entered: next },
      planHistory: history,
      hasUnsavedChanges: true,
    })
    client.call('setEntered', { entered: next }).catch((error: unknown) => {
      notifyFailure(project, error)
      const { summary: now } = project.getState()
      // what the worker could not take is taken back
      if (now?.entered !== next) return
      const kept = { entered: before }
      const planHistory = historyWithout({ project, view }, step, { entered: next }, kept)
      project.setState({ summary: { ...now, ...kept }, planHistory })
    })
  }

  const change = (how: (entered: readonly IndicatorEntry[]) => readonly IndicatorEntry[]): void => {
    const { summary } = project.getState()
    if (summary !== null) put(how(summary.entered), withStep({ project, view }))
  }

  return {
    actions: {
      enterIndicators: (entries) => change((entered) => withEntries(entered, entries)),
      dropEntry: (entry) => change((entered) => withoutEntry(entered, entry)),
    },
    restore: (entered) => put(entered, project.getState().planHistory),
  }
}
