import { PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { Explanation, LegKind } from '../../model/explanation'
import type { LonLat } from '../../model/units'
import { LEG_GROUPS, type Hex, rgba } from '../palette'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

interface Stroke {
  readonly line: readonly LonLat[]
  readonly width: number
  readonly color: Hex
  readonly alpha: number
}

/** The walk of an explanation leg by leg in its colors, the straight line beside it, and a new gate's link. */
export const drawExplainedWalk: DrawLayer = (input) => {
  const { explanation, view, palette } = input
  if (explanation === null) return null
  const { walk, refused, crow, changes } = explanation
  const { pointed } = view
  const strokes: Stroke[] = []
  if (crow !== null && explanation.verdict !== 'served')
    for (const line of dashes(crow.line))
      strokes.push({
        line,
        width: pointed?.kind === 'crow' ? 4 : 2,
        color: palette.unserved,
        alpha: 1,
      })
  for (const each of [refused, walk]) {
    if (each === null) continue
    const drawn = each.legs.filter(({ line }) => line.length > 1)
    const isFaint = each === refused && walk !== null
    for (const { line } of drawn)
      strokes.push({ line, width: 8, color: palette.routeCase, alpha: isFaint ? 0.4 : 1 })
    for (const { line, kind } of drawn)
      strokes.push({ line, width: 4.4, color: colorOfLeg(kind, input), alpha: isFaint ? 0.5 : 1 })
  }
  const leg = pointed?.kind === 'leg' ? walk?.legs[pointed.index] : undefined
  if (leg !== undefined && leg.line.length > 1) {
    strokes.push({ line: leg.line, width: 12, color: palette.routeCase, alpha: 1 })
    strokes.push({ line: leg.line, width: 8, color: colorOfLeg(leg.kind, input), alpha: 1 })
  }
  for (const [i, change] of changes.entries())
    if (change.kind === 'new-gate' && change.link.length > 1)
      strokes.push({
        line: change.link,
        width: pointed?.kind === 'change' && pointed.index === i ? 6 : 3,
        color: palette.repair,
        alpha: 1,
      })
  return new PathLayer<Stroke>({
    ...layerProps('explained-walk'),
    data: strokes,
    getPath: ({ line }) => line as unknown as [number, number][],
    getColor: ({ color, alpha }) => rgba(color, alpha),
    getWidth: ({ width }) => width,
    widthUnits: 'pixels',
    capRounded: true,
    jointRounded: true,
  })
}

/** The color of a kind of leg, on the map and in the strip. */
function colorOfLeg(kind: LegKind, { palette }: Pick<DrawInput, 'palette'>): Hex {
  return palette.legs[LEG_GROUPS[kind]]
}

/** A straight line in pieces; so many that it reads as broken at any zoom. */
function dashes([from, to]: readonly [LonLat, LonLat]): (readonly LonLat[])[] {
  const count = 20
  const at = (t: number): LonLat => [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
  return Array.from({ length: count }, (_, i) => [at(i / count), at((i + 0.55) / count)])
}

interface Mark {
  readonly at: LonLat
  readonly radius: number
  readonly color: Hex
  readonly isFilled: boolean
}

/** Where the walk starts, gates and waits on it, what the straight line crosses, and where changes would be made. */
export const drawExplainedMarks: DrawLayer = ({ explanation, view, palette }) => {
  if (explanation === null) return null
  const data = marksOf(explanation, view.pointed, palette)
  if (data.length === 0) return null
  return new ScatterplotLayer<Mark>({
    ...layerProps('explained-marks'),
    data,
    getPosition: ({ at }) => [at[0], at[1]],
    getRadius: ({ radius }) => radius,
    radiusUnits: 'pixels',
    stroked: true,
    getFillColor: ({ color, isFilled }) => rgba(isFilled ? color : palette.routeCase),
    getLineColor: ({ color, isFilled }) => rgba(isFilled ? palette.routeCase : color),
    getLineWidth: ({ isFilled }) => (isFilled ? 1.6 : 2.6),
    lineWidthUnits: 'pixels',
  })
}

function marksOf(
  { start, walk, crow, changes, verdict }: Explanation,
  pointed: DrawInput['view']['pointed'],
  palette: DrawInput['palette'],
): Mark[] {
  const marks: Mark[] = []
  if (start !== null) marks.push({ at: start, radius: 6, color: palette.route, isFilled: true })
  if (crow !== null && verdict !== 'served')
    for (const { at } of crow.between) marks.push({ at, radius: 4, color: palette.unserved, isFilled: false })
  for (const [i, leg] of (walk?.legs ?? []).entries()) {
    const isPointed = pointed?.kind === 'leg' && pointed.index === i
    if (leg.wait_ms === 0 && !isPointed) continue
    const color = palette.legs[LEG_GROUPS[leg.kind]]
    marks.push({ at: leg.line[0], radius: isPointed ? 9 : 5, color, isFilled: false })
  }
  for (const [i, { at }] of changes.entries()) {
    const isPointed = pointed?.kind === 'change' && pointed.index === i
    marks.push({ at, radius: isPointed ? 11 : 7, color: palette.repair, isFilled: true })
  }
  return marks
}
