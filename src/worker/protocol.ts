import type { PlanQuestion } from '../engine/propose/plan-question'
import type { Stage } from '../engine/run'
import type { AnalysisSettings, AnalysisView, CatchmentView, Origin, RouteView } from '../model/analysis'
import type { Comparison } from '../model/comparison'
import type { Bookmark } from '../model/bookmark'
import type { PriceChange } from '../model/cost'
import type { LinkKind, LinkSearch } from '../model/links'
import type { Change, Correction } from '../model/correction'
import type { CheckUp, RepairEffect } from '../model/finding'
import type { Gap, GapParts } from '../model/gap'
import type { Explanation, Who } from '../model/explanation'
import type { Hosting } from '../model/hosting'
import type { Issue } from '../model/issue'
import type { Landmarks } from '../model/landmark'
import type { Building, Community, Facility, Gate, LayerName, Space } from '../model/layers'
import type { IndicatorEntry } from '../model/indicator-entry'
import type { IndicatorTally } from '../model/indicator-tally'
import type { PlanPackage } from '../model/package'
import type { PackageAnswer } from '../model/package-answer'
import type { Completeness, CompletenessLevel, Extent, Provenance, SurveyedLayer } from '../model/project'
import type { MeasuredPlan, ProposalOptions, SharingGain } from '../model/proposal'
import type { Complex } from '../model/service-complex'
import type { RenovationUnit } from '../model/renovation-unit'
import type { PackFile, RuleChoice } from '../model/rule-pack'
import type { PackProblem } from '../model/rules/pack-problem'
import type { EditProblem } from '../model/scenario-outcome'
import type { SharedWallAnswer } from '../model/shared-wall'
import type { Edit, Scenario } from '../model/scenario'
import type { EditOutcome, ScenarioChanges, ScenarioWeight } from '../model/scenario-outcome'
import type { UnplacedSpace } from '../model/unplaced-space'
import type { LonLat } from '../model/units'
import type { ModeFacts } from '../model/mode'
import type { ProfileId } from '../model/profile'
import type { ElderCircle, ProfileComparison } from '../model/profile-comparison'
import type { ScopeRule } from '../model/scope'
import type { Sensitivity } from '../model/sensitivity'
import type { Surface, SurfaceForm, SurfaceSubject } from '../model/surface'
import type { WalkDistribution } from '../model/walk-distribution'
import type { SupplyAnswer } from '../model/supply'
import type { ProposedUnits, UnitReport } from '../model/unit-report'

/**
 * Every call the page can make of the engine worker: name → [parameters, result].
 * The project lives in the worker; the page gets summaries, map layers and results.
 */
export interface Calls {
  /** replaces the open project; on failure the one that was open stays */
  open: [{ files: readonly InputFile[] }, OpenResult]
  /** adds layers of further files to the open project */
  add: [{ files: readonly InputFile[] }, OpenResult]
  /** the open project as one .lifecircle file */
  save: [Record<string, never>, Uint8Array<ArrayBuffer>]
  /** says a class was surveyed (or not), which turns "unknown" into "not served" */
  setSurveyed: [{ code: string; surveyed: boolean }, null]
  /** says how complete a layer is; null: nothing said */
  setCompleteness: [{ layer: SurveyedLayer; level: CompletenessLevel | null }, null]
  /** keeps in the project what it is judged by; each analysis is told its rules with its settings */
  setRules: [{ rules: RuleChoice }, null]
  /** keeps looks at the map in the project, as a whole list */
  setBookmarks: [{ bookmarks: readonly Bookmark[] }, null]
  /** checks a rule pack from the bytes of its file: the pack, or all that is wrong with it */
  readPack: [{ bytes: Uint8Array }, ReadPack]
  /** the indicators of the rules, counted over the last assessment of these settings */
  indicators: [AnalysisSettings, IndicatorTally]
  /** what the planner entered of indicators that nothing computes, as a whole list */
  setEntered: [{ entered: readonly IndicatorEntry[] }, null]
  /** the corrections of the data, as a whole list; what the map draws differently comes back */
  setCorrections: [{ corrections: readonly Correction[] }, { readonly changed: MapLayersPatch }]
  /** the scenarios, as a whole list; the base stays as it is */
  setScenarios: [{ scenarios: readonly Scenario[] }, null]
  /** what becomes of a scenario's edits, and what the map draws differently; null: there is none of the id */
  scenarioLayers: [{ scenario: string }, ScenarioLayers | null]
  /** readies the worker for edits, while nobody edits yet */
  rehearse: [AnalysisSettings, null]
  /** the place on the streets nearest to another one; null: none within `within_m`. `scenario`: the streets as it leaves them */
  nearestStreet: [
    { at: LonLat; within_m: number; scenario: string | null },
    { readonly id: string; readonly at: LonLat } | null,
  ]
  /** what opens the wall of the first community at a place where the second one's is near, or why nothing does */
  openSharedWall: [
    { communities: readonly [string, string]; at: LonLat; settings: AnalysisSettings },
    SharedWallAnswer,
  ]
  /** why the wall of one community cannot be opened at a place; null: it can */
  whyWallStays: [{ community: string; at: LonLat; scenario: string }, EditProblem | null]
  /** what the network doctor finds in the open project */
  checkUp: [Record<string, never>, CheckUp]
  /** what one more correction would do to coverage */
  effect: [{ change: Change; settings: AnalysisSettings }, RepairEffect]
  mapLayers: [Record<string, never>, MapLayers]
  analyse: [AnalysisSettings, AnalysisView]
  /** the range of people served under what nobody knows exactly */
  sensitivity: [AnalysisSettings, Sensitivity]
  /** how it is everywhere, as cells or hexagons */
  surface: [{ subject: SurfaceSubject; form: SurfaceForm; settings: AnalysisSettings }, Surface]
  /** what one gap consists of */
  gapParts: [{ gap: Pick<Gap, 'id' | 'class' | 'places'>; settings: AnalysisSettings }, GapParts]
  /** several profiles on the same network; the first is the one the others are compared with */
  compareProfiles: [{ settings: AnalysisSettings; profiles: readonly ProfileId[] }, ProfileComparison]
  /** the elderly-friendly 5-minute circle of every community */
  elderCircle: [AnalysisSettings, ElderCircle]
  /** walks to the nearest of a class; `communities`: ids, null all. null: the pack does not know the class */
  walks: [
    { settings: AnalysisSettings; code: string; communities: readonly string[] | null },
    WalkDistribution | null,
  ]
  /** communities some of whose people live within 300 m on foot of some of its own */
  neighbours: [
    { settings: AnalysisSettings; community: string },
    { readonly of: string; readonly ids: readonly string[] },
  ]
  /** what the data say about the renovation mode of every community */
  modeFacts: [{ scope: ScopeRule }, readonly ModeFacts[]]
  /** how much of each class there is for the people who share it */
  supply: [AnalysisSettings, SupplyAnswer]
  /**
   * What the scenario of the settings would change against the base if its edits were these: asked before they are made, so
   * that it is known when they are. One answer; `Cancelled`: too much to compute unasked
   */
  foresee: [{ edits: readonly Edit[]; settings: AnalysisSettings }, readonly [Comparison]]
  /** what each second scenario changes against the first; null: the base */
  compare: [
    {
      pairs: readonly (readonly [before: string | null, after: string | null])[]
      settings: AnalysisSettings
    },
    readonly Comparison[],
  ]
  /** what is decided about scenarios as projects, and the user's own prices, both as whole lists */
  setPackages: [{ packages: readonly PlanPackage[]; prices: readonly PriceChange[] }, null]
  /** a scenario as a project: its money, votes and works; null: there is none of the id */
  describePackage: [{ scenario: string; settings: AnalysisSettings }, PackageAnswer | null]
  /** renovation units, and what they have and miss; `units`: the user's own, null: as proposed */
  units: [{ settings: AnalysisSettings; units: readonly RenovationUnit[] | null }, UnitsAnswer]
  /** keeps the user's own units in the project; null: as proposed again */
  setUnits: [{ units: readonly RenovationUnit[] | null }, null]
  /**
   * What a plan may be made of: measures, what they cost, whom they serve. It is large and goes straight to whoever is at
   * the other end of `to`. `key` names what it depends on: the same key, the same question.
   */
  propose: [
    { key: string; options: ProposalOptions; settings: AnalysisSettings; to: MessagePort },
    QuestionHead,
  ]
  /** whom a plan serves when the project with its edits is measured anew */
  checkPlan: [
    {
      edits: readonly Edit[]
      classes: readonly string[]
      communities: readonly string[] | null
      gaps: ProposalOptions['gaps']
      counts: ProposalOptions['counts']
      settings: AnalysisSettings
    },
    MeasuredPlan,
  ]
  /** what sharing gains when both of its sides are carried out; `key`, `options`: of the question it was found for */
  checkGain: [
    { key: string; options: ProposalOptions; gain: SharingGain; settings: AnalysisSettings },
    SharingGain,
  ]
  /** sites that edits over a scenario split among three uses or more, with those it splits itself */
  planComplexes: [{ edits: readonly Edit[]; scenario: string | null }, readonly Complex[]]
  /** null: the scenario has no such facility */
  catchment: [{ origin: Origin; settings: AnalysisSettings; cell_m: number }, CatchmentView | null]
  /** gates and links that would shorten walks; so many of the best are measured, the others estimated */
  findLinks: [
    {
      communities: readonly string[] | null
      kinds: readonly LinkKind[]
      measured: number
      settings: AnalysisSettings
    },
    LinkSearch,
  ]
  /** what some edits more would change, measured and judged */
  tryEdits: [{ edits: readonly Edit[]; settings: AnalysisSettings }, Comparison]
  /** what becomes of the edits of some scenarios, by their ids, and what each costs; and what their works cost */
  weighScenarios: [{ scenarios: readonly string[]; year: number }, Readonly<Record<string, ScenarioWeight>>]
  /** why a class is served or not for somebody, and which single changes would serve it */
  explain: [{ who: Who; code: string; settings: AnalysisSettings }, Explanation]
  /** one building as recorded; the page has only their outlines. null: there is none of the id */
  building: [{ id: string }, Building | null]
  /** what every candidate space may become */
  hosting: [{ year: number }, readonly Hosting[]]
  route: [{ origin: Origin; facility: string; settings: AnalysisSettings }, RouteView | null]
}

/** What the page is told of a question; see `PlanQuestion`. */
export type QuestionHead = Pick<PlanQuestion, 'classes'>

export type CallName = keyof Calls
export type Params<C extends CallName> = Calls[C][0]
export type Result<C extends CallName> = Calls[C][1]

export interface InputFile {
  /** path inside a folder, or the file's name */
  readonly name: string
  readonly blob: Blob
}

export interface FileReport {
  readonly name: string
  readonly format: string
  readonly crs: string
  readonly features: number
  readonly accepted: number
  readonly rejected: number
}

export interface ProjectSummary {
  readonly name: string
  readonly fictional: boolean
  readonly extent: Extent | null
  readonly counts: Readonly<Record<LayerName, number>>
  readonly provenance: Readonly<Partial<Record<LayerName, Provenance>>>
  readonly surveyed: Readonly<Record<string, boolean>>
  readonly completeness: Completeness
  /** what the project says it is judged by; null: nothing */
  readonly rules: RuleChoice | null
  readonly bookmarks: readonly Bookmark[]
  /** number of facilities by class code; of a class of greens, of parks of any size */
  readonly facilitiesByClass: Readonly<Record<string, number>>
  /** repairs of the data; the counts are those of the layers as recorded, without them */
  readonly corrections: readonly Correction[]
  readonly scenarios: readonly Scenario[]
  readonly packages: readonly PlanPackage[]
  readonly prices: readonly PriceChange[]
  /** the user's own renovation units; null: as proposed */
  readonly units: readonly RenovationUnit[] | null
  /** values of indicators that nothing computes */
  readonly entered: readonly IndicatorEntry[]
  /** candidate spaces that came without a place, placed and dismissed ones too; see `waitingSpaces` */
  readonly unplaced: readonly UnplacedSpace[]
}

export interface OpenResult {
  readonly summary: ProjectSummary
  readonly files: readonly FileReport[]
  readonly issues: readonly Issue[]
}

/**
 * What the map draws. The heavy base layers come as GeoJSON text in Blobs: the page hands MapLibre the
 * blob's URL and never parses them on the main thread. The light layers come as records.
 */
export interface MapLayers {
  readonly base: {
    readonly land: Blob
    readonly water: Blob
    readonly greens: Blob
    readonly buildings: Blob
    readonly streets: Blob
    readonly barriers: Blob
    readonly heritage: Blob
    /** outlines only; their fill depends on results and is drawn from the records */
    readonly communities: Blob
    /** points with `kind`, `id`, `name`, `size` (degrees of longitude), `code` of facilities */
    readonly labels: Blob
  }
  readonly communities: readonly Community[]
  readonly gates: readonly Gate[]
  readonly facilities: readonly Facility[]
  readonly spaces: readonly Space[]
  /** what tells communities without a name apart */
  readonly landmarks: Landmarks
}

/** The layers of the map that changed, to be put in the place of the old ones. */
export type MapLayersPatch = Partial<Omit<MapLayers, 'base'>> & { readonly base: Partial<MapLayers['base']> }

/** A scenario for the page: its edits one by one, and everything they leave otherwise than it is. */
export interface ScenarioLayers {
  /** in the order of the edits */
  readonly outcomes: readonly EditOutcome[]
  readonly changes: ScenarioChanges
  /** sites that it splits among three uses or more */
  readonly complexes: readonly Complex[]
  /** to be put in the place of the base's; streets stay, paths that change are drawn over them */
  readonly changed: MapLayersPatch
}

export interface UnitsAnswer {
  readonly proposed: ProposedUnits
  /** of the units asked for, in their order */
  readonly reports: readonly UnitReport[]
}

/** `json`: the text is no JSON at all, from that line on; `encoding`: it is no text. */
export type ReadPack =
  | { readonly pack: PackFile; readonly problems: readonly [] }
  | { readonly pack: null; readonly problems: readonly PackProblem[] }
  | { readonly pack: null; readonly problems: 'json'; readonly line: number }
  | { readonly pack: null; readonly problems: 'encoding' }

/** Messages on the wire. */
export type ToWorker =
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: CallName
      readonly params: unknown
      /** number of an answer to this call that the page has, of which only the difference need be told; null: none */
      readonly known: number | null
    }
  | { readonly type: 'cancel'; readonly id: number }

export type FromWorker =
  | {
      readonly type: 'progress'
      readonly id: number
      readonly stage: Stage
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'done'; readonly id: number; readonly result: unknown }
  | {
      readonly type: 'failed'
      readonly id: number
      readonly issue: Issue | null
      readonly message: string
      readonly cancelled: boolean
    }
