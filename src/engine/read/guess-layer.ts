import { LAYER_NAMES, LAYERS } from '../../model/layers'
import type { LayerName } from '../../model/layers'
import type { RawRow } from './make-record'

/** Words of file and layer names, the longer first where one contains the other. */
const WORDS: readonly (readonly [word: RegExp, layer: LayerName])[] = [
  [/出入口|小区门|大门|围墙门/, 'gates'],
  [/入口/, 'entrances'],
  [/小区|居住区|住宅区|compound|residential/, 'communities'],
  [/设施|网点|\bpois?\b|facilit/, 'facilities'],
  [/潜力空间|可利用空间|闲置|空间|空地|荒地|公房/, 'spaces'],
  [/建筑|房屋|楼栋|building/, 'buildings'],
  [/过街|斑马线|信号灯|人行横道|crossings?\b/, 'crossings'],
  [/道路|路网|街巷|road|street|highway/, 'streets'],
  [/围墙|障碍|水系|河流|barrier/, 'barriers'],
  [/绿地|公园|绿化|parks?\b|green/, 'greens'],
  [/文保|历史|遗产|文物|heritage/, 'heritage'],
  [/街道|乡镇|subdistrict/, 'subdistricts'],
  [/土地|用地|landuse|land_use/, 'land'],
  [/边界|范围|boundary/, 'boundary'],
]

/** A layer named in so many words: its own name, in any part of a path. */
export function isLayerName(value: unknown): value is LayerName {
  return typeof value === 'string' && (LAYER_NAMES as readonly string[]).includes(value)
}

/** The layer a file's name says: a layer name as one of its words, else a usual word for one layer. */
export function guessLayerByName(name: string): LayerName | null {
  const bare = (name.split(/[\\/]/).at(-1) ?? '')
    .toLowerCase()
    .replace(/(\.(geo)?json|\.fgb|\.csv|\.tsv|\.txt|\.xlsx|\.gz)+$/, '')
  const named = bare.split(/[^\p{L}]+/u).filter(isLayerName)
  if (named.length > 0) return new Set(named).size === 1 ? named[0] : null
  return WORDS.find(([word]) => word.test(bare))?.[1] ?? null
}

/** What is left of a name without the words that say which layer a file has. */
export function withoutLayerWords(name: string): string {
  const rest = name.replaceAll(/\p{L}+/gu, (word) => (isLayerName(word.toLowerCase()) ? '' : word))
  return WORDS.reduce((left, [word]) => left.replaceAll(new RegExp(word, 'gi'), ''), rest)
}

/** Fields that many layers or many other files have: no evidence. */
const COMMON = new Set([
  'id',
  'name',
  'source',
  'survey_date',
  'note',
  'kind',
  'layer',
  'access',
  'class',
  'use',
  'code',
  'of',
])

const SINGLE: Readonly<Record<string, string>> = {
  MultiPoint: 'Point',
  MultiLineString: 'LineString',
  MultiPolygon: 'Polygon',
}

/**
 * The one layer whose fields and geometry the rows show, null when none or several fit as well. Lines with
 * a `highway` are streets; `class` with a code of capital letters means facilities.
 */
export function guessLayerByContent(rows: readonly RawRow[]): LayerName | null {
  const types = new Set<string>()
  const fields = new Map<string, string>()
  for (const { geometry, properties } of rows) {
    if (geometry !== null) types.add(SINGLE[geometry.type] ?? geometry.type)
    for (const [name, value] of Object.entries(properties))
      if (value !== null && value !== undefined && !fields.has(name))
        fields.set(name, typeof value === 'string' ? value : '')
  }
  if (types.size === 0) return null
  const scores = LAYER_NAMES.map((layer) => ({ layer, score: scoreLayer(layer, types, fields) })).sort(
    (a, b) => b.score - a.score,
  )
  return scores[0].score > 0 && scores[0].score > scores[1].score ? scores[0].layer : null
}

function scoreLayer(
  layer: LayerName,
  types: ReadonlySet<string>,
  fields: ReadonlyMap<string, string>,
): number {
  const allowed: readonly string[] = LAYERS[layer].geometry
  if (![...types].every((type) => allowed.includes(type))) return 0
  const specs: Readonly<Record<string, { type: string; values?: readonly string[] }>> = LAYERS[layer].fields
  let score = 0
  for (const [name, spec] of Object.entries(specs)) {
    const sample = fields.get(name)
    if (sample === undefined) continue
    if (spec.values?.includes(sample) === true) score += 2
    else if (layer === 'facilities' && name === 'class' && /^[A-Z][A-Z_]+$/.test(sample)) score += 3
    else if (!COMMON.has(name)) score += 1
  }
  if (layer === 'streets' && fields.has('highway')) score += 3
  if (layer === 'buildings' && fields.has('building')) score += 3
  return score
}
