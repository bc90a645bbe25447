import type { Community, Facility, Gate, Space } from '../model/layers'
import type { Landmark } from '../model/landmark'
import type { Rule, RulePack } from '../model/rule-pack'
import type { ProjectState } from '../store/state'

type MapLayers = NonNullable<ProjectState['mapLayers']>

/** The light records by id, as they are shown; records that a scenario takes away are found as they were. */
export interface RecordIndex {
  readonly communities: ReadonlyMap<string, Community>
  readonly facilities: ReadonlyMap<string, Facility>
  readonly spaces: ReadonlyMap<string, Space>
  readonly gates: ReadonlyMap<string, Gate>
  readonly gatesOf: ReadonlyMap<string, readonly Gate[]>
  readonly spacesOf: ReadonlyMap<string, readonly Space[]>
  /** of communities without a name */
  readonly landmarks: ReadonlyMap<string, Landmark>
}

const EMPTY: RecordIndex = {
  communities: new Map(),
  facilities: new Map(),
  spaces: new Map(),
  gates: new Map(),
  gatesOf: new Map(),
  spacesOf: new Map(),
  landmarks: new Map(),
}

const indexes = new WeakMap<MapLayers, RecordIndex>()
const ruleMaps = new WeakMap<RulePack, ReadonlyMap<string, Rule>>()

function byId<T extends { readonly id: string }>(
  records: readonly T[],
  before: readonly T[] = [],
): ReadonlyMap<string, T> {
  return new Map([...before, ...records].map((record) => [record.id, record]))
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

/** The index of these map layers, made once for each; `base`: those without a scenario. */
export function indexRecords(layers: MapLayers | null, base: MapLayers | null = layers): RecordIndex {
  if (layers === null) return EMPTY
  let index = indexes.get(layers)
  if (index === undefined) {
    index = {
      communities: byId(layers.communities),
      facilities: byId(layers.facilities, base === layers ? [] : base?.facilities),
      spaces: byId(layers.spaces),
      gates: byId(layers.gates),
      gatesOf: byCommunity(layers.gates),
      spacesOf: byCommunity(layers.spaces),
      // ids come from files: an object would know «constructor»
      landmarks: new Map(Object.entries(layers.landmarks)),
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
