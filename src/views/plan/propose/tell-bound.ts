import type { Proposal } from '../../../model/proposal'
import type { Language } from '../../app-context'
import { tellShare } from './tell-share'

/** How much better, or cheaper, a plan may be at most. */
export function tellBound(gap: number, { options }: Pick<Proposal, 'options'>, language: Language): string {
  const { boundProven, boundAt, boundCheaper } = language.words.propose
  if (gap < 1e-6) return boundProven
  const share = tellShare(gap, language)
  return options.objective === 'cheapest' ? boundCheaper(share) : boundAt(share)
}
