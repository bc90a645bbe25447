import { prepare, type Prepared } from '../engine/pipeline'
import { Cancelled, type Run } from '../engine/run'
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
