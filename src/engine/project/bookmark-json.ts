import * as v from 'valibot'
import { type Bookmark, type BookmarkSides, type BookmarkTheme, isBookmarkTheme } from '../../model/bookmark'
import { SELECTED_RECORDS, type Selection } from '../../model/selection'
import { SURFACE_FORMS } from '../../model/surface'
import { extentSchema, placeSchema } from './place-json'

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
}) satisfies v.GenericSchema<unknown, Bookmark>

/** A bookmark with its keys in the order of the file. */
export function orderBookmark(bookmark: Bookmark): Bookmark {
  const { id, caption, box, scenario, theme, form, sides, selection, bands } = bookmark
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
  }
}

function orderSides(sides: BookmarkSides): BookmarkSides {
  if (sides.onMap === 'off') return { onMap: 'off' }
  const { onMap, from, divider } = sides
  return { onMap, from, divider }
}

function orderSelection(selection: Selection): Selection {
  if (selection.kind === 'point') return { kind: 'point', at: selection.at }
  return { kind: selection.kind, id: selection.id }
}
