import { addCorrection, type Change, type Correction, removeCorrection } from '../model/correction'
import { historyWithout, withStep } from './plan-history'
import type { PlanHistory } from './plan-state'
import { notifyFailure, reportProgress } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisSettings } from './settings'

interface Parts extends RunnerParts {
  /** called when the corrections have changed the project */
  readonly onChanged: () => void
}

export interface DoctorRunner {
  /** examines the project if somebody looks at the findings and they are not those of it */
  refresh(): Promise<void>
  /** computes what the proposed repair of the open finding does, or forgets it */
  refreshEffect(): Promise<void>
  repair(finding: string, change: Change): Promise<void>
  undo(correction: string): Promise<void>
  /** other corrections, made of those there are; a step that can be taken back */
  change(how: (corrections: readonly Correction[]) => readonly Correction[]): Promise<void>
  /** the list before, or after it again: a step of the plan is taken back or again */
  restore(corrections: readonly Correction[]): void
  /** when the worker has been told of all changes: another project must not get them */
  settle(): Promise<void>
}

/** Keeps findings and the effect of a repair in step with the project, and changes its corrections. */
export function createDoctorRunner({
  client,
  project,
  results,
  view,
  revision,
  onChanged,
}: Parts): DoctorRunner {
  let underWay: number | null = null
  let effect: AbortController | null = null

  async function refresh(): Promise<void> {
    if (!project.getState().summary || view.getState().workspace !== 'data') return
    const wanted = revision()
    if (results.getState().checkUpRevision === wanted || underWay === wanted) return
    underWay = wanted
    try {
      const checkUp = await client.call('checkUp', {}, { onProgress: reportProgress(project, 'check') })
      if (revision() === wanted) results.setState({ checkUp, checkUpRevision: wanted })
    } catch (error) {
      notifyFailure(project, error)
    } finally {
      if (underWay === wanted) {
        underWay = null
        // another computation may report by now
        if (project.getState().progress?.what === 'check') project.setState({ progress: null })
      }
    }
  }

  /** The change that the open finding's chosen repair proposes; null: nothing is open, or nothing to do. */
  function proposedChange(): Change | null {
    const { openFinding } = view.getState()
    const finding = results.getState().checkUp?.findings.find(({ id }) => id === openFinding?.id)
    return finding?.repairs[openFinding?.repair ?? 0]?.change ?? null
  }

  async function refreshEffect(): Promise<void> {
    effect?.abort()
    results.setState({ effect: null })
    const proposed = proposedChange()
    if (proposed === null) return
    const controller = new AbortController()
    effect = controller
    try {
      const settings = analysisSettings(view.getState())
      const answer = await client.call(
        'effect',
        { change: proposed, settings },
        { signal: controller.signal },
      )
      if (effect === controller) results.setState({ effect: answer })
    } catch (error) {
      notifyFailure(project, error)
    }
  }

  /** The worker gets the list, in the order of the changes; what it cannot take is taken back. */
  async function tell(
    corrections: readonly Correction[],
    step: { readonly before: PlanHistory; readonly after: PlanHistory },
  ): Promise<void> {
    try {
      const { changed } = await client.call('setCorrections', { corrections })
      told = corrections
      project.setState(({ baseLayers: before }) => {
        const baseLayers = before && { ...before, ...changed, base: { ...before.base, ...changed.base } }
        // what a scenario draws over it is asked for again
        return { baseLayers, mapLayers: baseLayers }
      })
      onChanged()
    } catch (error) {
      notifyFailure(project, error)
      // a later list holds this one as well, and is answered for itself
      if (told !== null && current() === corrections)
        show(told, historyWithout({ project, view }, step, { corrections }, { corrections: told }))
    }
  }

  function show(corrections: readonly Correction[], planHistory: PlanHistory): void {
    project.setState(({ summary }) => ({
      summary: summary && { ...summary, corrections },
      planHistory,
      hasUnsavedChanges: true,
    }))
  }

  /** what the worker has taken last, while it is told more; null: what is shown */
  let told: readonly Correction[] | null = null
  // a table is filled in faster than the worker answers
  let queue: Promise<void> | null = null
  function put(next: readonly Correction[], history: PlanHistory): Promise<void> {
    const before = current()
    if (next === before) return Promise.resolve()
    told ??= before
    const step = { before: project.getState().planHistory, after: history }
    show(next, history)
    const own = queue === null ? tell(next, step) : queue.then(() => tell(next, step))
    queue = own
    return own.then(() => {
      if (queue === own) [queue, told] = [null, null]
    })
  }

  const change = (how: (corrections: readonly Correction[]) => readonly Correction[]): Promise<void> =>
    put(how(current()), withStep({ project, view }))

  const current = (): readonly Correction[] => project.getState().summary?.corrections ?? []

  return {
    refresh,
    refreshEffect,
    repair: (finding, repaired) => change((corrections) => addCorrection(corrections, finding, repaired)),
    undo: (correction) => change((corrections) => removeCorrection(corrections, correction)),
    change,
    restore: (corrections) => void put(corrections, project.getState().planHistory),
    settle: () => queue ?? Promise.resolve(),
  }
}
