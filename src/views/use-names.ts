import type { Geometry } from 'geojson'
import { useMemo } from 'react'
import { sideOfBox } from '../model/side-of-box'
import { tellCommunity } from '../model/tell-community'
import type { Gate } from '../model/layers'
import type { LonLat } from '../model/units'
import { boxOf, placeOf } from '../store/place'
import type { ClassFamily, Rule } from '../model/rule-pack'
import { nameClass } from '../model/rules/name-class'
import { useLanguage, useProject, useView } from './app-context'
import { indexRecords, indexRules, type RecordIndex } from './record-index'

/** The open project's records and the rule pack's classes, with names as shown. */
export interface Names {
  readonly records: RecordIndex
  readonly rules: ReadonlyMap<string, Rule>
  readonly classOf: (code: string) => string
  readonly familyOf: (code: string) => ClassFamily | null
  /** its name, and where it is if it has none or another has the same; see `tellCommunity` */
  readonly community: (id: string) => string
  /** whether a community has one of its own */
  readonly hasName: (id: string) => boolean
  /** null: none is said */
  readonly subdistrictOf: (id: string) => string | null
  readonly facility: (id: string) => string
  readonly space: (id: string) => string
  readonly gate: (id: string) => string
  /** where the community is told already */
  readonly gateHere: (gate: Gate) => string
  /** a community, and on which side of it a place at its edge is */
  readonly wallAt: (community: string, at: LonLat) => string
  /** undefined: it is not there */
  readonly placeOfGate: (id: string) => LonLat | undefined
  readonly placeOfSpace: (id: string) => LonLat | undefined
  readonly placeOfFacility: (id: string) => LonLat | undefined
}

export function useNames(): Names {
  const { locale, words } = useLanguage()
  const layers = useProject((state) => state.mapLayers)
  const base = useProject((state) => state.baseLayers)
  const pack = useView((state) => state.rules)
  return useMemo(() => {
    const records = indexRecords(layers, base)
    const rules = indexRules(pack)
    const nameOr = (name: string | undefined, fallback: string) =>
      name === undefined || name.trim() === '' ? fallback : name
    const classOf = (code: string) => {
      const rule = rules.get(code)
      if (rule === undefined) return nameClass(pack, code, locale)
      return locale === 'zh' ? rule.name_zh : rule.name_en
    }
    const communityName = (id: string) =>
      tellCommunity(records.communities.get(id)?.name, records.landmarks.get(id), locale)
    const sideAt = (id: string | undefined, at: LonLat) => {
      const record = id === undefined ? undefined : records.communities.get(id)
      return record === undefined ? null : sideOfBox(boxOf(record.geometry), at)
    }
    const wallAt = (id: string, at: LonLat) => {
      const side = sideAt(id, at)
      return side === null ? communityName(id) : words.side.of(communityName(id), side)
    }
    return {
      records,
      rules,
      classOf,
      familyOf: (code) => rules.get(code)?.family ?? null,
      community: communityName,
      hasName: (id) => (records.communities.get(id)?.name ?? '').trim() !== '',
      subdistrictOf: (id) => records.communities.get(id)?.subdistrict ?? null,
      facility: (id) => {
        const record = records.facilities.get(id)
        // most unnamed facilities of a survey are still told apart well enough by their class
        return nameOr(
          record?.name,
          record?.class === undefined ? words.unnamed.facility : classOf(record.class),
        )
      },
      space: (id) => nameOr(records.spaces.get(id)?.name, words.unnamed.space),
      gate: (id) => {
        const record = records.gates.get(id)
        // a survey hardly names gates: whose it is, and where it stands there, tells them apart
        const fallback =
          record?.community === undefined
            ? words.unnamed.gate
            : words.unnamed.gateOf(wallAt(record.community, placeOf(record.geometry)))
        return nameOr(record?.name, fallback)
      },
      gateHere: ({ name, community, geometry }) => {
        const side = sideAt(community, placeOf(geometry))
        return nameOr(name, side === null ? words.unnamed.gate : words.side.gate(side))
      },
      wallAt,
      placeOfGate: (id) => placeOfRecord(records.gates.get(id)),
      placeOfSpace: (id) => placeOfRecord(records.spaces.get(id)),
      placeOfFacility: (id) => placeOfRecord(records.facilities.get(id)),
    }
  }, [layers, base, pack, locale, words])
}

function placeOfRecord(record: { readonly geometry: Geometry } | undefined): LonLat | undefined {
  return record === undefined ? undefined : placeOf(record.geometry)
}
