/** Who pays, in the order of the tables; ties of rounding go to the earlier one. */
export const FUNDING_SOURCES = [
  'central',
  'provincial',
  'municipal',
  'district',
  'bonds',
  'utilities',
  'residents',
  'social',
] as const
export type FundingSource = (typeof FUNDING_SOURCES)[number]

/** What one source gives: a share of the total, 0–1 in steps of a ten-thousandth, or an amount in whole yuan. */
export type FundingEntry =
  | { readonly source: FundingSource; readonly share: number }
  | { readonly source: FundingSource; readonly yuan: number }

/** One source's part of a total. */
export interface FundingPart {
  readonly source: FundingSource
  readonly yuan: number
}

/** How a total is paid. The parts and the remainder add up to it exactly. */
export interface FundingSplit {
  readonly total_yuan: number
  /** in the order of the sources; those that give nothing are left out */
  readonly parts: readonly FundingPart[]
  readonly funded_yuan: number
  /** total − funded: nobody pays it yet; below zero, more is promised than is needed */
  readonly remainder_yuan: number
}

/** What the residents' part is shared by, community by community. */
export const SHARING_BASES = ['people', 'floor-area', 'households'] as const
export type SharingBasis = (typeof SHARING_BASES)[number]

/** What one community's residents carry. */
export interface ResidentShare {
  readonly community: string
  /** people newly served, m² or households, by the basis; null: not known */
  readonly weight: number | null
  /** null: its weight is not known */
  readonly yuan: number | null
  /** null: either is not known */
  readonly yuan_per_household: number | null
}

/** The residents' part, shared by beneficiaries: 谁受益谁出资. */
export interface ResidentSharing {
  readonly basis: SharingBasis
  readonly total_yuan: number
  readonly shares: readonly ResidentShare[]
  /** false: some weight is not known, so that the others' amounts are the most they may carry */
  readonly isComplete: boolean
  /** what nobody can be told to carry: no weight is known, or all are zero */
  readonly unshared_yuan: number
}
