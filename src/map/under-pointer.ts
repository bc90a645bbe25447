import { GATES_FROM_ZOOM } from './gates-from-zoom'
import type { MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { Finding } from '../model/finding'
import type { LonLat } from '../model/units'
import type { LinkMark, UseMark } from '../store/link-view'
import type { AppStore, Selection } from '../store/state'
import { describeHexagon } from './describe-marks'
import { apartBy, hasDotFrom, hasSignFrom, isShown, signSize, steppedZoom } from './facility-display'
import type { GapMark } from './gather-marks'
import { gapMarks } from './layers/gap-marks'
import { shownLinks } from './layers/links'
import { layUses, shownUses } from './layers/proposed'
import { showsSurface } from './layers/surface'
import type { Picked, Picker } from './pick'
import { pickFinding } from './pick-finding'
import { pickGapMark } from './pick-gap'
import { pickHexagon } from './pick-hexagon'
import { pickLink } from './pick-link'
import { pickUse } from './pick-use'
import type { Scene } from './scene'

// radius in pixels within which the free point is grabbed
const GRAB_RADIUS = 16
// a dot is smaller than what a hand can hit
const DOT_RADIUS = 6
// houses are large enough to be meant from here on; below, a click means their community
const BUILDINGS_FROM_ZOOM = 16
/** A degree of latitude, metres. */
export const METRES_PER_DEGREE = 111_195

interface Parts {
  readonly map: MapLibreMap
  readonly store: AppStore
  readonly scene: () => Scene
  readonly picker: () => Picker
}

/** What lies under the pointer, of all that is drawn. */
export interface UnderPointer {
  readonly pickAt: (at: LonLat) => Picked | null
  /** the finding there, in the workspace that shows them */
  readonly findingAt: (at: LonLat) => Finding | null
  /** the ring of a gap there, in the workspace that shows them */
  readonly gapMarkAt: (at: LonLat) => GapMark | null
  /** the link whose mark is there, where they are drawn */
  readonly linkAt: (at: LonLat) => LinkMark | null
  /** the use of a plan whose sign is there, while the plan is looked at */
  readonly useAt: (at: LonLat) => UseMark | null
  /** what the hexagon there says; null: none is drawn there */
  readonly hexagonLines: (at: LonLat) => readonly string[] | null
  /** the building there. Their outlines are in the map's own worker, so the map is asked */
  readonly buildingAt: (point: MapMouseEvent['point']) => Selection | null
  /** whether the free point, whose catchment is shown, can be grabbed there */
  readonly isOnOrigin: (point: { readonly x: number; readonly y: number }) => boolean
}

/** Looks for what is drawn under the pointer of one map. */
export function lookUnderPointer({ map, store, scene, picker }: Parts): UnderPointer {
  const view = () => store.view.getState()

  function pickAt(at: LonLat): Picked | null {
    const { visible } = view()
    const zoom = map.getZoom()
    const size = signSize(zoom)
    const isDrawn = isShown(view())
    return picker().pick(at, {
      degreesPerPixel: degreesPerPixel(map),
      facilityRadius: (mark) =>
        visible.facilities && isDrawn(mark)
          ? zoom >= hasSignFrom(mark, scene(), view())
            ? size / 2
            : zoom >= hasDotFrom(mark, scene(), view())
              ? DOT_RADIUS
              : 0
          : 0,
      apart: apartBy(size),
      spaceRadius: visible.spaces ? Math.max(8, size / 2) : 0,
      gateRadius: visible.gates && zoom >= GATES_FROM_ZOOM ? 9 : 0,
      canPickCommunities: visible.communities,
    })
  }

  function findingAt(at: LonLat): Finding | null {
    const { checkUp } = store.results.getState()
    if (checkUp === null || view().workspace !== 'data') return null
    return pickFinding(checkUp.findings, at, degreesPerPixel(map))
  }

  function gapMarkAt(at: LonLat): GapMark | null {
    const { analysis } = store.results.getState()
    const marks = gapMarks({ analysis, view: view(), zoom: steppedZoom(map.getZoom()) })
    return pickGapMark(marks, at, degreesPerPixel(map))
  }

  function linkAt(at: LonLat): LinkMark | null {
    const { links } = store.results.getState()
    const shown = shownLinks({ view: view(), links })
    return pickLink(shown, at, degreesPerPixel(map))
  }

  function useAt(at: LonLat): UseMark | null {
    return pickUse(layUses(shownUses(view()), signSize(map.getZoom())), at, degreesPerPixel(map))
  }

  function hexagonLines(at: LonLat): readonly string[] | null {
    const { surface, catchment } = store.results.getState()
    if (surface?.hexagons == null || !showsSurface({ view: view(), surface, catchment })) return null
    const hexagon = pickHexagon(surface.hexagons, at)
    return hexagon === null ? null : describeHexagon(surface, hexagon, view())
  }

  function buildingAt(point: MapMouseEvent['point']): Selection | null {
    if (!view().visible.buildings || map.getZoom() < BUILDINGS_FROM_ZOOM) return null
    const [feature] = map.queryRenderedFeatures(point, { layers: ['buildings'] })
    const id: unknown = feature?.properties['id']
    return typeof id === 'string' ? { kind: 'building', id } : null
  }

  function isOnOrigin(point: { readonly x: number; readonly y: number }): boolean {
    const { selection } = view()
    if (selection?.kind !== 'point') return false
    const origin = map.project([selection.at[0], selection.at[1]])
    return Math.hypot(origin.x - point.x, origin.y - point.y) <= GRAB_RADIUS
  }

  return { pickAt, findingAt, gapMarkAt, linkAt, useAt, hexagonLines, buildingAt, isOnOrigin }
}

/** Degrees of latitude that one CSS pixel covers in the middle of the map. */
function degreesPerPixel(map: MapLibreMap): number {
  const { lat } = map.getCenter()
  const metres = (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
  return metres / METRES_PER_DEGREE
}
