import type { Completeness, CompletenessLevel, Project, SurveyedLayer } from './project'

/** What a project says about its surveys. */
export type Surveys = Pick<Project, 'surveyed' | 'completeness'>

/** Classes whose members are parks of the greens layer. */
export const GREEN_CLASSES = ['GREEN_15', 'GREEN_10', 'GREEN_5', 'POCKET_PARK'] as const

/** The layer whose completeness decides about a class: parks are drawn as greens, the rest as facilities. */
export function layerOfClass(code: string): Extract<SurveyedLayer, 'facilities' | 'greens'> {
  return code.startsWith('GREEN_') || code === 'POCKET_PARK' ? 'greens' : 'facilities'
}

/**
 * Whether «none found» means «none there» for a class; otherwise it is unknown. A layer that was not surveyed
 * (`none`) never means so. Else what the user said of the class counts; where nothing was said: of a complete
 * layer yes, of a partial one no, and where nothing was said of the layer either, a class with at least one
 * record counts as surveyed.
 */
export function isClassSurveyed({ surveyed, completeness }: Surveys, code: string, records: number): boolean {
  const level = completeness?.[layerOfClass(code)]
  if (level === 'none') return false
  return surveyed[code] ?? (level === 'complete' || (level === undefined && records > 0))
}

/** What is said of layers, with another level of one; null: nothing is said of it. */
export function withLevel(
  completeness: Completeness,
  layer: SurveyedLayer,
  level: CompletenessLevel | null,
): Completeness {
  const { [layer]: _before, ...others } = completeness
  return level === null ? others : { ...completeness, [layer]: level }
}

/** A project with other answers to «was this surveyed?». */
export function withSurveys(project: Project, { surveyed, completeness }: Surveys): Project {
  const { completeness: _before, ...rest } = project
  return { ...rest, surveyed, ...(completeness === undefined ? {} : { completeness }) }
}
