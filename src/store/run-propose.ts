import type { StoreApi } from 'zustand/vanilla'
import type { PlanQuestion } from '../engine/propose/plan-question'
import type { GapTarget, Measure, ProposalOptions } from '../model/proposal'
import { firstFamiliesOf } from '../model/rules/parameters'
import type { Edit } from '../model/scenario'
import { isCancellation } from '../worker/rpc'
import type { Solver, SolverJob } from '../worker/solver-client'
import type { SolverNews, SolverTask } from '../worker/solver-protocol'
import type { PlanningActions, PlanningState, PlanRun } from './planning-state'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

/** Ten seconds, and half a percent from the best: near enough for a plan that is edited anyway. */
const LIMITS = { time_s: 10, gap: 0.005 } as const
/** The points of a front come one after another: each has less time, and may be a percent off. */
const FRONT_LIMITS = { time_s: 4, gap: 0.01 } as const
const GAP_OF_GAIN = { time_s: 10, gap: 0.001 } as const

export type AdoptPlans = (
  plans: readonly { readonly name: string; readonly edits: readonly Edit[] }[],
) => readonly string[]

interface Parts extends RunnerParts {
  readonly planning: StoreApi<PlanningState>
  readonly solver: Solver
  /** makes scenarios of edits beside those that are shown, and shows the last; their ids */
  readonly adopt: AdoptPlans
}

export interface ProposeRunner {
  readonly actions: Pick<
    PlanningActions,
    'propose' | 'stopPlanning' | 'askGain' | 'askFront' | 'adoptPlan' | 'adoptPoint' | 'compareGain'
  >
  /** names the plan that would be made now */
  refresh(): void
}

/** Makes plans: what they are chosen from is asked of the engine, the choice is the solver's. */
export function createProposeRunner(parts: Parts): ProposeRunner {
  const { client, project, results, view, situation, planning, solver, adopt } = parts
  let known: { readonly key: string; readonly question: PlanQuestion } | null = null
  /** of each kind the one under way; another one takes its place */
  const jobs = new Map<SolverTask['kind'], SolverJob>()
  let asking: AbortController | null = null

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

  /** What a plan is chosen from; money changes nothing about it. */
  async function ask(asked: ProposalOptions): Promise<PlanQuestion> {
    const key = keyOf({ ...asked, budget_yuan: null })
    if (known?.key === key) return known.question
    asking?.abort()
    const controller = new AbortController()
    asking = controller
    const settings = analysisSettings(view.getState())
    const question = await client.call('propose', { options: asked, settings }, { signal: controller.signal })
    known = { key, question }
    return question
  }

  /** Hands a task to the solver; resolves when it is done. */
  async function solve(task: SolverTask, tell: (news: SolverNews) => void): Promise<void> {
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
        phase: 'asking',
        obstacles: [],
        proposal: null,
        isExact: false,
        progress: null,
        measured: null,
        complexes: [],
      },
    })
    try {
      const question = await ask(asked)
      put({ phase: 'solving' })
      await solve({ kind: 'plan', question, budget_yuan: asked.budget_yuan, limits: LIMITS }, (news) => {
        if (news.type === 'obstacles') put({ obstacles: news.obstacles })
        else if (news.type === 'greedy') put({ proposal: news.proposal })
        else if (news.type === 'progress') put({ progress: news.progress })
        else if (news.type === 'plan') put({ proposal: news.proposal, isExact: true, progress: null })
      })
      await check(question, key, put)
      put({ phase: 'done' })
    } catch (error) {
      notifyFailure(project, error)
      put({ phase: isCancellation(error) ? 'stopped' : 'failed', progress: null })
    }
  }

  /** Looks at the plan as it would be carried out, and measures it anew; a plan of walks promises nobody served. */
  async function check(
    { classes, options: { communities, gaps, objective } }: PlanQuestion,
    key: string,
    put: (change: Partial<PlanRun>) => void,
  ): Promise<void> {
    const { plan } = planning.getState()
    if (plan?.key !== key || plan.proposal === null) return
    const edits = plan.proposal.measures.map(({ measure }) => measure.edit)
    const settings = analysisSettings(view.getState())
    if (objective !== 'nearest') put({ phase: 'checking' })
    put({ complexes: await client.call('planComplexes', { edits, scenario: settings.scenario }) })
    if (objective === 'nearest') return
    put({ measured: await client.call('checkPlan', { edits, classes, communities, gaps, settings }) })
  }

  async function askGain(): Promise<void> {
    const asked = { ...options(), objective: 'most' as const }
    const key = keyOf(options())
    planning.setState({ gain: { key, isRunning: true, obstacles: [], gain: null, measures: new Map() } })
    const put = (change: Partial<NonNullable<PlanningState['gain']>>): void => {
      const { gain } = planning.getState()
      if (gain?.key === key) planning.setState({ gain: { ...gain, ...change } })
    }
    try {
      const question = await ask(asked)
      await solve({ kind: 'gain', question, budget_yuan: asked.budget_yuan, limits: GAP_OF_GAIN }, (news) => {
        if (news.type === 'gain') put({ gain: news.gain, measures: measuresOf(question) })
        else if (news.type === 'obstacles') put({ obstacles: news.obstacles })
      })
    } catch (error) {
      notifyFailure(project, error)
    } finally {
      put({ isRunning: false })
    }
  }

  async function askFront(): Promise<void> {
    const asked = { ...options(), objective: 'most' as const }
    const key = keyOf(options())
    planning.setState({ front: { key, isRunning: true, obstacles: [], points: [], measures: new Map() } })
    const put = (change: Partial<NonNullable<PlanningState['front']>>): void => {
      const { front } = planning.getState()
      if (front?.key === key) planning.setState({ front: { ...front, ...change } })
    }
    try {
      const question = await ask(asked)
      put({ measures: measuresOf(question) })
      await solve({ kind: 'front', question, budget_yuan: null, limits: FRONT_LIMITS }, (news) => {
        const { front } = planning.getState()
        if (news.type === 'point' && front?.key === key) put({ points: [...front.points, news.point] })
        else if (news.type === 'obstacles') put({ obstacles: news.obstacles })
      })
    } catch (error) {
      notifyFailure(project, error)
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
      stopPlanning() {
        asking?.abort()
        for (const job of jobs.values()) job.cancel()
      },
      askGain,
      askFront,
      adoptPlan(name) {
        const { plan } = planning.getState()
        if (plan?.proposal)
          adopt([{ name, edits: plan.proposal.measures.map(({ measure }) => measure.edit) }])
      },
      adoptPoint(point, name) {
        const { front } = planning.getState()
        const chosen = front?.points[point]
        if (front && chosen) adopt([{ name, edits: editsOf(chosen.keys, front.measures) }])
      },
      compareGain(names) {
        const { gain: run } = planning.getState()
        if (run === null || run.gain === null) return
        const { alone, together } = run.gain
        const { scenario } = view.getState()
        const made = adopt([
          { name: names.alone, edits: editsOf(alone.keys, run.measures).map(forItself) },
          { name: names.together, edits: editsOf(together.keys, run.measures) },
        ])
        view.setState(({ comparing }) => ({
          comparing: { ...comparing, columns: [scenario, ...made] },
          isTableOpen: true,
          drawerTab: 'compare',
        }))
      },
    },
  }
}

function measuresOf({ measures }: PlanQuestion): ReadonlyMap<string, Measure> {
  return new Map(measures.map((measure) => [measure.key, measure]))
}

function editsOf(keys: readonly string[], measures: ReadonlyMap<string, Measure>): readonly Edit[] {
  return keys.flatMap((key) => measures.get(key)?.edit ?? [])
}

/** What a community makes of its space for itself alone. */
function forItself(edit: Edit): Edit {
  return edit.kind === 'convert-space' ? { ...edit, access: 'residents' } : edit
}
