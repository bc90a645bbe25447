import type { AnalysisView } from '../../model/analysis'
import { type Assessment, type EligibilityVerdict, VERDICTS } from '../../model/assessment'
import type { Community } from '../../model/layers'
import type { ProfileComparison } from '../../model/profile-comparison'
import type { MapTheme } from '../../store/state'
import type { FillPattern } from '../hatch-atlas'
import { cutStepsAcross, missingColor, type MissingStep } from '../missing-steps'
import type { Hex, PALETTES } from '../palette'

type Palette = (typeof PALETTES)['light']

export interface CommunityFill {
  readonly pattern: FillPattern
  readonly color: Hex
}

/** What a fill may rest on. */
export interface FillInput {
  readonly analysis: AnalysisView | null
  /** the last one without a scenario; null: there was none */
  readonly baseAnalysis: AnalysisView | null
  readonly comparison: ProfileComparison | null
  /** the same on the left of a divider; null: the map is whole, or this is the left half */
  readonly sideComparison: ProfileComparison | null
  readonly theme: MapTheme
  readonly palette: Palette
}

type FillOf = (community: Pick<Community, 'id' | 'mode'>) => CommunityFill | null

/** How a community is filled under a theme; used by the map and, through the same colors, by its legend. */
export function createCommunityFill({
  analysis,
  baseAnalysis,
  comparison,
  sideComparison,
  theme,
  palette,
}: FillInput): FillOf {
  if (!analysis) return () => null
  const { assessment } = analysis
  const unknown: CommunityFill = { pattern: 'dots', color: palette.unknown }
  if (theme.kind === 'mode')
    return ({ mode }) => (mode === undefined ? unknown : { pattern: 'solid', color: palette.mode[mode] })
  if (theme.kind === 'profiles')
    return comparison === null ? () => null : fillByDifference({ comparison, sideComparison, theme, palette })

  const rows = new Map(assessment.communities.map(({ id }, row) => [id, row]))
  if (theme.kind === 'eligibility')
    return ({ id }) => {
      const row = rows.get(id)
      return row === undefined
        ? null
        : eligibilityFill(assessment.communities[row].eligibility.verdict, palette)
    }
  if (theme.kind === 'class') {
    const column = assessment.classes.findIndex(({ code }) => code === theme.code)
    return ({ id }) => {
      const row = rows.get(id)
      if (row === undefined || column < 0) return null
      const verdict = VERDICTS[assessment.status[row * assessment.classes.length + column]]
      if (verdict === 'served') return { pattern: 'solid', color: palette.served }
      return verdict === 'unserved' ? { pattern: 'hatch', color: palette.unserved } : unknown
    }
  }
  const steps = cutStepsAcross(
    baseAnalysis?.assessment.communities.map(({ missing }) => missing) ?? null,
    assessment.communities.map(({ missing }) => missing),
  )
  const isUnknown = listUnknown(assessment)
  return ({ id }) => {
    const row = rows.get(id)
    if (row === undefined) return null
    if (isUnknown[row]) return unknown
    const { missing } = assessment.communities[row]
    return { pattern: 'solid', color: palette.missing[missingColor(steps, missing)] }
  }
}

/** Whether nothing is known of what a community misses, which is not "nothing missing"; by row of the assessment. */
export function listUnknown({
  classes,
  communities,
}: Pick<Assessment, 'classes' | 'communities'>): boolean[] {
  const required = classes.filter((column) => column.required).length
  return communities.map(({ missing, unknown }) => missing === 0 && unknown >= required)
}

/** By exception is told from eligible by its pattern, missing data from a refusal. */
export function eligibilityFill(verdict: EligibilityVerdict, palette: Palette): CommunityFill {
  switch (verdict) {
    case 'eligible':
      return { pattern: 'solid', color: palette.served }
    case 'by-exception':
      return { pattern: 'hatch', color: palette.served }
    case 'not-eligible':
      return { pattern: 'solid', color: palette.notEligible }
    default:
      return { pattern: 'dots', color: palette.unknown }
  }
}

/** Required classes that a profile loses against the first one, by community; null: none of its verdicts is known. */
export function countLost(comparison: ProfileComparison, profile: string): readonly (number | null)[] {
  const { classes, communities, answers } = comparison
  const other = answers.find((answer) => answer.profile === profile)
  const [first] = answers
  return communities.map((_, row) => {
    let lost = 0
    let known = 0
    classes.forEach(({ required }, c) => {
      if (!required || other === undefined) return
      const at = row * classes.length + c
      const [before, after] = [VERDICTS[first.status[at]], VERDICTS[other.status[at]]]
      if (before !== 'unknown' && after !== 'unknown') known++
      if (before === 'served' && after === 'unserved') lost++
    })
    return known === 0 ? null : lost
  })
}

/**
 * Steps of required classes that a profile loses. Two halves of a map are cut by the left one: a color means the same
 * on both.
 */
export function cutLostSteps(
  comparison: ProfileComparison,
  sideComparison: ProfileComparison | null,
  profile: string,
): MissingStep[] {
  const lostIn = (of: ProfileComparison): number[] => countLost(of, profile).map((count) => count ?? 0)
  return cutStepsAcross(sideComparison === null ? null : lostIn(sideComparison), lostIn(comparison))
}

interface DifferenceInput {
  readonly comparison: ProfileComparison
  readonly sideComparison: ProfileComparison | null
  readonly theme: Extract<MapTheme, { readonly kind: 'profiles' }>
  readonly palette: Palette
}

function fillByDifference({ comparison, sideComparison, theme, palette }: DifferenceInput): FillOf {
  const { profile, code } = theme
  const rows = new Map(comparison.communities.map((id, row) => [id, row]))
  const unknown: CommunityFill = { pattern: 'dots', color: palette.unknown }
  if (code === null) {
    const lost = countLost(comparison, profile)
    const steps = cutLostSteps(comparison, sideComparison, profile)
    return ({ id }) => {
      const row = rows.get(id)
      if (row === undefined) return null
      const count = lost[row]
      if (count === null) return unknown
      return { pattern: 'solid', color: palette.missing[missingColor(steps, count)] }
    }
  }
  const column = comparison.classes.findIndex((each) => each.code === code)
  const other = comparison.answers.find((answer) => answer.profile === profile)
  const [first] = comparison.answers
  return ({ id }) => {
    const row = rows.get(id)
    if (row === undefined || column < 0 || other === undefined) return null
    const at = row * comparison.classes.length + column
    const [before, after] = [VERDICTS[first.status[at]], VERDICTS[other.status[at]]]
    if (before === 'unknown' || after === 'unknown') return unknown
    if (before === after) return { pattern: 'solid', color: palette.missing[0] }
    return before === 'served'
      ? { pattern: 'hatch', color: palette.unserved }
      : { pattern: 'solid', color: palette.served }
  }
}
