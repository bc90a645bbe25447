import type { Community, Facility, Gate, Space } from '../model/layers'
import type { Rule, RulePack } from '../model/rule-pack'
import type { ProjectState } from '../store/state'

type MapLayers = NonNullable<ProjectState['mapLayers']>

/** The open project's light records by id. */
export interface RecordIndex {
  readonly communities: ReadonlyMap<string, Community>
  readonly facilities: ReadonlyMap<string, Facility>
  readonly spaces: ReadonlyMap<string, Space>
  readonly gatesOf: ReadonlyMap<string, readonly Gate[]>
  readonly spacesOf: ReadonlyMap<string, readonly Space[]>
}

const EMPTY: RecordIndex = {
  communities: new Map(),
  facilities: new Map(),
  spaces: new Map(),
  gatesOf: new Map(),
  spacesOf: new Map(),
}

const indexes = new WeakMap<MapLayers, RecordIndex>()
const ruleMaps = new WeakMap<RulePack, ReadonlyMap<string, Rule>>()

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

/** Records by the community they name; those that name none are under ''. */
function byCommunity<T extends { readonly community?: string }>(
  records: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const key = record.community ?? ''
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [record])
    else group.push(record)
  }
  return groups
}

/** The index of these map layers, made once for each. */
export function indexRecords(layers: MapLayers | null): RecordIndex {
  if (layers === null) return EMPTY
  let index = indexes.get(layers)
  if (index === undefined) {
    index = {
      communities: byId(layers.communities),
      facilities: byId(layers.facilities),
      spaces: byId(layers.spaces),
      gatesOf: byCommunity(layers.gates),
      spacesOf: byCommunity(layers.spaces),
    }
    indexes.set(layers, index)
  }
  return index
}

/** Rules of a pack by class code, made once for each pack. */
export function indexRules(pack: RulePack): ReadonlyMap<string, Rule> {
  let rules = ruleMaps.get(pack)
  if (rules === undefined) {
    rules = new Map(pack.rules.map((rule) => [rule.code, rule]))
    ruleMaps.set(pack, rules)
  }
  return rules
}
