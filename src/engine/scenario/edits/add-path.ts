import type { ApplyEdit } from '../apply-edit'
import { layPath } from './lay-path'

/** A footway along a line. The streets its ends lie on get a vertex there, so that it joins them. */
export const addPath: ApplyEdit<'add-path'> = (draft, { line, from, to }, name) => {
  const joins = line.map((_, i) => (i === 0 ? from : i === line.length - 1 ? to : null))
  const lay = layPath(draft, line, joins, name)
  if (typeof lay !== 'function') return lay
  lay()
  return null
}
