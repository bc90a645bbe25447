import type { CallName, Params, Result } from '../worker/protocol'
import { isCancellation } from '../worker/rpc'
import { notifyFailure, reportProgress } from './project-store'
import type { RunnerParts } from './runner-parts'

/** One answer of the worker to keep in step with what it depends on. */
export interface Kept<C extends CallName> {
  readonly call: C
  /** key of the inputs, and what to ask; null: nobody looks, or it cannot be asked yet */
  ask(): { readonly key: string; readonly params: Params<C> } | null
  /** key of the answer that is there; null: none */
  keptKey(): string | null
  put(answer: Result<C>, key: string): void
  onStart?(): void
  /** over: answered, failed, stopped or no longer wanted */
  onEnd?(): void
  /** stopped by the user, not by another question */
  onStopped?(): void
}

export interface AnswerKeeper {
  /** asks, unless the answer is there, on its way or not wanted; what is asked no longer is stopped */
  refresh(): Promise<void>
  cancel(): void
}

/** Equal key, nothing to do; another key, a question that takes the place of the one under way. */
export function keepAnswer<C extends CallName>(
  { client, project }: Pick<RunnerParts, 'client' | 'project'>,
  kept: Kept<C>,
): AnswerKeeper {
  let underWay: { readonly key: string; readonly controller: AbortController } | null = null

  function settle(): void {
    underWay = null
    kept.onEnd?.()
    // another computation may report by now
    if (project.getState().progress?.what === kept.call) project.setState({ progress: null })
  }

  async function refresh(): Promise<void> {
    const asked = kept.ask()
    if (asked !== null && underWay?.key === asked.key) return
    if (underWay !== null) {
      underWay.controller.abort()
      settle()
    }
    if (asked === null || kept.keptKey() === asked.key) return
    const run = { key: asked.key, controller: new AbortController() }
    underWay = run
    kept.onStart?.()
    try {
      const answer = await client.call(kept.call, asked.params, {
        signal: run.controller.signal,
        onProgress: reportProgress(project, kept.call),
      })
      if (underWay === run) kept.put(answer, run.key)
    } catch (error) {
      notifyFailure(project, error)
      if (underWay === run && isCancellation(error)) kept.onStopped?.()
    } finally {
      if (underWay === run) settle()
    }
  }

  return { refresh, cancel: () => underWay?.controller.abort() }
}
