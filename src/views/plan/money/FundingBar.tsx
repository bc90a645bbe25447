import type { FundingSplit } from '../../../model/funding'
import { useLanguage } from '../../app-context'

/** The parts of the total side by side; what nobody pays is hatched, what is beyond the total goes past its mark. */
export function FundingBar({ funding }: { readonly funding: FundingSplit }) {
  const { words, format } = useLanguage()
  const { total_yuan, funded_yuan, remainder_yuan, parts } = funding
  const whole = Math.max(total_yuan, funded_yuan)
  if (whole === 0) return null
  const width = (yuan: number): string => `${(100 * yuan) / whole}%`
  const shares = parts.filter(({ yuan }) => yuan > 0)
  return (
    <div className="funding-bar-host">
      <div className="funding-bar">
        {shares.map(({ source, yuan }) => (
          <span
            key={source}
            className={`funding-slice ${source}`}
            style={{ width: width(yuan) }}
            title={`${words.money.source[source]} ${format.share(yuan / Math.max(1, total_yuan))}`}
          >
            {yuan / whole > 0.1 ? words.money.sourceShort[source] : ''}
          </span>
        ))}
        {remainder_yuan > 0 ? (
          <span
            className="funding-slice rest"
            style={{ width: width(remainder_yuan) }}
            title={words.money.remainder}
          >
            {remainder_yuan / whole > 0.15 ? words.money.remainder : ''}
          </span>
        ) : null}
      </div>
      {remainder_yuan < 0 ? <span className="funding-mark" style={{ left: width(total_yuan) }} /> : null}
    </div>
  )
}
