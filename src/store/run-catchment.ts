import type { StoreApi } from 'zustand/vanilla'
import type { Origin } from '../model/analysis'
import type { EngineClient } from '../worker/rpc'
import { createLatestWins } from './latest-wins'
import { placeOf } from './place'
import { notifyFailure } from './project-store'
import { analysisSettings } from './settings'
import type { ProjectState, ResultsState, Selection, ViewState } from './state'

// grid of the drawn polygons in metres: coarse while something moves, fine when it rests
const CELL_MOVING_M = 10
const CELL_RESTING_M = 5

interface Parts {
  readonly client: EngineClient
  readonly project: StoreApi<ProjectState>
  readonly results: StoreApi<ResultsState>
  readonly view: StoreApi<ViewState>
}

export interface CatchmentRunner {
  /** catchment of the selection, or none; of both halves where the map has two */
  refresh(isMoving: boolean): void
  /** that of the left half, when there begins or ends to be one, or it is of another scenario */
  refreshSide(): void
  showRoute(origin: Origin, facility: string): void
  clearRoute(): void
}

/** Keeps the catchment and the drawn route in step with the selection. */
export function createCatchmentRunner({ client, project, results, view }: Parts): CatchmentRunner {
  const request = createLatestWins(async ({ origin, cell_m }: { origin: Origin; cell_m: number }) => {
    try {
      const settings = analysisSettings(view.getState())
      const catchment = await client.call('catchment', { origin, settings, cell_m })
      if (isStillWanted(origin)) results.setState({ catchment })
    } catch (error) {
      notifyFailure(project, error)
    }
  })

  const requestSide = createLatestWins(
    async ({ origin, cell_m, scenario }: { origin: Origin; cell_m: number; scenario: string | null }) => {
      try {
        const settings = { ...analysisSettings(view.getState()), scenario }
        const sideCatchment = await client.call('catchment', { origin, settings, cell_m })
        if (isStillWanted(origin) && leftOf() === scenario) results.setState({ sideCatchment })
      } catch (error) {
        notifyFailure(project, error)
      }
    },
  )

  // a route that was cleared while it was asked for must not come back
  let routeSerial = 0
  const requestRoute = createLatestWins(
    async ({ origin, facility, serial }: { origin: Origin; facility: string; serial: number }) => {
      try {
        const settings = analysisSettings(view.getState())
        const route = await client.call('route', { origin, facility, settings })
        if (serial === routeSerial && isStillWanted(origin)) results.setState({ route })
      } catch (error) {
        notifyFailure(project, error)
      }
    },
  )

  function wantedOrigin(): Origin | null {
    return originOf(view.getState().selection, project.getState())
  }

  // a point may have been dragged on meanwhile: its late answer is still the best there is
  function isStillWanted(origin: Origin): boolean {
    const wanted = wantedOrigin()
    if (!wanted) return false
    if (wanted.kind === 'point' || origin.kind === 'point') {
      if (wanted.kind !== origin.kind) return false
      const isDraggable = view.getState().selection?.kind === 'point'
      return isDraggable || isSamePlace(wanted, origin)
    }
    return wanted.kind === origin.kind && wanted.id === origin.id
  }

  /** The scenario of the left half; undefined: the map is whole. */
  function leftOf(): string | null | undefined {
    const { onMap, columns } = view.getState().comparing
    const left = columns[0] ?? null
    const isThere =
      left === null || project.getState().summary?.scenarios.some(({ id }) => id === left) === true
    return onMap === 'swipe' && isThere ? left : undefined
  }

  let lastLeft: string | null | undefined

  function refreshSide(cell_m: number): void {
    const [origin, scenario] = [wantedOrigin(), leftOf()]
    lastLeft = scenario
    if (origin && scenario !== undefined) requestSide({ origin, cell_m, scenario })
    else if (results.getState().sideCatchment !== null) results.setState({ sideCatchment: null })
  }

  return {
    refresh(isMoving) {
      const origin = wantedOrigin()
      const cell_m = isMoving ? CELL_MOVING_M : CELL_RESTING_M
      if (origin) request({ origin, cell_m })
      else results.setState({ catchment: null, route: null })
      refreshSide(cell_m)
    },
    refreshSide() {
      // a divider on the move changes nothing about it
      if (leftOf() !== lastLeft) refreshSide(CELL_RESTING_M)
    },
    showRoute: (origin, facility) => requestRoute({ origin, facility, serial: ++routeSerial }),
    clearRoute() {
      routeSerial++
      results.setState({ route: null })
    },
  }
}

function isSamePlace(a: Origin, b: Origin): boolean {
  return a.kind === 'point' && b.kind === 'point' && a.at[0] === b.at[0] && a.at[1] === b.at[1]
}

/** Where walks of a selection start. A space has no doors of its own yet, and a gate is no place to stay: the walk starts where they are. */
export function originOf(
  selection: Selection | null,
  { mapLayers }: Pick<ProjectState, 'mapLayers'>,
): Origin | null {
  if (!selection || selection.kind === 'gap') return null
  if (selection.kind !== 'space' && selection.kind !== 'gate') return selection
  const records = selection.kind === 'space' ? mapLayers?.spaces : mapLayers?.gates
  const record = records?.find(({ id }) => id === selection.id)
  return record ? { kind: 'point', at: placeOf(record.geometry) } : null
}
