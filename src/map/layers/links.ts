import { IconLayer, PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import { type LinkOrder, orderLinks, servedByLink, worthOfLink } from '../../model/link-effect'
import type { LinkKind, LinkSearch } from '../../model/links'
import { LINKS_DRAWN, type LinkMark } from '../../store/link-view'
import { rgba } from '../palette'
import type { LinkSign } from '../sign-atlas'
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

/** A mark where each link is, its shape the kind, larger for more of what links are ranked by, or of a plan more people. */
export const drawLinkMarks: DrawLayer = (input) => {
  const { atlas } = input
  const links = shownLinks(input)
  if (links.length === 0) return null
  const most = Math.max(1, ...links.map(({ worth }) => worth))
  return new IconLayer<LinkMark>({
    ...layerProps('link-marks'),
    data: links,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ kind }) => `link-${kind}` satisfies LinkSign,
    getPosition: ({ at }) => [at[0], at[1]],
    getSize: ({ worth }) => 10 + 12 * Math.sqrt(Math.max(0, worth) / most),
    sizeUnits: 'pixels',
    updateTriggers: { getIcon: atlas },
  })
}

/** A ring around the link that is pointed at or open. */
export const drawLinkRing: DrawLayer = (input) => {
  const { view, palette } = input
  const strong = view.links.pointed ?? view.links.open
  const link = shownLinks(input).find(({ id }) => id === strong)
  if (link === undefined) return null
  return new ScatterplotLayer<LinkMark>({
    ...layerProps('link-ring'),
    data: [link],
    getPosition: ({ at }) => [at[0], at[1]],
    getRadius: 16,
    radiusUnits: 'pixels',
    filled: false,
    stroked: true,
    getLineColor: rgba(palette.planned),
    getLineWidth: 2.8,
    lineWidthUnits: 'pixels',
  })
}

const NONE: readonly LinkMark[] = []
let last: {
  readonly links: LinkSearch
  readonly kinds: readonly LinkKind[]
  readonly order: LinkOrder
  readonly open: string | null
  readonly shown: readonly LinkMark[]
} | null = null

/** Links whose marks are drawn, of the list or of a plan; the same list as long as nothing has changed. */
export function shownLinks({ view, links }: Pick<DrawInput, 'view' | 'links'>): readonly LinkMark[] {
  if (view.workspace !== 'plan') return NONE
  if (!view.links.isOpen) return view.links.planned ?? NONE
  if (links === null) return NONE
  const { kinds, order, open } = view.links
  if (last?.links !== links || last.kinds !== kinds || last.order !== order || last.open !== open) {
    const listed = orderLinks(links.candidates, order).filter(({ kind }) => kinds.includes(kind))
    const shown = listed
      .filter(({ id }, i) => i < LINKS_DRAWN || id === open)
      .map(({ id, kind, at, line, effect }): LinkMark => ({
        id,
        kind,
        at,
        line,
        worth: order === 'walks' ? worthOfLink(effect) : servedByLink(effect),
        by: order,
        of: effect.communities === null ? 'people' : 'communities',
      }))
    last = { links, kinds, order, open, shown }
  }
  return last.shown
}
