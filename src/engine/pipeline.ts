import type { AnalysisSettings, AnalysisView, CatchmentView, Origin, RouteView } from '../model/analysis'
import type { Project } from '../model/project'
import type { Run } from './run'

/** A project with a scenario applied and its walking network: what every question is asked of. */
export interface Prepared {
  readonly project: Project
}

export declare function prepare(project: Project, scenario: string | null, run: Run): Promise<Prepared>
export declare function analyse(
  prepared: Prepared,
  settings: AnalysisSettings,
  run: Run,
): Promise<AnalysisView>
export declare function catchmentFrom(
  prepared: Prepared,
  origin: Origin,
  settings: AnalysisSettings,
  cell_m: number,
): CatchmentView
export declare function routeTo(
  prepared: Prepared,
  origin: Origin,
  facility: string,
  settings: AnalysisSettings,
): RouteView | null
