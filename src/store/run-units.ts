import type { StoreApi } from 'zustand/vanilla'
import {
  drawUnit,
  dropFromUnits,
  followUnit,
  mergeUnits,
  renameUnit,
  type RenovationUnit,
  splitUnit,
} from '../model/renovation-unit'
import { type AnswerKeeper, keepAnswer } from './keep-answer'
import type { PlanningActions, PlanningState } from './planning-state'
import { historyWithout, withStep } from './plan-history'
import type { PlanHistory } from './plan-state'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

export interface UnitsRunner extends AnswerKeeper {
  readonly actions: Pick<
    PlanningActions,
    'mergeUnits' | 'splitUnit' | 'drawUnit' | 'dropFromUnits' | 'renameUnit' | 'takeUnits' | 'resetUnits'
  >
  /** the units as they were before, or after it again: a step of the plan is taken back or again */
  restore(units: readonly RenovationUnit[] | null): void
}

/** Keeps what units have and miss in step with the analysis while somebody looks, and the user's own units. */
export function createUnitsRunner(parts: RunnerParts, planning: StoreApi<PlanningState>): UnitsRunner {
  const { client, project, results, view, situation } = parts
  const own = (): readonly RenovationUnit[] | null => project.getState().summary?.units ?? null

  /** the units as they are: the user's own, else those proposed; `undefined`: nobody has asked for them yet */
  const current = (): readonly RenovationUnit[] | undefined =>
    own() ?? planning.getState().units?.proposed.units

  /** Goes on with what has become of the unit that is looked at, since a plan is for whom it holds. */
  function follow(before: readonly RenovationUnit[] | undefined): void {
    const { unit } = planning.getState()
    const now = current()
    if (unit === null || now === undefined) return
    const looked = before?.find(({ id }) => id === unit) ?? { id: unit, communities: [] }
    planning.setState({ unit: followUnit(now, looked)?.id ?? null })
  }

  const keeper = keepAnswer(parts, {
    call: 'units',
    ask() {
      const settings = analysisSettings(view.getState())
      const key = analysisKey(situation(), settings)
      // after the analysis, which rests on the same walks
      if (!planning.getState().wantsUnits || results.getState().analysisKey !== key) return null
      return { key: `${key}|${JSON.stringify(own())}`, params: { settings, units: own() } }
    },
    keptKey: () => planning.getState().unitsKey,
    put(units, unitsKey) {
      const before = current()
      planning.setState({ units, unitsKey })
      follow(before)
    },
    onStart: () => planning.setState({ isReadingUnits: true }),
    onEnd: () => planning.setState({ isReadingUnits: false }),
    onStopped: () => planning.setState({ wantsUnits: false }),
  })

  const show = (units: readonly RenovationUnit[] | null, planHistory: PlanHistory): void =>
    project.setState(({ summary }) => ({ summary: summary && { ...summary, units }, planHistory }))

  /** Other units: shown and told to the worker. `null`: as proposed. `history`: that of the plan from then on. */
  async function put(
    units: readonly RenovationUnit[] | null,
    history: PlanHistory = withStep(parts),
  ): Promise<void> {
    const before = own()
    const step = { before: project.getState().planHistory, after: history }
    const looked = current()
    show(units, history)
    follow(looked)
    try {
      await client.call('setUnits', { units })
      project.setState({ hasUnsavedChanges: true })
    } catch (error) {
      notifyFailure(project, error)
      if (own() === units) {
        show(before, historyWithout(parts, step, { units }, { units: before }))
        follow(units ?? undefined)
      }
    }
    await keeper.refresh()
  }

  /** Changes the units that are shown; what changes nothing is not kept as the user's own. */
  function change(how: (units: readonly RenovationUnit[]) => readonly RenovationUnit[]): void {
    const now = current()
    if (now === undefined) return
    const next = how(now)
    if (next !== now) void put(next)
  }

  return {
    ...keeper,
    actions: {
      mergeUnits: (ids) => change((units) => mergeUnits(units, ids)),
      splitUnit: (id, communities) => change((units) => splitUnit(units, id, communities)),
      drawUnit: (communities, name) => change((units) => drawUnit(units, communities, name)),
      dropFromUnits: (communities) => change((units) => dropFromUnits(units, communities)),
      renameUnit: (id, name) => change((units) => renameUnit(units, id, name)),
      takeUnits: (units) => void put(units),
      resetUnits: () => void put(null),
    },
    restore(units) {
      if (units !== own()) void put(units, project.getState().planHistory)
    },
  }
}
