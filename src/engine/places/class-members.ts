import type { Rule, RulePack } from '../../model/rule-pack'
import { layerOfClass } from '../../model/survey'
import type { Service } from './services'

/** Which services belong to which classes of a rule pack. */
export interface ClassMembers {
  /** by class: those large enough, or of unknown size, in order */
  readonly fit: readonly (readonly number[])[]
  /** by class: those known to be smaller than the rule's least; they serve nobody */
  readonly small: readonly (readonly number[])[]
  /** by service: the classes it fits, and those it is too small for */
  readonly fits: readonly (readonly number[])[]
  readonly isSmallFor: readonly (readonly number[])[]
  /** by class: how many records say that it was surveyed; of a class of greens all parks do */
  readonly records: readonly number[]
}

type Membership = 'fit' | 'small' | 'none'

interface Listed {
  readonly rules: RulePack['rules']
  readonly countsSmall: boolean
  readonly members: ClassMembers
}

/** What was listed last of some services: every click asks for the same, and two lists a service are much to throw away. */
const lists = new WeakMap<readonly Service[], Listed>()

/**
 * Decides the classes of every service. Facilities have the class they were recorded with. A class of greens
 * takes parks too: those within its land area, [least, most), and at least `width_m` wide; smaller or narrower
 * ones are too small. A facility is too small where its known floor or land area is below the rule's least,
 * unless `countsSmall`: then it serves all the same.
 */
export function listMembers(
  services: readonly Service[],
  { rules }: Pick<RulePack, 'rules'>,
  countsSmall: boolean,
): ClassMembers {
  const last = lists.get(services)
  if (last?.rules === rules && last.countsSmall === countsSmall) return last.members
  const members = decideMembers(services, rules, countsSmall)
  lists.set(services, { rules, countsSmall, members })
  return members
}

function decideMembers(
  services: readonly Service[],
  rules: RulePack['rules'],
  countsSmall: boolean,
): ClassMembers {
  const fit: number[][] = rules.map(() => [])
  const small: number[][] = rules.map(() => [])
  const fits: number[][] = services.map(() => [])
  const isSmallFor: number[][] = services.map(() => [])
  const classOf = new Map(rules.map(({ code }, c) => [code, c]))
  const greenClasses = rules.flatMap(({ code }, c) => (layerOfClass(code) === 'greens' ? [c] : []))
  const parks = services.filter(({ layer }) => layer === 'greens').length
  services.forEach((service, i) => {
    const own = classOf.get(service.class ?? '')
    const candidates = service.layer === 'greens' ? greenClasses : own === undefined ? [] : [own]
    for (const c of candidates) {
      const membership = joinClass(service, rules[c], countsSmall && service.layer === 'facilities')
      if (membership === 'none') continue
      const isFit = membership === 'fit'
      ;(isFit ? fit : small)[c].push(i)
      ;(isFit ? fits : isSmallFor)[i].push(c)
    }
  })
  const records = rules.map(({ code }, c) =>
    Math.max(fit[c].length + small[c].length, layerOfClass(code) === 'greens' ? parks : 0),
  )
  return { fit, small, fits, isSmallFor, records }
}

function joinClass(service: Service, rule: Rule, countsSmall: boolean): Membership {
  const isGreen = service.layer === 'greens'
  const most = rule.land_m2?.[1] ?? null
  if (isGreen && most !== null && service.land_m2 !== null && service.land_m2 >= most) return 'none'
  if (!isTooSmall(service, rule)) return 'fit'
  return countsSmall ? 'fit' : 'small'
}

/** Whether something known of a service is below the least its rule asks; what is not known is not too small. */
export function isTooSmall(
  { building_m2, land_m2, width_m }: Pick<Service, 'building_m2' | 'land_m2' | 'width_m'>,
  rule: Pick<Rule, 'building_m2' | 'land_m2' | 'width_m'>,
): boolean {
  return (
    isBelow(building_m2, rule.building_m2?.[0]) ||
    isBelow(land_m2, rule.land_m2?.[0]) ||
    isBelow(width_m, rule.width_m)
  )
}

function isBelow(known: number | null, least: number | null | undefined): boolean {
  return known !== null && least !== null && least !== undefined && known < least
}
