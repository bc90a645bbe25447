import { PathStyleExtension } from '@deck.gl/extensions'
import { IconLayer, PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Facility } from '../../model/layers'
import { AT_ITS_PLACE, standInSpaces } from '../../model/side-by-side'
import { spaceOf } from '../../model/space-parts'
import type { LonLat } from '../../model/units'
import { placeOf } from '../../store/place'
import { apartBy } from '../facility-display'
import { type Hex, rgba } from '../palette'
import { signKey } from '../sign-atlas'
import { classSign } from '../signs'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

/** What a scenario leaves otherwise than it is, over the map of it. */

interface Stroke {
  readonly line: readonly LonLat[]
  readonly width: number
  readonly color: Hex
  /** lengths of dash and gap as multiples of the width; 0, 0: whole */
  readonly dash: readonly [number, number]
}

const WHOLE = [0, 0] as const

// props of the extension, which the layer's own type does not know
const DASHED = {
  getDashArray: ({ dash }: Stroke) => [...dash],
  dashJustified: true,
  extensions: [new PathStyleExtension({ dash: true })],
}

/** New footways dashed, removed ones fine and crossed out, and where a facility has come from. */
export const drawPlannedPaths: DrawLayer = (input) => {
  const { planned, palette } = input
  const paths = planned?.changes.paths ?? []
  const moves = listMoves(input)
  const strokes: Stroke[] = [
    ...paths.map(({ line }) => ({ line, width: 7, color: palette.selectionCase, dash: WHOLE })),
    ...moves.map((line) => ({ line, width: 4, color: palette.selectionCase, dash: WHOLE })),
    ...paths.map(({ kind, line }) =>
      kind === 'added'
        ? { line, width: 4, color: palette.planned, dash: [2, 1.2] as const }
        : { line, width: 2.4, color: palette.unserved, dash: [1.6, 1.6] as const },
    ),
    ...moves.map((line) => ({ line, width: 1.8, color: palette.planned, dash: [3, 2] as const })),
  ]
  if (strokes.length === 0) return null
  return new PathLayer<Stroke>({
    ...layerProps('planned-paths'),
    data: strokes,
    getPath: ({ line }) => line as unknown as [number, number][],
    getColor: ({ color }) => rgba(color),
    getWidth: ({ width }) => width,
    widthUnits: 'pixels',
    jointRounded: true,
    ...DASHED,
  })
}

interface Icon {
  readonly at: LonLat
  readonly icon: string
  /** as a multiple of the signs' */
  readonly scale: number
  readonly alpha: number
  readonly angle: number
  /** pixels from its place to the right and down */
  readonly offset?: readonly [number, number]
}

/** A planned facility in its ring, a closed one pale under a cross, a gate that lets others pass in its ring. */
export const drawPlannedSigns: DrawLayer = (input) => {
  const { atlas, signSize } = input
  const side = Math.max(signSize, 16)
  const icons = listIcons(input)
  if (icons.length === 0) return null
  return new IconLayer<Icon>({
    ...layerProps('planned-signs'),
    data: icons,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ icon }) => icon,
    getPosition: ({ at }) => [at[0], at[1]],
    getColor: ({ alpha }) => [0, 0, 0, Math.round(alpha * 255)],
    getAngle: ({ angle }) => angle,
    getPixelOffset: ({ offset = AT_ITS_PLACE }) => [...offset],
    billboard: false,
    getSize: ({ scale }) => scale,
    sizeScale: side,
    sizeUnits: 'pixels',
    updateTriggers: { getIcon: atlas },
  })
}

/** The edit pointed at in the list or open in it, and the place a wall would be opened at. */
export const drawPlannedPoint: DrawLayer = (input) => {
  const { planned, view, wallSpot, palette } = input
  const order = view.pointedEdit ?? view.openEdit
  const line = (order === null ? undefined : planned?.outcomes[order]?.line) ?? []
  const places = [
    ...(line.length > 0 ? [line[0], line[line.length - 1]] : []).map((at) => ({
      at,
      radius: 18,
      isFilled: false,
    })),
    ...(wallSpot === null ? [] : [{ at: wallSpot.at, radius: 7, isFilled: true }]),
  ]
  if (places.length === 0) return null
  return new ScatterplotLayer<(typeof places)[number]>({
    ...layerProps('planned-point'),
    data: places,
    getPosition: ({ at }) => [at[0], at[1]],
    getRadius: ({ radius }) => radius,
    radiusUnits: 'pixels',
    getFillColor: ({ isFilled }) => (isFilled ? rgba(palette.planned) : [0, 0, 0, 0]),
    stroked: true,
    getLineColor: ({ isFilled }) => rgba(isFilled ? palette.selectionCase : palette.planned),
    getLineWidth: 2.4,
    lineWidthUnits: 'pixels',
  })
}

/** From where each moved facility was to where it is. */
function listMoves({ planned, view, scene }: DrawInput): (readonly LonLat[])[] {
  const { dragged } = view
  const moves = (planned?.changes.facilities ?? []).flatMap(({ kind, facility, before }) =>
    kind === 'moved' && before !== null && facility.id !== dragged?.facility
      ? [[placeOf(before.geometry), placeOf(facility.geometry)]]
      : [],
  )
  const from = dragged && scene.facilities.find(({ record }) => record.id === dragged.facility)
  return from ? [...moves, [from.at, dragged.to]] : moves
}

function listIcons({ planned, view, scene, signSize }: DrawInput): Icon[] {
  const { rules, dragged } = view
  const sign = (code: string | undefined): string => signKey(classSign(rules, code))
  const changes = planned?.changes
  const stays = (changes?.facilities ?? []).filter(({ facility }) => facility.id !== dragged?.facility)
  const placed = layPlanned(
    stays.map(({ facility }) => facility),
    signSize,
  )
  const facilities = stays.flatMap(({ kind, facility }) => {
    const offset = placed.get(facility.id)
    if (offset === undefined) return []
    const at = placeOf(facility.geometry)
    const icons = kind === 'closed' ? crossed(at, sign(facility.class)) : ringed(at, sign(facility.class))
    return icons.map((icon) => ({ ...icon, offset }))
  })
  const gates = (changes?.gates ?? []).flatMap(({ gate }) => {
    const mark = scene.gates.find(({ record }) => record.id === gate.id)
    return mark === undefined ? [] : ringed(mark.at, mark.sign, mark.angle)
  })
  const removed = (changes?.paths ?? []).flatMap(({ kind, line }) =>
    kind === 'removed' ? crossed(line[line.length >> 1], null) : [],
  )
  const moving = dragged && scene.facilities.find(({ record }) => record.id === dragged.facility)
  return [
    ...removed,
    ...gates,
    ...facilities,
    ...(moving ? ringed(dragged.to, sign(moving.record.class)) : []),
  ]
}

/**
 * Where the signs of facilities are drawn, in pixels from their places: uses of a space side by side, as the base map has
 * them, or, from far, the first of them alone. Without those that are not drawn.
 */
export function layPlanned(
  facilities: readonly Facility[],
  signSize: number,
): ReadonlyMap<string, readonly [number, number]> {
  const apart = apartBy(signSize)
  const stands = standInSpaces(facilities)
  const seen = new Set<string | null>()
  return new Map(
    facilities.flatMap((facility): [string, readonly [number, number]][] => {
      const beside = stands.get(facility.id)
      if (beside === undefined) return [[facility.id, AT_ITS_PLACE]]
      const space = spaceOf(facility)
      if (apart === 0 && seen.has(space)) return []
      seen.add(space)
      return [[facility.id, [beside[0] * apart, beside[1] * apart]]]
    }),
  )
}

/** In the ring of what is planned. */
function ringed(at: LonLat, icon: string, angle = 0): Icon[] {
  return [
    { at, icon: 'planned-ring', scale: 1.5, alpha: 1, angle: 0 },
    { at, icon, scale: 1, alpha: 1, angle },
  ]
}

/** Under a cross; null: nothing that has a sign. */
function crossed(at: LonLat, icon: string | null): Icon[] {
  return [
    ...(icon === null ? [] : [{ at, icon, scale: 1, alpha: 0.6, angle: 0 }]),
    { at, icon: 'planned-cross', scale: icon === null ? 0.8 : 1.2, alpha: 1, angle: 0 },
  ]
}
