import type { Finding } from '../model/finding'
import type { LayerName } from '../model/layers'
import type { Words } from './words.zh'
import type { Names } from './use-names'

/** What a finding is about: the names of its records, or its layer. */
export function namesOfFinding(finding: Finding, names: Names, words: Words): string {
  const { records, facts } = finding
  if (records.length === 0) {
    const layer = facts['layer']
    return typeof layer === 'string' && layer in words.layer ? words.layer[layer as LayerName] : finding.id
  }
  const all = records.map(({ layer, id, name }) => {
    if (layer === 'communities') return names.community(id)
    if (layer === 'facilities') return names.facility(id)
    const what = layer === 'streets' ? words.doctor.street : words.layer[layer]
    // most paths and gates have no name: the id is what finds them in the source
    return name ?? `${what} ${id}`
  })
  return [...new Set(all)].join(words.listSeparator)
}
