import type { MeasureHelper } from '../engine/catchment/share-measuring'
import { explainClass } from '../engine/explain/explain-class'
import { listParts } from '../engine/gaps/list-parts'
import {
  catchmentFrom,
  checkUp,
  effectOf,
  hostingOf,
  type Prepared,
  routeTo,
  sensitivityOf,
  supplyOf,
} from '../engine/pipeline'
import { isPark } from '../engine/places/services'
import { tallyDataOf, tallyIndicators } from '../engine/assessment/tally-indicators'
import { packProject } from '../engine/project/project-file'
import { readPackFile } from '../engine/rules/check-pack'
import { Cancelled, type Run } from '../engine/run'
import type { Origin } from '../model/analysis'
import { HOSTING_PACK } from '../model/hosting-pack'
import { DataError } from '../model/issue'
import { LAYER_NAMES, type LayerName } from '../model/layers'
import type { Project } from '../model/project'
import { GREEN_CLASSES, withLevel } from '../model/survey'
import { answerSurface } from './answer-surface'
import { compareCalls } from './compare-calls'
import { linkCalls } from './link-calls'
import { buildChangedLayers, buildMapLayers } from './map-layers'
import { packageCalls } from './package-calls'
import type { OpenResult, ProjectSummary } from './protocol'
import { addToProject, openProject, type Opened } from './read-input'
import { scenarioCalls } from './scenario-calls'
import { nextTask, Transferred, type CallTable } from './rpc'
import { Session } from './session'
import { planCalls } from './plan-calls'
import { summaryCalls } from './summary-calls'

/**
 * What the worker does for each call, around the one open project. A call reads the session when it
 * starts and replaces it only when it has succeeded, so a failed or cancelled one changes nothing.
 */
export function callTable(helper: MeasureHelper | null = null): CallTable {
  let session: Session | null = null

  function current(): Session {
    if (!session) throw new DataError({ code: 'layer-missing', facts: { layer: 'project' } })
    return session
  }

  function replace({ project, files, issues }: Opened): OpenResult {
    const summary = summarize(project)
    session?.close()
    session = new Session(project, helper)
    return { summary, files, issues }
  }

  return {
    open: async ({ files }, run) => {
      const opened = await openProject(files, run)
      await lastChance(run)
      return replace(opened)
    },

    add: async ({ files }, run) => {
      const opened = session ? await addToProject(session.project, files, run) : await openProject(files, run)
      await lastChance(run)
      return replace(opened)
    },

    save: async () => {
      const bytes = packProject(current().project)
      return new Transferred(bytes, [bytes.buffer])
    },

    setSurveyed: async ({ code, surveyed }) => {
      const { project } = current()
      session = current().withSurveys({ ...project, surveyed: { ...project.surveyed, [code]: surveyed } })
      return null
    },

    setCompleteness: async ({ layer, level }) => {
      const { surveyed, completeness = {} } = current().project
      session = current().withSurveys({ surveyed, completeness: withLevel(completeness, layer, level) })
      return null
    },

    setRules: async ({ rules }) => {
      session = current().withKept({ rules })
      return null
    },

    setUnits: async ({ units }) => {
      session = current().withKept({ units: units ?? undefined })
      return null
    },

    setBookmarks: async ({ bookmarks }) => {
      session = current().withKept({ bookmarks })
      return null
    },

    readPack: async ({ bytes }) => readPackFile(bytes),

    indicators: async (settings, run) => {
      const asked = current()
      return tallyIndicators(tallyDataOf(await asked.judgeState(settings, run), asked.project.entered ?? []))
    },

    setEntered: async ({ entered }) => {
      session = current().withKept({ entered })
      return null
    },

    setCorrections: async ({ corrections }, run) => {
      const before = current()
      const next = before.withCorrections(corrections)
      const changed = await buildChangedLayers(before.corrected, next.corrected, run)
      session = next
      return { changed }
    },

    ...scenarioCalls(current, (next) => {
      session = next
    }),

    checkUp: async (_params, run) => {
      const examined = current()
      const prepared = await examined.prepare({ scenario: null, hour: null }, run)
      return checkUp(prepared, examined.project.corrections, run)
    },

    effect: async ({ change, settings }, run) => {
      const examined = current()
      let before = examined.coverageOf(settings)
      if (before === null) {
        before = (await examined.judge(settings, run)).assessment
        examined.keepCoverage(settings, before)
      }
      return effectOf(examined.project, change, before, settings, run)
    },

    mapLayers: (_params, run) => buildMapLayers(current().corrected, run),

    analyse: async (settings, run) => {
      const analysed = current()
      const view = await analysed.judge(settings, run)
      // what an edit changes is a few numbers that somebody waits for; telling a whole analysis takes as long as they do
      await nextTask()
      analysed.keepCoverage(settings, view.assessment)
      return view
    },

    sensitivity: async (settings, run) => sensitivityOf(await current().measure(settings, run), run),

    surface: ({ settings, ...question }, run) => answerSurface(current(), question, settings, run),

    gapParts: async ({ gap, settings }, run) => listParts(await current().evidence(settings, run), gap),
    supply: async (settings, run) => {
      const answer = await supplyOf(await current().measure(settings, run), run)
      const columns = Object.values(answer).filter((value) => ArrayBuffer.isView(value))
      return new Transferred(
        answer,
        columns.map(({ buffer }) => buffer as ArrayBuffer),
      )
    },

    ...summaryCalls(current, helper),
    ...planCalls(current),
    ...compareCalls(current),
    ...packageCalls(current, (next) => {
      session = next
    }),
    ...linkCalls(current),

    catchment: async ({ origin, settings, cell_m }, run) => {
      const prepared = await current().prepare(settings, run)
      return hasOrigin(prepared, origin) ? catchmentFrom(prepared, origin, settings, cell_m) : null
    },

    explain: async ({ who, code, settings }, run) => {
      const prepared = await current().prepare(settings, run)
      return explainClass(prepared, settings, who, code, run)
    },

    building: async ({ id }) =>
      current().corrected.layers.buildings.find((building) => building.id === id) ?? null,
    hosting: async ({ year }) => hostingOf(current().corrected, HOSTING_PACK, year),

    route: async ({ origin, facility, settings }, run) => {
      const prepared = await current().prepare(settings, run)
      const isThere = hasOrigin(prepared, origin) && hasOrigin(prepared, { kind: 'facility', id: facility })
      return isThere ? routeTo(prepared, origin, facility, settings) : null
    },
  }
}

/**
 * Whether a walk can start there: a scenario may have taken a facility away, or not added it yet, and a look that was kept
 * for a meeting may be of something that other data have no more.
 */
function hasOrigin({ facilities, project }: Prepared, origin: Origin): boolean {
  switch (origin.kind) {
    case 'facility':
      return facilities.services.some(({ id }) => id === origin.id)
    case 'building':
      return project.layers.buildings.some(({ id }) => id === origin.id)
    case 'community':
      return project.layers.communities.some(({ id }) => id === origin.id)
    case 'point':
      return true
    default:
      throw new Error(`unknown origin ${JSON.stringify(origin satisfies never)}`)
  }
}

/** Lets a cancel in that is already waiting, before something is done that cannot be taken back. */
async function lastChance(run: Run): Promise<void> {
  await nextTask()
  if (run.isCancelled?.()) throw new Cancelled()
}

/** What the page shows of a project without having it. */
export function summarize(project: Project): ProjectSummary {
  const {
    layers,
    name,
    fictional,
    provenance,
    surveyed,
    completeness = {},
    rules,
    bookmarks = [],
    units,
    entered = [],
    corrections,
    scenarios,
    packages = [],
    prices = [],
    unplaced = [],
  } = project
  const facilitiesByClass: Record<string, number> = {}
  for (const { class: code } of layers.facilities) {
    if (code) facilitiesByClass[code] = (facilitiesByClass[code] ?? 0) + 1
  }
  // parks are drawn as greens, and any park says that parks of every size were looked for
  const parks = layers.greens.filter(isPark).length
  if (parks > 0)
    for (const code of GREEN_CLASSES) facilitiesByClass[code] = Math.max(parks, facilitiesByClass[code] ?? 0)
  const counts = Object.fromEntries(LAYER_NAMES.map((layer) => [layer, layers[layer].length]))
  return {
    name,
    fictional,
    extent: project.extent ?? extentOf(project),
    counts: counts as Record<LayerName, number>,
    provenance,
    surveyed,
    completeness,
    rules: rules ?? null,
    bookmarks,
    facilitiesByClass,
    corrections,
    scenarios,
    packages,
    prices,
    units: units ?? null,
    entered,
    unplaced,
  }
}

/** Box around every coordinate of the streets and communities, else of any layer; null: nothing there. */
function extentOf({ layers }: Project): ProjectSummary['extent'] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  const main = [...layers.streets, ...layers.communities]
  const records = main.length > 0 ? main : LAYER_NAMES.flatMap((layer) => [...layers[layer]])
  for (const { geometry } of records) stretch(box, geometry.coordinates)
  return box[0] <= box[2] ? box : null
}

type Nested = number | readonly Nested[]

function stretch(box: [number, number, number, number], coordinates: Nested): void {
  if (typeof coordinates === 'number') return
  const [lon, lat] = coordinates
  if (typeof lon === 'number' && typeof lat === 'number') {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  } else for (const part of coordinates) stretch(box, part)
}
