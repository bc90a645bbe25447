import type { Highs, PassiveCallbackEvent } from 'highs'

import type { Mip, MipAnswer, MipLimits } from '../engine/siting/mip'

/**
 * Answers a program with HiGHS, at once: the thread is busy until it is done or out of time. Whoever has the
 * runtime (worker, terminal, test) wraps this into a `SolveMip`. Same program, same answer: one thread, seed 0.
 */
export function solveWithHighs(highs: Highs, mip: Mip, limits: MipLimits): MipAnswer {
  if (mip.cost.length === 0) return { status: 'optimal', x: new Float64Array(0), cost: 0, bound: 0 }
  const { modelStatus, callbackType, variableType } = highs.constants
  return highs.withModel(
    {
      numCols: mip.cost.length,
      numRows: mip.rowLower.length,
      colCost: mip.cost,
      colLower: mip.lower,
      colUpper: mip.upper,
      rowLower: mip.rowLower,
      rowUpper: mip.rowUpper,
      matrix: {
        format: 'csr',
        numCols: mip.cost.length,
        numRows: mip.rowLower.length,
        starts: mip.start,
        indices: mip.column,
        values: mip.value,
      },
      integrality: Int32Array.from(mip.isInteger, (is) =>
        is === 1 ? variableType.integer : variableType.continuous,
      ),
    },
    (model): MipAnswer => {
      model.options.set({
        output_flag: false,
        time_limit: limits.time_s,
        mip_rel_gap: limits.gap,
        mip_abs_gap: limits.gap === 0 ? 1e-6 : 0,
        random_seed: 0,
      })
      if (limits.start !== undefined) model.setSolution({ colValue: limits.start })
      const { onProgress, onBetter } = limits
      model.run({
        ...(onProgress === undefined
          ? {}
          : {
              [callbackType.mipLogging]: ({ data }: PassiveCallbackEvent) => {
                const { mip_primal_bound, mip_dual_bound, running_time } = data
                onProgress(mip_primal_bound ?? Infinity, mip_dual_bound ?? -Infinity, running_time ?? 0)
                return undefined
              },
            }),
        ...(onBetter === undefined
          ? {}
          : {
              [callbackType.mipImprovingSolution]: ({ data }: PassiveCallbackEvent) => {
                if (data.mip_solution !== undefined) onBetter(data.mip_solution)
                return undefined
              },
            }),
      })
      const status = model.getModelStatus()
      const isOptimal = status === modelStatus.optimal
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
        return { status: 'infeasible', x: new Float64Array(0), cost: Infinity, bound: Infinity }
      const isMip = mip.isInteger.includes(1)
      const bound = isMip ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue()
      // 2: a feasible point stands
      if (Number(model.info.get('primal_solution_status')) !== 2)
        return { status: 'none', x: new Float64Array(0), cost: Infinity, bound }
      const x = Float64Array.from(model.getSolution().colValue)
      const cost = x.reduce((sum, value, i) => sum + value * mip.cost[i], 0)
      return { status: isOptimal ? 'optimal' : 'feasible', x, cost, bound: Math.min(bound, cost) }
    },
  )
}
