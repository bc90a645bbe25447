import { FillStyleExtension, type FillStyleExtensionProps } from '@deck.gl/extensions'
import { SolidPolygonLayer } from '@deck.gl/layers'
import type { Community } from '../../model/layers'
import { FILL_PATTERNS } from '../hatch-atlas'
import { rgba } from '../palette'
import type { Shape } from '../scene'
import { createCommunityFill } from './community-fill'
import { layerProps, type DrawLayer } from './draw-input'

const patterns = new FillStyleExtension({ pattern: true })

// the paper, streets and buildings stay readable through the fill
const SOLID_ALPHA = 0.72
const BACK_ALPHA = 0.16

/** Communities in the color of what they miss; plain while a catchment speaks. */
export const drawCommunitiesFill: DrawLayer = ({ scene, view, analysis, catchment, palette, hatch }) => {
  if (!view.visible.communities || scene.communities.length === 0) return null
  const fillOf = createCommunityFill(analysis, view.mapTheme, palette)
  const isMuted = catchment !== null && view.visible.catchment
  const pick = (id: string) => (isMuted ? null : fillOf(id))
  return new SolidPolygonLayer<Shape<Community>, FillStyleExtensionProps<Shape<Community>>>({
    ...layerProps('communities-fill'),
    data: scene.communities,
    getPolygon: ({ rings }) => rings as [number, number][][],
    getFillColor: ({ record }) => {
      const fill = pick(record.id)
      if (!fill) return rgba(palette.communityFill, 0.5)
      return rgba(fill.color, fill.pattern === 'solid' ? SOLID_ALPHA : 0.8)
    },
    extensions: [patterns],
    fillPatternAtlas: hatch,
    fillPatternMapping: FILL_PATTERNS,
    fillPatternSizeUnits: 'pixels',
    getFillPattern: ({ record }) => pick(record.id)?.pattern ?? 'solid',
    getFillPatternScale: 0.5,
    getFillPatternBackgroundColor: ({ record }) => {
      const fill = pick(record.id)
      return fill && fill.pattern !== 'solid' ? rgba(fill.color, BACK_ALPHA) : [0, 0, 0, 0]
    },
    updateTriggers: {
      getFillColor: [analysis, view.mapTheme, palette, isMuted],
      getFillPattern: [analysis, view.mapTheme, isMuted],
      getFillPatternBackgroundColor: [analysis, view.mapTheme, palette, isMuted],
    },
  })
}
