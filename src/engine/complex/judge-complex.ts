import type { ComplexFinding, ComplexPart, Service } from '../../model/service-complex'

/** Of these four a complex has two at least. */
const CORE: ReadonlySet<Service> = new Set(['elder', 'nursery', 'child_care', 'meals'])

/** Figures of the guide; a test holds them to those of the rule pack `embedded`. */
export const COMPLEX_LEAST = { functions: 3, core: 2, floor_m2: 600, better_m2: 800 } as const

/** A hundredth of a square metre is rounding. */
const SLACK_M2 = 0.01

/**
 * What the guide says of uses that share a site. `floor_m2`: what is known of it; `isWhole`: false where a building on
 * open land adds to it nobody knows how much.
 */
export function judgeComplex(
  parts: readonly ComplexPart[],
  floor_m2: number,
  isWhole: boolean,
): ComplexFinding[] {
  const services = servicesOf(parts)
  const core = services.filter((service) => CORE.has(service)).length
  const { functions: least, core: leastCore } = COMPLEX_LEAST
  const isCared = services.includes('elder') || services.includes('nursery')
  return [
    {
      rule: 'EC01',
      level: services.length >= least ? 'met' : 'warn',
      code: 'functions',
      facts: { count: services.length, least },
    },
    {
      rule: 'EC02',
      level: core >= leastCore ? 'met' : 'warn',
      code: 'core-functions',
      facts: { count: core, least: leastCore },
    },
    ...judgeFloor(floor_m2, isWhole),
    {
      rule: 'EC04',
      level: isCared ? 'met' : 'warn',
      code: isCared ? 'care-there' : 'care-missing',
      facts: {},
    },
    { rule: 'EC05', level: 'info', code: 'walk-not-given', facts: {} },
    { rule: 'EC06', level: 'info', code: 'services-by-judgement', facts: {} },
  ]
}

/** The services of some parts, each once, in the order of the parts. */
export function servicesOf(parts: readonly ComplexPart[]): Service[] {
  return [...new Set(parts.flatMap(({ service }) => service ?? []))]
}

/** 600 m² is asked for, 800 m² where possible. */
function judgeFloor(floor_m2: number, isWhole: boolean): ComplexFinding[] {
  const { floor_m2: least_m2, better_m2 } = COMPLEX_LEAST
  const area_m2 = Math.round(floor_m2 * 10) / 10
  const isEnough = floor_m2 >= least_m2 - SLACK_M2
  const isBetter = floor_m2 >= better_m2 - SLACK_M2
  if (!isEnough && !isWhole)
    return [{ rule: 'EC03', level: 'unknown', code: 'area-unknown', facts: { area_m2, least_m2 } }]
  const asked: ComplexFinding = {
    rule: 'EC03',
    level: isEnough ? 'met' : 'warn',
    code: 'area',
    facts: { area_m2, least_m2 },
  }
  if (!isEnough) return [asked]
  if (isBetter) return [asked, { rule: 'EC03', level: 'met', code: 'area-better', facts: { better_m2 } }]
  return isWhole
    ? [asked, { rule: 'EC03', level: 'info', code: 'area-not-better', facts: { better_m2 } }]
    : [asked]
}
