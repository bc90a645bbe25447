import type { Run } from '../run'
import { readCsv } from './read-csv'
import type { ReadResult } from './read-result'
import { readTable, type TableFile } from './read-table'
import { readXlsx } from './read-xlsx'

/** A whole CSV or workbook as records. @throws DataError what its reader or `readTable` throws */
export async function readTableBytes(bytes: Uint8Array, file: TableFile, run: Run): Promise<ReadResult> {
  const sheets = file.format === 'csv' ? [readCsv(bytes)] : await readXlsx(bytes)
  return readTable(sheets, file, run)
}
