import type { Bookmark } from './bookmark'
import type { Correction } from './correction'
import type { PriceChange } from './cost'
import type { IndicatorEntry } from './indicator-entry'
import type { LayerName, Layers } from './layers'
import type { PlanPackage } from './package'
import type { RuleChoice } from './rule-pack'
import type { RenovationUnit } from './renovation-unit'
import type { Scenario } from './scenario'
import type { UnplacedSpace } from './unplaced-space'

/** Raised when the project file changes shape; older files are migrated on open. */
export const SCHEMA_VERSION = 5

/** How much of what is there a layer has, as the user says. */
export const COMPLETENESS_LEVELS = ['complete', 'partial', 'none'] as const
export type CompletenessLevel = (typeof COMPLETENESS_LEVELS)[number]

/** Layers whose completeness decides what is unknown. */
export const SURVEYED_LAYERS = ['facilities', 'greens', 'buildings', 'gates', 'streets'] as const
export type SurveyedLayer = (typeof SURVEYED_LAYERS)[number]

/** Absent: nothing said; the layer is taken as it is. */
export type Completeness = Readonly<Partial<Record<SurveyedLayer, CompletenessLevel>>>

/** Where a layer came from. */
export interface Provenance {
  /** file names as the user gave them, or "demo" */
  readonly files: readonly string[]
  readonly format: string
  /** coordinate system of the source, e.g. "WGS84" */
  readonly crs: string
  /** ISO date of the data itself, when known */
  readonly data_date?: string
  readonly licence?: string
  /**
   * How street lines join. `vertices`: only where they share a vertex (OpenStreetMap, this tool's own
   * files). `crossings`: wherever they cross at the same level (plain line layers of an office).
   */
  readonly topology?: 'vertices' | 'crossings'
}

/** [west, south, east, north] in degrees */
export type Extent = readonly [number, number, number, number]

export interface Project {
  readonly name: string
  /** made up, and shown as 「虚构示例」 wherever it appears */
  readonly fictional: boolean
  readonly layers: Layers
  readonly provenance: Readonly<Partial<Record<LayerName, Provenance>>>
  /** where the data ends; searches that touch it are flagged. Absent: taken from the streets */
  readonly extent?: Extent
  /**
   * Middle of the flat frame everything is measured in, lon and lat; only where this is a part cut out of a
   * larger project, whose frame it keeps. Absent: the middle of the extent, else of the streets
   */
  readonly origin?: readonly [number, number]
  /**
   * Facility classes the user has said were surveyed, or not; absent: a class with at least one record
   * counts as surveyed, one with none does not.
   */
  readonly surveyed: Readonly<Record<string, boolean>>
  /** how complete whole layers are; see `src/engine/assessment/survey-doubt.ts` for what follows */
  readonly completeness?: Completeness
  /** what the project is judged by, with all its numbers; absent: the pack the program comes with */
  readonly rules?: RuleChoice
  readonly scenarios: readonly Scenario[]
  /** looks at the map for a meeting, in the order of the talk; absent: none */
  readonly bookmarks?: readonly Bookmark[]
  /** what is decided about scenarios as projects, at most one for each; absent: nothing */
  readonly packages?: readonly PlanPackage[]
  /** the user's own prices, at most one of each cost item; absent: none */
  readonly prices?: readonly PriceChange[]
  /** renovation units as the user left them; absent: as proposed */
  readonly units?: readonly RenovationUnit[]
  /** values of indicators that only a survey or a plan tells, at most one of each for each place; absent: none */
  readonly entered?: readonly IndicatorEntry[]
  /** candidate spaces of tables that do not say where they are; corrections place and dismiss them. Absent: none */
  readonly unplaced?: readonly UnplacedSpace[]
  /** repairs of the layers, in the order they are applied; the layers here are without them */
  readonly corrections: readonly Correction[]
}
