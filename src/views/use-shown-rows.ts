import { useMemo } from 'react'
import type { AnalysisView } from '../model/analysis'
import type { Mode } from '../model/mode'
import { useLanguage, useView } from './app-context'
import { filterRows, type ModeOf, sortRows } from './table/matrix-rows'
import { useNames } from './use-names'

/** The collator of the language, numbers in names by their value. */
export function useCompareText(): (a: string, b: string) => number {
  const { locale } = useLanguage()
  return useMemo(() => {
    const collator = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en', { numeric: true })
    return (a, b) => collator.compare(a, b)
  }, [locale])
}

/** The mode decided or surveyed for a community. */
export function useModeOf(): ModeOf {
  const { records } = useNames()
  return useMemo(
    () =>
      (id: string): Mode | null =>
        records.communities.get(id)?.mode ?? null,
    [records],
  )
}

/** Communities as the table shows them: filtered and in order, as indexes into the assessment's communities. */
export function useShownRows({ assessment }: AnalysisView): readonly number[] {
  const filter = useView((view) => view.table.filter)
  const sort = useView((view) => view.table.sort)
  const compareText = useCompareText()
  const modeOf = useModeOf()
  const names = useNames()
  return useMemo(
    () =>
      sortRows(
        assessment,
        filterRows(assessment, filter, modeOf, names.community),
        sort,
        assessment.basis.basis,
        compareText,
        modeOf,
        names.community,
      ),
    [assessment, filter, sort, compareText, modeOf, names],
  )
}
