import { IconLayer, PathLayer } from '@deck.gl/layers'
import type { Position } from 'geojson'
import type { Gap } from '../../model/gap'
import { AT_ITS_PLACE, type Beside } from '../../model/side-by-side'
import type { LonLat } from '../../model/units'
import type { Selection } from '../../store/state'
import { apartBy } from '../facility-display'
import { rgba } from '../palette'
import type { Scene } from '../scene'
import { layerProps, type DrawInput, type DrawLayer } from './draw-input'

interface Outline {
  readonly ring: readonly Position[]
  readonly width: number
  readonly isCasing: boolean
}

/** Outlines of what is selected (strong), hovered (light) and marked; of a gap: all its communities. */
export const drawHighlight: DrawLayer = (input) => {
  const { view, palette, scene } = input
  const outlines = (selection: Selection | null, width: number): Outline[] =>
    ringsOf(selection, input).flatMap((ring) => [
      { ring, width: width + 3, isCasing: true },
      { ring, width, isCasing: false },
    ])
  const marked = ringsOfPlaces(view.marked, scene).flatMap((ring): Outline[] => [
    { ring, width: 4.6, isCasing: true },
    { ring, width: 2, isCasing: false },
  ])
  // a walk in legs is drawn: the outline steps back
  const data = [
    ...marked,
    ...outlines(view.hovered, 1.6),
    ...outlines(view.selection, view.asked === null ? 3 : 1.4),
  ]
  if (data.length === 0) return null
  return new PathLayer<Outline>({
    ...layerProps('highlight'),
    // casings first: rings of a multipolygon must not cut each other
    data: data.sort((a, b) => Number(b.isCasing) - Number(a.isCasing)),
    getPath: ({ ring }) => ring as [number, number][],
    getColor: ({ isCasing }) => (isCasing ? rgba(palette.selectionCase, 0.9) : rgba(palette.selection)),
    getWidth: ({ width }) => width,
    widthUnits: 'pixels',
    jointRounded: true,
    capRounded: true,
  })
}

interface Ringed {
  readonly at: LonLat
  readonly beside?: Beside
}

/** Width of the ring's image beside that of its line, in pixels: how far from the sign it stays. */
const RING_ROOM = 13

/** A ring around the selected and the hovered sign, and around the facility a walk leads to. */
export const drawSelectedSign: DrawLayer = (input) => {
  const { view, route, scene, signSize, atlas } = input
  const goal = route?.facility ?? input.explanation?.walk?.facility.id
  const target = scene.facilities.find(({ record }) => record.id === goal)
  const gap = view.selection?.kind === 'gap' ? findGap(input, view.selection.id) : undefined
  const nearest = gap && scene.facilities.find(({ record }) => record.id === gap.nearest)
  const marks = [nearest, signOf(view.hovered, input), signOf(view.selection, input), target]
  const data = marks.filter((mark) => mark !== undefined)
  if (data.length === 0) return null
  const apart = apartBy(signSize)
  return new IconLayer<Ringed>({
    ...layerProps('selected-sign'),
    data,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: () => 'selected-ring',
    getPosition: ({ at }) => [at[0], at[1]],
    getPixelOffset: ({ beside: [x, y] = AT_ITS_PLACE }) => [x * apart, y * apart],
    getSize: signSize + RING_ROOM,
    sizeUnits: 'pixels',
    updateTriggers: { getIcon: atlas, getPixelOffset: apart, getSize: signSize },
  })
}

function findGap({ analysis }: DrawInput, wanted: string): Gap | undefined {
  return analysis?.gaps.find(({ id }) => id === wanted)
}

function ringsOf(selection: Selection | null, input: DrawInput): (readonly Position[])[] {
  const { scene, building } = input
  if (selection?.kind === 'building') {
    if (building?.id !== selection.id) return []
    const { geometry } = building
    return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  }
  if (selection?.kind === 'space') {
    return scene.spaceShapes.filter(({ record }) => record.id === selection.id).flatMap(({ rings }) => rings)
  }
  const places =
    selection?.kind === 'community'
      ? [selection.id]
      : selection?.kind === 'gap'
        ? (findGap(input, selection.id)?.places ?? [])
        : []
  return ringsOfPlaces(places, scene)
}

function ringsOfPlaces(places: readonly string[], scene: Scene): (readonly Position[])[] {
  if (places.length === 0) return []
  const wanted = new Set(places)
  return scene.communities.filter(({ record }) => wanted.has(record.id)).flatMap(({ rings }) => rings)
}

function signOf(selection: Selection | null, { scene }: DrawInput): Ringed | undefined {
  if (selection?.kind !== 'facility' && selection?.kind !== 'space' && selection?.kind !== 'gate')
    return undefined
  const marks = { facility: scene.facilities, space: scene.spaces, gate: scene.gates }[selection.kind]
  return (marks as readonly (Ringed & { readonly record: { readonly id: string } })[]).find(
    ({ record }) => record.id === selection.id,
  )
}
