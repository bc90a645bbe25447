import type { Facility } from '../model/layers'
import type { Extent } from '../model/project'
import type { ClassFamily } from '../model/rule-pack'
import { placeOf } from '../store/place'
import { type FacilityView, hasDotFrom, hasSignFrom, isShown } from './facility-display'
import { classSign, type Sign } from './signs'

/** What stands for facilities in a part of the map: a sign for classes, a dot for a family. */
export interface FacilitiesInSight {
  /** signs that are drawn, with the classes each stands for; undefined: facilities of no class. In the order of the pack */
  readonly signs: readonly { readonly sign: Sign; readonly classes: readonly (string | undefined)[] }[]
  /** dots that are drawn; null: of classes the pack does not know */
  readonly dots: readonly { readonly family: ClassFamily | null; readonly color: Sign['color'] }[]
}

/** The signs and dots of facilities drawn at a zoom within a box, each once: what a legend has to explain. */
export function listInSight(
  facilities: readonly Facility[],
  [west, south, east, north]: Extent,
  zoom: number,
  view: FacilityView,
): FacilitiesInSight {
  const { rules } = view
  const order = new Map(rules.rules.map(({ code, family }, i) => [code, { family, i }]))
  const isDrawn = isShown(view)
  const classes = new Set<string | undefined>()
  const dotted = new Map<ClassFamily | null, Sign['color']>()
  for (const record of facilities) {
    const [lon, lat] = placeOf(record.geometry)
    if (lon < west || lon > east || lat < south || lat > north) continue
    const mark = { record, family: order.get(record.class ?? '')?.family ?? null }
    if (!isDrawn(mark)) continue
    if (zoom >= hasSignFrom(mark, { facilities }, view)) classes.add(record.class)
    else if (zoom >= hasDotFrom(mark, { facilities }, view))
      dotted.set(mark.family, classSign(rules, record.class).color)
  }
  const placeIn = (code: string | undefined): number => order.get(code ?? '')?.i ?? rules.rules.length
  const signs = new Map<string, { sign: Sign; classes: (string | undefined)[] }>()
  for (const code of [...classes].sort((a, b) => placeIn(a) - placeIn(b))) {
    const sign = classSign(rules, code)
    const key = `${sign.character} ${sign.color}`
    const known = signs.get(key)
    if (known === undefined) signs.set(key, { sign, classes: [code] })
    else known.classes.push(code)
  }
  const families = rules.rules.map(({ family }) => family)
  const rank = (family: ClassFamily | null): number =>
    family === null ? families.length : families.indexOf(family)
  return {
    signs: [...signs.values()],
    dots: [...dotted]
      .map(([family, color]) => ({ family, color }))
      .sort((a, b) => rank(a.family) - rank(b.family)),
  }
}
