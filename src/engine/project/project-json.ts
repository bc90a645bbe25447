import * as v from 'valibot'
import { DataError, type Issue } from '../../model/issue'
import type { Bookmark } from '../../model/bookmark'
import type { Correction } from '../../model/correction'
import type { PriceChange } from '../../model/cost'
import { type IndicatorEntry, keyOfEntry } from '../../model/indicator-entry'
import { LAYER_NAMES, type JsonValue, type LayerName } from '../../model/layers'
import {
  type Completeness,
  COMPLETENESS_LEVELS,
  type Extent,
  type Provenance,
  SCHEMA_VERSION,
  SURVEYED_LAYERS,
  type SurveyedLayer,
} from '../../model/project'
import type { PlanPackage } from '../../model/package'
import type { RenovationUnit } from '../../model/renovation-unit'
import type { Scenario } from '../../model/scenario'
import { bookmarkSchema, orderBookmark } from './bookmark-json'
import { correctionSchema, orderCorrection } from './correction-json'
import { extentSchema } from './place-json'
import { editSchema, orderEdit } from './edit-json'
import { entrySchema, orderEntry } from './entry-json'
import { orderPackage, orderPrice, packageSchema, priceSchema } from './package-json'
import type { UnplacedSpace } from '../../model/unplaced-space'
import type { RulesJson } from './project-rules'
import { orderUnplaced, unplacedSchema } from './unplaced-json'

/** Everything of a project but its layers, plus how many records each layer's file holds. */
export interface ProjectJson {
  readonly name: string
  readonly fictional: boolean
  readonly extent?: Extent
  readonly surveyed: Readonly<Record<string, boolean>>
  readonly completeness?: Completeness
  readonly rules?: RulesJson
  readonly provenance: Readonly<Partial<Record<LayerName, Provenance>>>
  readonly layers: Readonly<Partial<Record<LayerName, number>>>
  readonly scenarios: readonly Scenario[]
  readonly bookmarks?: readonly Bookmark[]
  readonly packages?: readonly PlanPackage[]
  readonly prices?: readonly PriceChange[]
  readonly units?: readonly RenovationUnit[]
  readonly entered?: readonly IndicatorEntry[]
  readonly unplaced?: readonly UnplacedSpace[]
  readonly corrections: readonly Correction[]
}

/** What `format` in project.json says. */
export const PROJECT_FORMAT = 'lifecircle-project'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const provenanceSchema = v.object({
  files: v.array(v.string()),
  format: v.string(),
  crs: v.string(),
  data_date: v.exactOptional(v.string()),
  licence: v.exactOptional(v.string()),
  topology: v.exactOptional(v.picklist(['vertices', 'crossings'])),
}) satisfies v.GenericSchema<unknown, Provenance>

const scenarioSchema = v.object({
  id: v.string(),
  name: v.string(),
  note: v.exactOptional(v.string()),
  locked: v.exactOptional(v.boolean()),
  edits: v.array(editSchema),
}) satisfies v.GenericSchema<unknown, Scenario>

const unitSchema = v.object({
  id: v.string(),
  name: v.exactOptional(v.string()),
  communities: v.pipe(v.array(v.string()), v.minLength(1)),
}) satisfies v.GenericSchema<unknown, RenovationUnit>

const documentSchema = v.object({
  format: v.literal(PROJECT_FORMAT),
  version: v.literal(SCHEMA_VERSION),
  name: v.string(),
  fictional: v.boolean(),
  extent: v.exactOptional(extentSchema),
  surveyed: v.record(v.string(), v.boolean()),
  completeness: v.exactOptional(
    v.object({
      facilities: v.exactOptional(v.picklist(COMPLETENESS_LEVELS)),
      greens: v.exactOptional(v.picklist(COMPLETENESS_LEVELS)),
      buildings: v.exactOptional(v.picklist(COMPLETENESS_LEVELS)),
      gates: v.exactOptional(v.picklist(COMPLETENESS_LEVELS)),
      streets: v.exactOptional(v.picklist(COMPLETENESS_LEVELS)),
    } satisfies Record<SurveyedLayer, unknown>),
  ),
  rules: v.exactOptional(v.object({ packs: v.array(v.string()), old_area: v.boolean() })),
  provenance: v.partial(layerObject(provenanceSchema)),
  layers: v.partial(layerObject(count)),
  // one by one below: a bad scenario does not take the others with it
  scenarios: v.array(v.unknown()),
  bookmarks: v.exactOptional(v.array(v.unknown())),
  packages: v.exactOptional(v.array(v.unknown())),
  prices: v.exactOptional(v.array(v.unknown())),
  units: v.exactOptional(v.array(v.unknown())),
  entered: v.exactOptional(v.array(v.unknown())),
  unplaced: v.exactOptional(v.array(v.unknown())),
  corrections: v.array(v.unknown()),
})

function layerObject<const S extends v.GenericSchema>(schema: S) {
  const entries = Object.fromEntries(LAYER_NAMES.map((layer) => [layer, v.optional(schema)]))
  return v.object(entries as Record<LayerName, v.OptionalSchema<S, undefined>>)
}

/** The text of project.json: fixed key order, two spaces, one line feed at the end. */
export function writeProjectJson(project: ProjectJson): string {
  const provenance: Partial<Record<LayerName, unknown>> = {}
  const layers: Partial<Record<LayerName, number>> = {}
  for (const layer of LAYER_NAMES) {
    const source = project.provenance[layer]
    if (source !== undefined) provenance[layer] = orderProvenance(source)
    const records = project.layers[layer] ?? 0
    // an empty layer has no file
    if (records > 0) layers[layer] = records
  }
  const document = {
    format: PROJECT_FORMAT,
    version: SCHEMA_VERSION,
    name: project.name,
    fictional: project.fictional,
    extent: project.extent,
    surveyed: Object.fromEntries(
      Object.keys(project.surveyed)
        .sort()
        .map((code) => [code, project.surveyed[code]]),
    ),
    completeness: project.completeness && orderCompleteness(project.completeness),
    rules: project.rules,
    provenance,
    layers,
    scenarios: project.scenarios.map(({ id, name, note, locked, edits }) => ({
      id,
      name,
      note,
      locked,
      edits: edits.map(orderEdit),
    })),
    bookmarks: project.bookmarks?.map(orderBookmark),
    // one whose scenario is gone would come back with another of the same id
    packages: project.packages
      ?.filter(({ scenario }) => project.scenarios.some(({ id }) => id === scenario))
      .map(orderPackage),
    prices: project.prices?.map(orderPrice),
    units: project.units?.map(({ id, name, communities }) => ({ id, name, communities })),
    entered: project.entered?.map(orderEntry),
    unplaced: project.unplaced?.map(orderUnplaced),
    corrections: project.corrections.map(orderCorrection),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function orderCompleteness(completeness: Completeness): Completeness {
  return Object.fromEntries(
    SURVEYED_LAYERS.flatMap((layer) => {
      const level = completeness[layer]
      return level === undefined ? [] : [[layer, level]]
    }),
  )
}

function orderProvenance({ files, format, crs, data_date, licence, topology }: Provenance): Provenance {
  return { files, format, crs, data_date, licence, topology }
}

/**
 * Checks a parsed and migrated project.json. A scenario, bookmark, correction, package, price or
 * entered value that does not fit is left out and reported;
 * anything else that does not fit throws a DataError that names the place.
 */
export function validateProjectJson(
  document: JsonValue,
  file: string,
): { readonly json: ProjectJson; readonly issues: readonly Issue[] } {
  const parsed = v.safeParse(documentSchema, document)
  if (!parsed.success)
    throw new DataError({ code: 'project-invalid', file, facts: describe(parsed.issues[0]) })
  const { name, fictional, extent, surveyed, completeness, rules, provenance, layers } = parsed.output
  const issues: Issue[] = []
  const refuse = (facts: Record<string, string>): [] => {
    issues.push({ severity: 'error', code: 'project-invalid', file, facts })
    return []
  }
  /** `keyOf`: of two with the same key the first one counts */
  const takeGood = <T>(
    list:
      | 'scenarios'
      | 'bookmarks'
      | 'packages'
      | 'prices'
      | 'units'
      | 'entered'
      | 'unplaced'
      | 'corrections',
    schema: v.GenericSchema<unknown, T>,
    keyOf?: (value: T) => string,
  ): T[] => {
    const known = new Set<string>()
    return (parsed.output[list] ?? []).flatMap((value, i) => {
      const checked = v.safeParse(schema, value)
      if (!checked.success) return refuse(describe(checked.issues[0], `${list}.${i}`))
      const key = keyOf?.(checked.output)
      if (key !== undefined && known.has(key))
        return refuse({ path: `${list}.${i}`, expected: 'each once', found: key })
      if (key !== undefined) known.add(key)
      return [checked.output]
    })
  }
  const scenarios = takeGood('scenarios', scenarioSchema)
  const bookmarks = takeGood('bookmarks', bookmarkSchema)
  const packages = takeGood('packages', packageSchema, ({ scenario }) => scenario)
  const prices = takeGood('prices', priceSchema, ({ code }) => code)
  const units = takeGood('units', unitSchema)
  const entered = takeGood('entered', entrySchema, keyOfEntry)
  const unplaced = takeGood('unplaced', unplacedSchema, ({ id }) => id)
  const corrections = takeGood('corrections', correctionSchema)
  const json = {
    name,
    fictional,
    ...(extent === undefined ? {} : { extent }),
    surveyed,
    ...(completeness === undefined ? {} : { completeness }),
    ...(rules === undefined ? {} : { rules }),
    provenance,
    layers,
    scenarios,
    ...(parsed.output.bookmarks === undefined ? {} : { bookmarks }),
    ...(parsed.output.packages === undefined ? {} : { packages }),
    ...(parsed.output.prices === undefined ? {} : { prices }),
    ...(parsed.output.units === undefined ? {} : { units }),
    ...(parsed.output.entered === undefined ? {} : { entered }),
    ...(parsed.output.unplaced === undefined ? {} : { unplaced }),
    corrections,
  }
  return { json, issues }
}

function describe(issue: v.BaseIssue<unknown>, prefix?: string): Record<string, string> {
  const path = [prefix, v.getDotPath(issue)].filter((part) => part !== undefined && part !== null).join('.')
  return {
    ...(path === '' ? {} : { path }),
    expected: issue.expected ?? 'another value',
    found: issue.received,
  }
}
