import type { Locale } from '../store/state'
import type { ProjectSummary } from '../worker/protocol'

const OSM = { zh: '© OpenStreetMap 贡献者 · ODbL', en: '© OpenStreetMap contributors · ODbL' } as const

/** Whose data the map shows, under which licence and of what date: each source once. */
export function attributionOf({ provenance }: ProjectSummary, locale: Locale): string {
  const parts = new Set<string>()
  const dates = new Set<string>()
  for (const { format, licence, data_date } of Object.values(provenance)) {
    const isOsm = /osm|overpass/.test(format) || /ODbL|OpenStreetMap/i.test(licence ?? '')
    if (isOsm) parts.add(OSM[locale])
    else if (licence) parts.add(licence)
    if (data_date) dates.add(data_date.slice(0, 10))
  }
  const [oldest, ...newer] = [...dates].sort()
  if (oldest) parts.add([oldest, newer.at(-1)].filter(Boolean).join('–'))
  return [...parts].join(' · ')
}
