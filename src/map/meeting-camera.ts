import type { MapLibreMap } from 'maplibre-gl'
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
 * that was seen. At its end the same is taken back, so an untouched map is as it was before, and one that was moved
 * shows what was looked at last. At once, as the panels come and go.
 */
export function createMeetingCamera(map: MapLibreMap): MeetingCamera {
  let wasPresenting = false
  let zoomedBy = 0
  return {
    follow({ workspace, insets }, before) {
      const isPresenting = workspace === 'present'
      if (isPresenting === wasPresenting) return
      wasPresenting = isPresenting
      // the element has its new size already, the map and its canvas still the old one
      const was = openPart(sizeOf(map.getCanvas()), before)
      const middle = map.unproject([was.x, was.y])
      map.resize()
      const size = sizeOf(map.getContainer())
      const is = openPart(size, insets)
      const zoom = map.getZoom()
      map.easeTo({
        center: middle,
        zoom: zoom + (isPresenting ? zoomToSeeAgain(was, is) : -zoomedBy),
        offset: [is.x - size.width / 2, is.y - size.height / 2],
        duration: 0,
      })
      // as far as the map goes
      zoomedBy = map.getZoom() - zoom
    },
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLElement): PixelSize {
  return { width, height }
}
