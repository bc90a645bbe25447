import type { Verdict } from '../../model/assessment'
import { useLanguage } from '../app-context'

/** Filled, hatched or dashed: a verdict that is not told by color alone. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { words } = useLanguage()
  return <span className={`verdict ${verdict}`} role="img" aria-label={words.verdict[verdict]} />
}
