import './supply-table.css'
import { useMemo, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import type { ParkingAnswer, SupplyAnswer, SupplyClass } from '../../model/supply'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { ParkingUnsurveyed } from '../assess/ParkingUnsurveyed'
import { useSupply } from '../assess/use-supply'
import { tellResultBasis } from '../result-basis'
import { downloadText } from '../table/download-text'
import { DrawerTools } from '../table/DrawerTools'
import { writeCsv } from '../table/write-csv'
import { tellNorm } from '../tell-supply'
import { EmptyState } from '../ui/EmptyState'
import { NativeSelect } from '../ui/NativeSelect'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { useCompareText, useShownRows } from '../use-shown-rows'
import { supplyTableEn } from '../words/supply-table.en'
import { type SupplyTableWords, supplyTableZh } from '../words/supply-table.zh'
import { classSheet, parkingSheet, sortLines } from './supply-rows'
import { SupplyTable } from './SupplyTable'

const PARKING = 'parking'

/** Bays against cars, or what there is of a class for each, community by community. */
export function SupplyTab({ analysis }: { readonly analysis: AnalysisView }) {
  const { words, locale } = useLanguage()
  const actions = useActions()
  const { isWanted, answer } = useSupply()
  const say = locale === 'zh' ? supplyTableZh : supplyTableEn
  if (answer !== null) return <Shown analysis={analysis} answer={answer} say={say} />
  if (isWanted) return <EmptyState title={words.supply.measuring} />
  return (
    <EmptyState title={say.notAsked} hint={say.notAskedHint}>
      <button type="button" className="plain bar-button" onClick={() => actions.setWantsSupply(true)}>
        {words.supply.show}
      </button>
    </EmptyState>
  )
}

interface ShownProps {
  readonly analysis: AnalysisView
  readonly answer: SupplyAnswer
  readonly say: SupplyTableWords
}

function Shown({ analysis, answer, say }: ShownProps) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const pack = useView((view) => view.rules)
  const scenarios = useProject((project) => project.summary?.scenarios)
  const compareText = useCompareText()
  const rows = useShownRows(analysis)
  const [subject, setSubject] = useState(PARKING)
  const [sort, setSort] = useState<{ readonly column: number; readonly isDescending: boolean } | null>(null)
  const c = answer.classes.findIndex(({ code }) => code === subject)
  const sheet = useMemo(() => {
    const input = { answer, rows, names, language, say }
    return c < 0 ? parkingSheet(input) : classSheet(input, c)
  }, [answer, rows, names, language, say, c])
  // first the most bays missing, the least for each, or, where the rules have no figure, who has two within reach
  const hasNorm = c >= 0 && answer.classes[c].norm !== null
  const { column, isDescending } = sort ?? {
    column: hasNorm ? 2 : sheet.headings.length - 1,
    isDescending: !hasNorm,
  }
  const lines = useMemo(
    () => sortLines(sheet.lines, column, isDescending, compareText),
    [sheet, column, isDescending, compareText],
  )
  const basis = tellResultBasis(answer.basis, pack, scenarios, language)
  const saveCsv = () => {
    const header = ['id', ...sheet.headings.map(({ title }) => title), words.tables.basis]
    const body = lines.map(({ id, cells }) => [id, ...cells.map(({ value }) => value), basis])
    downloadText(`${say.fileName}.csv`, writeCsv([header, ...body]), 'text/csv;charset=utf-8')
  }
  return (
    <>
      <div className="drawer-bar">
        <NativeSelect
          label={say.subject}
          className="is-wide"
          value={c < 0 ? PARKING : subject}
          onChange={(value) => {
            setSubject(value)
            setSort(null)
          }}
          options={[
            { value: PARKING, label: words.supply.parking.title },
            ...answer.classes.map(({ code }) => ({ value: code, label: names.classOf(code) })),
          ]}
        />
        {c < 0 ? (
          <ParkingLead parking={answer.parking} rows={rows} say={say} />
        ) : (
          <ClassLead column={answer.classes[c]} say={say} />
        )}
      </div>
      <SupplyTable
        headings={sheet.headings}
        lines={lines}
        label={say.label}
        sort={{ column, isDescending }}
        onSort={(next) => setSort({ column: next, isDescending: next === column && !isDescending })}
      />
      <p className="caption supply-basis" title={basis}>
        {say.sameFilter} {basis}
      </p>
      <DrawerTools>
        <span className="caption figure" role="status">
          {words.table.rows(
            language.format.count(rows.length),
            language.format.count(answer.communities.length),
          )}
        </span>
        <button type="button" className="plain bar-button" disabled={rows.length === 0} onClick={saveCsv}>
          {words.tables.exportCsv}
        </button>
      </DrawerTools>
    </>
  )
}

interface ParkingLeadProps {
  readonly parking: ParkingAnswer
  readonly rows: readonly number[]
  readonly say: SupplyTableWords
}

function ParkingLead({ parking, rows, say }: ParkingLeadProps) {
  const { words, format } = useLanguage()
  const shortages = rows.map((row) => parking.rows[row].shortage)
  const short = shortages.filter((shortage) => shortage !== null && shortage > 0)
  const missing = short.reduce<number>((sum, shortage) => sum + (shortage ?? 0), 0)
  const unknown = shortages.filter((shortage) => shortage === null).length
  return (
    <>
      <span className="figure" role="status">
        {unknown === rows.length
          ? words.unknown
          : say.sum(
              format.count(missing),
              format.count(short.length),
              format.count(rows.length),
              parking.unsurveyed.length > 0,
            )}
      </span>
      {unknown === 0 ? null : <span className="caption">{say.unknownRows(format.count(unknown))}</span>}
      <span className="caption">
        {words.supply.parking.ratio(String(parking.bays_per_household))}{' '}
        <StatusMark status={parking.status} />
        {' · '}
        {words.supply.parking.basis}
        <ParkingUnsurveyed parking={parking} />
      </span>
    </>
  )
}

function ClassLead({ column, say }: { readonly column: SupplyClass; readonly say: SupplyTableWords }) {
  const language = useLanguage()
  const { words, format } = language
  const { norm, limit, limit_unit } = column
  return (
    <span className="caption">
      {words.assess.limit(format.limit(limit, limit_unit))}
      {' · '}
      {norm === null ? (
        say.noNorm
      ) : (
        <>
          {tellNorm(norm, language)} <StatusMark status={norm.status} />
          {' · '}
          {words.supply.method}
        </>
      )}
    </span>
  )
}
