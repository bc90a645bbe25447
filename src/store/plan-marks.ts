import type { Edit } from '../model/scenario'
import type { PlannedMeasure } from '../model/proposal'
import { standBeside } from '../model/side-by-side'
import type { LonLat } from '../model/units'
import type { LinkMark, UseMark } from './link-view'

/** What of a plan lets people walk where they cannot now, as marks of the map. `placeOfGate`: undefined, it is not there. `of`: whom it counts. */
export function marksOfPlan(
  measures: readonly Pick<PlannedMeasure, 'measure' | 'alone'>[],
  placeOfGate: (id: string) => LonLat | undefined,
  of: LinkMark['of'],
): LinkMark[] {
  return measures.flatMap(({ measure: { key, edit }, alone }): LinkMark[] => {
    const shape = shapeOf(edit, placeOfGate)
    return shape === null ? [] : [{ id: key, ...shape, worth: alone.people, by: 'people', of }]
  })
}

/** Where records are; undefined: they are not there. */
export interface RecordPlaces {
  readonly placeOfSpace: (id: string) => LonLat | undefined
  readonly placeOfFacility: (id: string) => LonLat | undefined
}

/** What a plan makes of spaces and of facilities kept to a community, as marks of the map; uses of a space side by side. */
export function usesOfPlan(
  measures: readonly Pick<PlannedMeasure, 'measure' | 'alone'>[],
  { placeOfSpace, placeOfFacility }: RecordPlaces,
  of: UseMark['of'],
): UseMark[] {
  const marks = measures.flatMap(({ measure: { key, edit, class: code }, alone }): UseMark[] => {
    const space = edit.kind === 'convert-space' ? edit.space : null
    const at =
      space !== null
        ? placeOfSpace(space)
        : edit.kind === 'share-facility'
          ? placeOfFacility(edit.facility)
          : undefined
    return at === undefined || code === null
      ? []
      : [{ id: key, class: code, space, at, beside: [0, 0], people: alone.people, of }]
  })
  return marks.map((mark) => {
    if (mark.space === null) return mark
    const row = marks.filter(({ space }) => space === mark.space)
    return { ...mark, beside: standBeside(row.indexOf(mark), row.length) }
  })
}

/** Where an edit opens a way; null: it opens none, or its gate is not there. */
export function shapeOf(
  edit: Edit,
  placeOfGate: (id: string) => LonLat | undefined,
): Pick<LinkMark, 'kind' | 'at' | 'line'> | null {
  if (edit.kind === 'open-wall') return { kind: 'wall', at: edit.at, line: [edit.at] }
  if (edit.kind === 'open-shared-wall') {
    const line = edit.path?.line ?? edit.at
    return { kind: 'shared', at: middleOf(edit.at), line }
  }
  if (edit.kind === 'add-path') return { kind: 'path', at: middleOf(edit.line), line: edit.line }
  if (edit.kind !== 'open-gate') return null
  const at = placeOfGate(edit.gate)
  return at === undefined ? null : { kind: 'gate', at, line: [at] }
}

function middleOf(line: readonly LonLat[]): LonLat {
  const [first, last] = [line[0], line[line.length - 1]]
  return [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2]
}
