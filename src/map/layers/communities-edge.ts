import { PathLayer } from '@deck.gl/layers'
import type { Position } from 'geojson'
import type { Scene } from '../scene'
import { rgba } from '../palette'
import { layerProps, type DrawLayer } from './draw-input'

const outlines = new WeakMap<Scene, readonly (readonly Position[])[]>()

/** A fine line around every community. */
export const drawCommunitiesEdge: DrawLayer = ({ scene, view, palette }) => {
  if (!view.visible.communities || scene.communities.length === 0) return null
  let data = outlines.get(scene)
  if (!data) outlines.set(scene, (data = scene.communities.flatMap(({ rings }) => rings)))
  return new PathLayer<readonly Position[]>({
    ...layerProps('communities-edge'),
    data: data,
    getPath: (ring) => ring as [number, number][],
    getColor: rgba(palette.communityEdge, 0.75),
    getWidth: 3,
    widthUnits: 'meters',
    widthMinPixels: 0.6,
    widthMaxPixels: 1.6,
    jointRounded: true,
  })
}
