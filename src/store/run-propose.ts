import type { StoreApi } from 'zustand/vanilla'
import type { GapTarget, Measure, Proposal, ProposalOptions, SharingGain } from '../model/proposal'
import { firstFamiliesOf } from '../model/rules/parameters'
import type { Edit } from '../model/scenario'
import { isCancellation } from '../worker/rpc'
import { stopAtOnce } from '../worker/stop-at-once'
import type { Solver, SolverJob } from '../worker/solver-client'
import type { Params, QuestionHead } from '../worker/protocol'
import type { SolverNews, SolverOrder, SolverTask } from '../worker/solver-protocol'
import {
  PLAN_LIMITS,
  type PlanningActions,
  type PlanGround,
  type PlanningState,
  type PlanRun,
  type PlanStep,
} from './planning-state'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

/** The points of a front come one after another: each has less time, and may be a percent off. */
const FRONT_LIMITS = { time_s: 4, gap: 0.01 } as const
const GAP_OF_GAIN = { time_s: 10, gap: 0.001 } as const

export type AdoptPlans = (
  plans: readonly { readonly name: string; readonly edits: readonly Edit[] }[],
  over: PlanGround,
) => readonly string[]

interface Parts extends RunnerParts {
  readonly planning: StoreApi<PlanningState>
  readonly solver: Solver
  /** makes scenarios of edits beside those they were found for, and shows the last; their ids */
  readonly adopt: AdoptPlans
}

export interface ProposeRunner {
  readonly actions: Pick<
    PlanningActions,
    | 'propose'
    | 'stopPlanning'
    | 'measurePlan'
    | 'askGain'
    | 'askFront'
    | 'adoptPlan'
    | 'adoptPoint'
    | 'compareGain'
  >
  /** names the plan that would be made now */
  refresh(): void
}

/** What a plan is chosen from, as far as the page knows it, and where the solver gets it. */
interface Question extends QuestionHead {
  readonly asked: Pick<Params<'propose'>, 'key' | 'options' | 'settings'>
  readonly question: MessagePort
}

/** Makes plans: what they are chosen from is asked of the engine, the choice is the solver's. */
export function createProposeRunner(parts: Parts): ProposeRunner {
  const { client, project, results, view, situation, planning, solver, adopt } = parts
  /** of each kind the one under way; another one takes its place */
  const jobs = new Map<SolverTask['kind'], SolverJob>()
  /** of each kind the call to the engine under way; another one takes its place */
  const calls = new Map<SolverTask['kind'], AbortController>()

  function ground(): PlanGround {
    const { scenario } = view.getState()
    const shown = project.getState().summary?.scenarios.find(({ id }) => id === scenario)
    return { scenario: shown?.id ?? null, edits: shown?.edits ?? [] }
  }

  function options(): ProposalOptions {
    const { wishes, unit, units } = planning.getState()
    const { classChoice, gaps, ...rest } = wishes
    const { rules } = view.getState().rules
    const first = firstFamiliesOf(view.getState().rules)
    const classes =
      classChoice === 'all' || classChoice === 'gaps'
        ? null
        : rules.filter((rule) => (classChoice === 'required' ? rule.required : first.has(rule.family)))
    const own = project.getState().summary?.units ?? units?.proposed.units
    return {
      ...rest,
      communities: own?.find(({ id }) => id === unit)?.communities ?? null,
      classes: classes?.map(({ code }) => code) ?? null,
      gaps: classChoice === 'gaps' ? targetsOf(gaps) : null,
    }
  }

  /** The chosen gaps that are still there, in the order in which they were chosen. */
  function targetsOf(ids: readonly string[]): readonly GapTarget[] {
    const there = results.getState().analysis?.gaps ?? []
    return ids.flatMap((id) => {
      const gap = there.find((each) => each.id === id)
      return gap === undefined ? [] : [{ id, class: gap.class, places: gap.places }]
    })
  }

  function keyOf(asked: ProposalOptions): string {
    const settings = analysisSettings(view.getState())
    const prices = project.getState().summary?.prices ?? []
    return [analysisKey(situation(), settings), JSON.stringify(prices), JSON.stringify(asked)].join('|')
  }

  /** What a plan is chosen from; money changes nothing about it. The question itself goes from worker to worker. */
  async function ask(kind: SolverTask['kind'], asked: ProposalOptions): Promise<Question> {
    const head = {
      key: keyOf({ ...asked, budget_yuan: null }),
      options: asked,
      settings: analysisSettings(view.getState()),
    }
    const { signal } = beginCall(kind)
    const { port1: to, port2: question } = new MessageChannel()
    const { classes } = await stopAtOnce(
      client.call('propose', { ...head, to }, { signal, transfer: [to] }),
      signal,
    )
    return { classes, question, asked: head }
  }

  function beginCall(kind: SolverTask['kind']): AbortController {
    calls.get(kind)?.abort()
    const controller = new AbortController()
    calls.set(kind, controller)
    return controller
  }

  /** Hands a task to the solver; resolves when it is done. */
  async function solve(task: SolverOrder, tell: (news: SolverNews) => void): Promise<void> {
    jobs.get(task.kind)?.cancel()
    const job = solver.start(task, tell)
    jobs.set(task.kind, job)
    try {
      await job.done
    } finally {
      if (jobs.get(task.kind) === job) jobs.delete(task.kind)
    }
  }

  async function propose(): Promise<void> {
    const asked = options()
    const key = keyOf(asked)
    const put = (change: Partial<PlanRun>): void => {
      const { plan } = planning.getState()
      if (plan?.key === key) planning.setState({ plan: { ...plan, ...change } })
    }
    planning.setState({
      plan: {
        key,
        over: ground(),
        phase: 'asking',
        stoppedWhile: null,
        obstacles: [],
        classes: [],
        proposal: null,
        isExact: false,
        isBetter: false,
        progress: null,
        measured: null,
        complexes: [],
      },
    })
    let step: PlanStep = 'asking'
    const found: { tell: (() => Promise<void>) | null } = { tell: null }
    const begin = (next: PlanStep): void => {
      step = next
      put({ phase: next })
    }
    try {
      const first = withoutLinks(asked)
      if (first !== null) {
        const { classes, question } = await ask('plan', first)
        put({ classes })
        await solve(
          { kind: 'greedy', question, budget_yuan: asked.budget_yuan, limits: PLAN_LIMITS },
          (news) => {
            if (news.type === 'greedy') put({ proposal: withoutBounds(news.proposal) })
          },
        )
      }
      const { classes, question } = await ask('plan', asked)
      const task = { budget_yuan: asked.budget_yuan, limits: PLAN_LIMITS }
      const describe = async (taken: readonly number[]): Promise<void> => {
        // the thread that had the question is gone
        const again = await ask('plan', asked)
        await solve({ kind: 'better', ...task, question: again.question, taken }, (news) => {
          if (news.type === 'plan' && planning.getState().plan?.phase === 'stopped')
            put({ proposal: news.proposal, isBetter: true })
        })
      }
      put({ classes })
      begin('solving')
      await solve({ kind: 'plan', ...task, question }, (news) => {
        if (news.type === 'obstacles') put({ obstacles: news.obstacles })
        else if (news.type === 'greedy') put({ proposal: news.proposal })
        else if (news.type === 'better') found.tell = async () => describe(news.taken)
        else if (news.type === 'progress') put({ progress: news.progress })
        else if (news.type === 'plan') {
          found.tell = null
          put({ proposal: news.proposal, isExact: true, progress: null })
        }
      })
      begin('checking')
      await check(key, put)
      put({ phase: 'done' })
    } catch (error) {
      notifyFailure(project, error)
      put(
        isCancellation(error)
          ? { phase: 'stopped', stoppedWhile: step }
          : { phase: 'failed', progress: null },
      )
      // the thread that found it is gone, what it found is not
      if (isCancellation(error)) await keepBetter(found.tell)
    }
  }

  /** Shows the best plan that a stopped solver had told of, if it did; a stop of that leaves what is shown. */
  async function keepBetter(better: (() => Promise<void>) | null): Promise<void> {
    try {
      await better?.()
    } catch (error) {
      notifyFailure(project, error)
    }
  }

  /** Looks at the plan as it would be carried out, and measures it anew; a plan of walks promises nobody served. */
  async function check(key: string, put: (change: Partial<PlanRun>) => void): Promise<void> {
    const { plan } = planning.getState()
    if (plan?.key !== key || plan.proposal === null) return
    const { classes } = plan
    const { measures, options: asked } = plan.proposal
    const edits = measures.map(({ measure }) => measure.edit)
    const settings = analysisSettings(view.getState())
    const { signal } = beginCall('plan')
    const found = await stopAtOnce(
      client.call('planComplexes', { edits, scenario: settings.scenario }, { signal }),
      signal,
    )
    put({ complexes: found })
    if (asked.objective === 'nearest') return
    const { communities, gaps, counts } = asked
    put({
      measured: await stopAtOnce(
        client.call('checkPlan', { edits, classes, communities, gaps, counts, settings }, { signal }),
        signal,
      ),
    })
  }

  /** Measures a plan whose making was stopped, as far as it goes. */
  async function measurePlan(): Promise<void> {
    const { plan, wantedKey } = planning.getState()
    if (plan === null || plan.key !== wantedKey || plan.phase !== 'stopped') return
    const put = (change: Partial<PlanRun>): void => {
      const now = planning.getState().plan
      if (now?.key === plan.key) planning.setState({ plan: { ...now, ...change } })
    }
    put({ phase: 'checking' })
    try {
      await check(plan.key, put)
      put(plan.isExact ? { phase: 'done', stoppedWhile: null } : { phase: 'stopped' })
    } catch (error) {
      notifyFailure(project, error)
      put({ phase: isCancellation(error) ? 'stopped' : 'failed' })
    }
  }

  async function askGain(): Promise<void> {
    const asked = { ...options(), objective: 'most' as const }
    const key = keyOf(options())
    planning.setState({
      gain: {
        key,
        over: ground(),
        communities: asked.communities,
        counts: asked.counts,
        classChoice: planning.getState().wishes.classChoice,
        isRunning: true,
        isStopped: false,
        obstacles: [],
        gain: null,
        measures: new Map(),
      },
    })
    const put = (change: Partial<NonNullable<PlanningState['gain']>>): void => {
      const { gain } = planning.getState()
      if (gain?.key === key) planning.setState({ gain: { ...gain, ...change } })
    }
    try {
      const { question, asked: head } = await ask('gain', asked)
      let promised: SharingGain | null = null
      await solve({ kind: 'gain', question, budget_yuan: asked.budget_yuan, limits: GAP_OF_GAIN }, (news) => {
        if (news.type === 'gain') {
          promised = news.gain
          put({ measures: byKey(news.measures) })
        } else if (news.type === 'obstacles') put({ obstacles: news.obstacles })
      })
      // what is told is measured: measures that help each other serve more than they promise
      if (promised !== null) {
        const { signal } = beginCall('gain')
        put({
          gain: await stopAtOnce(client.call('checkGain', { ...head, gain: promised }, { signal }), signal),
        })
      }
    } catch (error) {
      notifyFailure(project, error)
      put({ isStopped: isCancellation(error) })
    } finally {
      put({ isRunning: false })
    }
  }

  async function askFront(): Promise<void> {
    const asked = { ...options(), objective: 'most' as const }
    const key = keyOf(options())
    planning.setState({
      front: {
        key,
        over: ground(),
        communities: asked.communities,
        counts: asked.counts,
        isRunning: true,
        isStopped: false,
        obstacles: [],
        points: [],
        measures: new Map(),
      },
    })
    const put = (change: Partial<NonNullable<PlanningState['front']>>): void => {
      const { front } = planning.getState()
      if (front?.key === key) planning.setState({ front: { ...front, ...change } })
    }
    try {
      const { question } = await ask('front', asked)
      await solve({ kind: 'front', question, budget_yuan: null, limits: FRONT_LIMITS }, (news) => {
        const { front } = planning.getState()
        if (news.type === 'point' && front?.key === key) {
          const measures = new Map([...front.measures, ...byKey(news.measures)])
          put({ points: [...front.points, news.point], measures })
        } else if (news.type === 'obstacles') put({ obstacles: news.obstacles })
      })
    } catch (error) {
      notifyFailure(project, error)
      put({ isStopped: isCancellation(error) })
    } finally {
      put({ isRunning: false })
    }
  }

  return {
    refresh() {
      const wantedKey = keyOf(options())
      if (planning.getState().wantedKey !== wantedKey) planning.setState({ wantedKey })
    },
    actions: {
      propose,
      stopPlanning(kind) {
        for (const [of, call] of calls) if (kind === undefined || of === kind) call.abort()
        for (const [of, job] of jobs) if (kind === undefined || of === kind) job.cancel()
      },
      measurePlan,
      askGain,
      askFront,
      adoptPlan(name) {
        const { plan } = planning.getState()
        if (plan?.proposal)
          adopt([{ name, edits: plan.proposal.measures.map(({ measure }) => measure.edit) }], plan.over)
      },
      adoptPoint(point, name) {
        const { front } = planning.getState()
        const chosen = front?.points[point]
        if (front && chosen) adopt([{ name, edits: editsOf(chosen.keys, front.measures) }], front.over)
      },
      compareGain(names) {
        const { gain: run } = planning.getState()
        if (run === null || run.gain === null) return
        const { alone, together } = run.gain
        const { over } = run
        const made = adopt(
          [
            { name: names.alone, edits: editsOf(alone.keys, run.measures).map(forItself) },
            { name: names.together, edits: editsOf(together.keys, run.measures) },
          ],
          over,
        )
        // what they lie over may have been deleted since
        const isThere = project.getState().summary?.scenarios.some(({ id }) => id === over.scenario) === true
        view.setState(({ comparing }) => ({
          comparing: { ...comparing, columns: [isThere ? over.scenario : null, ...made] },
          isTableOpen: true,
          drawerTab: 'compare',
        }))
      },
    },
  }
}

/**
 * The same plan without what takes longest to measure: a plan of it is there at once. null: nothing takes long, or a
 * wall or path must be in it.
 */
function withoutLinks(asked: ProposalOptions): ProposalOptions | null {
  if (!asked.opensWalls && !asked.opensSharedWalls && !asked.addsPaths) return null
  if (asked.must.some((key) => /^(wall|shared|path)(:|$)/.test(key))) return null
  return { ...asked, opensWalls: false, opensSharedWalls: false, addsPaths: false }
}

/** A plan made of some of the measures: how much better one of all is, and whom none reaches, it cannot say. */
function withoutBounds(proposal: Proposal): Proposal {
  return {
    ...proposal,
    bound: proposal.options.objective === 'cheapest' ? 0 : Infinity,
    gap: Infinity,
    people_beyond: 0,
    by_gap: proposal.by_gap.map((each) => ({ ...each, people_beyond: 0 })),
  }
}

function byKey(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  return new Map(measures.map((measure) => [measure.key, measure]))
}

function editsOf(keys: readonly string[], measures: ReadonlyMap<string, Measure>): readonly Edit[] {
  return keys.flatMap((key) => measures.get(key)?.edit ?? [])
}

/** What a community makes of its space for itself alone. */
function forItself(edit: Edit): Edit {
  return edit.kind === 'convert-space' ? { ...edit, access: 'residents' } : edit
}
