import { nameEdits } from '../model/edit-name'
import { placeNow, withEdit, withEditAt, withEditMoved, withoutEdit } from '../model/edit-list'
import type { Edit, Scenario } from '../model/scenario'
import type { MapLayers, MapLayersPatch } from '../worker/protocol'
import { askDrawnEdits, type Drawn } from './drawn-edits'
import { keepAnswer } from './keep-answer'
import { historyWithout, snapPlan, withStep } from './plan-history'
import { NO_HISTORY, type PlanHistory, type PlanSnapshot, type PlanTool } from './plan-state'
import { dismissRefusals, notify, notifyFailure } from './project-store'
import { createForesightRunner } from './run-foresight'
import { createPlanEffectRunner, type PlanEffectParts } from './run-plan-effect'
import type { ScenarioActions } from './scenario-actions'

interface Parts extends Omit<PlanEffectParts, 'foreseen'> {
  /** called when what is shown has changed, other than by choosing another scenario */
  readonly onChanged: () => void
  /** called when what is selected is there no more */
  readonly onGone: () => void
  /** called when a scenario was made as a copy of another one */
  readonly onCopied: (from: string, to: string) => void
  /** called when a step taken back or again brings what was decided, drawn as units and said then */
  readonly onDecided: (decided: Omit<PlanSnapshot, 'scenarios' | 'shown'>) => void
}

export interface ScenarioRunner {
  readonly actions: ScenarioActions
  /** asks for what the scenario that is shown draws differently and changes, or forgets it */
  refresh(): void
  /** another project is open, or more of it */
  reset(isOtherProject: boolean): void
  cancel(): void
}

/** Spaces and units are drawn whatever is planned. */
const FREE_TOOLS: ReadonlySet<PlanTool['kind']> = new Set(['draw-space', 'place-space', 'draw-unit'])

/** Scenarios: a list of plain values, changed here at once and told to the worker in the same order. */
export function createScenarioRunner(parts: Parts): ScenarioRunner {
  const { client, project, results, view, situation, onChanged, onGone, onCopied, onDecided } = parts
  const scenarios = (): readonly Scenario[] => project.getState().summary?.scenarios ?? []
  const shown = (): Scenario | null => scenarios().find(({ id }) => id === view.getState().scenario) ?? null
  const editOf = askDrawnEdits(parts, shown)
  const foresight = createForesightRunner({
    ...parts,
    editOf,
    editsNow() {
      const scenario = shown()
      return canEdit(scenario) ? scenario.edits : null
    },
    editsWith: (edits, next) =>
      'added' in next ? withEdit(edits, next.added, madeBy) : withoutEdit(edits, next.without),
  })
  const effect = createPlanEffectRunner({ ...parts, foreseen: foresight.known })
  const snapshot = (): PlanSnapshot => snapPlan(parts)

  const layers = keepAnswer(parts, {
    call: 'scenarioLayers',
    ask() {
      const scenario = shown()
      if (scenario === null || scenario.edits.length === 0) return null
      // the numbers first: describing what is drawn takes the worker longer than measuring a single edit
      if (results.getState().isAnalysing) return null
      // the user's own prices count as well
      const prices = JSON.stringify(project.getState().summary?.prices ?? [])
      // a copy has the same edits, but the answer names whose they are
      return { key: `${scenario.id}|${situation()}|${prices}`, params: { scenario: scenario.id } }
    },
    keptKey: () => results.getState().plannedKey,
    put(answer, key) {
      const scenario = shown()
      if (answer === null || scenario === null) return
      const { outcomes, changes, complexes, changed } = answer
      project.setState(({ baseLayers }) => ({ mapLayers: baseLayers && patchLayers(baseLayers, changed) }))
      results.setState({
        planned: { scenario: scenario.id, edits: scenario.edits, outcomes, changes, complexes },
        plannedKey: key,
      })
      dropGoneSelection()
    },
  })

  /** A facility or gate that an edit had added may be there no more. */
  function dropGoneSelection(): void {
    const { selection } = view.getState()
    const { mapLayers, baseLayers } = project.getState()
    if (selection?.kind !== 'facility' && selection?.kind !== 'gate') return
    const list = selection.kind === 'facility' ? 'facilities' : 'gates'
    const has = (where: MapLayers | null): boolean =>
      where?.[list].some(({ id }) => id === selection.id) ?? false
    if (!has(mapLayers) && !has(baseLayers)) onGone()
  }

  function refresh(): void {
    const scenario = shown()
    if (scenario === null || scenario.edits.length === 0) {
      const { mapLayers, baseLayers } = project.getState()
      if (mapLayers !== baseLayers) project.setState({ mapLayers: baseLayers })
      if (results.getState().planned !== null) results.setState({ planned: null, plannedKey: null })
      dropGoneSelection()
    }
    void effect.refresh()
    void layers.refresh()
  }

  /** what the worker has taken last, and who was shown with it, while it is told more */
  let taken: Pick<PlanSnapshot, 'scenarios' | 'shown'> = { scenarios: [], shown: null }
  let underWay = 0

  /** Shows other scenarios, and tells the worker; what it cannot take is taken back. */
  function put(next: PlanSnapshot, history: PlanHistory): void {
    if (project.getState().summary === null) return
    const before = snapshot()
    const step = { before: project.getState().planHistory, after: history }
    // a step of money, units or looks alone leaves the scenarios as they are
    if (next.scenarios === before.scenarios) show(next, history, null)
    else show(next, history, () => tellStep(next, before, step))
  }

  function tellStep(
    next: PlanSnapshot,
    before: PlanSnapshot,
    step: { readonly before: PlanHistory; readonly after: PlanHistory },
  ): void {
    if (underWay === 0) taken = { scenarios: before.scenarios, shown: before.shown }
    underWay++
    tell(next.scenarios)
      .then(
        () => (taken = { scenarios: next.scenarios, shown: next.shown }),
        (error: unknown) => {
          notifyFailure(project, error)
          // a later list is answered for itself
          if (scenarios() === next.scenarios) takeBack(next.scenarios, step)
        },
      )
      .finally(() => underWay--)
  }

  function takeBack(
    refused: readonly Scenario[],
    step: { readonly before: PlanHistory; readonly after: PlanHistory },
  ): void {
    const kept = taken
    show({ ...snapshot(), ...kept }, historyWithout(parts, step, { scenarios: refused }, kept), () => {
      tell(kept.scenarios).catch((error: unknown) => void notifyFailure(project, error))
    })
  }

  function tell(list: readonly Scenario[]): Promise<unknown> {
    return client.call('setScenarios', { scenarios: list })
  }

  /** `told`: tells the worker, which has to know before it is asked about anything. */
  function show(next: PlanSnapshot, history: PlanHistory, told: (() => void) | null): void {
    const { summary } = project.getState()
    if (summary === null) return
    const before = snapshot()
    const wasShown = situation()
    project.setState({
      summary: { ...summary, scenarios: next.scenarios },
      planHistory: history,
      hasUnsavedChanges: true,
    })
    told?.()
    const { openEdit } = view.getState()
    const edits = next.scenarios.find(({ id }) => id === next.shown)?.edits.length ?? 0
    view.setState({
      scenario: next.shown,
      openEdit: next.shown === before.shown && openEdit !== null && openEdit < edits ? openEdit : null,
      pointedEdit: null,
    })
    onDecided(next)
    if (situation() !== wasShown) onChanged()
  }

  function commit(next: readonly Scenario[], isShown: string | null = view.getState().scenario): void {
    put({ ...snapshot(), scenarios: next, shown: isShown }, withStep(parts))
  }

  function change(id: string, how: (scenario: Scenario) => Scenario): void {
    commit(scenarios().map((scenario) => (scenario.id === id ? how(scenario) : scenario)))
  }

  function isLocked(id: string): boolean {
    return scenarios().find((each) => each.id === id)?.locked === true
  }

  /** Of a locked one nothing changes but the lock. */
  function changeUnlocked(id: string, how: (scenario: Scenario) => Scenario): void {
    if (!isLocked(id)) change(id, how)
  }

  /** Other edits of the scenario that is shown; a locked one stays as it is. */
  function edit(how: (edits: readonly Edit[]) => readonly Edit[]): void {
    const scenario = shown()
    if (scenario === null || scenario.locked === true) return
    const edits = how(nameEdits(scenario.edits))
    // what is said already is no step to take back
    if (JSON.stringify(edits) !== JSON.stringify(nameEdits(scenario.edits)))
      change(scenario.id, (each) => ({ ...each, edits }))
  }

  function addEdit(...added: readonly Edit[]): void {
    edit((edits) => added.reduce(withOneMore, edits))
  }

  function withOneMore(edits: readonly Edit[], added: Edit): readonly Edit[] {
    const next = withEdit(edits, added, (record) => madeBy(record, edits))
    if (!isOfGate(added)) return next
    const { baseLayers } = project.getState()
    const isNothing = (each: Edit): boolean =>
      isOfGate(each) && each.gate === added.gate && isAsSurveyed(each, baseLayers)
    return next.some(isNothing) ? next.filter((each) => !isNothing(each)) : next
  }

  // scenarios of another project may have the same ids
  let opened = 0

  /**
   * Adds an edit that has to be asked about first to the scenario that is shown now, though another one be shown when the answer
   * comes: it was drawn for this one.
   */
  function adder(): (added: Edit) => void {
    const [asked, project] = [shown()?.id ?? null, opened]
    return (added) => {
      if (asked === null || project !== opened) return
      if (shown()?.id === asked) addEdit(added)
      else if (scenarios().some(({ id }) => id === asked))
        changeUnlocked(asked, (each) => ({ ...each, edits: withEdit(each.edits, added, () => null) }))
    }
  }

  /** An id that no scenario has or had: one that was deleted may come back, and what was decided of it is kept. */
  function freeId(): string {
    const { summary, planHistory } = project.getState()
    const steps = [...planHistory.past, ...planHistory.future].flatMap((step) => step.scenarios)
    const ids = [...scenarios(), ...steps].map(({ id }) => id)
    const decided = (summary?.packages ?? []).map(({ scenario }) => scenario)
    const used = [...ids, ...decided].map((id) => Number(/^v(\d+)$/.exec(id)?.[1] ?? 0))
    return `v${Math.max(0, ...used) + 1}`
  }

  /**
   * Place of the edit that adds a record; null: it is of the base. Records are those of the list that was told last: its
   * edit may stand elsewhere by now.
   */
  function madeBy(record: string, edits: readonly Edit[] = shown()?.edits ?? []): number | null {
    const { planned } = results.getState()
    const told = planned?.outcomes.findIndex(
      ({ made, besides }) => made === record || besides?.includes(record) === true,
    )
    if (planned == null || told === undefined || told < 0) return null
    return placeNow(planned.edits, told, edits)
  }

  /** Adds the edit that something drawn makes, or says why it makes none; then the tool is still in the hand. */
  async function carryOut(drawn: Drawn): Promise<void> {
    const add = adder()
    const from = placeOfWork()
    dismissRefusals(project)
    try {
      const answer = await editOf(drawn)
      if (answer === null) return
      if ('edit' in answer) add(answer.edit)
      else {
        notify(project, answer.refusal)
        if (placeOfWork() === from && view.getState().tool === null && canEdit(shown()))
          view.setState({ tool: toolOf(drawn) })
      }
    } catch (error) {
      notifyFailure(project, error)
    }
  }

  /** Where somebody is at work: a tool is given back to nobody who has gone elsewhere. */
  function placeOfWork(): string {
    const { scenario, workspace } = view.getState()
    return `${opened}|${scenario}|${workspace}`
  }

  const actions: ScenarioActions = {
    showScenario(id) {
      view.setState({ scenario: id, openEdit: null, pointedEdit: null, tool: null })
    },
    createScenario(name, edits = []) {
      const id = freeId()
      commit([...scenarios(), { id, name, edits }], id)
    },
    duplicateScenario(id, name) {
      const scenario = scenarios().find((each) => each.id === id)
      if (scenario === undefined) return
      const { locked: _locked, ...copied } = scenario
      const copy = { ...copied, id: freeId(), name }
      commit(
        scenarios().flatMap((each) => (each === scenario ? [each, copy] : [each])),
        copy.id,
      )
      onCopied(id, copy.id)
    },
    renameScenario: (id, name) => changeUnlocked(id, (scenario) => ({ ...scenario, name })),
    noteScenario: (id, note) =>
      changeUnlocked(id, ({ note: _note, ...scenario }) => (note === '' ? scenario : { ...scenario, note })),
    lockScenario(id, isLocked) {
      view.setState({ tool: null })
      change(id, ({ locked: _locked, ...scenario }) => (isLocked ? { ...scenario, locked: true } : scenario))
    },
    deleteScenario(id) {
      if (isLocked(id)) return
      const isShown = view.getState().scenario === id
      commit(
        scenarios().filter((scenario) => scenario.id !== id),
        isShown ? null : view.getState().scenario,
      )
    },
    addEdit,
    changeEdit: (index, changed) => edit((edits) => withEditAt(edits, index, changed)),
    deleteEdit(index) {
      // the row of a locked one stays open: nothing of it has gone
      if (!canEdit(shown())) return
      edit((edits) => withoutEdit(edits, index))
      view.setState({ openEdit: null })
    },
    moveEdit(index, to) {
      edit((edits) => withEditMoved(edits, index, to))
      view.setState({ openEdit: to })
    },
    undo() {
      const { past, future } = project.getState().planHistory
      const before = past.at(-1)
      if (before) put(before, { past: past.slice(0, -1), future: [snapshot(), ...future] })
    },
    redo() {
      const { past, future } = project.getState().planHistory
      const [after, ...rest] = future
      if (after) put(after, { past: [...past, snapshot()], future: rest })
    },
    setTool(tool) {
      const isFree = tool !== null && FREE_TOOLS.has(tool.kind)
      view.setState({ tool: isFree || canEdit(shown()) ? tool : null })
      if (tool !== null) dismissRefusals(project)
    },
    failTool() {
      view.setState({ tool: null })
      notify(project, { severity: 'error', code: 'tool-not-loaded' })
    },
    openEdit: (openEdit) => view.setState({ openEdit }),
    pointEdit: (pointedEdit) => view.setState({ pointedEdit }),
    dragFacility(facility, to) {
      const scenario = shown()
      if (!canEdit(scenario)) return
      view.setState({ dragged: { facility, to } })
      const moved = withEdit(scenario.edits, { kind: 'move-facility', facility, to }, madeBy)
      effect.follow(scenarios().map((each) => (each === scenario ? { ...each, edits: moved } : each)))
    },
    dropFacility() {
      const { dragged } = view.getState()
      if (dragged === null) return
      const wasShown = situation()
      addEdit({ kind: 'move-facility', ...dragged })
      effect.endFollowing(situation() !== wasShown)
      view.setState({ dragged: null })
    },
    cancelDrag() {
      if (view.getState().dragged === null) return
      view.setState({ dragged: null })
      if (!effect.endFollowing()) return
      void client.call('setScenarios', { scenarios: scenarios() })
      // an answer that was under way when the drag began has been overtaken by it
      void effect.refresh()
    },
    drawPath: (line) => carryOut({ kind: 'path', line }),
    openWallAt: ({ community, at }, neighbour) => carryOut({ kind: 'wall', community, at, neighbour }),
    removePathAt: (at, within_m) => carryOut({ kind: 'removal', at, within_m }),
    foresee: foresight.foresee,
  }

  return {
    actions,
    refresh,
    reset(isOtherProject) {
      effect.endFollowing()
      project.setState({ planHistory: NO_HISTORY })
      view.setState({ openEdit: null, pointedEdit: null, tool: null, dragged: null })
      if (!isOtherProject) return
      opened++
      view.setState({ scenario: null })
    },
    cancel() {
      layers.cancel()
      effect.cancel()
    },
  }
}

function canEdit(scenario: Scenario | null): scenario is Scenario {
  return scenario !== null && scenario.locked !== true
}

/** The tool that one draws such a thing with. */
function toolOf({ kind }: Drawn): PlanTool {
  return { kind: ({ path: 'add-path', wall: 'open-wall', removal: 'remove-path' } as const)[kind] }
}

type GateEdit = Extract<Edit, { readonly kind: 'open-gate' | 'close-gate' }>

function isOfGate(edit: Edit): edit is GateEdit {
  return edit.kind === 'open-gate' || edit.kind === 'close-gate'
}

/** Whether an edit of a gate says what is so anyway. */
function isAsSurveyed(edit: GateEdit, base: MapLayers | null): boolean {
  const gate = base?.gates.find(({ id }) => id === edit.gate)
  if (gate === undefined) return false
  if (edit.kind === 'close-gate') return gate.access === 'closed'
  const { access, hours } = edit
  const isSameTime = hours === undefined || (hours.from === gate.open_from && hours.to === gate.open_to)
  return gate.access === access && isSameTime
}

function patchLayers(layers: MapLayers, changed: MapLayersPatch): MapLayers {
  return { ...layers, ...changed, base: { ...layers.base, ...changed.base } }
}
