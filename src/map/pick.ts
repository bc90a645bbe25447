import Flatbush from 'flatbush'
import { AT_ITS_PLACE, type Beside } from '../model/side-by-side'
import type { LonLat } from '../model/units'
import { boxOf } from '../store/place'
import type { GateMark, Mark, Scene, Shape } from './scene'
import type { Community, Facility, Space } from '../model/layers'

/**
 * What lies under the pointer, found in the data and not by reading pixels back: exact, the same in every
 * browser, and it never waits for the graphics card.
 */

export type Picked =
  | { readonly kind: 'facility'; readonly mark: Mark<Facility> }
  | { readonly kind: 'space'; readonly record: Space }
  | { readonly kind: 'gate'; readonly mark: GateMark }
  | { readonly kind: 'community'; readonly record: Community }

export interface PickOptions {
  /** degrees of latitude that one pixel covers */
  readonly degreesPerPixel: number
  /** half the size of the signs in pixels; 0: not drawn */
  readonly facilityRadius: (mark: Mark<Facility>) => number
  /** width of a sign in pixels, by which those that share a place stand apart; 0: they do not */
  readonly apart: number
  readonly spaceRadius: number
  readonly gateRadius: number
  readonly canPickCommunities: boolean
}

// pixels; no sign is wider
const LARGEST_SIGN = 16

export interface Picker {
  /** facility over space over gate over community; the nearest, or the smallest community, of several */
  pick(at: LonLat, options: PickOptions): Picked | null
  /** the smallest community around a place, whatever is drawn over it */
  community(at: LonLat): Community | null
}

export function createPicker(scene: Scene): Picker {
  const facilities = pointIndex(scene.facilities)
  const spaces = pointIndex(scene.spaces)
  const gates = pointIndex(scene.gates)
  const spaceShapes = shapeIndex(scene.spaceShapes)
  const communities = shapeIndex(scene.communities)

  return {
    pick(at, options) {
      const within = (pixels: number) => pixels * options.degreesPerPixel
      const mark = facilities.nearest(at, within(LARGEST_SIGN), {
        radiusOf: (found) => within(options.facilityRadius(found)),
        apart: within(options.apart),
      })
      if (mark) return { kind: 'facility', mark }
      const space =
        options.spaceRadius > 0
          ? (spaces.nearest(at, within(options.spaceRadius)) ?? spaceShapes.smallestAround(at))
          : null
      if (space) return { kind: 'space', record: space.record }
      const gate = gates.nearest(at, within(options.gateRadius))
      if (gate) return { kind: 'gate', mark: gate }
      const community = options.canPickCommunities ? communities.smallestAround(at) : null
      return community && { kind: 'community', record: community.record }
    },
    community: (at) => communities.smallestAround(at)?.record ?? null,
  }
}

interface Signs<M> {
  /** within which one mark is found, where that differs from the largest radius */
  readonly radiusOf: (mark: M) => number
  /** width of a sign in degrees, by which those that share a place stand apart */
  readonly apart: number
}

function pointIndex<M extends { readonly at: LonLat; readonly beside?: Beside }>(marks: readonly M[]) {
  const farthest = marks.reduce(
    (most, { beside: [x, y] = AT_ITS_PLACE }) => Math.max(most, Math.hypot(x, y)),
    0,
  )
  const index = marks.length > 0 ? new Flatbush(marks.length) : null
  if (index) {
    for (const { at } of marks) index.add(at[0], at[1], at[0], at[1])
    index.finish()
  }
  return {
    nearest(
      [lon, lat]: LonLat,
      radius: number,
      { radiusOf, apart }: Signs<M> = { radiusOf: () => radius, apart: 0 },
    ): M | null {
      if (!index || radius <= 0) return null
      const squeeze = Math.cos((lat * Math.PI) / 180)
      const height = radius + farthest * apart
      const reach = height / squeeze
      let best: M | null = null
      let bestDistance = Infinity
      for (const i of index.search(lon - reach, lat - height, lon + reach, lat + height)) {
        const mark = marks[i]
        const [x, y] = mark.beside ?? AT_ITS_PLACE
        const distance = Math.hypot(
          (mark.at[0] - lon) * squeeze + x * apart,
          // down is south
          mark.at[1] - lat - y * apart,
        )
        if (distance < bestDistance && distance < radiusOf(mark)) [best, bestDistance] = [mark, distance]
      }
      return best
    },
  }
}

function shapeIndex<S extends Shape<Community> | Shape<Space>>(shapes: readonly S[]) {
  const boxes = shapes.map(({ rings }) => boxOf({ type: 'Polygon', coordinates: rings as [] }))
  const index = shapes.length > 0 ? new Flatbush(shapes.length) : null
  if (index) {
    for (const box of boxes) index.add(...box)
    index.finish()
  }
  return {
    smallestAround(at: LonLat): S | null {
      const hits = index?.search(at[0], at[1], at[0], at[1]).filter((i) => contains(shapes[i].rings, at))
      const [first] = (hits ?? []).sort((a, b) => boxArea(boxes[a]) - boxArea(boxes[b]))
      return first === undefined ? null : shapes[first]
    },
  }
}

function boxArea([west, south, east, north]: readonly [number, number, number, number]): number {
  return (east - west) * (north - south)
}

/** Even-odd over all rings, so holes are outside. */
function contains(rings: Shape<unknown>['rings'], [lon, lat]: LonLat): boolean {
  let isInside = false
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i] as [number, number]
      const [bx, by] = ring[i + 1] as [number, number]
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) isInside = !isInside
    }
  }
  return isInside
}
