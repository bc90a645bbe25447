import {
  findObstacles,
  findShortfall,
  proposeExactly,
  proposeGreedily,
  proposeTaken,
} from '../engine/propose/answer-question'
import { gainOfSharing } from '../engine/propose/gain-of-sharing'
import { narrowQuestion } from '../engine/propose/narrow-question'
import type { PlanQuestion } from '../engine/propose/plan-question'
import { traceFront } from '../engine/propose/trace-front'
import type { JointLimits } from '../engine/siting/joint-plan'
import type { SolveMip } from '../engine/siting/mip'
import type { Measure } from '../model/proposal'
import type { SolverNews, SolverTask } from './solver-protocol'

/** Budgets of a front, where nobody says how many. */
const FRONT_POINTS = 12

/** Does one task of the solver's worker; the last news is always `done` or `failed`. */
export async function answerTask(
  task: SolverTask,
  solve: SolveMip,
  tell: (news: SolverNews) => void,
): Promise<void> {
  const { communities } = task.question.options
  const question = narrowQuestion(task.question, { communities, budget_yuan: task.budget_yuan })
  const limits: JointLimits = {
    ...task.limits,
    onProgress: (progress) => tell({ type: 'progress', progress }),
  }
  try {
    const obstacles = findObstacles(question)
    if (obstacles.length > 0) tell({ type: 'obstacles', obstacles })
    else await doTask(task, question, solve, limits, tell)
    tell({ type: 'done' })
  } catch (error) {
    tell({
      type: 'failed',
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    })
  }
}

async function doTask(
  { kind, count = FRONT_POINTS, taken = [] }: SolverTask,
  question: PlanQuestion,
  solve: SolveMip,
  limits: JointLimits,
  tell: (news: SolverNews) => void,
): Promise<void> {
  switch (kind) {
    case 'greedy':
      tell({ type: 'greedy', proposal: proposeGreedily(question) })
      return
    case 'better':
      tell({ type: 'plan', proposal: proposeTaken(question, taken) })
      return
    case 'plan': {
      tell({ type: 'greedy', proposal: proposeGreedily(question) })
      const onBetter = (better: readonly number[]): void => tell({ type: 'better', taken: better })
      const proposal = await proposeExactly(question, solve, { ...limits, onBetter })
      const shortfall = findShortfall(proposal)
      if (shortfall !== null) tell({ type: 'obstacles', obstacles: [shortfall] })
      tell({ type: 'plan', proposal })
      return
    }
    case 'gain': {
      const gain = await gainOfSharing(question, solve, limits)
      const keys = [...gain.alone.keys, ...gain.together.keys]
      tell({ type: 'gain', gain, measures: measuresOf(question, keys) })
      return
    }
    case 'front':
      for await (const point of traceFront(question, count, solve, limits))
        tell({ type: 'point', point, measures: measuresOf(question, point.keys) })
      return
    default:
      throw new Error(`unknown task ${JSON.stringify(kind satisfies never)}`)
  }
}

function measuresOf({ measures }: PlanQuestion, keys: readonly string[]): readonly Measure[] {
  const wanted = new Set(keys)
  return measures.filter(({ key }) => wanted.has(key))
}
