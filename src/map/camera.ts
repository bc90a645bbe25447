import type { MapLibreMap } from 'maplibre-gl'
import { boxOf, placeOf } from '../store/place'
import type { AppStore, FocusTarget, Insets, ProjectState } from '../store/state'

/** [west, south, east, north] in degrees */
export type Bounds = readonly [number, number, number, number]

export interface PixelSize {
  readonly width: number
  readonly height: number
}

// pixels between what is shown and the panels or the window's edge
const MARGIN = 40

/**
 * Zoom at which one place is looked at. Signs of minor facilities begin just before it: a bookmark brings a look back to
 * a rounding, and that must not turn them into dots.
 */
export const PLACE_ZOOM = 16.6

/** Brings bounds into the part of the map that no panel covers. */
export function fitPlace(
  map: MapLibreMap,
  [west, south, east, north]: Bounds,
  insets: Insets,
  { maxZoom, isAnimated }: { readonly maxZoom: number; readonly isAnimated: boolean },
): void {
  const padding = sidesOf(map, insets)
  map.fitBounds(
    [
      [west, south],
      [east, north],
    ],
    {
      padding,
      maxZoom,
      duration: isAnimated ? 600 : 0,
      bearing: map.getBearing(),
    },
  )
}

/** What is seen between the panels, less the margin that `fitPlace` leaves: fitted again it gives the same look. */
export function seenBounds(map: MapLibreMap, insets: Insets): Bounds {
  const { clientWidth, clientHeight } = map.getContainer()
  const { top, right, bottom, left } = sidesOf(map, insets)
  const { lng: west, lat: north } = map.unproject([left, top])
  const { lng: east, lat: south } = map.unproject([clientWidth - right, clientHeight - bottom])
  return [west, south, east, north]
}

/** Pixels kept free on each side of the map's element. */
export function sidesOf(map: MapLibreMap, insets: Insets): Insets {
  const { clientWidth, clientHeight } = map.getContainer()
  return sidesWithin({ width: clientWidth, height: clientHeight }, insets)
}

/** Pixels kept free on each side of a map of some size. */
export function sidesWithin({ width, height }: PixelSize, insets: Insets): Insets {
  // panels that leave nothing to see are better ignored
  const isRoomy =
    width - insets.left - insets.right > 4 * MARGIN && height - insets.top - insets.bottom > 4 * MARGIN
  const side = (inset: number) => (isRoomy ? inset : 0) + (Math.min(width, height) > 8 * MARGIN ? MARGIN : 0)
  return {
    top: side(insets.top),
    right: side(insets.right),
    bottom: side(insets.bottom),
    left: side(insets.left),
  }
}

/** What to show of a project first: where its communities are, else all of it. */
export function startingBounds({ mapLayers, summary }: ProjectState): Bounds | null {
  if (!mapLayers) return null
  return joinBoxes(mapLayers.communities.map(({ geometry }) => boxOf(geometry))) ?? summary?.extent ?? null
}

/** Bounds of a selection, with some surroundings; null: it has no place. */
export function placeBounds(selection: FocusTarget, store: AppStore): Bounds | null {
  if (selection.kind === 'box') return selection.box
  const { mapLayers, baseLayers } = store.project.getState()
  const { analysis } = store.results.getState()
  if (!mapLayers) return null
  const { communities, facilities, spaces, gates } = mapLayers
  if (selection.kind === 'point') {
    const [lon, lat] = selection.at
    return widen([lon, lat, lon, lat])
  }
  if (selection.kind === 'building') {
    const { building } = store.results.getState()
    return building?.id === selection.id ? widen(boxOf(building.geometry)) : null
  }
  if (selection.kind === 'facility' || selection.kind === 'space' || selection.kind === 'gate') {
    const records = { facility: facilities, space: spaces, gate: gates }[selection.kind]
    // what a scenario takes away is where it was
    const before = selection.kind === 'facility' ? (baseLayers?.facilities ?? []) : []
    const record = [...records, ...before].find(({ id }) => id === selection.id)
    if (!record) return null
    const [lon, lat] = placeOf(record.geometry)
    return widen([lon, lat, lon, lat])
  }
  const ids =
    selection.kind === 'community'
      ? [selection.id]
      : (analysis?.gaps.find(({ id }) => id === selection.id)?.places ?? [])
  const wanted = new Set(ids)
  const box = joinBoxes(communities.filter(({ id }) => wanted.has(id)).map(({ geometry }) => boxOf(geometry)))
  return box && widen(box)
}

// about 250 m: what a place is near to belongs to the picture
const SURROUNDINGS = 0.0025

function widen([west, south, east, north]: Bounds): Bounds {
  return [west - SURROUNDINGS, south - SURROUNDINGS, east + SURROUNDINGS, north + SURROUNDINGS]
}

function joinBoxes(boxes: readonly Bounds[]): Bounds | null {
  if (boxes.length === 0) return null
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ])
}
