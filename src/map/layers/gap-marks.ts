import { ScatterplotLayer } from '@deck.gl/layers'
import type { Gap } from '../../model/gap'
import { rgba } from '../palette'
import { layerProps, type DrawLayer } from './draw-input'

/** Radius in pixels: the ring's area grows with the people concerned. */
function radius(people: number | null): number {
  return Math.min(30, 6 + Math.sqrt(people ?? 0) / 4)
}

/** A vermilion ring per gap, in the workspace that is about them: of the class looked at, else the first ones. */
export const drawGapMarks: DrawLayer = ({ analysis, view, palette }) => {
  if (!analysis || view.workspace !== 'gaps') return null
  const { mapTheme, selection } = view
  const selected = selection?.kind === 'gap' ? selection.id : null
  const data = analysis.gaps.filter((gap) =>
    mapTheme.kind === 'class' ? gap.class === mapTheme.code : gap.priority === 'first' || gap.id === selected,
  )
  if (data.length === 0) return null
  return new ScatterplotLayer<Gap>({
    ...layerProps('gap-marks'),
    data,
    getPosition: ({ at }) => [at[0], at[1]],
    getRadius: ({ people }) => radius(people),
    radiusUnits: 'pixels',
    getFillColor: ({ id }) => rgba(palette.unserved, id === selected ? 0.45 : 0.14),
    stroked: true,
    getLineColor: rgba(palette.unserved),
    getLineWidth: ({ id }) => (id === selected ? 3 : 1.5),
    lineWidthUnits: 'pixels',
    updateTriggers: { getFillColor: [selected, palette], getLineWidth: selected },
  })
}
