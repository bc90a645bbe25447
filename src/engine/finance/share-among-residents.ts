import type { ResidentSharing, SharingBasis } from '../../model/funding'
import { shareExactly } from './share-exactly'

/** A community that has something of it, and how much by each basis; null: not known. */
export interface Beneficiary {
  readonly community: string
  readonly weight: number | null
  readonly households: number | null
}

/**
 * Shares the residents' part among those who benefit, by their weights on one basis, to the yuan. One whose weight is
 * not known is told no amount, and the others then carry at most theirs.
 */
export function shareAmongResidents(
  total_yuan: number,
  basis: SharingBasis,
  beneficiaries: readonly Beneficiary[],
): ResidentSharing {
  const parts = shareExactly(
    total_yuan,
    beneficiaries.map(({ weight }) => weight ?? 0),
  )
  const shares = beneficiaries.map(({ community, weight, households }, i) => {
    const yuan = weight === null ? null : parts[i]
    const isTold = yuan !== null && households !== null && households > 0
    return { community, weight, yuan, yuan_per_household: isTold ? yuan / households : null }
  })
  return {
    basis,
    total_yuan,
    shares,
    isComplete: beneficiaries.every(({ weight }) => weight !== null),
    unshared_yuan: total_yuan - parts.reduce((sum, yuan) => sum + yuan, 0),
  }
}
