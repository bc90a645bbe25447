import { notifyFailure, reportProgress } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

export interface AnalysisRunner {
  /** computes what the current inputs ask for, unless it is there or on its way */
  refresh(): Promise<void>
  /** whether the analysis of this key is there or on its way */
  isAskedFor(key: string): boolean
  cancel(): void
}

/**
 * Keeps the analysis in step with its inputs by their key: equal key, nothing to do; another key, a run
 * that supersedes the one under way.
 */
export function createAnalysisRunner({
  client,
  project,
  results,
  view,
  situation,
}: RunnerParts): AnalysisRunner {
  let underWay: { readonly key: string; readonly controller: AbortController } | null = null

  async function refresh(): Promise<void> {
    if (!project.getState().summary) return
    const settings = analysisSettings(view.getState())
    const key = analysisKey(situation(), settings)
    if (underWay?.key === key) return
    underWay?.controller.abort()
    underWay = null
    if (results.getState().analysisKey === key) {
      results.setState({ isAnalysing: false })
      return
    }
    const run = { key, controller: new AbortController() }
    underWay = run
    // asked before anybody hears of it: what hangs on it is asked behind it
    const answer = client.call('analyse', settings, {
      signal: run.controller.signal,
      onProgress: reportProgress(project, 'analyse'),
    })
    results.setState({ isAnalysing: true })
    try {
      const analysis = await answer
      if (underWay === run) {
        const base = settings.scenario === null ? { baseAnalysis: analysis } : {}
        results.setState({ analysis, analysisKey: key, isAnalysing: false, ...base })
      }
    } catch (error) {
      notifyFailure(project, error)
    } finally {
      if (underWay === run) {
        underWay = null
        results.setState({ isAnalysing: false })
        project.setState({ progress: null })
      }
    }
  }

  return {
    refresh,
    isAskedFor: (key) => underWay?.key === key || results.getState().analysisKey === key,
    cancel: () => underWay?.controller.abort(),
  }
}
