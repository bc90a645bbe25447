import type { SupplyMeasure } from '../../model/rule-pack'
import type { Service } from '../places/services'

/** What a service has of a measure; NaN: not known. */
export function supplyOf(service: Service, measure: SupplyMeasure): number {
  if (measure === 'facilities') return 1
  return service[measure] ?? NaN
}
