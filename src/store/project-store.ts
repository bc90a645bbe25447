import { createStore, type StoreApi } from 'zustand/vanilla'
import { isCancellation } from '../worker/rpc'
import { DataError, type Issue } from '../model/issue'
import type { FileReport } from '../worker/protocol'
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

/** Tells the user something, and gives the number of the notice; what is there already is not told twice. */
export function notify(project: StoreApi<ProjectState>, issue: Issue): number {
  const { notices } = project.getState()
  const id = (notices.at(-1)?.id ?? 0) + 1
  const notice: Notice = { id, kind: issue.severity, issue }
  const told = JSON.stringify(issue)
  const others = notices.filter((each) => JSON.stringify(each.issue) !== told)
  project.setState({ notices: [...others, notice] })
  return id
}

/** Why a press did nothing is read once somebody tries again: it would lie over the map they work on. */
export function dismissRefusals(project: StoreApi<ProjectState>): void {
  const { notices } = project.getState()
  const others = notices.filter(({ issue }) => !OF_A_PRESS.has(issue.code))
  if (others.length < notices.length) project.setState({ notices: others })
}

const OF_A_PRESS: ReadonlySet<Issue['code']> = new Set(['wall-stays', 'no-street-here', 'tool-not-loaded'])

/** Formats whose records somebody wrote one by one; of the ways of OpenStreetMap some are always cut. */
const WRITTEN = new Set(['csv', 'xlsx', 'geojson', 'flatgeobuf'])

/** Tells that some records of the files did not come in: the list of why lies below in the data's panel. */
export function notifyRejected(project: StoreApi<ProjectState>, files: readonly FileReport[]): number | null {
  const told = files.filter(({ format, rejected }) => rejected > 0 && WRITTEN.has(format))
  if (told.length === 0) return null
  const sum = (of: 'accepted' | 'rejected') => told.reduce((total, file) => total + file[of], 0)
  return notify(project, {
    severity: 'warning',
    code: 'rows-rejected',
    file: told.map(({ name }) => name).join(', '),
    facts: { accepted: sum('accepted'), rejected: sum('rejected') },
  })
}

/** Takes a notice away, if it is still there. */
export function dismissNotice(project: StoreApi<ProjectState>, id: number | null): void {
  project.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
