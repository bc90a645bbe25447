import { IconLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Facility } from '../../model/layers'
import type { ViewState } from '../../store/state'
import { rgba } from '../palette'
import type { Mark, Scene } from '../scene'
import { layerProps, type DrawLayer } from './draw-input'

type FacilityMark = Mark<Facility>

let last: {
  scene: Scene
  hidden: readonly string[]
  only: string | null
  marks: readonly FacilityMark[]
} | null = null

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
export const drawFacilityDots: DrawLayer = ({ scene, view, palette, signSize }) => {
  const data = shownFacilities(scene, view)
  if (signSize > 0 || data.length === 0) return null
  return new ScatterplotLayer<FacilityMark>({
    ...layerProps('facility-dots'),
    data,
    getPosition: ({ at }) => [at[0], at[1]],
    getFillColor: ({ color }) => rgba(color),
    getRadius: 2.6,
    radiusUnits: 'pixels',
    stroked: true,
    getLineColor: rgba(palette.halo),
    getLineWidth: 0.8,
    lineWidthUnits: 'pixels',
  })
}

/** A disc in the family's color with the class's sign. */
export const drawFacilities: DrawLayer = ({ scene, view, atlas, signSize }) => {
  const data = shownFacilities(scene, view)
  if (signSize === 0 || data.length === 0) return null
  return new IconLayer<FacilityMark>({
    ...layerProps('facilities'),
    data,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ sign }) => sign,
    getPosition: ({ at }) => [at[0], at[1]],
    getSize: 1,
    sizeScale: signSize,
    sizeUnits: 'pixels',
  })
}
