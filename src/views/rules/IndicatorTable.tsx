import type { IndicatorCount } from '../../model/indicator-tally'
import type { AnyPack } from '../../model/rules/figure'
import { useLanguage, useProject, useResults, useView } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { StatusMark } from '../ui/StatusMark'
import { nameOfPack, tellRange, tellSource } from './tell-figure'

/** What documents ask to be counted, how it is counted, and what comes out for the open project. */
export function IndicatorTable({ pack }: { readonly pack: AnyPack }) {
  const language = useLanguage()
  const { words } = language
  const tally = useResults((results) => results.indicators)
  const isFresh = useResults(
    (results) => results.indicatorsKey !== null && results.indicatorsKey === results.analysisKey,
  )
  const hasProject = useProject((project) => project.summary !== null)
  const inUse = useView((view) => view.rules.indicators)
  const indicators = pack.indicators ?? []
  if (indicators.length === 0) return <EmptyState title={words.rules.absent} hint={words.rules.lead} />
  const counted = new Map((isFresh ? (tally?.indicators ?? []) : []).map((count) => [count.code, count]))
  const isInUse = (code: string) => inUse?.some((indicator) => indicator.code === code) ?? false
  return (
    <table className="rules-table">
      <thead>
        <tr>
          <th scope="col">{words.rules.column.code}</th>
          <th scope="col">{words.rules.column.name}</th>
          <th scope="col">{words.rules.column.asked}</th>
          <th scope="col">{words.rules.column.method}</th>
          <th scope="col">{words.rules.column.result}</th>
          <th scope="col">{words.rules.column.source}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => {
          const { code, amount, unit, method, source } = indicator
          const count = counted.get(code)
          return (
            <tr key={code}>
              <td className="caption">{code}</td>
              <th scope="row">{nameOfPack(indicator, language)}</th>
              <td className="figure">{amount === null ? '–' : `${tellRange(amount, language)} ${unit}`}</td>
              <td className="caption">{words.rules.method[method]}</td>
              <td>
                {count !== undefined ? (
                  <Result count={count} />
                ) : (
                  <span className="caption">{hasProject && isInUse(code) ? words.rules.counting : '–'}</span>
                )}
              </td>
              <td className="caption rules-source">
                <span className="rules-document">{tellSource(source, language)}</span>
                <StatusMark status={source.status} note={source.note ?? ''} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Result({ count }: { readonly count: IndicatorCount }) {
  const { words, format } = useLanguage()
  const { met, unmet, unknown, share, missing, absent } = count
  const isUnknown = met === 0 && unmet === 0
  return (
    <>
      <span className={isUnknown ? 'is-unknown' : 'figure'}>
        {isUnknown
          ? words.rules.notComputed
          : words.rules.counted(format.count(met), format.count(unmet), format.count(unknown))}
      </span>
      {share === null ? null : (
        <span className="caption rules-was">{words.rules.shareServed(format.share(share))}</span>
      )}
      {missing === null ? null : (
        <span className="caption rules-was">{words.rules.missingBays(format.count(missing))}</span>
      )}
      {absent.length === 0 ? null : (
        <span className="caption rules-was">
          {words.rules.absentClasses(absent.join(words.listSeparator))}
        </span>
      )}
    </>
  )
}
