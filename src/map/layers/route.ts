import { PathLayer } from '@deck.gl/layers'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { layerProps, type DrawLayer } from './draw-input'

interface Stroke {
  readonly line: readonly LonLat[]
  readonly isCasing: boolean
}

/** The walk to one facility, cased so that it reads on any ground. */
export const drawRoute: DrawLayer = ({ route, palette }) => {
  if (!route || route.line.length < 2) return null
  const { line } = route
  return new PathLayer<Stroke>({
    ...layerProps('route'),
    data: [
      { line, isCasing: true },
      { line, isCasing: false },
    ],
    getPath: (stroke) => stroke.line as unknown as [number, number][],
    getColor: ({ isCasing }) => rgba(isCasing ? palette.routeCase : palette.route),
    getWidth: ({ isCasing }) => (isCasing ? 7 : 3.4),
    widthUnits: 'pixels',
    capRounded: true,
    jointRounded: true,
  })
}
