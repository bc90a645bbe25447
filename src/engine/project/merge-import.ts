import type { Issue } from '../../model/issue'
import {
  emptyLayers,
  type Facility,
  LAYER_NAMES,
  type LayerName,
  type LayerRecord,
  type Layers,
} from '../../model/layers'
import type { Extent, Project, Provenance } from '../../model/project'
import type { ReadResult } from '../read/read-result'
import { houseSpaces } from './house-spaces'
import { findBrokenReferences, renameReferences, resolveNames } from './references'
import { makeIdsUnique } from './unique-ids'

/**
 * A project with what the files gave, in the order given, added to its layers; the base stays as it is.
 *
 * A record whose id is taken gets a new one (`c1` becomes `c1~2`), and the records of the same file that
 * name it follow. Where a name stands for an id the record that has it is meant. Spaces that name no community belong to the one
 * they lie in. References that lead nowhere and facility classes the rule pack does not know are
 * warnings; the records come in. The issues of the files come first.
 *
 * @param base null: a new project of the given name; otherwise its own name stays
 * @param classes codes of the rule pack; absent: classes are not checked
 */
export function mergeImports(
  base: Project | null,
  results: readonly ReadResult[],
  name: string,
  classes?: ReadonlySet<string>,
): { readonly project: Project; readonly issues: readonly Issue[] } {
  const layers: Record<LayerName, readonly LayerRecord<LayerName>[]> = { ...(base?.layers ?? emptyLayers()) }
  const provenance: Partial<Record<LayerName, Provenance>> = { ...base?.provenance }
  const taken = new Map(LAYER_NAMES.map((layer) => [layer, new Set(layers[layer].map(({ id }) => id))]))
  // a space that waits for a place keeps its id for when it has one
  for (const { id } of base?.unplaced ?? []) taken.get('spaces')?.add(id)
  const unplaced = [...(base?.unplaced ?? [])]
  let extent = base?.extent
  const issues: Issue[] = results.flatMap((result) => result.issues)

  const origins: Origin[] = []
  for (const result of results) {
    const added = addResult(result, taken, issues)
    origins.push({ result, added })
    for (const layer of LAYER_NAMES) {
      const records = added[layer]
      if (records === undefined) continue
      layers[layer] = layers[layer].length === 0 ? records : [...layers[layer], ...records]
      const earlier = provenance[layer]
      provenance[layer] =
        earlier === undefined ? result.provenance : joinProvenance(earlier, result.provenance)
    }
    const waiting = makeIdsUnique(
      'spaces',
      result.unplaced ?? [],
      taken.get('spaces') ?? new Set(),
      result.name,
    )
    unplaced.push(...waiting.records)
    issues.push(...waiting.issues)
    extent = joinExtents(extent, result.extent)
  }

  for (const layer of LAYER_NAMES) layers[layer] = resolveNames(layer, layers[layer], layers as Layers)
  const housed = houseSpaces((layers as Layers).spaces, (layers as Layers).communities)
  const merged: Layers = { ...(layers as Layers), spaces: housed.spaces }
  const together = [...housed.issues, ...LAYER_NAMES.flatMap((layer) => findBrokenReferences(layer, merged))]
  if (classes !== undefined) together.push(...findUnknownClasses(merged.facilities, classes))
  issues.push(...withOrigins(together, origins))
  const project: Project = {
    name: base?.name ?? name,
    fictional: base?.fictional ?? false,
    layers: merged,
    provenance,
    ...(extent === undefined ? {} : { extent }),
    surveyed: base?.surveyed ?? {},
    ...(base?.completeness === undefined ? {} : { completeness: base.completeness }),
    ...(base?.rules === undefined ? {} : { rules: base.rules }),
    ...(base?.units === undefined ? {} : { units: base.units }),
    scenarios: base?.scenarios ?? [],
    ...(base?.bookmarks === undefined ? {} : { bookmarks: base.bookmarks }),
    ...(base?.packages === undefined ? {} : { packages: base.packages }),
    ...(base?.prices === undefined ? {} : { prices: base.prices }),
    ...(base?.entered === undefined ? {} : { entered: base.entered }),
    ...(unplaced.length === 0 ? {} : { unplaced }),
    corrections: base?.corrections ?? [],
  }
  return { project, issues }
}

type LayerLists = Partial<Record<LayerName, readonly LayerRecord<LayerName>[]>>

/** A file and its records as they are in the project. */
interface Origin {
  readonly result: ReadResult
  readonly added: LayerLists
}

/** What shows only when files are put together, with the file and row of the record it is told of. */
function withOrigins(issues: readonly Issue[], origins: readonly Origin[]): Issue[] {
  const known = new Map<LayerName, Map<string, Pick<Issue, 'file' | 'row'>>>()
  const originsOf = (layer: LayerName): Map<string, Pick<Issue, 'file' | 'row'>> => {
    const places = new Map<string, Pick<Issue, 'file' | 'row'>>()
    for (const { result, added } of origins)
      added[layer]?.forEach(({ id }, i) => {
        const row = result.rows?.[layer]?.[i]
        places.set(id, { file: result.name, ...(row === undefined ? {} : { row }) })
      })
    known.set(layer, places)
    return places
  }
  return issues.map((issue) => {
    const { layer, id } = issue
    if (layer === undefined || id === undefined) return issue
    return { ...issue, ...(known.get(layer) ?? originsOf(layer)).get(id) }
  })
}

/** The records of one file under ids that are free. */
function addResult(result: ReadResult, taken: Map<LayerName, Set<string>>, issues: Issue[]): LayerLists {
  const renamed = new Map<LayerName, Map<string, string>>()
  const added: LayerLists = {}
  for (const layer of LAYER_NAMES) {
    const records: readonly LayerRecord<LayerName>[] = result.layers[layer] ?? []
    if (records.length === 0) continue
    const unique = makeIdsUnique(layer, records, taken.get(layer) ?? new Set(), result.name)
    added[layer] = unique.records
    issues.push(...unique.issues)
    const names = new Map<string, string>()
    records.forEach(({ id }, i) => {
      // of two records of one file with the same id, references mean the first
      if (!names.has(id)) names.set(id, unique.records[i].id)
    })
    renamed.set(layer, names)
  }
  for (const layer of LAYER_NAMES) {
    const records = added[layer]
    if (records !== undefined) added[layer] = renameReferences(layer, records, renamed)
  }
  return added
}

function joinProvenance(a: Provenance, b: Provenance): Provenance {
  const dates = [a.data_date, b.data_date].filter((date) => date !== undefined).sort()
  const licence = joinTexts('; ', a.licence, b.licence)
  // lines that join only where they cross need crossings; those that share vertices join there too
  const topology =
    a.topology === 'crossings' || b.topology === 'crossings' ? 'crossings' : (a.topology ?? b.topology)
  return {
    files: [...new Set([...a.files, ...b.files])],
    format: joinTexts(', ', a.format, b.format) ?? '',
    crs: joinTexts(', ', a.crs, b.crs) ?? '',
    // what is as old as the older part must not look newer
    ...(dates.length === 0 ? {} : { data_date: dates[0] }),
    ...(licence === undefined ? {} : { licence }),
    ...(topology === undefined ? {} : { topology }),
  }
}

/** Both texts joined, each part once. */
function joinTexts(separator: string, a: string | undefined, b: string | undefined): string | undefined {
  const parts = [a, b].flatMap((text) => text?.split(separator) ?? [])
  return parts.length === 0 ? undefined : [...new Set(parts)].join(separator)
}

function joinExtents(a: Extent | undefined, b: Extent | undefined): Extent | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** A warning for each facility whose class the rule pack does not have. */
export function findUnknownClasses(facilities: readonly Facility[], classes: ReadonlySet<string>): Issue[] {
  return facilities.flatMap(({ id, class: code }): Issue[] =>
    code === undefined || classes.has(code)
      ? []
      : [{ severity: 'warning', code: 'class-unknown', layer: 'facilities', id, facts: { class: code } }],
  )
}
