import cityCheckup from '../../../data/rules/city-checkup.json'
import completeCommunity from '../../../data/rules/complete-community.json'
import embedded from '../../../data/rules/embedded.json'
import gb50180 from '../../../data/rules/gb50180-2018.json'
import hangzhou from '../../../data/rules/hangzhou.json'
import xihu from '../../../data/rules/xihu-2023.json'
import type { PackFile, RuleChoice, RulePack } from '../rule-pack'
import { combinePacks } from './combine-packs'

/** The packs that come with the program; a test holds each of them to the schema. */
export const SHIPPED_PACKS = [
  gb50180,
  completeCommunity,
  xihu,
  embedded,
  cityCheckup,
  hangzhou,
] as unknown as readonly PackFile[]

/** What is judged by where nobody has chosen: the national standard alone, at its full figures. */
export const DEFAULT_CHOICE: RuleChoice = { packs: [SHIPPED_PACKS[0]], old_area: false }

/** The same as one pack. */
export const DEFAULT_RULES: RulePack = combineShipped()

function combineShipped(): RulePack {
  const { pack } = combinePacks(DEFAULT_CHOICE)
  if (pack === null) throw new Error('the shipped rule pack cannot stand alone')
  return pack
}

/** A shipped pack by its id. */
export function findShipped(id: string): PackFile | undefined {
  return SHIPPED_PACKS.find((pack) => pack.id === id)
}
