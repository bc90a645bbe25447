import { FUNDING_SOURCES, type FundingEntry, type FundingSplit } from '../../model/funding'
import { shareExactly } from './share-exactly'

/** Shares are told apart to a ten-thousandth. */
const WHOLE = 10_000

/**
 * How a total is paid by what each source gives. Amounts stand as they are; shares are of the total, rounded together
 * so that they add up to it exactly where they add up to one. The remainder is what nobody pays; it is negative where
 * more is promised than is needed. Of two entries of one source the first counts.
 */
export function splitFunding(total_yuan: number, entries: readonly FundingEntry[]): FundingSplit {
  const given = FUNDING_SOURCES.flatMap((source) => entries.find((entry) => entry.source === source) ?? [])
  const shares = given.map((entry) => ('share' in entry ? Math.round(entry.share * WHOLE) : 0))
  const shared = shares.reduce((sum, share) => sum + share, 0)
  const due = shareExactly(Math.round((total_yuan * shared) / WHOLE), shares)
  const parts = given.map((entry, i) => ({
    source: entry.source,
    yuan: 'share' in entry ? due[i] : Math.round(entry.yuan),
  }))
  const funded_yuan = parts.reduce((sum, { yuan }) => sum + yuan, 0)
  return { total_yuan, parts, funded_yuan, remainder_yuan: total_yuan - funded_yuan }
}
