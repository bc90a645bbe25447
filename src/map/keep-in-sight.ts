import type { MapLibreMap } from 'maplibre-gl'
import { boxOf } from '../store/place'
import type { AppStore, Insets } from '../store/state'
import { type Bounds, type PixelSize, placeBounds, sidesWithin } from './camera'

/**
 * Pixels by which the map goes to the left, so that something on it is seen beside the panel on the right; 0: it is. What
 * is wider than the open part is seen from its left end on.
 */
export function pixelsUnderPanel(
  { left, right }: { readonly left: number; readonly right: number },
  size: PixelSize,
  insets: Insets,
): number {
  const sides = sidesWithin(size, insets)
  const end = size.width - sides.right
  if (right <= end) return 0
  return Math.max(0, Math.min(right - end, left - sides.left))
}

/** What was pressed or drawn at the right of the map lies under the panel that then opens: the map brings it back. */
export function bringIntoSight(map: MapLibreMap, store: AppStore): void {
  const { selection, insets } = store.view.getState()
  // a map on its way goes where somebody wanted it
  if (selection === null || map.isMoving()) return
  const bounds =
    selection.kind === 'space' ? boxOfSpace(store, selection.id) : middleOf(placeBounds(selection, store))
  if (bounds === null) return
  const [west, south, east, north] = bounds
  const xs = [map.project([west, south]), map.project([east, north])].map(({ x }) => x)
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const under = pixelsUnderPanel({ left: Math.min(...xs), right: Math.max(...xs) }, { width, height }, insets)
  if (under > 0) map.panBy([under, 0], { duration: 300 })
}

function boxOfSpace(store: AppStore, id: string): Bounds | null {
  const space = store.project.getState().mapLayers?.spaces.find((each) => each.id === id)
  return space === undefined ? null : boxOf(space.geometry)
}

/** Of what is large it is enough to see the middle. */
function middleOf(bounds: Bounds | null): Bounds | null {
  if (bounds === null) return null
  const [west, south, east, north] = bounds
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  return [lon, lat, lon, lat]
}
