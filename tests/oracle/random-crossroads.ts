import fc from 'fast-check'

import type { Crossing, Street } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { at, Scene } from '../scene/scene'
import { DISTRICT_CLASSES } from './random-district'
import type { XY } from './random-quarter'
import { seededRandom } from './seeded-random'

/** A town of roads that are waited for and streets that rise and fall, and places to ask from. */
export interface CrossroadsTown {
  readonly project: Project
  readonly places: readonly XY[]
}

const BLOCK_M = 130
const LINES = 3
const KINDS = [
  'primary',
  'secondary',
  'trunk',
  'tertiary',
  'residential',
  'service',
  'footway',
  '次干路',
  '支路',
]
const INCLINES = ['8%', '-6 %', '5°', '1:12', '1:14', '-1:20', '0.04', '9', 'up', '80%']
const HOW_HEIGHTS = ['no', 'ends', 'rise', 'incline', 'one end'] as const

/** One line of the town: along x (or y) at a distance, with what it is. */
interface Axis {
  readonly place: number
  readonly fields: Partial<Street>
  readonly isReversed: boolean
}

/**
 * A crooked grid of main and local roads and footpaths, in one line each or cut at every junction; some divided,
 * one-way, unwalked, private, stairs, above the ground; kinks near junctions; footpaths across the blocks with
 * mapped crossings over roads; signals at junctions, out on their roads or beside them, elevators; heights of
 * vertices, of ends, rises and inclines, and slips; a compound around a junction whose gates nobody surveyed.
 */
export const crossroadsTowns: fc.Arbitrary<CrossroadsTown> = fc
  .record({ seed: fc.nat(), signals: fc.integer({ min: 0, max: 14 }), isHilly: fc.boolean() })
  .map(({ seed, signals, isHilly }) => {
    const random = seededRandom(seed)
    const chance = (share: number): boolean => random() < share
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
    const drawAxes = (side: string): Axis[] =>
      Array.from({ length: LINES }, (_, k) => k).flatMap((k): Axis[] => {
        const kind = pick(KINDS)
        const place = k * BLOCK_M
        const fields = { kind, ...(chance(0.15) && kind !== 'footway' ? { foot: 'no' } : {}) }
        const axes: Axis[] = []
        if (kind !== 'footway' && chance(0.45)) {
          const half = pick([6, 9, 14])
          const isNamed = chance(0.7)
          axes.push(
            ...[-half, half].map((by, i) => ({
              place: place + by,
              fields: { ...fields, oneway: true, ...(isNamed ? { name: `${side}${k}` } : {}) },
              isReversed: i === 1,
            })),
          )
        } else
          axes.push({ place, fields: chance(0.1) ? { ...fields, oneway: true } : fields, isReversed: false })
        // a footpath through the middle of the blocks
        if (chance(0.5) && k < LINES - 1)
          axes.push({ place: place + BLOCK_M / 2, fields: { kind: 'footway' }, isReversed: false })
        return axes
      })
    const axes = [drawAxes('h'), drawAxes('v')] as const
    const last = (LINES - 1) * BLOCK_M
    const bend = Array.from({ length: 40 }, () => (random() - 0.5) * 8)
    const wave = 20 + random() * 200
    const heightAt = ([x, y]: XY): number => 4 * Math.sin(x / wave) + 0.05 * y

    // places are told by the lines that meet there, so that both name the very same coordinate
    const meet = (h: number, v: number): XY => {
      const d = bend[(h * 7 + v * 3) % bend.length]
      return [axes[1][v].place + d * 0.4, axes[0][h].place + d * 0.3]
    }
    const scene = new Scene()
    let count = 0
    const rise = (points: readonly XY[], street: Partial<Street>): Partial<Street> => {
      const how = isHilly ? pick(HOW_HEIGHTS) : 'no'
      const [first, end] = [heightAt(points[0]), heightAt(points[points.length - 1])]
      if (how === 'ends') return { ...street, ele_from: first, ele_to: end }
      if (how === 'one end') return { ...street, ele_from: first }
      if (how === 'rise') return { ...street, rise_m: (end - first) * pick([0.5, 1, 2]) }
      return how === 'incline' ? { ...street, incline: pick(INCLINES) } : street
    }
    const heights = new Map<string, (number | null)[]>()
    const addStreet = (points: readonly XY[], fields: Partial<Street>): void => {
      const id = `s${count++}`
      const extra: Partial<Street> = chance(0.04)
        ? { kind: 'steps', oneway: undefined }
        : chance(0.03)
          ? { step_free: false }
          : chance(0.03)
            ? { oneway_foot: true }
            : chance(0.04)
              ? { access: 'private' }
              : chance(0.04)
                ? { layer: 1 }
                : {}
      const street = { ...rise(points, fields), ...extra }
      scene.street(id, points, street)
      if (!isHilly || !chance(0.5)) return
      const how = pick(['vertices', 'some', 'slip', 'level'] as const)
      heights.set(
        id,
        points.map((p, i) => {
          if (how === 'some' && chance(0.5)) return null
          return how === 'level' ? 7 : heightAt(p) + (how === 'slip' && i === 1 ? 60 : 0)
        }),
      )
    }

    const alongRoads: XY[] = []
    for (const side of [0, 1] as const)
      axes[side].forEach(({ place, fields, isReversed }, own) => {
        const crossed = axes[1 - side].map((_, other) => (side === 0 ? meet(own, other) : meet(other, own)))
        const order = crossed.map((p, i) => ({ p, i })).sort((a, b) => a.p[side] - b.p[side])
        const end = (by: number): XY => (side === 0 ? [by, place] : [place, by])
        // each junction with what lies around it on this line
        const stations = order.map(({ p, i }) => ({ p, isRoad: axes[1 - side][i].fields.kind !== 'footway' }))
        let stretch: XY[] = [end(-60)]
        const isCut = chance(0.5)
        const isFootpath = fields.kind === 'footway'
        const finish = (next: XY[], more: Partial<Street> = {}): void => {
          if (chance(0.95)) addStreet(isReversed ? stretch.toReversed() : stretch, { ...fields, ...more })
          stretch = next
        }
        stations.forEach(({ p, isRoad }, k) => {
          const before = stretch[stretch.length - 1]
          const after = stations[k + 1]?.p ?? end(last + 60)
          const isNearBefore = p[side] - before[side] < 25
          const isNearAfter = after[side] - p[side] < 25
          const shift = (by: number, aside: number): XY =>
            side === 0 ? [p[0] + by, p[1] + aside] : [p[0] + aside, p[1] + by]
          if (isFootpath && isRoad && chance(0.6) && !isNearBefore && !isNearAfter) {
            // a mapped crossing over the road, a line of its own
            const [start, stop] = [shift(-9, 0), shift(9, 0)]
            stretch.push(start)
            finish([start, p, stop])
            finish([stop], { crossing: pick(['signals', 'marked', 'unmarked'] as const) })
          } else {
            if (!isNearBefore && chance(0.3)) stretch.push(shift(-pick([2, 4, 7]), pick([-2, 1, 3])))
            stretch.push(p)
            if (isCut) finish([p])
            if (!isNearAfter && chance(0.3)) stretch.push(shift(pick([2, 4, 7]), pick([-2, 1, 3])))
          }
          if (!isFootpath)
            alongRoads.push(p, shift(pick([-40, -27, -20, -10, 10, 20, 27, 40]), pick([0, 1, 2, 4, 6])))
        })
        stretch.push(end(last + 60))
        finish([])
      })
    if (chance(0.4)) {
      const [h, v] = [Math.floor(random() * axes[0].length), Math.floor(random() * axes[1].length)]
      const [x, y] = meet(h, v)
      const r = pick([25, 41])
      scene.community('walled', square(x, y, r), { gated: true, residents: 50 })
    }
    for (let i = 0; i < 3; i++)
      scene.community(`open${i}`, square(random() * last, random() * last, 12), { residents: 40 })
    const somewhere = (): XY => [-50 + random() * (last + 100), -50 + random() * (last + 100)]
    for (let i = 0; i < 6; i++)
      scene.facility(`f${i}`, DISTRICT_CLASSES[i % DISTRICT_CLASSES.length], somewhere())
    const points = Array.from({ length: alongRoads.length === 0 ? 0 : signals }, (_, i): Crossing => {
      const kind = chance(0.8) ? 'signals' : pick(['marked', 'elevator'] as const)
      return { id: `x${i}`, kind, geometry: { type: 'Point', coordinates: [...at(...pick(alongRoads))] } }
    })
    const project = scene.project()
    const streets = project.layers.streets.map((street): Street => {
      const known = heights.get(street.id)
      if (known === undefined) return street
      const coordinates = street.geometry.coordinates.map((position, i) => {
        const height = known[i]
        return height === null ? position : [...position, height]
      })
      return { ...street, geometry: { type: 'LineString', coordinates } }
    })
    return {
      project: { ...project, layers: { ...project.layers, streets, crossings: points } },
      places: Array.from({ length: 5 }, somewhere),
      [fc.toStringMethod]: () => `town of seed ${seed}, ${signals} signals${isHilly ? ', hilly' : ''}`,
    }
  })

function square(x: number, y: number, half: number): XY[] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}
