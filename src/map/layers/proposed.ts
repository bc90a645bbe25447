import { IconLayer, PolygonLayer } from '@deck.gl/layers'
import type { Space } from '../../model/layers'
import type { UseMark } from '../../store/link-view'
import type { ViewState } from '../../store/state'
import { apartBy } from '../facility-display'
import { rgba } from '../palette'
import type { Shape } from '../scene'
import { signKey } from '../sign-atlas'
import { classSign } from '../signs'
import { type DrawLayer, layerProps } from './draw-input'

/** What a plan that is looked at, and is no scenario yet, makes of spaces and facilities. */

const NONE: readonly UseMark[] = []

/** Uses whose marks are drawn; the same list as long as the plan is the same. */
export function shownUses({ workspace, links }: Pick<ViewState, 'workspace' | 'links'>): readonly UseMark[] {
  return workspace === 'plan' && !links.isOpen ? (links.plannedUses ?? NONE) : NONE
}

/** Width of the marks from far, in pixels. */
const FROM_FAR = 9

/** Where the marks of uses are drawn: their width, and how far from their place, in pixels to the right and down. */
export interface UseLayout {
  readonly side: number
  readonly marks: readonly { readonly use: UseMark; readonly offset: readonly [number, number] }[]
}

/** Lays uses out for signs of some size: side by side, or, from far, the first of each space alone. */
export function layUses(uses: readonly UseMark[], signSize: number): UseLayout {
  const side = apartBy(signSize)
  if (side > 0) {
    const marks = uses.map((use) => ({ use, offset: [use.beside[0] * side, use.beside[1] * side] as const }))
    return { side, marks }
  }
  const seen = new Set<string>()
  const first = uses.filter(({ space }) => space === null || (!seen.has(space) && seen.add(space)))
  return { side: FROM_FAR, marks: first.map((use) => ({ use, offset: [0, 0] as const })) }
}

/** Outlines of the spaces that the plan uses; that of the one pointed at or open is heavier. */
export const drawProposedAreas: DrawLayer = ({ scene, view, palette }) => {
  const uses = shownUses(view)
  const spaces = new Set(uses.map(({ space }) => space))
  const shapes = scene.spaceShapes.filter(({ record }) => spaces.has(record.id))
  if (shapes.length === 0) return null
  const strong = uses.find(({ id }) => id === (view.links.pointed ?? view.links.open))?.space
  return new PolygonLayer<Shape<Space>>({
    ...layerProps('proposed-areas'),
    data: shapes,
    getPolygon: ({ rings }) => rings as [number, number][][],
    filled: false,
    getLineColor: rgba(palette.planned),
    getLineWidth: ({ record }) => (record.id === strong ? 4.5 : 2.4),
    lineWidthUnits: 'pixels',
    updateTriggers: { getLineWidth: strong },
  })
}

/** The sign of each use in the ring of what is planned, and the ring alone twice as large around the one pointed at. */
export const drawProposedUses: DrawLayer = ({ view, atlas, signSize }) => {
  const uses = shownUses(view)
  if (uses.length === 0) return null
  const { side, marks } = layUses(uses, signSize)
  const strong = view.links.pointed ?? view.links.open
  const icons = marks.flatMap(({ use: { id, at, class: code }, offset: [x, y] }) => {
    const offset: [number, number] = [x, y]
    const ring = { at, offset, icon: 'planned-ring', scale: 1.5 }
    return [
      ...(id === strong ? [{ ...ring, scale: 2.1 }] : []),
      ring,
      { at, offset, icon: signKey(classSign(view.rules, code)), scale: 1 },
    ]
  })
  return new IconLayer<(typeof icons)[number]>({
    ...layerProps('proposed-uses'),
    data: icons,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ icon }) => icon,
    getPosition: ({ at }) => [at[0], at[1]],
    getPixelOffset: ({ offset }) => offset,
    getSize: ({ scale }) => scale,
    sizeScale: side,
    sizeUnits: 'pixels',
    updateTriggers: { getIcon: atlas },
  })
}
