import { IconLayer } from '@deck.gl/layers'
import type { GateMark } from '../scene'
import { layerProps, type DrawLayer } from './draw-input'

/** A tick across the boundary: open posts for the public, a bar for residents, a cross where closed. */
export const drawGates: DrawLayer = ({ scene, view, atlas, canSeeGates, signSize }) => {
  if (!view.visible.gates || !canSeeGates || scene.gates.length === 0) return null
  return new IconLayer<GateMark>({
    ...layerProps('gates'),
    data: scene.gates,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ sign }) => sign,
    getPosition: ({ at }) => [at[0], at[1]],
    getAngle: ({ angle }) => angle,
    // lies in the plane of the map, so that it turns with its boundary
    billboard: false,
    getSize: 1,
    sizeScale: Math.max(signSize, 14),
    sizeUnits: 'pixels',
    updateTriggers: { getIcon: atlas },
  })
}
