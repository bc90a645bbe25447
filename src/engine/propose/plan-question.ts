import type { Impossibility, Measure, ProposalOptions } from '../../model/proposal'
import type { JointProblem } from '../siting/joint-plan'

/**
 * Everything a plan is chosen from, without the network it was measured on: plain data that a solver in another
 * thread can be handed. One measure for each decision of the problem.
 */
export interface PlanQuestion {
  readonly options: ProposalOptions
  readonly problem: JointProblem
  readonly measures: readonly Measure[]
  readonly demand: Demand
  /** codes of classes and ids of communities, as `demand` numbers them */
  readonly classes: readonly string[]
  readonly communities: readonly string[]
  /** m² of each space that decisions take area of, and its id */
  readonly spaces: readonly string[]
  /** keys that must be and cannot, and why */
  readonly impossible: readonly { readonly key: string; readonly reasons: readonly Impossibility[] }[]
}

/**
 * Who is to be served: one entry for each place and class, or, where walks are to be saved, for each stretch of
 * such a walk. Columns of equal length.
 */
export interface Demand {
  /** index into people.points */
  readonly point: Int32Array
  readonly classIndex: Int32Array
  readonly community: Int32Array
  readonly people: Float64Array
  /** 1: not served now; 0: served, its walk can be shorter */
  readonly isUnserved: Uint8Array
}
