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

export interface SupplyRunner {
  /** works out the supply, if it is wanted and not there or on its way */
  refresh(): Promise<void>
  cancel(): void
}

const WHAT = 'supply'

/** Whether supply is shown: somebody asked for it, or verdicts go by it. */
export function wantsSupply(view: Pick<ViewState, 'wantsSupply' | 'judging'>): boolean {
  return view.wantsSupply || view.judging !== 'access'
}

/** Keeps the supply in step with the analysis, once somebody has asked for it; see `createSensitivityRunner`. */
export function createSupplyRunner({ client, project, results, view, revision }: Parts): SupplyRunner {
  let underWay: { readonly key: string; readonly controller: AbortController } | null = null

  function settle(): void {
    results.setState({ isMeasuringSupply: false })
    // another computation may report by now
    if (project.getState().progress?.what === WHAT) project.setState({ progress: null })
  }

  async function refresh(): Promise<void> {
    const settings = analysisSettings(view.getState())
    const key = analysisKey(revision(), settings)
    const isWanted = wantsSupply(view.getState())
    if (isWanted && underWay?.key === key) return
    if (underWay !== null) {
      underWay.controller.abort()
      underWay = null
      settle()
    }
    const { analysisKey: analysed, supplyKey } = results.getState()
    if (!isWanted || analysed !== key || supplyKey === key) return
    const run = { key, controller: new AbortController() }
    underWay = run
    results.setState({ isMeasuringSupply: true })
    try {
      const supply = await client.call('supply', settings, {
        signal: run.controller.signal,
        onProgress: reportProgress(project, WHAT),
      })
      if (underWay === run) results.setState({ supply, supplyKey: key })
    } catch (error) {
      notifyFailure(project, error)
      // stopped by the user, not by another run: no longer wanted
      if (underWay === run && isCancellation(error)) view.setState({ wantsSupply: false })
    } finally {
      if (underWay === run) {
        underWay = null
        settle()
      }
    }
  }

  return { refresh, cancel: () => underWay?.controller.abort() }
}
