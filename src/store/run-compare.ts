import type { Scenario } from '../model/scenario'
import { isCancellation } from '../worker/rpc'
import { keepAnswer } from './keep-answer'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'
import { serialOf } from './serial-of'
import { nameSituation } from './situation'

export interface CompareRunner {
  /** compares what is looked at side by side, and gets the other half of the map */
  refresh(): void
  cancel(): void
}

const NONE: readonly never[] = []
/** The map is whole. */
const NO_SIDE = {
  mapSide: null,
  mapSideKey: null,
  sideSurface: null,
  sideSurfaceKey: null,
  sideComparison: null,
  sideComparisonKey: null,
} as const

/** Keeps scenarios side by side, what they cost, and the other half of the map in step with their edits. */
export function createCompareRunner(parts: RunnerParts): CompareRunner {
  const { client, project, results, view, revision } = parts
  const scenarios = (): readonly Scenario[] => project.getState().summary?.scenarios ?? NONE
  const isThere = (id: string | null): boolean => id === null || scenarios().some((each) => each.id === id)
  const situationOf = (id: string | null): string => nameSituation(revision(), scenarios(), id)
  const isLookedAt = (): boolean => {
    const { isTableOpen, drawerTab, comparing } = view.getState()
    return (isTableOpen && drawerTab === 'compare') || comparing.onMap === 'difference'
  }
  /** key of some scenarios under the settings of the moment; null: the analysis of what is shown comes first */
  const keyOf = (columns: readonly (string | null)[]): string | null => {
    const settings = analysisSettings(view.getState())
    if (results.getState().analysisKey !== analysisKey(parts.situation(), settings)) return null
    const entered = serialOf(project.getState().summary?.entered ?? NONE)
    const situations = columns.map((id) => `${id ?? ''}=${situationOf(id)}`)
    return analysisKey([...situations, entered].join('+'), { ...settings, scenario: null })
  }
  let weighedKey: string | null = null

  const table = keepAnswer(parts, {
    call: 'compare',
    ask() {
      const columns = view.getState().comparing.columns.filter(isThere)
      const key = keyOf(columns)
      if (!isLookedAt() || columns.length < 2 || key === null) return null
      const pairs = columns.map((column) => [columns[0], column] as const)
      return { key, params: { pairs, settings: analysisSettings(view.getState()) } }
    },
    keptKey: () => results.getState().scenarioTableKey,
    put(comparisons, scenarioTableKey) {
      const columns = view.getState().comparing.columns.filter(isThere)
      results.setState({ scenarioTable: { columns, comparisons }, scenarioTableKey })
    },
    onStart: () => results.setState({ isComparing: true }),
    onEnd: () => results.setState({ isComparing: false }),
  })

  const weighed = keepAnswer(parts, {
    call: 'weighScenarios',
    ask() {
      const { workspace, scenario, comparing } = view.getState()
      // a meeting is told what the scenario costs that is shown
      const looked = [
        ...(isLookedAt() ? comparing.columns : []),
        ...(workspace === 'present' ? [scenario] : []),
      ]
      const ids = [...new Set(looked)].filter((id) => id !== null).filter(isThere)
      if (ids.length === 0) return null
      const { prices, packages } = project.getState().summary ?? {}
      const decided = [prices ?? NONE, packages ?? NONE].map(serialOf)
      const key = [...decided, ...ids.map((id) => `${id}=${situationOf(id)}`)].join('+')
      return { key, params: { scenarios: ids, year: analysisSettings(view.getState()).year } }
    },
    keptKey: () => weighedKey,
    put(scenarioWeights, key) {
      weighedKey = key
      results.setState({ scenarioWeights })
    },
  })

  /** Profiles compared on the left half of the map, while they color it. */
  const sideProfiles = keepAnswer(parts, {
    call: 'compareProfiles',
    ask() {
      const { mapSide, mapSideKey } = results.getState()
      const { comparing, compared, mapTheme } = view.getState()
      if (comparing.onMap !== 'swipe' || mapSide === null || mapSideKey === null) return null
      if (mapTheme.kind !== 'profiles' || compared.length < 2) return null
      const settings = { ...analysisSettings(view.getState()), scenario: mapSide.scenario }
      return { key: `${mapSideKey}|${compared.join()}`, params: { settings, profiles: compared } }
    },
    keptKey: () => results.getState().sideComparisonKey,
    put: (sideComparison, sideComparisonKey) => results.setState({ sideComparison, sideComparisonKey }),
    // what belongs to other inputs is not shown while it is asked again
    onStart: () => results.setState({ sideComparison: null, sideComparisonKey: null }),
  })

  let sideUnderWay: { readonly key: string; readonly controller: AbortController } | null = null

  /** The left half of the map: the first scenario, as the map would show it. */
  async function refreshSide(): Promise<void> {
    const { comparing } = view.getState()
    const [left] = comparing.columns
    const key = comparing.onMap === 'swipe' && isThere(left) ? keyOf([left]) : null
    if (sideUnderWay !== null && sideUnderWay.key === key) return
    sideUnderWay?.controller.abort()
    sideUnderWay = null
    if (comparing.onMap !== 'swipe') {
      if (results.getState().mapSide !== null) results.setState(NO_SIDE)
      return
    }
    if (key === null || results.getState().mapSideKey === key) return
    const run = { key, controller: new AbortController() }
    sideUnderWay = run
    const { signal } = run.controller
    try {
      const settings = { ...analysisSettings(view.getState()), scenario: left }
      const analysis = await client.call('analyse', settings, { signal })
      const layers =
        left === null ? null : await client.call('scenarioLayers', { scenario: left }, { signal })
      const { baseLayers, summary } = project.getState()
      if (sideUnderWay !== run || baseLayers === null) return
      const leftEdits = summary?.scenarios.find(({ id }) => id === left)?.edits ?? []
      const changed = layers?.changed ?? { base: {} }
      results.setState({
        mapSide: {
          scenario: left,
          analysis,
          mapLayers: { ...baseLayers, ...changed, base: { ...baseLayers.base, ...changed.base } },
          planned:
            left === null || layers === null
              ? null
              : {
                  scenario: left,
                  edits: leftEdits,
                  outcomes: layers.outcomes,
                  changes: layers.changes,
                  complexes: layers.complexes,
                },
        },
        mapSideKey: key,
      })
    } catch (error) {
      if (!isCancellation(error)) notifyFailure(project, error)
    } finally {
      if (sideUnderWay === run) sideUnderWay = null
    }
  }

  return {
    refresh() {
      void table.refresh()
      void weighed.refresh()
      void sideProfiles.refresh()
      void refreshSide()
    },
    cancel() {
      table.cancel()
      weighed.cancel()
      sideProfiles.cancel()
      sideUnderWay?.controller.abort()
    },
  }
}
