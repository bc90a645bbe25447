import { PathLayer } from '@deck.gl/layers'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { layerProps, type DrawLayer } from './draw-input'

interface Stroke {
  readonly line: readonly LonLat[]
  readonly width: number
  readonly isCasing: boolean
}

/**
 * The walk to one facility, cased so that it reads on any ground. It ends at an entrance; a fine line
 * leads on to the sign.
 */
export const drawRoute: DrawLayer = ({ route, scene, palette }) => {
  if (!route || route.line.length < 2) return null
  const { line } = route
  const sign = scene.facilities.find(({ record }) => record.id === route.facility)
  const end = line[line.length - 1]
  const strokes: Stroke[] = [
    { line, width: 7, isCasing: true },
    { line, width: 3.4, isCasing: false },
  ]
  if (sign) strokes.unshift({ line: [end, sign.at], width: 1.2, isCasing: false })
  return new PathLayer<Stroke>({
    ...layerProps('route'),
    data: strokes,
    getPath: (stroke) => stroke.line as unknown as [number, number][],
    getColor: ({ isCasing }) => rgba(isCasing ? palette.routeCase : palette.route),
    getWidth: ({ width }) => width,
    widthUnits: 'pixels',
    capRounded: true,
    jointRounded: true,
  })
}
