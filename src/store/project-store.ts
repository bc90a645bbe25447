import { createStore, type StoreApi } from 'zustand/vanilla'
import { isCancellation } from '../worker/rpc'
import { DataError, type Issue } from '../model/issue'
import type { CallOptions } from '../worker/rpc'
import { NO_HISTORY } from './plan-state'
import type { Notice, ProjectState } from './state'

/** Nothing open yet. */
export function createProjectStore(): StoreApi<ProjectState> {
  return createStore<ProjectState>(() => ({
    phase: 'empty',
    summary: null,
    mapLayers: null,
    baseLayers: null,
    planHistory: NO_HISTORY,
    progress: null,
    files: [],
    issues: [],
    notices: [],
    hasUnsavedChanges: false,
  }))
}

/** A call's options that show its progress in the store under a name. */
export function reportProgress(
  project: StoreApi<ProjectState>,
  what: string,
): NonNullable<CallOptions['onProgress']> {
  return (stage, done, total) => project.setState({ progress: { stage, done, total, what } })
}

/** Tells the user about a failed call, and gives the number of the notice; a cancelled one is no news. */
export function notifyFailure(project: StoreApi<ProjectState>, error: unknown): number | null {
  if (isCancellation(error)) return null
  const issue: Issue =
    error instanceof DataError
      ? error.issue
      : { severity: 'error', code: 'internal-error', facts: { message: String(error) } }
  return notify(project, issue)
}

export function notify(project: StoreApi<ProjectState>, issue: Issue): number {
  const { notices } = project.getState()
  const id = (notices.at(-1)?.id ?? 0) + 1
  const notice: Notice = { id, kind: issue.severity, issue }
  project.setState({ notices: [...notices, notice] })
  return id
}

/** Takes a notice away, if it is still there. */
export function dismissNotice(project: StoreApi<ProjectState>, id: number | null): void {
  project.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
