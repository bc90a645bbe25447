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
  /** catchment of the selection, or none */
  refresh(isMoving: boolean): void
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

  return {
    refresh(isMoving) {
      const origin = wantedOrigin()
      if (origin) request({ origin, cell_m: isMoving ? CELL_MOVING_M : CELL_RESTING_M })
      else results.setState({ catchment: null, route: null })
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
