import { PathStyleExtension } from '@deck.gl/extensions'
import { PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Finding } from '../../model/finding'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

const MARK_RADIUS = 4.5

/** A mark per finding of the network doctor, in the workspace that is about data; filled where results are affected. */
export const drawFindings: DrawLayer = ({ checkUp, view, palette }) => {
  if (!checkUp || view.workspace !== 'data' || checkUp.findings.length === 0) return null
  const open = view.openFinding?.id
  return new ScatterplotLayer<Finding>({
    ...layerProps('findings'),
    // the open one last, on top
    data: [...checkUp.findings].sort((a, b) => Number(a.id === open) - Number(b.id === open)),
    getPosition: ({ at }) => [at[0], at[1]],
    getRadius: ({ id, severity }) =>
      id === open ? 8 : severity === 'info' ? MARK_RADIUS - 1.5 : MARK_RADIUS,
    radiusUnits: 'pixels',
    getFillColor: ({ severity, id }) =>
      severity === 'error' && id !== open ? rgba(palette.finding) : rgba(palette.selectionCase, 0.85),
    stroked: true,
    getLineColor: rgba(palette.finding),
    getLineWidth: ({ id }) => (id === open ? 3 : 2),
    lineWidthUnits: 'pixels',
    updateTriggers: { getRadius: open, getLineWidth: open, getFillColor: [open, palette] },
  })
}

interface Stroke {
  readonly line: readonly LonLat[]
  readonly width: number
  readonly isCasing: boolean
}

/** What the open finding is about: the island's streets, the doubtful connector. */
export const drawFindingLines: DrawLayer = (input) => {
  const lines = openFinding(input)?.lines ?? []
  if (lines.length === 0) return null
  return drawStrokes('finding-lines', lines, input, false)
}

/** What the chosen repair would add, dashed: it is not there yet. */
export const drawRepair: DrawLayer = (input) => {
  const lines = openRepair(input)?.lines ?? []
  if (lines.length === 0) return null
  return drawStrokes('repair', lines, input, true)
}

/** Vertices, gates and entrances that the chosen repair would add. */
export const drawRepairPlaces: DrawLayer = (input) => {
  const places = openRepair(input)?.places ?? []
  if (places.length === 0) return null
  const { palette } = input
  return new ScatterplotLayer<LonLat>({
    ...layerProps('repair-places'),
    data: places,
    getPosition: (at) => [at[0], at[1]],
    getRadius: 5,
    radiusUnits: 'pixels',
    getFillColor: rgba(palette.repair),
    stroked: true,
    getLineColor: rgba(palette.selectionCase),
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
  })
}

function drawStrokes(
  id: 'finding-lines' | 'repair',
  lines: readonly (readonly LonLat[])[],
  { palette }: DrawInput,
  isDashed: boolean,
): PathLayer<Stroke> {
  const width = isDashed ? 4 : 3.4
  return new PathLayer<Stroke>({
    ...layerProps(id),
    // all casings below all lines, so that they do not cut each other
    data: [
      ...lines.map((line) => ({ line, width: width + 3, isCasing: true })),
      ...lines.map((line) => ({ line, width, isCasing: false })),
    ],
    getPath: ({ line }) => line as unknown as [number, number][],
    getColor: ({ isCasing }) =>
      isCasing ? rgba(palette.selectionCase, 0.9) : rgba(isDashed ? palette.repair : palette.finding),
    getWidth: (stroke) => stroke.width,
    widthUnits: 'pixels',
    capRounded: !isDashed,
    jointRounded: true,
    ...(isDashed
      ? {
          // dashes as multiples of the width; a casing is whole
          getDashArray: ({ isCasing }: Stroke) => (isCasing ? [0, 0] : [2, 1.2]),
          dashJustified: true,
          extensions: [new PathStyleExtension({ dash: true })],
        }
      : {}),
  })
}

function openFinding({ checkUp, view }: DrawInput): Finding | undefined {
  if (view.workspace !== 'data') return undefined
  return checkUp?.findings.find(({ id }) => id === view.openFinding?.id)
}

function openRepair(input: DrawInput): Finding['repairs'][number] | undefined {
  return openFinding(input)?.repairs[input.view.openFinding?.repair ?? 0]
}
