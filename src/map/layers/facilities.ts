import { IconLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Facility } from '../../model/layers'
import type { ClassFamily } from '../../model/rule-pack'
import type { ViewState } from '../../store/state'
import { rgba } from '../palette'
import type { Mark, Scene } from '../scene'
import { layerProps, type DrawInput, type DrawLayer } from './draw-input'

type FacilityMark = Mark<Facility>

let last: {
  scene: Scene
  hidden: readonly string[]
  only: string | null
  marks: readonly FacilityMark[]
} | null = null

// many and everyday: they step back behind what a renovation is about
const MINOR: readonly (ClassFamily | null)[] = ['transport', 'commerce', 'municipal', 'parking', null]
const MINOR_SIGN_FROM = 20

/** Whether a facility is drawn with its sign at a size of the signs; else it is a dot. */
export function hasSign({ family }: FacilityMark, signSize: number, isOnlyClass: boolean): boolean {
  return signSize > 0 && (isOnlyClass || !MINOR.includes(family) || signSize >= MINOR_SIGN_FROM)
}

let lastSplit: {
  marks: readonly FacilityMark[]
  signSize: number
  signs: readonly FacilityMark[]
  dots: readonly FacilityMark[]
} | null = null

function splitBySign({ scene, view, signSize }: DrawInput) {
  const marks = shownFacilities(scene, view)
  if (lastSplit?.marks !== marks || lastSplit.signSize !== signSize) {
    const isOnlyClass = view.mapTheme.kind === 'class'
    const signs = marks.filter((mark) => hasSign(mark, signSize, isOnlyClass))
    const dots = marks.filter((mark) => !hasSign(mark, signSize, isOnlyClass))
    lastSplit = { marks, signSize, signs, dots }
  }
  return lastSplit
}

/** Facilities the user wants to see: of no hidden family, and, under a class theme, of that class. */
export function shownFacilities(
  scene: Scene,
  view: Pick<ViewState, 'hiddenFamilies' | 'mapTheme' | 'visible'>,
): readonly FacilityMark[] {
  if (!view.visible.facilities) return []
  const only = view.mapTheme.kind === 'class' ? view.mapTheme.code : null
  const hidden = view.hiddenFamilies
  if (last?.scene !== scene || last.hidden !== hidden || last.only !== only) {
    const marks = scene.facilities.filter(({ family, record }) =>
      only === null ? family === null || !hidden.includes(family) : record.class === only,
    )
    // northern ones first, so that a sign covers the one behind it
    last = { scene, hidden, only, marks: [...marks].sort((a, b) => b.at[1] - a.at[1]) }
  }
  return last.marks
}

/** Small dots while signs would be too small to read. */
export const drawFacilityDots: DrawLayer = (input) => {
  const { palette, signSize } = input
  const { dots } = splitBySign(input)
  if (dots.length === 0) return null
  return new ScatterplotLayer<FacilityMark>({
    ...layerProps('facility-dots'),
    data: dots,
    getPosition: ({ at }) => [at[0], at[1]],
    getFillColor: ({ color }) => rgba(color),
    getRadius: 1,
    radiusScale: signSize > 0 ? 3.2 : 2.6,
    radiusUnits: 'pixels',
    stroked: true,
    getLineColor: rgba(palette.halo),
    getLineWidth: 0.8,
    lineWidthUnits: 'pixels',
    updateTriggers: { getLineColor: palette },
  })
}

/** A disc in the family's color with the class's sign. */
export const drawFacilities: DrawLayer = (input) => {
  const { atlas, signSize } = input
  const { signs } = splitBySign(input)
  if (signs.length === 0) return null
  return new IconLayer<FacilityMark>({
    ...layerProps('facilities'),
    data: signs,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ sign }) => sign,
    getPosition: ({ at }) => [at[0], at[1]],
    getSize: 1,
    sizeScale: signSize,
    sizeUnits: 'pixels',
  })
}
