import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { RunnerParts } from './runner-parts'

/**
 * Keeps what spaces may become in step with the project: judged when somebody looks at spaces and it is not known
 * of the project as it is.
 */
export function createHostingRunner(parts: RunnerParts): AnswerKeeper {
  const { project, results, view, revision } = parts
  return keepAnswer(parts, {
    call: 'hosting',
    ask() {
      const { workspace, selection } = view.getState()
      const hasSpaces = (project.getState().baseLayers?.spaces.length ?? 0) > 0
      if (!hasSpaces || (workspace !== 'plan' && selection?.kind !== 'space')) return null
      return { key: String(revision()), params: { year: new Date().getFullYear() } }
    },
    keptKey: () => results.getState().hostingKey,
    put: (hosting, hostingKey) => results.setState({ hosting, hostingKey }),
  })
}
