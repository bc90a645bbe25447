import { CORRECTION_SOURCE } from '../../model/correction'
import type { LayerName } from '../../model/layers'
import { SCENARIO_SOURCE } from '../../model/scenario'
import { useLanguage, useProject } from '../app-context'
import { tellFiles } from '../tell-files'

interface Sourced {
  readonly source?: string
  readonly survey_date?: string
}

/** Where a record's facts come from and of when they are: its own source, else that of its layer. */
export function useSourceLine(record: Sourced | undefined, layer: LayerName): string {
  const { words } = useLanguage()
  const provenance = useProject((project) => project.summary?.provenance[layer])
  // made here: the date of the layer says nothing of it
  if (record?.source === CORRECTION_SOURCE) return `${words.inspector.source} ${words.inspector.byCorrection}`
  if (record?.source === SCENARIO_SOURCE) return `${words.inspector.source} ${words.inspector.byScenario}`
  const files = provenance === undefined ? undefined : tellFiles(provenance.files, words)
  const source = record?.source ?? files ?? words.data.noSource
  const date = record?.survey_date ?? provenance?.data_date ?? words.data.noDate
  return `${words.inspector.source} ${source} · ${date}`
}
