import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { type IndicatorEntry, takesEntry } from '../../model/indicator-entry'
import type { IndicatorCount } from '../../model/indicator-tally'
import type { Indicator } from '../../model/rule-pack'
import type { AnyPack } from '../../model/rules/figure'
import { useLanguage, useProject, useResults, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { downloadText } from '../table/download-text'
import { saveWorkbook } from '../table/save-workbook'
import { writeCsv } from '../table/write-csv'
import { EmptyState } from '../ui/EmptyState'
import { useNames } from '../use-names'
import type { Words } from '../words.zh'
import { EntryForm } from './EntryForm'
import { indicatorRows } from './indicator-rows'
import { RulesTable, SourceCell } from './RulesTable'
import { nameOfPack, tellRange } from './tell-figure'
import { tellIndicator, tellUnit } from './tell-indicator'

/** Entries shown with an indicator; its form and the exported file have all of them. */
const SHOWN_ENTRIES = 3

const NONE_ENTERED: readonly IndicatorEntry[] = []

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
  const counted = new Map((isFresh ? (tally?.indicators ?? []) : []).map((count) => [count.code, count]))
  const entered = useProject((project) => project.summary?.entered ?? NONE_ENTERED)
  const [open, setOpen] = useState<string | null>(null)
  const { column } = words.rules
  if (indicators.length === 0)
    return <EmptyState title={words.rules.noIndicators} hint={words.rules.noIndicatorsHint} />
  const isInUse = (code: string) => inUse?.some((indicator) => indicator.code === code) ?? false
  return (
    <>
      <IndicatorBar indicators={indicators} counts={counted} />
      <RulesTable columns={[column.name, column.asked, column.method, column.result, column.source]}>
        {indicators.map((indicator) => {
          const { code, amount, unit, method, source } = indicator
          const count = counted.get(code)
          const canEnter = hasProject && isInUse(code) && takesEntry(indicator)
          const isOpen = canEnter && open === code
          return (
            <Fragment key={code}>
              <tr>
                <th scope="row">
                  {nameOfPack(indicator, language)}
                  <span className="caption rules-code">{code}</span>
                </th>
                <td className="figure">
                  {amount === null ? '–' : `${tellRange(amount, language)} ${tellUnit(unit, language)}`}
                </td>
                <td className="caption rules-method">{words.rules.method[method]}</td>
                <td className="rules-result">
                  {count !== undefined ? (
                    <Result indicator={indicator} count={count} />
                  ) : (
                    <span className="caption">
                      {!isInUse(code) ? words.rules.notInUse : hasProject ? words.rules.counting : '–'}
                    </span>
                  )}
                  {canEnter ? (
                    <button
                      type="button"
                      className="plain link rules-further"
                      aria-expanded={isOpen}
                      aria-label={`${tellEntryButton(isOpen, entered, code, words)} ${nameOfPack(indicator, language)}`}
                      onClick={() => setOpen(isOpen ? null : code)}
                    >
                      {tellEntryButton(isOpen, entered, code, words)}
                    </button>
                  ) : null}
                </td>
                <SourceCell source={source} />
              </tr>
              {isOpen ? (
                <tr className="rules-form-row">
                  <td colSpan={5}>
                    <EntryForm indicator={indicator} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          )
        })}
      </RulesTable>
      <UnusedEntries entered={entered} />
    </>
  )
}

function tellEntryButton(
  isOpen: boolean,
  entered: readonly IndicatorEntry[],
  code: string,
  { indicators: { entry } }: Words,
): string {
  return isOpen ? entry.close : entered.some((each) => each.code === code) ? entry.change : entry.add
}

/** What was entered under other packs is kept, and said, but judges nothing. */
function UnusedEntries({ entered }: { readonly entered: readonly IndicatorEntry[] }) {
  const { words } = useLanguage()
  const inUse = useView((view) => view.rules.indicators ?? [])
  const taken = new Set(inUse.filter(takesEntry).map(({ code }) => code))
  const codes = [...new Set(entered.map(({ code }) => code))].filter((code) => !taken.has(code))
  if (codes.length === 0) return null
  return (
    <p className="caption section-body">{words.indicators.entry.unused(codes.join(words.listSeparator))}</p>
  )
}

interface IndicatorBarProps {
  readonly indicators: readonly Indicator[]
  readonly counts: ReadonlyMap<string, IndicatorCount>
}

/** How to read the table, and the table as a file. */
function IndicatorBar({ indicators, counts }: IndicatorBarProps) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const rules = useView((view) => view.rules)
  const basis = useResults((results) => results.indicators?.basis ?? null)
  const summary = useProject((project) => project.summary)
  const [hasFailed, setFailed] = useState(false)
  const say = words.indicators
  const input = { indicators, counts, names, language }
  const told = (): (string | null)[][] => [
    [words.table.name, summary?.name ?? ''],
    [say.basis, basis === null ? null : tellResultBasis(basis, rules, summary?.scenarios, language)],
    [null, words.tables.sheet.disclaimer],
  ]
  const saveXlsx = async () => {
    setFailed(false)
    try {
      await saveWorkbook(say.fileName, [
        { name: say.fileName, rows: indicatorRows(input) },
        { name: say.basis, rows: [[words.tables.sheet.csvField, words.tables.sheet.csvValue], ...told()] },
      ])
    } catch {
      setFailed(true)
    }
  }
  const isReady = basis !== null && counts.size > 0
  return (
    <div className="rules-indicator-bar line">
      <span className="caption grow">{say.lead}</span>
      {hasFailed ? (
        <span className="caption is-warning" role="alert">
          {say.saveFailed}
        </span>
      ) : null}
      <Button
        size="small"
        disabled={!isReady}
        onClick={() =>
          downloadText(
            `${say.fileName}.csv`,
            writeCsv([...indicatorRows(input), [], ...told()]),
            'text/csv;charset=utf-8',
          )
        }
      >
        {say.csv}
      </Button>
      <Button size="small" disabled={!isReady} onClick={() => void saveXlsx()}>
        {say.xlsx}
      </Button>
    </div>
  )
}

interface ResultProps {
  readonly indicator: Indicator
  readonly count: IndicatorCount
}

function Result({ indicator, count }: ResultProps) {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const { verdict, isUnknown, value, from, entered, reasons } = tellIndicator(
    indicator,
    count,
    names,
    language,
  )
  return (
    <>
      <span className={isUnknown ? 'is-unknown' : 'figure'}>{verdict}</span>
      {value === null ? null : <span className="figure rules-further">{value}</span>}
      {from === null ? null : <span className="caption rules-further">{from}</span>}
      {entered.slice(0, SHOWN_ENTRIES).map((line) => (
        <span key={line} className="caption rules-further rules-entered">
          {line}
        </span>
      ))}
      {entered.length <= SHOWN_ENTRIES ? null : (
        <span className="caption rules-further">
          {words.indicators.entry.more(format.count(entered.length - SHOWN_ENTRIES))}
        </span>
      )}
      {reasons.map((reason) => (
        <span key={reason} className="caption rules-further rules-reason">
          {reason}
        </span>
      ))}
    </>
  )
}
