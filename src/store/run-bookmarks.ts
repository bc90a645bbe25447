import type { Bookmark, BookmarkSides, BookmarkTerms, BookmarkTheme } from '../model/bookmark'
import type { Extent } from '../model/project'
import { type CompareView, MOST_COMPARED } from './compare-view'
import { historyWithout, withStep } from './plan-history'
import type { PlanHistory } from './plan-state'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import type { FocusTarget, MapTheme, Selection, ViewState, Workspace } from './state'

/** What can be done with the looks at the map of a talk. */
export interface BookmarkActions {
  /** told by the map whenever it comes to rest: what is seen between the panels */
  setSeen(seen: Extent, zoom: number): void
  /** keeps what is seen now, at the end of the talk */
  keepBookmark(caption: string): void
  captionBookmark(id: string, caption: string): void
  /** puts what is seen now in the place of what a bookmark showed */
  retakeBookmark(id: string): void
  /** puts it so many places later in the talk */
  moveBookmark(id: string, by: -1 | 1): void
  deleteBookmark(id: string): void
  /** flies there and shows its scenario and theme; null: none of them is shown any more */
  showBookmark(id: string | null): void
  /** the next of the talk, or the one before; from none the first, or the last */
  stepBookmark(by: -1 | 1): void
  /** from a scenario to the project as it is, and back to the scenario shown last */
  flipScenario(): void
  /** lays the project as it is over the left of the scenario, up to a divider, or takes it away again */
  swipeScenario(): void
}

export interface BookmarkRunner {
  readonly actions: BookmarkActions
  /** the talk as it was before, or after it again: a step of the plan is taken back or again */
  restore(bookmarks: readonly Bookmark[]): void
  /** Goes to another workspace: after a meeting what was shown before it is shown again, as far as it is still there. */
  readonly goTo: (workspace: Workspace) => void
}

interface Parts extends Pick<RunnerParts, 'client' | 'project' | 'view'> {
  readonly focus: (target: FocusTarget) => void
  readonly select: (selection: Selection | null) => void
}

/** Bookmarks: a list of plain values, changed here at once and told to the worker in the same order. */
export function createBookmarkRunner({ client, project, view, focus, select }: Parts): BookmarkRunner {
  let lastShown: string | null = null
  const bookmarks = (): readonly Bookmark[] => project.getState().summary?.bookmarks ?? []

  /** `history`: that of the plan from then on. */
  function put(next: readonly Bookmark[], history: PlanHistory = withStep({ project, view })): void {
    const { summary } = project.getState()
    if (summary === null) return
    const before = summary.bookmarks
    const step = { before: project.getState().planHistory, after: history }
    project.setState({
      summary: { ...summary, bookmarks: next },
      planHistory: history,
      hasUnsavedChanges: true,
    })
    client.call('setBookmarks', { bookmarks: next }).catch((error: unknown) => {
      notifyFailure(project, error)
      const { summary: now } = project.getState()
      // what the worker could not take is taken back
      if (now?.bookmarks !== next) return
      const kept = { bookmarks: before }
      const planHistory = historyWithout({ project, view }, step, { bookmarks: next }, kept)
      project.setState({ summary: { ...now, ...kept }, planHistory })
    })
  }

  /** What is shown now; null: the map has not said yet what is seen. */
  function look(): Omit<Bookmark, 'id' | 'caption'> | null {
    const { seen, scenario, mapTheme, mapForm, comparing, selection, bandsBasis } = view.getState()
    if (seen === null) return null
    const theme = nameTheme(mapTheme)
    return {
      box: seen,
      scenario,
      ...(theme === null ? {} : { theme }),
      form: mapForm,
      sides: sidesOf(comparing),
      ...(selection === null ? {} : { selection }),
      bands: bandsBasis,
      terms: termsOf(view.getState()),
    }
  }

  function isThere(scenario: string | null): boolean {
    const scenarios = project.getState().summary?.scenarios ?? []
    return scenario === null || scenarios.some(({ id }) => id === scenario)
  }

  /** What a bookmark tells apart, beside the scenario that it shows, as far as both are still there. */
  function showSides(
    sides: BookmarkSides | undefined,
    { scenario, isAsKept }: { readonly scenario: string | null; readonly isAsKept: boolean },
  ): Partial<Pick<ViewState, 'comparing'>> {
    if (sides === undefined) return scenario === null ? endSwipe() : {}
    const { comparing } = view.getState()
    if (sides.onMap === 'off' || !isAsKept || sides.from === scenario || !isThere(sides.from))
      return { comparing: { ...comparing, onMap: 'off' } }
    const { onMap, from, divider } = sides
    const others = comparing.columns.filter((id) => id !== from && id !== scenario)
    const isBeside = comparing.columns[0] === from && comparing.columns.includes(scenario)
    const columns = isBeside ? comparing.columns : [from, scenario, ...others].slice(0, MOST_COMPARED)
    return { comparing: { columns, onMap, divider } }
  }

  /** What a bookmark has selected; null: nothing, or it is gone from the data. */
  function selectionOf({ selection }: Bookmark): Selection | null {
    if (selection?.kind !== 'community' && selection?.kind !== 'space') return selection ?? null
    const { baseLayers } = project.getState()
    const list = selection.kind === 'community' ? baseLayers?.communities : baseLayers?.spaces
    return list?.some(({ id }) => id === selection.id) === true ? selection : null
  }

  /** There is nothing to swipe where the project is shown as it is. */
  function endSwipe(): Pick<ViewState, 'comparing'> {
    const { comparing } = view.getState()
    return { comparing: comparing.onMap === 'swipe' ? { ...comparing, onMap: 'off' } : comparing }
  }

  /** The scenario that is shown, else the one shown last, else the first; null: there is none. */
  function scenarioToShow(): string | null {
    const { scenario } = view.getState()
    if (scenario !== null) return scenario
    const scenarios = project.getState().summary?.scenarios ?? []
    return (scenarios.find(({ id }) => id === lastShown) ?? scenarios[0])?.id ?? null
  }

  function show(bookmark: Bookmark): void {
    const { theme, form, bands, sides, terms } = bookmark
    const isAsKept = isThere(bookmark.scenario)
    const scenario = isAsKept ? bookmark.scenario : null
    view.setState({
      bookmark: bookmark.id,
      scenario,
      ...showSides(sides, { scenario, isAsKept }),
      ...(theme === undefined ? {} : { mapTheme: themeOf(theme) }),
      ...(form === undefined ? {} : { mapForm: form }),
      ...(bands === undefined ? {} : { bandsBasis: bands }),
      ...terms,
    })
    select(selectionOf(bookmark))
    focus({ kind: 'box', box: bookmark.box })
  }

  const actions: BookmarkActions = {
    setSeen(seen, seenZoom) {
      view.setState({ seen, seenZoom })
    },
    keepBookmark(caption) {
      const seen = look()
      if (seen === null) return
      const bookmark = { id: freeId(bookmarks()), caption, ...seen }
      put([...bookmarks(), bookmark])
      view.setState({ bookmark: bookmark.id })
    },
    captionBookmark(id, caption) {
      put(bookmarks().map((each) => (each.id === id ? { ...each, caption } : each)))
    },
    retakeBookmark(id) {
      const seen = look()
      if (seen === null) return
      put(bookmarks().map((each) => (each.id === id ? { id, caption: each.caption, ...seen } : each)))
      view.setState({ bookmark: id })
    },
    moveBookmark(id, by) {
      const list = [...bookmarks()]
      const from = list.findIndex((each) => each.id === id)
      const to = from + by
      if (from < 0 || to < 0 || to >= list.length) return
      ;[list[from], list[to]] = [list[to], list[from]]
      put(list)
    },
    deleteBookmark(id) {
      put(bookmarks().filter((each) => each.id !== id))
      if (view.getState().bookmark === id) view.setState({ bookmark: null })
    },
    showBookmark(id) {
      const bookmark = bookmarks().find((each) => each.id === id)
      if (bookmark === undefined) view.setState({ bookmark: null })
      else show(bookmark)
    },
    stepBookmark(by) {
      const list = bookmarks()
      const shown = list.findIndex(({ id }) => id === view.getState().bookmark)
      const next = shown < 0 ? (by > 0 ? 0 : list.length - 1) : shown + by
      const bookmark = list[next]
      if (bookmark !== undefined) show(bookmark)
    },
    flipScenario() {
      const { scenario } = view.getState()
      if (scenario !== null) {
        lastShown = scenario
        view.setState({ scenario: null, ...endSwipe() })
      } else view.setState({ scenario: scenarioToShow() })
    },
    swipeScenario() {
      const { comparing } = view.getState()
      const scenario = scenarioToShow()
      if (comparing.onMap === 'swipe') view.setState(endSwipe())
      else if (scenario !== null) {
        const others = comparing.columns.filter((id) => id !== null && id !== scenario)
        const columns = [null, scenario, ...others].slice(0, MOST_COMPARED)
        view.setState({ scenario, comparing: { ...comparing, columns, onMap: 'swipe' } })
      }
    },
  }

  /** what was shown when the meeting began, and its project */
  let before: { readonly shown: Shown; readonly project: string | undefined } | null = null

  /** The map sees to its camera itself. */
  function endMeeting(): void {
    if (before === null || before.project !== project.getState().summary?.name) return
    const { selection, ...shown } = before.shown
    before = null
    view.setState({
      ...shown,
      ...(isThere(shown.scenario) ? {} : { scenario: null }),
      comparing: { ...shown.comparing, columns: shown.comparing.columns.filter(isThere) },
      bookmark: null,
    })
    if (JSON.stringify(selection) !== JSON.stringify(view.getState().selection)) select(selection)
  }

  return {
    actions,
    goTo(workspace) {
      const was = view.getState().workspace
      if (workspace === 'present' && was !== workspace)
        before = { shown: shownOf(view.getState()), project: project.getState().summary?.name }
      view.setState({ workspace, tool: null })
      if (was === 'present' && workspace !== was) endMeeting()
    },
    restore(before) {
      if (before === bookmarks()) return
      put(before, project.getState().planHistory)
      const { bookmark } = view.getState()
      if (!before.some(({ id }) => id === bookmark)) view.setState({ bookmark: null })
    },
  }
}

function sidesOf({ onMap, columns, divider }: CompareView): BookmarkSides {
  return onMap === 'off' ? { onMap } : { onMap, from: columns[0] ?? null, divider }
}

/** What a look of a talk changes. */
type Shown = BookmarkTerms &
  Pick<ViewState, 'scenario' | 'comparing' | 'mapTheme' | 'mapForm' | 'bandsBasis' | 'selection'>

function shownOf(view: ViewState): Shown {
  const { scenario, comparing, mapTheme, mapForm, bandsBasis, selection } = view
  return { ...termsOf(view), scenario, comparing, mapTheme, mapForm, bandsBasis, selection }
}

function termsOf(view: ViewState): BookmarkTerms {
  const { profile, basis, hour, judging, decay, countsSmall } = view
  return { profile, basis, hour, judging, decay, countsSmall }
}

/** The name a theme is kept under; null: it cannot be kept. */
function nameTheme(theme: MapTheme): BookmarkTheme | null {
  switch (theme.kind) {
    case 'class':
      return `class:${theme.code}`
    // compares profiles chosen beside it
    case 'profiles':
      return null
    default:
      return theme.kind
  }
}

function themeOf(theme: BookmarkTheme): MapTheme {
  if (theme === 'missing' || theme === 'eligibility' || theme === 'mode') return { kind: theme }
  return { kind: 'class', code: theme.slice('class:'.length) }
}

function freeId(taken: readonly Bookmark[]): string {
  for (let i = taken.length + 1; ; i++) if (!taken.some(({ id }) => id === `b${i}`)) return `b${i}`
}
