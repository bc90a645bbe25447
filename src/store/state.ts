import type { Point, Polygon } from 'geojson'
import type { SpacePlace } from '../model/correction'
import type { SpaceFacts } from '../model/space-facts'
import type { StoreApi } from 'zustand/vanilla'
import type { Explanation, Who } from '../model/explanation'
import type { CheckUp, RepairEffect } from '../model/finding'
import type { Building } from '../model/layers'
import type { Hosting } from '../model/hosting'
import type { Issue } from '../model/issue'
import type { Basis, ProfileId } from '../model/profile'
import type { ProfileComparison } from '../model/profile-comparison'
import type { IndicatorTally } from '../model/indicator-tally'
import type { CompletenessLevel, Extent, SurveyedLayer } from '../model/project'
import type { PackFile, RuleChoice, RulePack } from '../model/rule-pack'
import type { CombineProblem } from '../model/rules/combine-packs'
import type { PackProblem } from '../model/rules/pack-problem'
import type { GapParts } from '../model/gap'
import type { GapFilter } from '../model/gap-filter'
import type { Sensitivity } from '../model/sensitivity'
import type { Surface, SurfaceForm } from '../model/surface'
import type { Mode } from '../model/mode'
import type { ScopeRule } from '../model/scope'
import type { Selection } from '../model/selection'
import type { LonLat } from '../model/units'
import type { Stage } from '../engine/run'
import type { AnalysisView, CatchmentView, Decay, Judging, Origin, RouteView } from '../model/analysis'
import type { PackageAnswer } from '../model/package-answer'
import type { PackageActions } from './run-package'
import type { CompareView, MapSide, ScenarioTable, WeighedScenarios } from './compare-view'
import type { LinkView, TriedLink } from './link-view'
import type { LinkSearch } from '../model/links'
import type { DraggedFacility, Foreseen, PlanEffect, PlanHistory, Planned, PlanTool } from './plan-state'
import type { BookmarkActions } from './run-bookmarks'
import type { EntryActions } from './run-entries'
import type { ScenarioActions } from './scenario-actions'
import type { PlanningActions, PlanningState } from './planning-state'
import type { Summaries } from './run-summaries'
import type { DrawerTab, TableState } from './table-state'
import type { SupplyAnswer } from '../model/supply'
import type { FileReport, MapLayers, ProjectSummary } from '../worker/protocol'

/** The open project as the page sees it. */
export interface ProjectState {
  readonly phase: 'empty' | 'loading' | 'ready'
  readonly summary: ProjectSummary | null
  /** what the map draws: the project as it is, or as the scenario that is shown leaves it */
  readonly mapLayers: MapLayers | null
  /** the same without any scenario */
  readonly baseLayers: MapLayers | null
  /** steps of the scenarios that can be taken back, and taken again */
  readonly planHistory: PlanHistory
  /** what is being read or computed right now; null: nothing */
  readonly progress: {
    readonly stage: Stage
    readonly done: number
    readonly total: number
    readonly what: string
  } | null
  readonly files: readonly FileReport[]
  readonly issues: readonly Issue[]
  /** messages the user should see; newest last */
  readonly notices: readonly Notice[]
  readonly hasUnsavedChanges: boolean
}

export interface Notice {
  readonly id: number
  readonly kind: 'error' | 'warning' | 'info'
  readonly issue: Issue
}

/** What the engine answered for the current settings. */
export interface ResultsState {
  readonly analysis: AnalysisView | null
  /** key of the inputs `analysis` was computed from; stale when it differs from the wanted one */
  readonly analysisKey: string | null
  readonly isAnalysing: boolean
  /** the last one without a scenario: what colors are cut by, so that they mean the same in every scenario */
  readonly baseAnalysis: AnalysisView | null
  /** the range of people served; of other inputs than `analysis` where the keys differ */
  readonly sensitivity: Sensitivity | null
  readonly sensitivityKey: string | null
  readonly isMeasuringSensitivity: boolean
  /** the indicators of the rules; of other inputs than `analysis` where the keys differ */
  readonly indicators: IndicatorTally | null
  readonly indicatorsKey: string | null
  /** how it is everywhere; of other inputs than are wanted where the keys differ */
  readonly surface: Surface | null
  readonly surfaceKey: string | null
  /** what the selected gap consists of; null: none is selected, or not there yet */
  readonly gapParts: GapParts | null
  /** how much there is for those who share it; of other inputs than `analysis` where the keys differ */
  readonly supply: SupplyAnswer | null
  readonly supplyKey: string | null
  readonly isMeasuringSupply: boolean
  readonly catchment: CatchmentView | null
  readonly route: RouteView | null
  /** what the network doctor found; of an older state of the project where the revisions differ */
  readonly checkUp: CheckUp | null
  readonly checkUpRevision: number | null
  /** answer to what is asked (`ViewState.asked`); null: nothing is, or not computed yet */
  readonly explanation: Explanation | null
  /** the selected building as recorded; null: none is selected, or not read yet */
  readonly building: Building | null
  /** what the proposed repair of the open finding does; null: none, or not computed yet */
  readonly effect: RepairEffect | null
  readonly summaries: Summaries
  /** what every candidate space may become; of an older state of the project where the key is another */
  readonly hosting: readonly Hosting[] | null
  readonly hostingKey: string | null
  /** money, votes and works of the scenario that is shown; of other inputs than are wanted where the key is another */
  readonly packageAnswer: PackageAnswer | null
  readonly packageKey: string | null
  /** gates and links on top of what is shown; of other inputs than are wanted where the key is another */
  readonly links: LinkSearch | null
  readonly linksKey: string | null
  readonly isFindingLinks: boolean
  /** what the link that is open changes; null: none is, or not measured yet */
  readonly triedLink: TriedLink | null
  /** scenarios side by side; of other columns or edits than are wanted where the key is another */
  readonly scenarioTable: ScenarioTable | null
  readonly scenarioTableKey: string | null
  readonly isComparing: boolean
  /** cost and votes of the scenarios side by side */
  readonly scenarioWeights: WeighedScenarios
  /** what the left half of the map shows; null: the map is whole, or it is on its way */
  readonly mapSide: MapSide | null
  readonly mapSideKey: string | null
  /** the walks of what is selected, and the surface, as they are there; null: none, or on their way */
  readonly sideCatchment: CatchmentView | null
  readonly sideSurface: Surface | null
  readonly sideSurfaceKey: string | null
  /** profiles compared as it is there, while the map tells them apart */
  readonly sideComparison: ProfileComparison | null
  readonly sideComparisonKey: string | null
  /** the scenario that is shown, edit by edit; of other edits than are wanted where the key is another */
  readonly planned: Planned | null
  readonly plannedKey: string | null
  /** what it changes against the base */
  readonly planEffect: PlanEffect | null
  readonly planEffectKey: string | null
  /** it is being measured for the edits of the moment */
  readonly isMeasuringEffect: boolean
  /** what it would change after the press that the pointer rests for; null: no such press, or that is not known yet */
  readonly foreseen: Foreseen | null
}

export type Workspace = 'data' | 'assess' | 'gaps' | 'plan' | 'present'
export type Locale = 'zh' | 'en'

export type { Selection }

/** What the map can fly to: something selected, or a box. */
export type FocusTarget = Selection | { readonly kind: 'box'; readonly box: Extent }

export interface OpenFinding {
  readonly id: string
  readonly repair: number
}

/** A question why a class is served or not for somebody. */
export interface Asked {
  readonly who: Who
  readonly code: string
}

/** A part of an explanation that is pointed at: a leg of its walk, its straight line, or a change. */
export type Pointed =
  | { readonly kind: 'leg'; readonly index: number }
  | { readonly kind: 'crow' }
  | { readonly kind: 'change'; readonly index: number }

/** Layers a user can switch; the order on the map is that of map/layer-order.ts. */
export const SWITCHABLE_LAYERS = [
  'communities',
  'catchment',
  'facilities',
  'spaces',
  'gates',
  'buildings',
  'streets',
  'greens',
  'water',
  'barriers',
  'heritage',
  'land',
  'labels',
] as const
export type SwitchableLayer = (typeof SWITCHABLE_LAYERS)[number]

/** What colors the communities. */
export type MapTheme =
  | { readonly kind: 'missing' }
  | { readonly kind: 'class'; readonly code: string }
  | { readonly kind: 'eligibility' }
  | { readonly kind: 'mode' }
  /** what a profile loses against the first one compared; code null: how many required classes */
  | { readonly kind: 'profiles'; readonly profile: ProfileId; readonly code: string | null }

/** What carries the colors of the theme: the communities, every place near a street, or hexagons. */
export type MapForm = 'communities' | SurfaceForm

/** What is looked at and how; never part of the project file. */
export interface ViewState {
  readonly workspace: Workspace
  readonly locale: Locale
  readonly appearance: 'light' | 'dark'
  readonly profile: ProfileId
  /** the scenario that is looked at and edited, by id; null: the project as it is */
  readonly scenario: string | null
  /** what a press on the map does to the scenario; null: it selects */
  readonly tool: PlanTool | null
  /** places in the list of its edits: the one that is open, and the one pointed at */
  readonly openEdit: number | null
  readonly pointedEdit: number | null
  readonly dragged: DraggedFacility | null
  /** what verdicts are judged by */
  readonly basis: Basis
  /** what the drawn catchments are measured in */
  readonly bandsBasis: Basis
  /** the packs chosen, in their order; `rules` is what they combine to */
  readonly ruleChoice: RuleChoice
  readonly rules: RulePack
  readonly isRulesOpen: boolean
  /** gates are open or closed as at this minute of the day; null: any time */
  readonly hour: number | null
  /** what a verdict asks for, and how supply is shared */
  readonly judging: Judging
  readonly decay: Decay
  /** true: facilities below their rule's least area serve all the same */
  readonly countsSmall: boolean
  /** true: supply is shown and kept up to date */
  readonly wantsSupply: boolean
  /** true: the range of people served is shown and kept up to date */
  readonly wantsSensitivity: boolean
  /** true: the package of the scenario is shown and kept up to date */
  readonly wantsPackage: boolean
  readonly selection: Selection | null
  readonly hovered: Selection | null
  readonly mapTheme: MapTheme
  readonly mapForm: MapForm
  readonly gapFilter: GapFilter
  readonly visible: Readonly<Record<SwitchableLayer, boolean>>
  readonly isTableOpen: boolean
  readonly drawerTab: DrawerTab
  readonly table: TableState
  /** numbers of the clause on scope */
  readonly scope: ScopeRule
  /** profiles side by side; the first is the one the others are compared with */
  readonly compared: readonly ProfileId[]
  /** the class, and the communities (ids, null all), whose walks a chart shows; null: no chart does */
  readonly walksAsked: { readonly code: string; readonly communities: readonly string[] | null } | null
  /** communities a chart or table points at, outlined on the map */
  readonly marked: readonly string[]
  /** communities that belong together, tied to each other on the map */
  readonly grouped: readonly (readonly string[])[]
  /** facility families hidden on the map */
  readonly hiddenFamilies: readonly string[]
  readonly insets: Insets
  /** what is seen of the map between the panels, west, south, east, north; null: the map is not there yet */
  readonly seen: Extent | null
  /** at which zoom */
  readonly seenZoom: number
  /** the bookmark of the talk that is shown, by id */
  readonly bookmark: string | null
  /** asks the map to fly there; a new serial is a new request, also for the same place */
  readonly focusRequest: { readonly target: FocusTarget; readonly serial: number } | null
  /** the finding of the network doctor that is looked at, and which of its repairs */
  readonly openFinding: OpenFinding | null
  /** what is being explained; null: nothing */
  readonly asked: Asked | null
  readonly pointed: Pointed | null
  readonly links: LinkView
  readonly comparing: CompareView
}

/**
 * How much of the map lies under panels, in CSS pixels from each edge of the map's element. The map fills
 * the window; it flies and fits inside these, and puts its scale bar and north arrow inside them.
 */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** A user's own rule packs, and what was refused last. */
export interface LibraryState {
  /** saved in this browser, by name */
  readonly own: readonly PackFile[]
  /** false: the browser keeps nothing; packs last as long as the page unless shared as a file */
  readonly isKept: boolean
  /** the files or the choice refused last, each with all that is wrong with it; the old rules stay */
  readonly refused: readonly Refused[]
  /** the pack that came in from a file last; null: none, or it has been put to use */
  readonly opened: OpenedPack | null
}

export interface OpenedPack {
  readonly file: string
  readonly id: string
  /** false: the same pack was there already */
  readonly isNew: boolean
}

export type Refused =
  | { readonly kind: 'file'; readonly name: string; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'not-json'; readonly name: string; readonly line: number }
  | { readonly kind: 'not-text'; readonly name: string }
  | { readonly kind: 'choice'; readonly problems: readonly CombineProblem[] }

/** Everything the page can do. Views call these and nothing else. */
export interface Actions
  extends ScenarioActions, PackageActions, BookmarkActions, EntryActions, PlanningActions {
  openDemo(): Promise<void>
  openFiles(files: readonly File[]): Promise<void>
  addFiles(files: readonly File[]): Promise<void>
  cancel(): void
  save(): Promise<void>
  dismissNotice(id: number): void
  setSurveyed(code: string, surveyed: boolean): Promise<void>
  /** null: nothing said about the layer */
  setCompleteness(layer: SurveyedLayer, level: CompletenessLevel | null): Promise<void>
  setRulesOpen(isOpen: boolean): void
  /** judges by these packs; a choice that cannot be judged by is refused and the old one stays */
  setRuleChoice(choice: RuleChoice): void
  /** keeps a pack in this browser, in the place of one of the same id */
  savePack(pack: PackFile): Promise<void>
  deletePack(id: string): Promise<void>
  /** hands a pack over as a file */
  sharePack(pack: PackFile): void
  /** opens shared packs and keeps them; a bad one is refused whole */
  openPacks(files: readonly File[]): Promise<void>
  dismissRefused(): void
  setWorkspace(workspace: Workspace): void
  setLocale(locale: Locale): void
  setAppearance(appearance: 'light' | 'dark'): void
  setProfile(profile: ProfileId): void
  setBasis(basis: Basis): void
  setBandsBasis(basis: Basis): void
  /** minutes since midnight; null: any time of day */
  setHour(hour: number | null): void
  /** asks for the range of people served, or no longer */
  setWantsSensitivity(wantsSensitivity: boolean): void
  setJudging(judging: Judging): void
  setDecay(decay: Decay): void
  setCountsSmall(countsSmall: boolean): void
  /** asks for supply, or no longer */
  setWantsSupply(wantsSupply: boolean): void
  setMapTheme(theme: MapTheme): void
  setMapForm(form: MapForm): void
  setGapFilter(filter: GapFilter): void
  setVisible(layer: SwitchableLayer, isVisible: boolean): void
  toggleFamily(family: string): void
  setTableOpen(isOpen: boolean): void
  /** opens the drawer at one of its tabs */
  showInDrawer(tab: DrawerTab): void
  setTable(change: Partial<TableState>): void
  setScope(scope: ScopeRule): void
  setCompared(profiles: readonly ProfileId[]): void
  askWalks(asked: ViewState['walksAsked']): void
  /** outlines communities on the map */
  mark(communities: readonly string[]): void
  /** ties communities to each other on the map that belong together */
  group(groups: readonly (readonly string[])[]): void
  /** a candidate space drawn on the map, selected at once; kept with the corrections */
  addSpace(geometry: Point | Polygon, facts: SpaceFacts): Promise<void>
  /** what is known about a space; null: not known */
  setSpaceFacts(space: string, facts: SpaceFacts): Promise<void>
  /** a candidate space that is none, or waits for a place in vain */
  dropSpace(space: string): Promise<void>
  /** where a candidate space is, one that waits for a place or another; selected at once */
  placeSpace(space: string, place: SpacePlace): Promise<void>
  /** whether a community is gated; null: not known. Kept with the corrections */
  setGated(community: string, gated: boolean | null): Promise<void>
  /** keeps a decision about the renovation mode of communities in the project; null: not decided */
  setMode(communities: readonly string[], mode: Mode | null, note: string): Promise<void>
  /** called by the frame whenever a panel opens, closes or is resized */
  setInsets(insets: Insets): void
  /** selects, computes the catchment, and asks the map to show it */
  select(selection: Selection | null): void
  hover(selection: Selection | null): void
  /** while a point is dragged: the latest request wins, older ones are dropped */
  dragPoint(at: LonLat): void
  showRoute(origin: Origin, facility: string): void
  /** takes the drawn route off the map, and a requested one that has not come yet */
  clearRoute(): void
  setLinkView(change: Partial<LinkView>): void
  setComparing(change: Partial<CompareView>): void
  /** asks why a class is served or not for somebody; null: closes the explanation */
  explain(asked: Asked | null): void
  /** points at a part of the explanation, or at none */
  point(pointed: Pointed | null): void
  /** asks the map to fly to something selected, or to a box */
  focus(target: FocusTarget): void
  /** opens a finding of the network doctor, shows it on the map and computes what its first repair does */
  openFinding(id: string | null): void
  /** looks at another repair of the open finding */
  chooseRepair(repair: number): void
  /** keeps a repair as a correction of the data */
  repairFinding(finding: string, repair: number): Promise<void>
  /** enters a facility at a place the user chose */
  enterFacility(finding: string, facility: string, at: LonLat): Promise<void>
  ignoreFinding(finding: string): Promise<void>
  undoCorrection(id: string): Promise<void>
}

/** What main hands to views and map: five observable states and the only things that change them. */
export interface AppStore {
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
  readonly library: StoreApi<LibraryState>
  readonly planning: StoreApi<PlanningState>
  readonly actions: Actions
}
