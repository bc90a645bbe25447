import type { LayerName } from '../../model/layers'
import { useLanguage, useProject } from '../app-context'

interface Sourced {
  readonly source?: string
  readonly survey_date?: string
}

/** Where a record's facts come from and of when they are: its own source, else that of its layer. */
export function useSourceLine(record: Sourced | undefined, layer: LayerName): string {
  const { words } = useLanguage()
  const provenance = useProject((project) => project.summary?.provenance[layer])
  const files = provenance?.files.join(words.listSeparator)
  const source = record?.source ?? (files === 'demo' ? words.fictional : files) ?? words.data.noSource
  const date = record?.survey_date ?? provenance?.data_date ?? words.data.noDate
  return `${words.inspector.source} ${source} · ${date}`
}
