import { IconLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { layerProps, type DrawLayer } from './draw-input'

/** Where a walk meets the network: small rings at the gates or streets it starts from. */
export const drawStarts: DrawLayer = ({ catchment, view, palette }) => {
  // an explained walk marks its own start
  if (!catchment || catchment.starts.length === 0 || !view.visible.catchment || view.asked) return null
  return new ScatterplotLayer<LonLat>({
    ...layerProps('starts'),
    data: catchment.starts,
    getPosition: (at) => [at[0], at[1]],
    getFillColor: rgba(palette.selectionCase),
    getLineColor: rgba(palette.reach[0]),
    getRadius: 3.5,
    radiusUnits: 'pixels',
    stroked: true,
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
  })
}

/** The free point, which can be dragged. */
export const drawOrigin: DrawLayer = ({ view, atlas }) => {
  const { selection } = view
  if (selection?.kind !== 'point') return null
  return new IconLayer<LonLat>({
    ...layerProps('origin'),
    data: [selection.at],
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: () => 'origin',
    getPosition: (at) => [at[0], at[1]],
    getSize: 30,
    sizeUnits: 'pixels',
  })
}
