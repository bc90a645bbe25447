import { ScatterplotLayer } from '@deck.gl/layers'
import type { Gap } from '../../model/gap'
import { filterGaps } from '../../model/gap-filter'
import { type GapMark, gatherMarks } from '../gather-marks'
import { rgba } from '../palette'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

/**
 * A vermilion ring per gap, in the workspace that is about them: of those that pass the filter, and of the class
 * looked at. Gaps whose rings would lie over each other share one, drawn heavier.
 */
export const drawGapMarks: DrawLayer = (input) => {
  const { view, palette } = input
  const selected = view.selection?.kind === 'gap' ? view.selection.id : null
  const data = gapMarks(input)
  if (data.length === 0) return null
  return new ScatterplotLayer<GapMark>({
    ...layerProps('gap-marks'),
    data,
    getPosition: ({ gap }) => [gap.at[0], gap.at[1]],
    getRadius: (mark) => mark.radius,
    radiusUnits: 'pixels',
    getFillColor: ({ gap, count }) =>
      rgba(palette.unserved, gap.id === selected ? 0.4 : count > 1 ? 0.24 : 0.12),
    stroked: true,
    getLineColor: rgba(palette.unserved),
    getLineWidth: ({ gap, count }) => (gap.id === selected ? 3 : count > 1 ? 2.4 : 1.4),
    lineWidthUnits: 'pixels',
    updateTriggers: { getFillColor: [selected, palette], getLineWidth: selected },
  })
}

interface Key {
  readonly gaps: readonly Gap[]
  readonly filter: DrawInput['view']['gapFilter']
  readonly theme: DrawInput['view']['mapTheme']
  readonly zoom: number
}

let last: (Key & { readonly marks: readonly GapMark[] }) | null = null

/** The rings that are drawn; the same list as long as nothing they depend on changes. */
export function gapMarks({
  analysis,
  view,
  zoom,
}: Pick<DrawInput, 'analysis' | 'view' | 'zoom'>): readonly GapMark[] {
  if (analysis === null || view.workspace !== 'gaps') return []
  const key: Key = { gaps: analysis.gaps, filter: view.gapFilter, theme: view.mapTheme, zoom }
  if (last && (Object.keys(key) as (keyof Key)[]).every((name) => last![name] === key[name]))
    return last.marks
  const { code } = view.gapFilter
  const filter =
    code === null && view.mapTheme.kind === 'class'
      ? { ...view.gapFilter, code: view.mapTheme.code }
      : view.gapFilter
  const shown = filterGaps(analysis.gaps, filter, {
    rules: view.rules,
    ...analysis.assessment,
  })
  const marks = gatherMarks(shown, zoom)
  last = { ...key, marks }
  return marks
}
