import { PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { LinkCandidate, LinkKind, LinkSearch } from '../../model/links'
import type { LonLat } from '../../model/units'
import { rgba } from '../palette'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

/** Links that are found, as far as they are listed: their lines, the one pointed at or open heavier. */
export const drawLinks: DrawLayer = (input) => {
  const { view, palette } = input
  const strong = view.links.pointed ?? view.links.open
  const lines = shownLinks(input).filter(({ line }) => line.length > 1)
  if (lines.length === 0) return null
  const strokes = [true, false].flatMap((isCasing) =>
    lines.map(({ id, line }) => ({ line, isCasing, isStrong: id === strong })),
  )
  return new PathLayer<(typeof strokes)[number]>({
    ...layerProps('links'),
    data: strokes,
    getPath: ({ line }) => line as unknown as [number, number][],
    getColor: ({ isCasing }) => (isCasing ? rgba(palette.selectionCase, 0.9) : rgba(palette.planned)),
    getWidth: ({ isCasing, isStrong }) => (isStrong ? 5 : 2.4) + (isCasing ? 3 : 0),
    widthUnits: 'pixels',
    capRounded: true,
    jointRounded: true,
  })
}

/** A dot where each link is, larger for more person-minutes; a ring around the one pointed at or open. */
export const drawLinkMarks: DrawLayer = (input) => {
  const { view, palette } = input
  const links = shownLinks(input)
  if (links.length === 0) return null
  const strong = view.links.pointed ?? view.links.open
  const most = Math.max(1, ...links.map(({ effect }) => effect.person_minutes))
  const marks = links.flatMap(({ id, at, effect }): Mark[] => [
    { at, radius: 3.5 + 5 * Math.sqrt(Math.max(0, effect.person_minutes) / most), isRing: false },
    ...(id === strong ? [{ at, radius: 16, isRing: true }] : []),
  ])
  return new ScatterplotLayer<Mark>({
    ...layerProps('link-marks'),
    data: marks,
    getPosition: ({ at }) => [at[0], at[1]],
    getRadius: ({ radius }) => radius,
    radiusUnits: 'pixels',
    getFillColor: ({ isRing }) => (isRing ? [0, 0, 0, 0] : rgba(palette.planned)),
    stroked: true,
    getLineColor: ({ isRing }) => rgba(isRing ? palette.planned : palette.selectionCase),
    getLineWidth: ({ isRing }) => (isRing ? 2.8 : 1.6),
    lineWidthUnits: 'pixels',
  })
}

interface Mark {
  readonly at: LonLat
  readonly radius: number
  readonly isRing: boolean
}

/** So many of the best are drawn, and the one that is open: more would hide the map. */
const DRAWN = 60

const NONE: readonly LinkCandidate[] = []
let last: {
  readonly links: LinkSearch
  readonly kinds: readonly LinkKind[]
  readonly open: string | null
  readonly shown: readonly LinkCandidate[]
} | null = null

function shownLinks({ view, links }: Pick<DrawInput, 'view' | 'links'>): readonly LinkCandidate[] {
  if (!view.links.isOpen || view.workspace !== 'plan' || links === null) return NONE
  const { kinds, open } = view.links
  if (last?.links !== links || last.kinds !== kinds || last.open !== open) {
    const listed = links.candidates.filter(({ kind }) => kinds.includes(kind))
    last = { links, kinds, open, shown: listed.filter(({ id }, i) => i < DRAWN || id === open) }
  }
  return last.shown
}
