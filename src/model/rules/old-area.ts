import type { Rule, RulePack } from '../rule-pack'

/** What the packs in use say of old areas. */
export interface OldAreaClauses {
  /** the shares of the supply that are enough, each once, the least first; empty: no class has such a clause */
  readonly shares: readonly number[]
  /** the classes they are of; a share of a supply nobody asks for is no clause */
  readonly rules: readonly Rule[]
  /** whether they speak of public green alone, as those of GB 50180-2018 do */
  readonly isGreenOnly: boolean
}

export function findOldAreaClauses(pack: RulePack): OldAreaClauses {
  const rules = pack.rules.filter(({ supply, old_area_factor }) => supply && old_area_factor)
  const shares = [...new Set(rules.flatMap(({ old_area_factor }) => old_area_factor ?? []))]
  return {
    shares: shares.sort((a, b) => a - b),
    rules,
    isGreenOnly: rules.every(({ code }) => code.startsWith('GREEN_')),
  }
}
