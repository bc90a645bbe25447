import shipped from '../../data/rules/costs.json'
import type { CostPack } from './cost'

/** What edits are priced by: the pack that comes with the program; a test holds it to its shape. */
export const COST_PACK = shipped as unknown as CostPack
