import { PathStyleExtension } from '@deck.gl/extensions'
import { IconLayer, PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Finding } from '../../model/finding'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { markLift } from '../pick-finding'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

// diameters in pixels
const MARK_SIZE = 16
const OPEN_MARK_SIZE = 26

/** A triangle per finding of the network doctor, in the workspace that is about data. */
export const drawFindings: DrawLayer = ({ checkUp, view, palette, atlas }) => {
  if (!checkUp || view.workspace !== 'data' || checkUp.findings.length === 0) return null
  const open = view.openFinding?.id
  return new IconLayer<Finding>({
    ...layerProps('findings'),
    // the worst on top, and the open one above all
    data: [...checkUp.findings].sort((a, b) => rankOf(a, open) - rankOf(b, open)),
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ severity }) => `finding-${severity}`,
    getPosition: ({ at }) => [at[0], at[1]],
    getSize: ({ id }) => (id === open ? OPEN_MARK_SIZE : MARK_SIZE),
    sizeUnits: 'pixels',
    getPixelOffset: (finding) => [0, -markLift(finding)],
    updateTriggers: { getSize: open, getIcon: palette },
  })
}

function rankOf({ id, severity }: Finding, open: string | undefined): number {
  return id === open ? 3 : severity === 'error' ? 2 : severity === 'warning' ? 1 : 0
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
