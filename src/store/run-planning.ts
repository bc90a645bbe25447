import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Solver } from '../worker/solver-client'
import { NO_PLANNING, type PlanningActions, type PlanningState } from './planning-state'
import { type AdoptPlans, createProposeRunner } from './run-propose'
import { createUnitsRunner, type UnitsRunner } from './run-units'
import type { RunnerParts } from './runner-parts'

interface Parts extends RunnerParts {
  readonly solver: Solver
  readonly adopt: AdoptPlans
}

export interface PlanningRunner {
  readonly planning: StoreApi<PlanningState>
  readonly actions: PlanningActions
  /** a step of the plan taken back or again brings the units of then */
  restoreUnits: UnitsRunner['restore']
  /** what units and plans rest on may have changed */
  refresh(): void
  /** another project is open, or more of it: its plans are gone, what the user wishes stays */
  reset(): void
  cancel(): void
}

/** Renovation units, and plans for them. */
export function createPlanningRunner({ solver, adopt, ...parts }: Parts): PlanningRunner {
  const planning = createStore<PlanningState>(() => NO_PLANNING)
  const units = createUnitsRunner(parts, planning)
  const proposals = createProposeRunner({ ...parts, planning, solver, adopt })

  planning.subscribe((now, before) => {
    if (now.unit !== before.unit || now.wishes !== before.wishes || now.units !== before.units)
      proposals.refresh()
    if (now.wantsUnits !== before.wantsUnits) void units.refresh()
  })

  return {
    planning,
    restoreUnits: (before) => units.restore(before),
    refresh() {
      void units.refresh()
      proposals.refresh()
    },
    reset() {
      proposals.actions.stopPlanning()
      planning.setState(({ part, wishes, wantsUnits }) => ({
        ...NO_PLANNING,
        part,
        // measures of a project that is gone
        wishes: { ...wishes, must: [], never: [], gaps: [] },
        wantsUnits,
      }))
    },
    cancel() {
      units.cancel()
      proposals.actions.stopPlanning()
    },
    actions: {
      ...units.actions,
      ...proposals.actions,
      setWantsUnits: (wantsUnits) => planning.setState({ wantsUnits }),
      chooseUnit: (unit) => planning.setState({ unit }),
      showPlanPart: (part) => planning.setState({ part }),
      planForGap(id) {
        planning.setState(({ wishes }) => ({
          part: 'propose',
          // wherever its people live
          unit: null,
          wishes: { ...wishes, objective: 'cheapest', classChoice: 'gaps', gaps: [id], budget_yuan: null },
        }))
        parts.view.setState({ workspace: 'plan' })
      },
      setWishes: (wishes) => planning.setState((now) => ({ wishes: { ...now.wishes, ...wishes } })),
    },
  }
}
