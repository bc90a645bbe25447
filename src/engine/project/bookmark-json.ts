import * as v from 'valibot'
import { DECAYS, JUDGINGS } from '../../model/analysis'
import {
  type Bookmark,
  type BookmarkSides,
  type BookmarkTerms,
  type BookmarkTheme,
  isBookmarkTheme,
} from '../../model/bookmark'
import { PROFILE_IDS } from '../../model/profile'
import { SELECTED_RECORDS, type Selection } from '../../model/selection'
import { SURFACE_FORMS } from '../../model/surface'
import { extentSchema, placeSchema } from './place-json'

const MINUTES_OF_A_DAY = 24 * 60

const selectionSchema = v.variant('kind', [
  v.object({ kind: v.picklist(SELECTED_RECORDS), id: v.string() }),
  v.object({ kind: v.literal('point'), at: placeSchema }),
]) satisfies v.GenericSchema<unknown, Selection>

const sidesSchema = v.variant('onMap', [
  v.object({ onMap: v.literal('off') }),
  v.object({
    onMap: v.picklist(['difference', 'swipe']),
    from: v.nullable(v.string()),
    divider: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
]) satisfies v.GenericSchema<unknown, BookmarkSides>

const termsSchema = v.object({
  profile: v.picklist(PROFILE_IDS),
  basis: v.picklist(['distance', 'time']),
  hour: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MINUTES_OF_A_DAY - 1))),
  judging: v.picklist(JUDGINGS),
  decay: v.picklist(DECAYS),
  countsSmall: v.boolean(),
}) satisfies v.GenericSchema<unknown, BookmarkTerms>

export const bookmarkSchema = v.object({
  id: v.string(),
  caption: v.string(),
  box: extentSchema,
  scenario: v.nullable(v.string()),
  theme: v.exactOptional(
    v.custom<BookmarkTheme>((input) => typeof input === 'string' && isBookmarkTheme(input)),
  ),
  form: v.exactOptional(v.picklist(['communities', ...SURFACE_FORMS])),
  sides: v.exactOptional(sidesSchema),
  selection: v.exactOptional(selectionSchema),
  bands: v.exactOptional(v.picklist(['distance', 'time'])),
  terms: v.exactOptional(termsSchema),
}) satisfies v.GenericSchema<unknown, Bookmark>

/** A bookmark with its keys in the order of the file. */
export function orderBookmark(bookmark: Bookmark): Bookmark {
  const { id, caption, box, scenario, theme, form, sides, selection, bands, terms } = bookmark
  return {
    id,
    caption,
    box,
    scenario,
    ...(theme === undefined ? {} : { theme }),
    ...(form === undefined ? {} : { form }),
    ...(sides === undefined ? {} : { sides: orderSides(sides) }),
    ...(selection === undefined ? {} : { selection: orderSelection(selection) }),
    ...(bands === undefined ? {} : { bands }),
    ...(terms === undefined ? {} : { terms: orderTerms(terms) }),
  }
}

function orderSides(sides: BookmarkSides): BookmarkSides {
  if (sides.onMap === 'off') return { onMap: 'off' }
  const { onMap, from, divider } = sides
  return { onMap, from, divider }
}

function orderTerms({ profile, basis, hour, judging, decay, countsSmall }: BookmarkTerms): BookmarkTerms {
  return { profile, basis, hour, judging, decay, countsSmall }
}

function orderSelection(selection: Selection): Selection {
  if (selection.kind === 'point') return { kind: 'point', at: selection.at }
  return { kind: selection.kind, id: selection.id }
}
