import type { StoreApi } from 'zustand/vanilla'
import hosting from '../../data/rules/hosting.json'
import type { HostingPack } from '../model/hosting'
import type { EngineClient } from '../worker/rpc'
import { notifyFailure } from './project-store'
import type { ProjectState, ResultsState, ViewState } from './state'

/** What candidate spaces are judged by. */
export const HOSTING_PACK = hosting as unknown as HostingPack

interface Parts {
  readonly client: EngineClient
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
  /** counts changes of the project */
  readonly revision: () => number
}

export interface HostingRunner {
  /** judges what every space may become, if somebody looks at spaces and it is not known of this project */
  refresh(): Promise<void>
}

/** Keeps what spaces may become in step with the project. */
export function createHostingRunner({ client, project, results, view, revision }: Parts): HostingRunner {
  let underWay: number | null = null
  return {
    async refresh() {
      const { workspace, selection } = view.getState()
      if (workspace !== 'plan' && selection?.kind !== 'space') return
      if ((project.getState().summary?.counts.spaces ?? 0) === 0) return
      const wanted = revision()
      if (results.getState().hostingRevision === wanted || underWay === wanted) return
      underWay = wanted
      try {
        const year = new Date().getFullYear()
        const answer = await client.call('hosting', { pack: HOSTING_PACK, year })
        if (revision() === wanted) results.setState({ hosting: answer, hostingRevision: wanted })
      } catch (error) {
        notifyFailure(project, error)
      } finally {
        if (underWay === wanted) underWay = null
      }
    },
  }
}
