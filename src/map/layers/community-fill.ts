import type { AnalysisView } from '../../model/analysis'
import { VERDICTS } from '../../model/assessment'
import type { MapTheme } from '../../store/state'
import type { FillPattern } from '../hatch-atlas'
import { cutMissingSteps, missingColor } from '../missing-steps'
import type { Hex, PALETTES } from '../palette'

export interface CommunityFill {
  readonly pattern: FillPattern
  readonly color: Hex
}

/** How a community is filled under a theme; used by the map and, through the same colors, by its legend. */
export function createCommunityFill(
  analysis: AnalysisView | null,
  theme: MapTheme,
  palette: (typeof PALETTES)['light'],
): (id: string) => CommunityFill | null {
  if (!analysis) return () => null
  const { assessment } = analysis
  const rows = new Map(assessment.communities.map(({ id }, row) => [id, row]))
  const unknown: CommunityFill = { pattern: 'dots', color: palette.unknown }

  if (theme.kind === 'class') {
    const column = assessment.classes.findIndex(({ code }) => code === theme.code)
    return (id) => {
      const row = rows.get(id)
      if (row === undefined || column < 0) return null
      const verdict = VERDICTS[assessment.status[row * assessment.classes.length + column]]
      if (verdict === 'served') return { pattern: 'solid', color: palette.served }
      return verdict === 'unserved' ? { pattern: 'hatch', color: palette.unserved } : unknown
    }
  }
  const steps = cutMissingSteps(assessment.communities.map(({ missing }) => missing))
  const required = assessment.classes.filter((column) => column.required).length
  return (id) => {
    const row = rows.get(id)
    if (row === undefined) return null
    const { missing, unknown: unknowns } = assessment.communities[row]
    // nothing known of it: not "nothing missing"
    if (missing === 0 && unknowns >= required) return unknown
    return { pattern: 'solid', color: palette.missing[missingColor(steps, missing)] }
  }
}
