import type { Verdict } from '../../model/assessment'

/** A verdict as lines, which paper keeps sharp: filled, crossed or dashed. The word stands beside it. */
export function VerdictSign({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className={`verdict-sign ${verdict}`} viewBox="0 0 10 10" aria-hidden="true">
      <rect x="0.6" y="0.6" width="8.8" height="8.8" rx="1" />
      {verdict === 'unserved' ? <path d="M2.4 2.4 7.6 7.6M7.6 2.4 2.4 7.6" /> : null}
    </svg>
  )
}
