import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import type { Service } from '../places/services'
import { BoundedSearch } from './bounded-search'
import { measureClass, startMeasuring } from './measure-class'
import { CLASS_COLUMNS, emptyReach, type Reach, type MeasureInput } from './reach'
import { ReachDraft } from './reach-draft'
import type { SearchGraph } from './search-graph'

/**
 * All that another thread needs to measure classes: plain data and columns, no geometry. In Node it looks at the
 * same large columns; in a page it gets copies, because shared memory needs headers that a plain static server
 * does not send.
 */
export interface MeasureShare {
  readonly settings: AnalysisSettings
  readonly graph: SearchGraph
  readonly services: readonly Service[]
  readonly ways: readonly (readonly AccessPoint[])[]
  readonly communityIds: readonly string[]
  readonly points: readonly { readonly community: number; readonly access: readonly AccessPoint[] }[]
}

/** Another thread that measures some classes while this one measures the rest. */
export interface MeasureHelper {
  /** nodes times classes from which on it is asked; below, telling it everything costs more than it gains */
  readonly fromSize: number
  readonly measure: (share: MeasureShare, classes: readonly number[]) => Promise<Reach>
}

/** Measured with two threads: 5 million nodes × classes take about 0.3 s, of which telling takes a tenth. */
export const WORTH_SHARING = 5_000_000

/** What to tell another thread of a project. */
export function shareOf(
  { project, people, facilities, graphs }: MeasureInput,
  settings: AnalysisSettings,
): MeasureShare {
  const { graph } = graphs.search(settings.profile, settings.basis, true)
  const { layers } = project
  return {
    settings,
    graph: {
      ...graph,
      network: withoutRest(graph.network),
      edgesStart: new Int32Array(0),
      edgesEnd: new Int32Array(0),
      edgesOfNode: new Int32Array(0),
    },
    services: facilities.services,
    ways: facilities.access,
    communityIds: layers.communities.map(({ id }) => id),
    points: people.points.map(({ community, access }) => ({ community, access })),
  }
}

/** The columns of a network that measuring reads; the others are sent empty: they are most of its bytes. */
const READ_COLUMNS: ReadonlySet<string> = new Set<keyof WalkNetwork>([
  'nodeX',
  'nodeY',
  'nodeArrival',
  'nodeZone',
  'portalFrom',
  'edgeFrom',
  'edgeTo',
  'edgeLength_mm',
  'edgeIsOneway',
])

function withoutRest(network: WalkNetwork): WalkNetwork {
  const lean = { ...network }
  for (const [name, column] of Object.entries(network) as [string, unknown][])
    if (ArrayBuffer.isView(column) && !READ_COLUMNS.has(name)) Reflect.set(lean, name, new Int32Array(0))
  return lean
}

/** Measures some classes from what another thread told; only their rows of the answer are filled in. */
export function measureShare(share: MeasureShare, classes: readonly number[]): Reach {
  const { settings, graph, services, ways, communityIds, points } = share
  const search = new BoundedSearch(graph)
  const on: MeasureInput = {
    project: {
      layers: {
        communities: communityIds.map((id) => ({ id, geometry: { type: 'Polygon', coordinates: [] } })),
      },
    },
    people: { points: points.map((point) => ({ ...point, share: 0, carrier: 'edge' })) },
    facilities: { access: ways, services },
    graphs: { network: graph.network, search: () => search },
  }
  const draft = new ReachDraft(emptyReach(on, settings))
  const measuring = startMeasuring(on, settings)
  for (const c of classes) measureClass(draft, c, measuring)
  return draft.reach
}

/** The columns of an answer, to be handed over instead of copied. */
export function columnsOf(reach: Reach): ArrayBuffer[] {
  const columns = new Set(CLASS_COLUMNS.flatMap((name) => reach[name]))
  return Array.from(columns, ({ buffer }) => buffer as ArrayBuffer)
}
