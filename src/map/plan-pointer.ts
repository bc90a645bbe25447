import type { MapLibreMap } from 'maplibre-gl'
import type { Community } from '../model/layers'
import { SHARED_WALL_M } from '../model/shared-wall'
import type { Edit } from '../model/scenario'
import type { LonLat } from '../model/units'
import type { Foreseeable } from '../store/run-foresight'
import type { AppStore } from '../store/state'
import { MAP_WORDS } from './map-words'
import { nearestOnLines } from './nearest-edge'
import { METRES_PER_DEGREE } from './under-pointer'
import { PALETTES } from './palette'
import type { Picked } from './pick'
import { plannedLines, plannedPathAt } from './planned-path-at'
import type { Scene } from './scene'

interface Parts {
  readonly map: MapLibreMap
  readonly store: AppStore
  readonly scene: () => Scene
  readonly pickAt: (at: LonLat) => Picked | null
  /** the community around a place, whatever is drawn over it */
  readonly communityAt: (at: LonLat) => string | null
  /** draws again: the place a wall would be opened at has moved */
  readonly draw: () => void
}

/** What the pointer does to the scenario; each answer is true where it has done something. */
export interface PlanPointer {
  /** the place on a wall that a press would open; null: none is near */
  wallSpot(): { readonly community: string; readonly at: LonLat } | null
  /** whether a tool takes presses at all */
  hasTool(): boolean
  /** what a press at a place would do, or why it does nothing, in words, and the cursor; null: nothing of the plan's */
  hint(at: LonLat): { readonly text: string; readonly cursor: string } | null
  grab(at: LonLat): boolean
  drag(at: LonLat): boolean
  drop(): boolean
  /** what is held goes its own way again */
  letGo(): void
  press(at: LonLat): boolean
  /** follows the tool that was taken */
  takeTool(): void
  remove(): void
}

/** Pixels within which the edge of a community, or a street, is meant. */
const WALL_PIXELS = 14
const STREET_PIXELS = 10
/** A pointer that moves less along a wall means the place that is marked: a hand trembles, pressing most of all. */
const SPOT_PIXELS = 4

function toggle(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list.filter((each) => each !== id) : [...list, id]
}

/** Editing a scenario by pointer: dragging facilities, placing things, opening walls, drawing paths. */
export function createPlanPointer({ map, store, scene, pickAt, communityAt, draw }: Parts): PlanPointer {
  const { actions } = store
  const view = () => store.view.getState()
  let held: string | null = null
  let spot: ReturnType<PlanPointer['wallSpot']> = null
  let drawing: { stop(): void } | null = null
  let serial = 0

  function canEdit(): boolean {
    const { scenario, workspace } = view()
    const shown = store.project.getState().summary?.scenarios.find(({ id }) => id === scenario)
    const isPlanned = workspace === 'plan' || workspace === 'present'
    return shown !== undefined && shown.locked !== true && isPlanned
  }

  /** A facility that can be dragged from here: any with the tool, without it the selected one. */
  function movableAt(at: LonLat): string | null {
    if (!canEdit()) return null
    const { tool, selection } = view()
    if (tool !== null && tool.kind !== 'move-facility') return null
    const picked = pickAt(at)
    if (picked?.kind !== 'facility') return null
    const { id, extra } = picked.mark.record
    // a park lies where it lies, and what a space becomes stands where the space is
    if (id.startsWith('green:') || extra?.['from_space'] !== undefined) return null
    return tool !== null || (selection?.kind === 'facility' && selection.id === id) ? id : null
  }

  function metresPerPixel(): number {
    const here = map.getCenter()
    const { x, y } = map.project(here)
    return here.distanceTo(map.unproject([x + 100, y])) / 100
  }

  /** The place on a wall that is meant: the marked one, unless the pointer has gone on from it. */
  function wallAt(at: LonLat): ReturnType<PlanPointer['wallSpot']> {
    const found = edgeAt(at, ({ gated }) => gated === true)
    if (found === null || spot === null || found.community !== spot.community) return found
    const [here, there] = [found, spot].map((each) => map.project([each.at[0], each.at[1]]))
    return Math.hypot(there.x - here.x, there.y - here.y) < SPOT_PIXELS ? spot : found
  }

  /** The edge near a place where no wall is, of a community that has none to open: why; null: none is near. */
  function whyNoWall(at: LonLat): 'open' | 'unknown' | null {
    const edge = edgeAt(at, () => true)
    const record = scene().communities.find((each) => each.record.id === edge?.community)?.record
    return record === undefined ? null : record.gated === false ? 'open' : 'unknown'
  }

  function edgeAt(
    at: LonLat,
    isMeant: (community: Community) => boolean,
  ): ReturnType<PlanPointer['wallSpot']> {
    const here = map.project([at[0], at[1]])
    let best: { readonly community: string; readonly at: LonLat } | null = null
    let nearest = WALL_PIXELS
    for (const { record, rings } of scene().communities) {
      if (!isMeant(record)) continue
      const found = nearestOnLines(rings, at)
      if (found === null) continue
      const there = map.project([found.at[0], found.at[1]])
      const pixels = Math.hypot(there.x - here.x, there.y - here.y)
      if (pixels < nearest) [nearest, best] = [pixels, { community: record.id, at: found.at }]
    }
    return best
  }

  /** The gated community whose wall is so near to a place in the wall of another that both share it; null: none. */
  function neighbourAt({ community, at }: NonNullable<typeof spot>): string | null {
    let found: string | null = null
    let nearest = SHARED_WALL_M
    for (const { record, rings } of scene().communities) {
      if (record.id === community || record.gated !== true) continue
      const edge = nearestOnLines(rings, at)
      if (edge === null) continue
      const metres = edge.distance * METRES_PER_DEGREE
      if (metres < nearest) [nearest, found] = [metres, record.id]
    }
    return found
  }

  function shownEdits(): readonly Edit[] {
    const { scenario } = view()
    return store.project.getState().summary?.scenarios.find(({ id }) => id === scenario)?.edits ?? []
  }

  /** A path of the plan lies above the streets: it is no longer added; else the street goes. */
  function removalAt(at: LonLat): Foreseeable & { readonly kind: 'removal' | 'deletion' } {
    const within_m = STREET_PIXELS * metresPerPixel()
    const index = plannedPathAt(shownEdits(), at, within_m / METRES_PER_DEGREE)
    return index === null ? { kind: 'removal', at, within_m } : { kind: 'deletion', index }
  }

  function removePath(at: LonLat): void {
    const removal = removalAt(at)
    if (removal.kind === 'removal') void actions.removePathAt(removal.at, removal.within_m)
    else actions.deleteEdit(removal.index)
  }

  function openingAt(at: LonLat): (Foreseeable & { readonly kind: 'wall' }) | null {
    const wall = wallAt(at)
    return wall && { kind: 'wall', ...wall, neighbour: neighbourAt(wall) }
  }

  /** What a press would do here that takes a while to compute; null: nothing. */
  function foreseeableAt(at: LonLat): Foreseeable | null {
    const { tool } = view()
    if (tool?.kind === 'open-wall') return openingAt(at)
    return tool?.kind === 'remove-path' ? removalAt(at) : null
  }

  function showSpot(next: typeof spot): void {
    if (next?.at === spot?.at) return
    spot = next
    draw()
  }

  return {
    wallSpot: () => spot,
    hasTool: () => view().tool !== null,
    hint(at) {
      const { tool, locale } = view()
      const words = MAP_WORDS[locale]
      const foreseeable = foreseeableAt(at)
      // a line that could be finished stays foreseen wherever the pointer goes on to
      if (tool?.kind !== 'add-path') actions.foresee(foreseeable)
      if (tool?.kind === 'open-wall') {
        const wall = foreseeable?.kind === 'wall' ? foreseeable : null
        showSpot(wall)
        const why = wall === null ? whyNoWall(at) : null
        if (why !== null) return { text: words.noWall[why], cursor: 'not-allowed' }
        const beyond = wall?.neighbour ?? null
        const name = scene().communities.find(({ record }) => record.id === beyond)?.record.name ?? beyond
        return name === null ? null : { text: words.sharedWall(name), cursor: 'crosshair' }
      }
      return movableAt(at) === null ? null : { text: words.dragFacility, cursor: 'grab' }
    },
    grab(at) {
      if (view().tool?.kind !== 'add-path') actions.foresee(foreseeableAt(at), true)
      held = movableAt(at)
      return held !== null
    },
    drag(at) {
      if (held === null) return false
      actions.dragFacility(held, at)
      return true
    },
    letGo() {
      held = null
    },
    drop() {
      if (held === null) return false
      held = null
      if (view().dragged === null) return false
      actions.dropFacility()
      return true
    },
    press(at) {
      const { tool } = view()
      if (tool === null) return false
      switch (tool.kind) {
        case 'add-facility':
          actions.addEdit({ kind: 'add-facility', name: tool.name, class: tool.code, at })
          actions.setTool(null)
          break
        case 'open-wall': {
          const wall = wallAt(at)
          if (wall === null) break
          void actions.openWallAt(wall, neighbourAt(wall))
          actions.setTool(null)
          break
        }
        case 'remove-path':
          removePath(at)
          actions.setTool(null)
          break
        case 'draw-space':
          // an outline is drawn by terra-draw
          if (tool.shape === 'area') break
          void actions.addSpace({ type: 'Point', coordinates: [...at] }, tool.facts)
          actions.setTool(null)
          break
        case 'place-space':
          void actions.placeSpace(tool.space, { at })
          actions.setTool(null)
          break
        case 'draw-unit': {
          const id = communityAt(at)
          if (id !== null) actions.setTool({ kind: 'draw-unit', communities: toggle(tool.communities, id) })
          break
        }
        case 'move-facility':
        case 'add-path':
          break
        default:
          throw new Error(`unknown tool ${JSON.stringify(tool satisfies never)}`)
      }
      return true
    },
    takeTool() {
      const { tool, appearance } = view()
      showSpot(null)
      actions.foresee(null)
      drawing?.stop()
      drawing = null
      const own = ++serial
      map.getCanvas().style.cursor = tool === null ? '' : 'crosshair'
      const isArea = tool?.kind === 'draw-space' && tool.shape === 'area'
      if (tool?.kind !== 'add-path' && !isArea) return
      const { planned, selectionCase } = PALETTES[appearance]
      const colors = { color: planned, casing: selectionCase }
      // the press that ends a drawing is the tool's, not the map's
      const finish = (): void => {
        setTimeout(() => {
          if (own === serial) actions.setTool(null)
        })
      }
      const tellNotLoaded = (): void => {
        if (own === serial) actions.failTool()
      }
      // a library of its own, loaded with the first drawing
      void import('./draw-path').then(({ drawArea, drawPath }) => {
        if (own !== serial) return
        drawing = isArea
          ? drawArea(map, {
              ...colors,
              onFinish(geometry) {
                void actions.addSpace(geometry, tool.facts)
                finish()
              },
            })
          : drawPath(map, {
              ...colors,
              planned: plannedLines(shownEdits()),
              onFinishable: (line) => actions.foresee({ kind: 'path', line }, true),
              onFinish(line) {
                void actions.drawPath(line)
                finish()
              },
            })
      }, tellNotLoaded)
    },
    remove() {
      serial++
      drawing?.stop()
    },
  }
}
