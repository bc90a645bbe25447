import loadHighs from 'highs'
import runtime from 'highs/runtime?url'

import { solveWithHighs } from '../solver/solve-with-highs'
import { answerTask } from './answer-task'
import type { SolverOrder } from './solver-protocol'
import { takeQuestion } from './take-question'

// the solver holds this thread until it is done: whoever wants to stop it ends the worker
const highs = loadHighs({ locateFile: () => runtime })

self.addEventListener('message', ({ data: order }: MessageEvent<SolverOrder>) => {
  void takeQuestion(order.question).then((question) =>
    answerTask(
      { ...order, question },
      async (mip, limits) => solveWithHighs(await highs, mip, limits),
      (news) => self.postMessage(news),
    ),
  )
})
