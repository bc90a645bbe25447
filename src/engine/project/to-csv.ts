import type { JsonValue, LayerName, LayerRecord, Space } from '../../model/layers'
import { writeWkt } from '../../model/wkt'
import { listFields } from '../read/coerce-field'
import { EXTRA_COLUMN } from './layer-columns'
import { writeJson } from './write-json'

type Row = LayerRecord<LayerName> | Omit<Space, 'geometry'>

/** Column of the geometry; GIS programs know it by this name. */
const GEOMETRY_COLUMN = 'WKT'

/** Without it Excel reads the text in the machine's own encoding and garbles Chinese. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A layer as CSV text (RFC 4180, UTF-8 with byte order mark): every field of the schema, `extra` as JSON, the
 * geometry as WKT in WGS84. A missing value is an empty cell. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front. A space that waits for a place has an empty geometry.
 */
export function layerToCsv(layer: LayerName, records: readonly Row[]): string {
  const fields = [...listFields(layer).keys()]
  const rows = [[...fields, EXTRA_COLUMN, GEOMETRY_COLUMN].join(',')]
  for (const record of records) {
    const values = record as unknown as Record<string, JsonValue | undefined>
    const cells = fields.map((name) => writeCell(values[name]))
    cells.push(writeCell(record.extra === undefined ? undefined : writeJson({ ...record.extra })))
    cells.push(writeCell('geometry' in record ? writeWkt(record.geometry) : undefined))
    rows.push(cells.join(','))
  }
  return `${BYTE_ORDER_MARK}${rows.join('\r\n')}\r\n`
}

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** One cell, quoted where it must be. */
function writeCell(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'object' ? writeJson(value) : Object.is(value, -0) ? '-0' : String(value)
  // one apostrophe more where there are some, so that a reader who takes one away has the text that was
  const isFormula = /^'*[=+\-@\t\r\n]/.test(text) && !PLAIN_NUMBER.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
