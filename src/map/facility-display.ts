import type { ExpressionSpecification } from 'maplibre-gl'
import type { Facility } from '../model/layers'
import type { ClassFamily } from '../model/rule-pack'
import type { ViewState } from '../store/state'
import type { Mark } from './scene'
import { classSign } from './signs'

/**
 * Which facilities are drawn, and from which zoom with a sign instead of a dot. The map's filters and the
 * pointer ask here, so that nothing invisible can be clicked.
 */

export type FacilityView = Pick<ViewState, 'hiddenFamilies' | 'mapTheme' | 'rules'>

// many and everyday: they step back behind what a renovation is about
const MINOR: readonly ClassFamily[] = ['transport', 'commerce', 'municipal', 'parking']
const MINOR_ZOOMS_LATER = 1.5

// the ones a renovation adds: seen at every scale
const PLANNED: readonly ClassFamily[] = ['elder', 'child', 'parking', 'sport']
// on a map of a whole district thousands of dots bury everything else
const OTHERS_FROM_ZOOM = 13.5
const MANY_FACILITIES = 600

/** What is asked of a facility, and of all there are. */
export type ShownFacility = Pick<Mark<Facility>, 'record' | 'family'>
export interface Crowd {
  readonly facilities: { readonly length: number }
}

/** Whether there are more facilities than a map of all of them can bear. */
export function isCrowded(scene: Crowd): boolean {
  return scene.facilities.length > MANY_FACILITIES
}

/** Zoom from which facilities carry signs: later where there are many. */
function signsFrom(isCrowded: boolean): number {
  return isCrowded ? 15 : 13.5
}

/** Classes drawn at all; null: every class, known or not. */
function shownCodes({ hiddenFamilies, mapTheme, rules }: FacilityView): readonly string[] | null {
  if (mapTheme.kind === 'class') return [mapTheme.code]
  if (hiddenFamilies.length === 0) return null
  return rules.rules.filter(({ family }) => !hiddenFamilies.includes(family)).map(({ code }) => code)
}

export function isShown(view: FacilityView): (mark: ShownFacility) => boolean {
  const codes = shownCodes(view)
  return ({ record, family }) =>
    codes === null ||
    (record.class !== undefined && codes.includes(record.class)) ||
    // a class the pack doesn't know belongs to no family that could be hidden
    (family === null && view.mapTheme.kind === 'missing')
}

export interface FacilityLook {
  readonly major: ExpressionSpecification
  readonly minor: ExpressionSpecification
  readonly color: ExpressionSpecification
  readonly dotRadius: ExpressionSpecification
  readonly dotEdge: ExpressionSpecification
  readonly signsFrom: number
  readonly minorSignsFrom: number
}

const code: ExpressionSpecification = ['coalesce', ['get', 'code'], '']

/** The same as expressions for the base style. */
export function facilityLook(view: FacilityView, isCrowded: boolean): FacilityLook {
  const { rules, mapTheme } = view
  const known = rules.rules.map((rule) => rule.code)
  const minorCodes = rules.rules
    // looked at on its own, no class is minor
    .filter((rule) => MINOR.includes(rule.family) && mapTheme.kind === 'missing')
    .map((rule) => rule.code)
  const codes = shownCodes(view)
  const isVisible: ExpressionSpecification =
    codes === null
      ? ['literal', true]
      : mapTheme.kind === 'class'
        ? ['==', code, mapTheme.code]
        : ['any', isIn(codes), ['!', isIn(known)]]
  const isFacility: ExpressionSpecification = ['==', ['get', 'kind'], 'facility']
  return {
    major: ['all', isFacility, isVisible, ['!', isIn(minorCodes)]],
    minor: ['all', isFacility, isVisible, isIn(minorCodes)],
    color: [
      'match',
      code,
      ...known.flatMap((known) => [known, classSign(rules, known).color]),
      classSign(rules, undefined).color,
    ] as unknown as ExpressionSpecification,
    ...dots(view, isCrowded),
    signsFrom: signsFrom(isCrowded),
    minorSignsFrom: signsFrom(isCrowded) + MINOR_ZOOMS_LATER,
  }
}

/** Radius and edge of the dots in pixels. */
function dots(
  { rules, mapTheme }: FacilityView,
  isCrowded: boolean,
): Pick<FacilityLook, 'dotRadius' | 'dotEdge'> {
  if (!isCrowded || mapTheme.kind === 'class') {
    return { dotRadius: byZoom([11, 1.4], [13, 2.4], [16, 3.4]), dotEdge: ['literal', 0.8] }
  }
  const planned = rules.rules.filter(({ family }) => PLANNED.includes(family)).map((rule) => rule.code)
  const only = (size: number): ExpressionSpecification => ['case', isIn(planned), size, 0]
  const grown = OTHERS_FROM_ZOOM + 0.5
  return {
    dotRadius: byZoom([11, only(1.3)], [OTHERS_FROM_ZOOM, only(2)], [grown, 2.7], [16, 3.4]),
    dotEdge: byZoom([11, only(0.4)], [OTHERS_FROM_ZOOM, only(0.6)], [grown, 0.8]),
  }
}

function byZoom(...stops: readonly (readonly [number, number | ExpressionSpecification])[]) {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}

/** Zoom from which one facility has its dot. */
export function hasDotFrom({ family }: ShownFacility, scene: Crowd, { mapTheme }: FacilityView): number {
  if (!isCrowded(scene) || mapTheme.kind === 'class') return 0
  return family !== null && PLANNED.includes(family) ? 0 : OTHERS_FROM_ZOOM
}

/** Zoom from which one facility has its sign. */
export function hasSignFrom({ family }: ShownFacility, scene: Crowd, view: FacilityView): number {
  const isMinor = view.mapTheme.kind === 'missing' && family !== null && MINOR.includes(family)
  return signsFrom(isCrowded(scene)) + (isMinor ? MINOR_ZOOMS_LATER : 0)
}

function isIn(codes: readonly string[]): ExpressionSpecification {
  return ['in', code, ['literal', [...codes]]]
}

// diameter of a sign in pixels at these zooms
const SIZES = [
  [13, 14],
  [15, 19],
  [17, 25],
] as const

/** The map's zoom in steps, so that zooming does not rebuild the layers all the time. */
export function steppedZoom(zoom: number): number {
  return Math.floor(zoom * 4) / 4
}

/** Diameter of a sign in pixels at a zoom. */
export function signSize(zoom: number): number {
  const [first, ...rest] = SIZES
  let [z0, size0] = first as readonly [number, number]
  for (const [z1, size1] of rest) {
    if (zoom < z1) return Math.max(size0, size0 + ((zoom - z0) / (z1 - z0)) * (size1 - size0))
    ;[z0, size0] = [z1, size1]
  }
  return size0
}

/** Signs smaller than this, in pixels, would hide the map where many share a place: one stands for them then. */
const APART_FROM = 15
const LEAST_APART = 16

/** The width, in pixels, by which signs that share a place stand apart; 0: they are too small for that. */
export function apartBy(size: number): number {
  return size >= APART_FROM ? Math.max(size, LEAST_APART) : 0
}

/** The same as `icon-size` for an image of a given width in pixels. */
export function iconSize(width: number): ExpressionSpecification {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...SIZES.flatMap(([zoom, size]) => [zoom, size / width]),
  ] as unknown as ExpressionSpecification
}
