import type { LngLat, MapLibreMap } from 'maplibre-gl'
import type { Insets, ViewState } from '../store/state'
import { type PixelSize, sidesWithin } from './camera'

export interface MeetingCamera {
  /** told when other panels lie over the map: does something where a meeting begins or ends with that */
  follow(view: Pick<ViewState, 'workspace' | 'insets'>, before: Insets): void
}

/** Where the open part of a map has its middle, and how large it is, pixels. */
export interface OpenPart extends PixelSize {
  readonly x: number
  readonly y: number
}

/** The part of a map of some size that no panel covers, less the margin that places are shown with. */
export function openPart(size: PixelSize, insets: Insets): OpenPart {
  const { top, right, bottom, left } = sidesWithin(size, insets)
  const [width, height] = [size.width - left - right, size.height - top - bottom]
  return { x: left + width / 2, y: top + height / 2, width, height }
}

/** Levels of zoom by which all that was seen is seen again in another open part; never nearer than it was. */
export function zoomToSeeAgain(was: PixelSize, is: PixelSize): number {
  return Math.min(0, Math.log2(Math.min(is.width / was.width, is.height / was.height)))
}

/**
 * When a meeting begins its panels lie elsewhere: what was in the middle stays there, from as far as needed to see all
 * that was seen. At its end the map is as it was before, whatever was looked at meanwhile. At once, as the panels come and go.
 */
export function createMeetingCamera(map: MapLibreMap): MeetingCamera {
  let wasPresenting = false
  let before: { readonly middle: LngLat; readonly zoom: number } | null = null
  return {
    follow({ workspace, insets }, insetsBefore) {
      const isPresenting = workspace === 'present'
      if (isPresenting === wasPresenting) return
      wasPresenting = isPresenting
      // the element has its new size already, the map and its canvas still the old one
      const was = openPart(sizeOf(map.getCanvas()), insetsBefore)
      const now = { middle: map.unproject([was.x, was.y]), zoom: map.getZoom() }
      map.resize()
      const size = sizeOf(map.getContainer())
      const is = openPart(size, insets)
      const { middle, zoom } = isPresenting
        ? { ...now, zoom: now.zoom + zoomToSeeAgain(was, is) }
        : (before ?? now)
      before = isPresenting ? now : null
      map.easeTo({
        center: middle,
        zoom,
        offset: [is.x - size.width / 2, is.y - size.height / 2],
        duration: 0,
      })
    },
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLElement): PixelSize {
  return { width, height }
}
