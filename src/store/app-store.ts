import {
  addCorrection,
  idOfAddedSpace,
  withGated,
  withoutSpace,
  withSpaceKnown,
  withSpacePlaced,
} from '../model/correction'
import { createStore } from 'zustand/vanilla'
import { withLevel } from '../model/survey'
import { type EngineClient, isCancellation } from '../worker/rpc'
import type { InputFile } from '../worker/protocol'
import { withCleanTexts } from './clean-actions'
import { browserSurroundings, type Surroundings } from './browser'
import { readPreferences, writePreferences } from './preferences'
import {
  createProjectStore,
  dismissNotice,
  notifyFailure,
  notifyRejected,
  reportProgress,
} from './project-store'
import { createAnalysisRunner } from './run-analysis'
import { createCatchmentRunner, originOf } from './run-catchment'
import { createDoctorRunner } from './run-doctor'
import { createRehearsalRunner } from './run-rehearsal'
import { createRulesRunner, splitPacks } from './run-rules'
import { createGapPartsRunner } from './run-gap-parts'
import { createExplainRunner } from './run-explain'
import { createCompareRunner } from './run-compare'
import { FIRST_COMPARE_VIEW } from './compare-view'
import { createLinksRunner } from './run-links'
import { FIRST_LINK_VIEW } from './link-view'
import { createHostingRunner } from './run-hosting'
import { createPackageRunner } from './run-package'
import { createBookmarkRunner } from './run-bookmarks'
import { createEntriesRunner } from './run-entries'
import { createPlanningRunner } from './run-planning'
import { createScenarioRunner } from './run-scenarios'
import { createSensitivityRunner } from './run-sensitivity'
import { createSupplyRunner } from './run-supply'
import { createSurfaceRunner } from './run-surface'
import { nameSituation } from './situation'
import type { RunnerParts } from './runner-parts'
import { explanationBox } from './explanation-box'
import { createSummariesRunner } from './run-summaries'
import { NO_RESULTS } from './no-results'
import { fileName, inputs, isProjectFile, nameOf } from './opened-files'
import { isSameSelection } from './same-selection'
import { viewActions } from './view-actions'
import { NO_GAP_FILTER } from '../model/gap-filter'
import { NO_FILTER } from './table-state'
import { findingBox } from './finding-box'
import type { Actions, AppStore, FocusTarget, ResultsState } from './state'
import { createViewStore } from './view-store'

/** Joins the three stores with the engine. The project itself stays in the worker. */
export function createAppStore(
  client: EngineClient,
  surroundings: Surroundings = browserSurroundings(),
): AppStore {
  const { storage, query } = surroundings
  const project = createProjectStore()
  const results = createStore<ResultsState>(() => NO_RESULTS)
  const view = createViewStore(readPreferences(storage, query))
  let revision = 0
  let focusSerial = 0
  let loading: AbortController | null = null
  /** the notice of the files refused last, whole or in part */
  let refusal: number | null = null
  const parts: RunnerParts = {
    client,
    project,
    results,
    view,
    revision: () => revision,
    situation: () => nameSituation(revision, project.getState().summary?.scenarios, view.getState().scenario),
  }
  const analysis = createAnalysisRunner(parts)
  const sensitivity = createSensitivityRunner(parts)
  const surface = createSurfaceRunner(parts)
  const gapParts = createGapPartsRunner({ client, project, results, view })
  const summaries = createSummariesRunner(parts)
  const supply = createSupplyRunner(parts)
  const catchment = createCatchmentRunner({ client, project, results, view })
  const rules = createRulesRunner({ ...parts, surroundings })
  const explain = createExplainRunner({
    client,
    project,
    results,
    view,
    onAnswered(answer) {
      const box = explanationBox(answer)
      if (box) focus({ kind: 'box', box })
    },
  })
  const hosting = createHostingRunner(parts)
  const rehearsal = createRehearsalRunner(parts)
  const plan = createPackageRunner(parts)
  /** Asks the map to fly there. */
  function focus(target: FocusTarget): void {
    view.setState({ focusRequest: { target, serial: ++focusSerial } })
  }
  const links = createLinksRunner(parts)
  const comparing = createCompareRunner(parts)
  /** Everything that depends on what the project is asked as. */
  function refreshShown(): void {
    void analysis.refresh()
    catchment.refresh(false)
    void explain.refresh()
    const { route } = results.getState()
    const origin = originOf(view.getState().selection, project.getState())
    if (route && origin) catchment.showRoute(origin, route.facility)
  }
  const scenarios = createScenarioRunner({
    ...parts,
    isAskedFor: (key) => analysis.isAskedFor(key),
    onChanged() {
      refreshShown()
      scenarios.refresh()
      planner.refresh()
    },
    onGone: () => actions.select(null),
    onCopied: (from, to) => plan.copy(from, to),
    onDecided(decided) {
      plan.restore(decided)
      planner.restoreUnits(decided.units)
      bookmarks.restore(decided.bookmarks)
      entries.restore(decided.entered)
      doctor.restore(decided.corrections)
    },
  })
  const bookmarks = createBookmarkRunner({ ...parts, focus, select: (what) => actions.select(what) })
  const entries = createEntriesRunner(parts)
  const planner = createPlanningRunner({
    ...parts,
    solver: surroundings.solver,
    adopt(plans, over) {
      return plans.flatMap(({ name, edits }) => {
        actions.createScenario(name, [...over.edits, ...edits])
        return view.getState().scenario ?? []
      })
    },
  })
  const doctor = createDoctorRunner({
    ...parts,
    onChanged() {
      revision++
      view.setState({ openFinding: null })
      catchment.refresh(false)
      void explain.refresh()
      // the findings first: they are what was just looked at
      void doctor.refresh()
      void hosting.refresh()
      scenarios.refresh()
      planner.refresh()
      void analysis.refresh()
      void plan.refresh()
    },
  })

  view.subscribe((now, before) => {
    const isAskedAnew =
      now.profile !== before.profile ||
      now.scenario !== before.scenario ||
      now.basis !== before.basis ||
      now.rules !== before.rules ||
      now.hour !== before.hour ||
      now.scope !== before.scope ||
      now.judging !== before.judging ||
      now.decay !== before.decay ||
      now.countsSmall !== before.countsSmall
    if (isAskedAnew) refreshShown()
    if (now.scenario !== before.scenario) scenarios.refresh()
    if (isAskedAnew) planner.refresh()
    if (!isAskedAnew && now.bandsBasis !== before.bandsBasis) catchment.refresh(false)
    if (isAskedAnew || now.wantsSensitivity !== before.wantsSensitivity) void sensitivity.refresh()
    if (SUMMARY_KEYS.some((key) => now[key] !== before[key])) summaries.refresh()
    if (isAskedAnew || now.wantsSupply !== before.wantsSupply) void supply.refresh()
    if (now.workspace !== before.workspace) {
      void doctor.refresh()
      void rehearsal.refresh()
    }
    if (
      isAskedAnew ||
      now.bandsBasis !== before.bandsBasis ||
      now.mapForm !== before.mapForm ||
      now.mapTheme !== before.mapTheme
    )
      void surface.refresh()
    if (isAskedAnew || now.wantsPackage !== before.wantsPackage) void plan.refresh()
    if (now.selection !== before.selection) void gapParts.refresh()
    if (now.workspace !== before.workspace || now.selection !== before.selection) void hosting.refresh()
    if (now.links !== before.links || now.workspace !== before.workspace) links.refresh()
    if (COMPARE_KEYS.some((key) => now[key] !== before[key])) comparing.refresh()
    if (now.comparing !== before.comparing) catchment.refreshSide()
    if (isAskedAnew || now.openFinding !== before.openFinding) void doctor.refreshEffect()
    if (
      isAskedAnew ||
      now.bandsBasis !== before.bandsBasis ||
      now.locale !== before.locale ||
      now.appearance !== before.appearance
    ) {
      writePreferences(storage, now)
    }
  })

  results.subscribe((now, before) => {
    // what an edit changes comes before all else that hangs on the analysis
    if (now.analysisKey !== before.analysisKey || now.isAnalysing !== before.isAnalysing) {
      scenarios.refresh()
      void rehearsal.refresh()
    }
    if (now.analysisKey !== before.analysisKey || now.linksKey !== before.linksKey) links.refresh()
    if (now.mapSideKey !== before.mapSideKey) void surface.refresh()
    if (now.mapSideKey !== before.mapSideKey || now.analysisKey !== before.analysisKey) comparing.refresh()
    if (now.analysisKey === before.analysisKey) return
    void rules.refreshIndicators()
    void sensitivity.refresh()
    void supply.refresh()
    void surface.refresh()
    void gapParts.refresh()
    summaries.refresh()
    void plan.refresh()
    planner.refresh()
  })

  project.subscribe(({ summary: now }, { summary: before }) => {
    const isPricedAnew = now?.prices !== before?.prices
    const isDecidedAnew = now?.scenarios !== before?.scenarios || now?.packages !== before?.packages
    const isEnteredAnew = now?.entered !== before?.entered
    if (!isPricedAnew && !isDecidedAnew && !isEnteredAnew) return
    // whoever changes them tells the worker in the same breath: what is asked about them comes after
    queueMicrotask(() => {
      comparing.refresh()
      if (isEnteredAnew) void rules.refreshIndicators()
      if (!isPricedAnew) return
      scenarios.refresh()
      planner.refresh()
    })
  })

  /** Opens or adds; whatever was open stays until the new one is complete. */
  async function load(
    how: 'open' | 'add',
    what: string,
    isSaved: boolean,
    getFiles: () => Promise<readonly InputFile[]>,
  ): Promise<void> {
    loading?.abort()
    const controller = new AbortController()
    loading = controller
    const options = { signal: controller.signal, onProgress: reportProgress(project, what) }
    const hadProject = project.getState().summary !== null
    project.setState({
      phase: hadProject ? 'ready' : 'loading',
      progress: { stage: 'read', done: 0, total: 0, what },
    })
    try {
      const files = await getFiles()
      await doctor.settle()
      const opened = await client.call(how, { files }, options)
      dismissNotice(project, refusal)
      refusal = notifyRejected(project, opened.files)
      revision++
      analysis.cancel()
      // the old results speak of a project that is gone
      results.setState(NO_RESULTS)
      planner.reset()
      view.setState({ openFinding: null, asked: null, pointed: null, bookmark: null })
      scenarios.reset(how === 'open')
      if (how === 'open') {
        view.setState(({ table, links: { isOpen } }) => ({
          selection: null,
          hovered: null,
          focusRequest: null,
          marked: [],
          grouped: [],
          links: { ...FIRST_LINK_VIEW, isOpen },
          comparing: FIRST_COMPARE_VIEW,
          // ids and names of a project that is gone
          gapFilter: NO_GAP_FILTER,
          table: { ...table, filter: NO_FILTER, pinnedRows: [], checked: [] },
        }))
        rules.adopt(opened.summary.rules)
      }
      // no longer to be cancelled: the worker has opened it
      const mapLayers = await client.call('mapLayers', {}, { onProgress: options.onProgress })
      project.setState({
        ...opened,
        mapLayers,
        baseLayers: mapLayers,
        phase: 'ready',
        hasUnsavedChanges: !isSaved,
      })
    } catch (error) {
      if (!isCancellation(error)) dismissNotice(project, refusal)
      refusal = notifyFailure(project, error) ?? refusal
    } finally {
      if (loading === controller) {
        loading = null
        const { summary } = project.getState()
        project.setState({ phase: summary ? 'ready' : 'empty', progress: null })
        void analysis.refresh()
        catchment.refresh(false)
        scenarios.refresh()
        void doctor.refresh()
        void hosting.refresh()
        void plan.refresh()
      }
    }
  }

  /** Rule packs go to the library, and the rules are shown; the other files are given back. */
  async function openPacksAmong(files: readonly File[]): Promise<readonly File[]> {
    const { packs, others } = await splitPacks(files)
    if (packs.length > 0) {
      rules.actions.setRulesOpen(true)
      await rules.actions.openPacks(packs)
    }
    return others
  }

  const actions: Actions = withCleanTexts<Actions>({
    openDemo: () => load('open', 'demo', true, () => surroundings.demoFiles()),
    openFiles: async (files) => {
      const others = await openPacksAmong(files)
      if (others.length > 0)
        await load('open', nameOf(others), isProjectFile(others), async () => inputs(others))
    },
    addFiles: async (files) => {
      const others = await openPacksAmong(files)
      if (others.length > 0) await load('add', nameOf(others), false, async () => inputs(others))
    },
    cancel() {
      loading?.abort()
      analysis.cancel()
      sensitivity.cancel()
      surface.cancel()
      summaries.cancel()
      supply.cancel()
      plan.cancel()
      links.cancel()
      comparing.cancel()
      planner.cancel()
      scenarios.cancel()
    },
    async save() {
      try {
        await rules.keepInProject()
        const bytes = await client.call('save', {}, { onProgress: reportProgress(project, 'save') })
        surroundings.download(`${fileName(project.getState().summary?.name)}.lifecircle`, bytes)
        project.setState({ hasUnsavedChanges: false })
      } catch (error) {
        notifyFailure(project, error)
      } finally {
        project.setState({ progress: null })
      }
    },
    dismissNotice: (id) => dismissNotice(project, id),
    async setSurveyed(code, surveyed) {
      try {
        await client.call('setSurveyed', { code, surveyed })
      } catch (error) {
        notifyFailure(project, error)
        return
      }
      revision++
      project.setState(({ summary }) => ({
        summary: summary && { ...summary, surveyed: { ...summary.surveyed, [code]: surveyed } },
        hasUnsavedChanges: true,
      }))
      catchment.refresh(false)
      void explain.refresh()
      await analysis.refresh()
    },
    async setCompleteness(layer, level) {
      try {
        await client.call('setCompleteness', { layer, level })
      } catch (error) {
        notifyFailure(project, error)
        return
      }
      revision++
      project.setState(({ summary }) => ({
        summary: summary && { ...summary, completeness: withLevel(summary.completeness, layer, level) },
        hasUnsavedChanges: true,
      }))
      catchment.refresh(false)
      void explain.refresh()
      await analysis.refresh()
    },
    ...rules.actions,
    ...plan.actions,
    ...planner.actions,
    ...scenarios.actions,
    ...bookmarks.actions,
    ...entries.actions,
    setWorkspace: bookmarks.goTo,
    ...viewActions(view),
    setMode: (communities, mode, note) =>
      doctor.repair('', { kind: 'set-mode', communities, mode, note: note.trim() }),
    setGated: (community, gated) => doctor.change((corrections) => withGated(corrections, community, gated)),
    async addSpace(geometry, facts) {
      let id: string | null = null
      await doctor.change((corrections) => {
        const next = addCorrection(corrections, '', { kind: 'add-space', geometry, facts })
        id = idOfAddedSpace(next[next.length - 1].id)
        return next
      })
      if (id !== null) actions.select({ kind: 'space', id })
    },
    setSpaceFacts: (space, facts) =>
      doctor.change((corrections) => withSpaceKnown(corrections, space, facts)),
    async placeSpace(space, place) {
      await doctor.change((corrections) => withSpacePlaced(corrections, space, place))
      actions.select({ kind: 'space', id: space })
    },
    dropSpace(space) {
      const { selection } = view.getState()
      if (selection?.kind === 'space' && selection.id === space) actions.select(null)
      return doctor.change((corrections) => withoutSpace(corrections, space))
    },
    select(selection) {
      const isSame = isSameSelection(view.getState().selection, selection)
      view.setState({ selection })
      // a dropped point keeps the polygons it was dragged with until the finer ones come
      if (!isSame && selection?.kind !== 'point') results.setState({ catchment: null })
      if (!isSame) {
        results.setState({ route: null })
        explain.ask(null)
        void explain.readBuilding()
      }
      catchment.refresh(false)
    },
    hover(hovered) {
      if (!isSameSelection(view.getState().hovered, hovered)) view.setState({ hovered })
    },
    dragPoint(at) {
      view.setState({ selection: { kind: 'point', at } })
      results.setState({ route: null, explanation: null })
      view.setState({ asked: null, pointed: null })
      catchment.refresh(true)
    },
    showRoute(origin, facility) {
      explain.ask(null)
      catchment.showRoute(origin, facility)
    },
    clearRoute: () => catchment.clearRoute(),
    explain(asked) {
      // one walk is drawn at a time
      if (asked !== null) catchment.clearRoute()
      explain.ask(asked)
    },
    point: (pointed) => view.setState({ pointed }),
    focus,
    openFinding(id) {
      const finding = results.getState().checkUp?.findings.find((each) => each.id === id)
      view.setState({ openFinding: finding ? { id: finding.id, repair: 0 } : null })
      if (finding === undefined) return
      focus({ kind: 'box', box: findingBox(finding) })
    },
    chooseRepair: (repair) =>
      view.setState(({ openFinding }) => ({ openFinding: openFinding && { ...openFinding, repair } })),
    async repairFinding(id, repair) {
      const finding = results.getState().checkUp?.findings.find((each) => each.id === id)
      const proposed = finding?.repairs[repair]
      if (proposed) await doctor.repair(id, proposed.change)
    },
    enterFacility: (finding, facility, at) =>
      doctor.repair(finding, { kind: 'enter-facility', facility, at }),
    ignoreFinding: (finding) => doctor.repair(finding, { kind: 'ignore' }),
    undoCorrection: (id) => doctor.undo(id),
  })
  return { project, results, view, library: rules.library, planning: planner.planning, actions }
}

/** What decides which scenarios somebody looks at side by side. */
const COMPARE_KEYS = [
  'comparing',
  'isTableOpen',
  'drawerTab',
  'scenario',
  'workspace',
  'mapTheme',
  'compared',
] as const

/** What decides which summaries somebody looks at. */
const SUMMARY_KEYS = [
  'isTableOpen',
  'drawerTab',
  'compared',
  'walksAsked',
  'mapTheme',
  'scope',
  'selection',
] as const
