import { applyCorrections } from '../engine/correction/apply-corrections'
import type { Coverage } from '../engine/doctor/compare-coverage'
import { prepare, type Prepared } from '../engine/pipeline'
import { Cancelled, type Run } from '../engine/run'
import type { AnalysisSettings } from '../model/analysis'
import type { Project } from '../model/project'

/**
 * The open project and what was computed of it. A session is never changed into another one: opening
 * makes a new session, and only a finished one replaces the old.
 */
export class Session {
  readonly project: Project
  private readonly prepared = new Map<string | null, Promise<Prepared>>()
  private readonly listeners = new Set<NonNullable<Run['onProgress']>>()
  private isClosed = false
  private correctedProject: Project | null = null
  private coverage: { readonly key: string; readonly value: Coverage } | null = null

  constructor(project: Project) {
    this.project = project
  }

  /**
   * The project with a scenario applied and its network, built once. Whoever waits may be cancelled
   * without losing the work for the others.
   */
  async prepare(scenario: string | null, run: Run): Promise<Prepared> {
    let promise = this.prepared.get(scenario)
    if (!promise) {
      promise = prepare(this.project, scenario, {
        onProgress: (...progress) => this.listeners.forEach((listen) => listen(...progress)),
        isCancelled: () => this.isClosed,
        breathe: run.breathe,
      })
      this.prepared.set(scenario, promise)
      // a failure is told to those who waited; the next one tries again
      promise.catch(() => this.prepared.delete(scenario))
    }
    const { onProgress } = run
    if (onProgress) this.listeners.add(onProgress)
    try {
      const prepared = await promise
      if (run.isCancelled?.()) throw new Cancelled()
      return prepared
    } finally {
      if (onProgress) this.listeners.delete(onProgress)
    }
  }

  /** The project with its corrections made: what the map draws and the network is built of. */
  get corrected(): Project {
    this.correctedProject ??= applyCorrections(this.project).project
    return this.correctedProject
  }

  /** The same layers with other corrections; what only ignores findings keeps the networks. */
  withCorrections(corrections: Project['corrections']): Session {
    const session = new Session({ ...this.project, corrections })
    if (effectiveText(corrections) !== effectiveText(this.project.corrections)) return session
    for (const [scenario, promise] of this.prepared) {
      promise.catch(() => session.prepared.delete(scenario))
      session.prepared.set(scenario, promise)
    }
    session.correctedProject = this.correctedProject
    session.coverage = this.coverage
    return session
  }

  /** The last assessment's coverage, if it was made with just these settings. */
  coverageOf(settings: AnalysisSettings): Coverage | null {
    return this.coverage?.key === JSON.stringify(settings) ? this.coverage.value : null
  }

  /** Keeps the coverage of an assessment; its columns may have moved to the page meanwhile. */
  keepCoverage(settings: AnalysisSettings, { basis, totals }: Coverage): void {
    this.coverage = { key: JSON.stringify(settings), value: { basis, totals } }
  }

  /** The same project and networks with other answers to "was this surveyed?". */
  withSurveyed(surveyed: Project['surveyed']): Session {
    const session = new Session({ ...this.project, surveyed })
    for (const [scenario, promise] of this.prepared) {
      const next = promise.then((prepared) => ({
        ...prepared,
        project: { ...prepared.project, surveyed },
      }))
      next.catch(() => session.prepared.delete(scenario))
      session.prepared.set(scenario, next)
    }
    return session
  }

  /** Stops what is still being prepared. */
  close(): void {
    this.isClosed = true
  }
}

/** Corrections that change the data, as text. */
function effectiveText(corrections: Project['corrections']): string {
  return JSON.stringify(corrections.filter(({ kind }) => kind !== 'ignore'))
}
