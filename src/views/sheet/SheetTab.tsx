import './sheet.css'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { AnalysisView } from '../../model/analysis'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { downloadText } from '../table/download-text'
import { DrawerTools } from '../table/DrawerTools'
import { writeCsv } from '../table/write-csv'
import { EmptyState } from '../ui/EmptyState'
import { Icon } from '../ui/Icon'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { useShownRows } from '../use-shown-rows'
import { CommunitySheet } from './CommunitySheet'
import { describeSheet } from './describe-sheet'
import { sheetCsvRows } from './sheet-csv'

/** One community on one page, in the order of the table; printed as A4, exported as CSV. */
export function SheetTab({ analysis }: { readonly analysis: AnalysisView }) {
  const language = useLanguage()
  const { words, format } = language
  const say = words.tables.sheet
  const { assessment } = analysis
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const selected = useView((view) => (view.selection?.kind === 'community' ? view.selection.id : null))
  const summary = useProject((project) => project.summary)
  const modeFacts = useResults((results) => results.summaries.modeFacts)
  const neighbours = useResults((results) => results.summaries.neighbours)
  const shownRows = useShownRows(analysis)
  const rowOf = useMemo(() => new Map(assessment.communities.map(({ id }, row) => [id, row])), [assessment])
  const row = selected === null ? undefined : rowOf.get(selected)
  const sheet = useMemo(
    () =>
      row === undefined
        ? null
        : describeSheet({ assessment, row, pack, names, language, summary, modeFacts, neighbours }),
    [assessment, row, pack, names, language, summary, modeFacts, neighbours],
  )
  const [isPrinting, setPrinting] = useState(false)
  const paper = useRef<HTMLDivElement>(null)
  usePrinting(isPrinting, paper, () => setPrinting(false))
  if (sheet === null || row === undefined) return <EmptyState title={say.none} hint={say.noneHint} />

  // one that the filter leaves out goes on from the first
  const place = shownRows.indexOf(row)
  const go = (to: number) => show({ kind: 'community', id: assessment.communities[shownRows[to]].id })
  return (
    <>
      <div className="drawer-bar">
        <button
          type="button"
          className="plain icon-button"
          aria-label={say.previous}
          title={say.previous}
          disabled={place <= 0}
          onClick={() => go(place - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="plain icon-button"
          aria-label={say.next}
          title={say.next}
          disabled={place >= shownRows.length - 1}
          onClick={() => go(place + 1)}
        >
          <Icon name="down" />
        </button>
        <span className="caption figure">
          {place < 0
            ? words.tables.communities(format.count(shownRows.length))
            : say.place(format.count(place + 1), format.count(shownRows.length))}
        </span>
        <DrawerTools>
          <button
            type="button"
            className="plain bar-button"
            onClick={() => actions.focus({ kind: 'community', id: sheet.id })}
          >
            {words.locate}
          </button>
          <button
            type="button"
            className="plain bar-button"
            onClick={() =>
              downloadText(
                `${say.csvName(sheet.name)}.csv`,
                writeCsv(sheetCsvRows(sheet, words)),
                'text/csv;charset=utf-8',
              )
            }
          >
            {words.tables.exportCsv}
          </button>
          <button type="button" className="plain bar-button" onClick={() => setPrinting(true)}>
            {say.print}
          </button>
        </DrawerTools>
      </div>
      <div className="sheet-scroll">
        <CommunitySheet sheet={sheet} />
      </div>
      {isPrinting
        ? createPortal(
            <div ref={paper} className="print-sheet" aria-hidden="true">
              <CommunitySheet sheet={sheet} />
            </div>,
            document.body,
          )
        : null}
    </>
  )
}

/** Height of A4 between its margins in CSS pixels, less what hairlines and rounded lines gain when all is made smaller. */
const PAPER_PX = 0.96 * ((277 * 96) / 25.4)
/** Smaller than this nobody reads it: rather a second page. */
const LEAST_ZOOM = 0.65

/** While the sheet is printed, the page is nothing but the sheet, made as small as one page needs. */
function usePrinting(isPrinting: boolean, paper: RefObject<HTMLElement | null>, onDone: () => void): void {
  useEffect(() => {
    if (!isPrinting) return undefined
    const { dataset } = document.documentElement
    dataset['print'] = 'sheet'
    const done = () => {
      delete dataset['print']
      onDone()
    }
    window.addEventListener('afterprint', done, { once: true })
    const height = paper.current?.scrollHeight ?? 0
    if (height > PAPER_PX)
      paper.current?.style.setProperty('zoom', String(Math.max(LEAST_ZOOM, PAPER_PX / height)))
    window.print()
    return () => {
      window.removeEventListener('afterprint', done)
      delete dataset['print']
    }
    // printed once for each press of the button
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isPrinting])
}
