import { expect, test } from 'vitest'

import { measure, prepare } from '../../src/engine/pipeline'
import { askPlan } from '../../src/engine/plan-pipeline'
import { Cancelled } from '../../src/engine/run'
import { DEFAULT_PROPOSAL } from '../../src/model/proposal'
import type { PlanQuestion } from '../../src/engine/propose/plan-question'
import type { QuestionHead } from '../../src/worker/protocol'
import { answerTask } from '../../src/worker/answer-task'
import { createSolver, type SolverThread } from '../../src/worker/solver-client'
import type { SolverNews, SolverOrder, SolverTask } from '../../src/worker/solver-protocol'
import { takeQuestion } from '../../src/worker/take-question'
import { outOfTime, solveHere } from '../engine/siting/highs'
import { DISTANCE } from '../scenes/analyse-scene'
import { demoFiles } from './demo-files'
import { overAChannel } from './over-a-channel'
import { twoNeighbours } from '../scenes/two-neighbours'

const LIMITS = { time_s: 10, gap: 0 }

async function taskOf(kind: SolverTask['kind'], change: Partial<SolverTask> = {}): Promise<SolverTask> {
  const measured = await measure(await prepare(twoNeighbours(), null, {}), DISTANCE, {})
  const classes = ['ELDER_DAYCARE', 'NURSERY']
  const question = await askPlan(measured, { ...DEFAULT_PROPOSAL, classes, weighting: 'people' }, {})
  return { kind, question, budget_yuan: 700_000, limits: LIMITS, ...change }
}

async function newsOf(task: SolverTask): Promise<SolverNews[]> {
  const news: SolverNews[] = []
  // as over the wire
  await answerTask(structuredClone(task), solveHere, (each) => news.push(structuredClone(each)))
  return news.filter(({ type }) => type !== 'progress')
}

test('a plan is told twice: as found at once, and as the best; money is that of the task', async () => {
  const [greedy, plan, done] = await newsOf(await taskOf('plan'))
  expect(greedy).toMatchObject({ type: 'greedy', proposal: { people_served: 1400, isOptimal: false } })
  expect(plan).toMatchObject({ type: 'plan', proposal: { people_served: 1400, cost_yuan: 640_000 } })
  expect(done).toEqual({ type: 'done' })
})

test('the gain of sharing, and as many points of a front as are asked for', async () => {
  const [gain] = await newsOf(await taskOf('gain'))
  expect(gain).toMatchObject({ type: 'gain', gain: { alone: { people_served: 1000 } } })
  const front = await newsOf(await taskOf('front', { count: 3 }))
  expect(front.map(({ type }) => type)).toEqual(['point', 'point', 'point', 'done'])
})

test('out of time, a plan says so and the gain is no more than is certain', async () => {
  const late = outOfTime(-Infinity)
  const told: SolverNews[] = []
  await answerTask(await taskOf('plan'), late, (news) => told.push(news))
  expect(told[1]).toMatchObject({ type: 'plan', proposal: { isCutShort: true, isOptimal: false } })
  await answerTask(await taskOf('gain'), late, (news) => told.push(news))
  // for each itself 1,000 are found; with all the money and all rooms it could be more
  const { gain } = told[3] as Extract<SolverNews, { type: 'gain' }>
  expect(gain.alone.people_served).toBe(1000)
  expect(gain.alone.people_at_most).toBeGreaterThan(1000)
})

test('where demands collide they are told, and nothing is solved', async () => {
  const { question, ...task } = await taskOf('plan')
  const news = await newsOf({
    ...task,
    question: { ...question, impossible: [{ key: 'gate:x', reasons: [{ kind: 'not-there' }] }] },
  })
  expect(news).toEqual([
    {
      type: 'obstacles',
      obstacles: [{ kind: 'impossible', key: 'gate:x', reasons: [{ kind: 'not-there' }] }],
    },
    { type: 'done' },
  ])
})

test('the question goes straight to whoever solves it; asked again under its key it is walked for once', async () => {
  const { client, close } = overAChannel()
  try {
    await client.call('open', { files: demoFiles() })
    const options = { ...DEFAULT_PROPOSAL, classes: ['NURSERY'], opensGates: false }
    const ask = async (key: string): Promise<[QuestionHead, PlanQuestion]> => {
      const { port1: to, port2 } = new MessageChannel()
      const head = client.call('propose', { key, options, settings: DISTANCE, to }, { transfer: [to] })
      return [await head, await takeQuestion(port2)]
    }
    const [head, question] = await ask('a')
    expect(head).toEqual({ classes: ['NURSERY'] })
    expect(question.measures.length).toBeGreaterThan(0)
    const steps: string[] = []
    const { port1: to, port2 } = new MessageChannel()
    await client.call(
      'propose',
      // the key says it all
      { key: 'a', options: { ...options, classes: ['ELDER_DAYCARE'] }, settings: DISTANCE, to },
      { transfer: [to], onProgress: (stage) => steps.push(stage) },
    )
    await expect(takeQuestion(port2)).resolves.toEqual(question)
    expect(steps).toEqual([])
  } finally {
    close()
  }
})

/** Threads that answer when the test says. */
function threads() {
  const made: (SolverThread & { sent: SolverOrder[]; isEnded: boolean })[] = []
  const solver = createSolver(() => {
    const thread = {
      sent: [] as SolverOrder[],
      isEnded: false,
      send: (order: SolverOrder) => void thread.sent.push(order),
      terminate: () => void (thread.isEnded = true),
      hear: () => undefined,
    }
    made.push(thread)
    return thread
  })
  return { solver, made }
}

test('a stop ends the thread at once; the next task gets a new one, and one that is done is used again', async () => {
  const { solver, made } = threads()
  const task = {} as SolverOrder
  const first = solver.start(task, () => undefined)
  first.cancel()
  expect(made[0].isEnded).toBe(true)
  await expect(first.done).rejects.toBeInstanceOf(Cancelled)
  const heard: string[] = []
  const second = solver.start(task, ({ type }) => heard.push(type))
  made[1].hear({ type: 'progress', progress: { goal: 'most', value: 1, bound: 2, seconds: 0 } })
  made[1].hear({ type: 'done' })
  await second.done
  // too late: it is over
  second.cancel()
  const third = solver.start(task, () => undefined)
  expect([made.length, made[1].isEnded, made[1].sent.length, heard]).toEqual([2, false, 2, ['progress']])
  made[1].hear({ type: 'failed', message: 'out of memory' })
  await expect(third.done).rejects.toThrow('out of memory')
  expect(made[1].isEnded).toBe(true)
})
