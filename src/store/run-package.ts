import type { PriceChange } from '../model/cost'
import { emptyPackage, type PlanPackage } from '../model/package'
import type { Scenario } from '../model/scenario'
import { type AnswerKeeper, keepAnswer } from './keep-answer'
import { historyWithout, withStep } from './plan-history'
import type { PlanHistory, PlanSnapshot } from './plan-state'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import { serialOf } from './serial-of'
import { analysisKey, analysisSettings } from './settings'

export interface PackageActions {
  /** asks for the money, votes and works of the scenario that is shown, or no longer */
  setWantsPackage(wantsPackage: boolean): void
  /** decides something about the scenario that is shown */
  decide(change: (decided: PlanPackage) => PlanPackage): void
  setPrices(prices: readonly PriceChange[]): void
}

export interface PackageRunner extends AnswerKeeper {
  readonly actions: PackageActions
  /** a copy of a scenario is paid for and built as the first one; votes are not copied: nobody voted on it */
  copy(from: string, to: string): void
  /** what was decided before, or after it again: a step of the plan is taken back or again */
  restore(decided: Pick<PlanSnapshot, 'packages' | 'prices'>): void
}

/** Keeps the package of the scenario that is shown in step with what is decided; both are plain values here. */
export function createPackageRunner(parts: RunnerParts): PackageRunner {
  const { client, project, results, view, situation } = parts

  const shown = (): Scenario | null => {
    const { scenario } = view.getState()
    return project.getState().summary?.scenarios.find(({ id }) => id === scenario) ?? null
  }

  const keeper = keepAnswer(parts, {
    call: 'describePackage',
    ask() {
      const { summary } = project.getState()
      const scenario = shown()
      if (summary === null || scenario === null || !view.getState().wantsPackage) return null
      const settings = { ...analysisSettings(view.getState()), scenario: scenario.id }
      const inputs = [summary.packages, summary.prices].map(serialOf)
      return {
        key: [analysisKey(situation(), settings), ...inputs].join('|'),
        params: { scenario: scenario.id, settings },
      }
    },
    keptKey: () => results.getState().packageKey,
    put: (packageAnswer, packageKey) => results.setState({ packageAnswer, packageKey }),
  })

  /**
   * Shows what is decided at once and tells the worker; what it cannot take is taken back. `history`: that of the plan
   * from then on.
   */
  function put(
    packages: readonly PlanPackage[],
    prices: readonly PriceChange[],
    history: PlanHistory = project.getState().planHistory,
  ): void {
    const { summary } = project.getState()
    if (summary === null) return
    const before = { packages: summary.packages, prices: summary.prices }
    const step = { before: project.getState().planHistory, after: history }
    project.setState({
      summary: { ...summary, packages, prices },
      planHistory: history,
      hasUnsavedChanges: true,
    })
    client.call('setPackages', { packages, prices }).catch((error: unknown) => {
      notifyFailure(project, error)
      const { summary: now } = project.getState()
      if (now?.packages !== packages || now.prices !== prices) return
      const planHistory = historyWithout(parts, step, { packages, prices }, before)
      project.setState({ summary: { ...now, ...before }, planHistory })
      void keeper.refresh()
    })
    void keeper.refresh()
  }

  return {
    ...keeper,
    copy(from, to) {
      const { summary } = project.getState()
      const decided = summary?.packages.find(({ scenario }) => scenario === from)
      if (!summary || !decided) return
      const { affected: _consents, ...rest } = decided
      put([...summary.packages, { ...rest, scenario: to, ballots: [] }], summary.prices)
    },
    restore({ packages, prices }) {
      const { summary } = project.getState()
      if (summary === null || (summary.packages === packages && summary.prices === prices)) return
      put(packages, prices)
    },
    actions: {
      setWantsPackage: (wantsPackage) => view.setState({ wantsPackage }),
      decide(change) {
        const { summary } = project.getState()
        const scenario = shown()
        if (summary === null || scenario === null) return
        const { packages, prices } = summary
        const before = packages.find((each) => each.scenario === scenario.id) ?? emptyPackage(scenario.id)
        const after = change(before)
        if (after === before) return
        const others = packages.filter((each) => each.scenario !== scenario.id)
        put([...others, after], prices, withStep(parts))
      },
      setPrices(prices) {
        const { summary } = project.getState()
        if (summary !== null) put(summary.packages, prices, withStep(parts))
      },
    },
  }
}
