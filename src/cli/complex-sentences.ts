import { HOSTING_PACK } from '../model/hosting-pack'
import type { Complex, ComplexCode, ComplexFinding } from '../model/service-complex'

const RULES = new Map(HOSTING_PACK.complex_rules.map((rule) => [rule.id, rule]))

/** A complex of embedded services as JSON: its parts, and every finding with its source. */
export function describeComplex({ findings, ...rest }: Complex): object {
  return {
    ...rest,
    findings: findings.map((found) => ({
      ...found,
      source: RULES.get(found.rule)?.source_en ?? null,
      status: RULES.get(found.rule)?.status ?? null,
    })),
  }
}

/** The same in words, a line for each finding. */
export function tellComplex({ spaces, uses, findings }: Complex): string {
  const lines = findings.map((found) => {
    const rule = RULES.get(found.rule)
    const status =
      rule === undefined ? '' : ` (${rule.status}${rule.status === 'V' ? '' : ', ask a planner'})`
    return `  ${found.level}: ${SAY[found.code](found.facts)} [${found.rule}${status}]`
  })
  return [`embedded service complex in ${spaces.join(', ')}: ${uses.join(', ')}`, ...lines].join('\n')
}

const SAY: Readonly<Record<ComplexCode, (facts: ComplexFinding['facts']) => string>> = {
  functions: (f) => `${f['count']} services of at least ${f['least']}`,
  'core-functions': (f) =>
    `${f['count']} of elderly care, childcare, after-school care and meals, of at least ${f['least']}`,
  area: (f) => `floor area ${f['area_m2']} m², at least ${f['least_m2']}`,
  'area-unknown': (f) =>
    `floor area of a building on open land unknown; ${f['area_m2']} m² without it, at least ${f['least_m2']}`,
  'area-better': (f) => `at least ${f['better_m2']} m², as asked for where possible`,
  'area-not-better': (f) => `${f['better_m2']} m² where possible`,
  'care-there': () => 'has elderly care or childcare',
  'care-missing': () => 'normally has elderly care or childcare, and has neither',
  'walk-not-given': () => 'the guide gives no walk to a complex: unknown',
  'services-by-judgement': () => 'which use counts as which service is a judgement',
}
