import { IconLayer, PolygonLayer } from '@deck.gl/layers'
import type { Space } from '../../model/layers'
import { type Hex, rgba, SPACE_COLORS } from '../palette'
import type { Mark, Shape } from '../scene'
import { layerProps, type DrawLayer } from './draw-input'

function colorOf({ kind }: Space): Hex {
  return SPACE_COLORS[kind ?? 'public_stock']
}

/** Outline of a candidate space whose ground is known. */
export const drawSpacesArea: DrawLayer = ({ scene, view }) => {
  if (!view.visible.spaces || scene.spaceShapes.length === 0) return null
  return new PolygonLayer<Shape<Space>>({
    ...layerProps('spaces-area'),
    data: scene.spaceShapes,
    getPolygon: ({ rings }) => rings as [number, number][][],
    getFillColor: ({ record }) => rgba(colorOf(record), 0.3),
    getLineColor: ({ record }) => rgba(colorOf(record)),
    getLineWidth: 1.4,
    lineWidthUnits: 'pixels',
  })
}

/** An ochre square with the sign of its kind. */
export const drawSpaces: DrawLayer = ({ scene, view, atlas, signSize }) => {
  if (!view.visible.spaces || scene.spaces.length === 0) return null
  return new IconLayer<Mark<Space>>({
    ...layerProps('spaces'),
    data: scene.spaces,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ sign }) => sign,
    getPosition: ({ at }) => [at[0], at[1]],
    getSize: 1,
    sizeScale: Math.max(signSize, 11),
    sizeUnits: 'pixels',
  })
}
