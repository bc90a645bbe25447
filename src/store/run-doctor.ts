import { addCorrection, type Change, type Correction, removeCorrection } from '../model/correction'
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
  /** other corrections, made of those there are when the changes before have been taken */
  change(how: (corrections: readonly Correction[]) => readonly Correction[]): Promise<void>
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

  /** The worker gets the new list; only what it has taken is shown. */
  async function setCorrections(corrections: readonly Correction[]): Promise<void> {
    try {
      const { summary, changed } = await client.call('setCorrections', { corrections })
      project.setState(({ baseLayers: before }) => {
        const baseLayers = before && { ...before, ...changed, base: { ...before.base, ...changed.base } }
        // what a scenario draws over it is asked for again
        return { summary, baseLayers, mapLayers: baseLayers, hasUnsavedChanges: true }
      })
      onChanged()
    } catch (error) {
      notifyFailure(project, error)
    }
  }

  // a table is filled in faster than the worker answers
  let queue: Promise<void> | null = null
  function change(how: (corrections: readonly Correction[]) => readonly Correction[]): Promise<void> {
    const make = (): Promise<void> => setCorrections(how(current()))
    const own = queue === null ? make() : queue.then(make)
    queue = own
    void own.then(() => {
      if (queue === own) queue = null
    })
    return own
  }

  const current = (): readonly Correction[] => project.getState().summary?.corrections ?? []

  return {
    refresh,
    refreshEffect,
    repair: (finding, repaired) => change((corrections) => addCorrection(corrections, finding, repaired)),
    undo: (correction) => change((corrections) => removeCorrection(corrections, correction)),
    change,
  }
}
