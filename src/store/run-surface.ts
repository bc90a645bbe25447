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

export interface SurfaceRunner {
  /** computes the surface that the map asks for, if it is not there or on its way */
  refresh(): Promise<void>
  cancel(): void
}

const WHAT = 'surface'

/**
 * Keeps the surface in step with the theme and the analysis, while the map shows one. It waits for the analysis
 * of the same inputs: the worker starts from what that has measured.
 */
export function createSurfaceRunner({ client, project, results, view, revision }: Parts): SurfaceRunner {
  let underWay: { readonly key: string; readonly controller: AbortController } | null = null

  function stop(): void {
    underWay?.controller.abort()
    underWay = null
    // another computation may report by now
    if (project.getState().progress?.what === WHAT) project.setState({ progress: null })
  }

  async function refresh(): Promise<void> {
    const { mapForm, mapTheme } = view.getState()
    const settings = analysisSettings(view.getState())
    const analysed = analysisKey(revision(), settings)
    // scope, mode and profiles are told of communities alone
    const subject = mapTheme.kind === 'class' || mapTheme.kind === 'missing' ? mapTheme : null
    const isReady =
      mapForm !== 'communities' && subject !== null && results.getState().analysisKey === analysed
    const code = mapTheme.kind === 'class' ? mapTheme.code : ''
    const key = isReady ? [analysed, settings.bandsBasis, mapForm, code].join('|') : null
    if (underWay !== null && underWay.key === key) return
    if (underWay !== null) stop()
    if (
      mapForm === 'communities' ||
      subject === null ||
      key === null ||
      results.getState().surfaceKey === key
    )
      return
    const run = { key, controller: new AbortController() }
    underWay = run
    try {
      const question = { subject, form: mapForm, settings }
      const options = { signal: run.controller.signal, onProgress: reportProgress(project, WHAT) }
      const surface = await client.call('surface', question, options)
      if (underWay === run) results.setState({ surface, surfaceKey: key })
    } catch (error) {
      notifyFailure(project, error)
      // stopped by the user, not by another run: no longer wanted
      if (underWay === run && isCancellation(error)) view.setState({ mapForm: 'communities' })
    } finally {
      if (underWay === run) stop()
    }
  }

  return { refresh, cancel: () => underWay?.controller.abort() }
}
