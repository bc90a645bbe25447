import type { StoreApi } from 'zustand/vanilla'
import { type EngineClient, isCancellation } from '../worker/rpc'
import { notifyFailure, reportProgress } from './project-store'
import { analysisKey, analysisSettings } from './settings'
import type { ProjectState, ResultsState, ViewState } from './state'

interface Parts {
  readonly client: EngineClient
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
  /** counts changes of the project */
  readonly revision: () => number
}

export interface SensitivityRunner {
  /** measures the range of people served, if it is wanted and not there or on its way */
  refresh(): Promise<void>
  cancel(): void
}

const WHAT = 'sensitivity'

/**
 * Keeps the range of people served in step with the analysis, once somebody has asked for it. It waits for
 * the analysis of the same inputs: the worker starts from what that has measured.
 */
export function createSensitivityRunner({
  client,
  project,
  results,
  view,
  revision,
}: Parts): SensitivityRunner {
  let underWay: { readonly key: string; readonly controller: AbortController } | null = null

  function stop(): void {
    underWay?.controller.abort()
    underWay = null
    settle()
  }

  function settle(): void {
    results.setState({ isMeasuringSensitivity: false })
    // another computation may report by now
    if (project.getState().progress?.what === WHAT) project.setState({ progress: null })
  }

  async function refresh(): Promise<void> {
    const settings = analysisSettings(view.getState())
    const key = analysisKey(revision(), settings)
    const { wantsSensitivity } = view.getState()
    if (underWay !== null && wantsSensitivity && underWay.key === key) return
    if (underWay !== null) stop()
    const { analysisKey: analysed, sensitivityKey } = results.getState()
    if (!wantsSensitivity || analysed !== key || sensitivityKey === key) return
    const run = { key, controller: new AbortController() }
    underWay = run
    results.setState({ isMeasuringSensitivity: true })
    try {
      const sensitivity = await client.call('sensitivity', settings, {
        signal: run.controller.signal,
        onProgress: reportProgress(project, WHAT),
      })
      if (underWay === run) results.setState({ sensitivity, sensitivityKey: key })
    } catch (error) {
      notifyFailure(project, error)
      // stopped by the user, not by another run: no longer wanted
      if (underWay === run && isCancellation(error)) view.setState({ wantsSensitivity: false })
    } finally {
      if (underWay === run) {
        underWay = null
        settle()
      }
    }
  }

  return { refresh, cancel: () => underWay?.controller.abort() }
}
