import { useState } from 'react'
import type { Space } from '../../model/layers'
import type { UnplacedSpace } from '../../model/unplaced-space'
import { useLanguage, useProject } from '../app-context'
import { downloadText } from '../table/download-text'
import { DrawerTools } from '../table/DrawerTools'
import { saveWorkbook } from '../table/save-workbook'
import { writeCsv } from '../table/write-csv'

interface Inventory {
  readonly spaces: readonly Space[]
  readonly waiting: readonly UnplacedSpace[]
}

const NOTHING: Inventory = { spaces: [], waiting: [] }

/** The inventory as a file that an office fills in; imported, it comes in again. */
export function SpaceExport({ spaces, waiting }: Inventory) {
  const { words } = useLanguage()
  const { save, hasFailed } = useSave({ spaces, waiting })
  return (
    <DrawerTools>
      {hasFailed ? <span className="caption is-loss">{words.tables.exportFailed}</span> : null}
      <button type="button" className="plain bar-button" onClick={() => void save('csv')}>
        {words.tables.exportCsv}
      </button>
      <button type="button" className="plain bar-button" onClick={() => void save('xlsx')}>
        {words.tables.exportXlsx}
      </button>
    </DrawerTools>
  )
}

/** The same table with nothing but its headings: a form. */
export function SpaceTemplate() {
  const { words } = useLanguage()
  const { save, hasFailed } = useSave(NOTHING)
  return (
    <>
      <button type="button" className="plain link" onClick={() => void save('xlsx')}>
        {words.spaces.template}
      </button>
      {hasFailed ? <span className="caption is-loss">{words.tables.exportFailed}</span> : null}
    </>
  )
}

function useSave({ spaces, waiting }: Inventory) {
  const { words } = useLanguage()
  const communities = useProject((project) => project.mapLayers?.communities)
  const [hasFailed, setFailed] = useState(false)
  return {
    hasFailed,
    save: async (format: 'csv' | 'xlsx') => {
      setFailed(false)
      try {
        const { spaceRows } = await import('./space-rows')
        const names = new Map<string, string>()
        for (const { id, name } of communities ?? []) if (name !== undefined) names.set(id, name)
        const rows = spaceRows(spaces, waiting, names, words)
        const name = words.layer.spaces
        if (format === 'csv') downloadText(`${name}.csv`, writeCsv(rows), 'text/csv;charset=utf-8')
        else await saveWorkbook(name, [{ name, rows }])
      } catch {
        setFailed(true)
      }
    },
  }
}
