import { emptyLayers, LAYER_NAMES } from '../../src/model/layers'
import { createAppStore } from '../../src/store/app-store'
import type { Surroundings } from '../../src/store/browser'
import type { PackShelf } from '../../src/store/pack-shelf'
import type { KeyValueStore } from '../../src/store/preferences'
import type { AppStore } from '../../src/store/state'
import type { CallName, MapLayers, OpenResult, Params } from '../../src/worker/protocol'
import type { CallOptions, EngineClient } from '../../src/worker/rpc'

/** A call a test has not answered yet. */
export interface Asked {
  readonly name: CallName
  readonly params: unknown
  readonly signal: AbortSignal | undefined
  answer(result: unknown): Promise<void>
  fail(error: Error): Promise<void>
}

/** An engine that answers when and what the test says. */
export function fakeEngine(): { client: EngineClient; asked: Asked[]; next: (name: CallName) => Asked } {
  const asked: Asked[] = []
  const client: EngineClient = {
    call: (name: CallName, params: Params<CallName>, options?: CallOptions) =>
      new Promise<never>((resolve, reject) => {
        asked.push({
          name,
          params,
          signal: options?.signal,
          answer: async (result) => {
            resolve(result as never)
            await settle()
          },
          fail: async (error) => {
            reject(error)
            await settle()
          },
        })
      }),
    fail: () => undefined,
  }
  const next = (name: CallName): Asked => {
    const index = asked.findIndex((call) => call.name === name)
    if (index < 0) throw new Error(`no call of ${name}; there are ${asked.map((call) => call.name).join()}`)
    return asked.splice(index, 1)[0]
  }
  return { client, asked, next }
}

/** Lets everything run that waits for nothing but its turn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

export function memoryStorage(values: Record<string, string> = {}): KeyValueStore {
  return {
    getItem: (key) => values[key] ?? null,
    setItem: (key, value) => {
      values[key] = value
    },
  }
}

/** A shelf that lasts as long as a test. */
export function memoryShelf(packs: Record<string, unknown> = {}): PackShelf {
  return {
    list: async () => Object.values(packs),
    put: async (id, pack) => void (packs[id] = pack),
    remove: async (id) => void delete packs[id],
  }
}

export function testSurroundings(overrides: Partial<Surroundings> = {}): Surroundings {
  return {
    storage: null,
    query: '',
    shelf: memoryShelf(),
    solver: { start: () => ({ done: Promise.resolve(), cancel: () => undefined }) },
    download: () => undefined,
    demoFiles: async () => [],
    ...overrides,
  }
}

export function openResult(name: string): OpenResult {
  const counts = Object.fromEntries(LAYER_NAMES.map((layer) => [layer, 0])) as OpenResult['summary']['counts']
  const summary = {
    name,
    fictional: false,
    extent: null,
    counts,
    provenance: {},
    surveyed: {},
    completeness: {},
    rules: null,
    bookmarks: [],
    entered: [],
    unplaced: [],
    facilitiesByClass: {},
    corrections: [],
    scenarios: [],
    packages: [],
    prices: [],
    units: null,
  }
  return { summary, files: [], issues: [] }
}

export function mapLayers(): MapLayers {
  const { communities, gates, facilities, spaces } = emptyLayers()
  return { base: {} as MapLayers['base'], communities, gates, facilities, spaces, landmarks: {} }
}

/** A store with a project open and its first analysis asked for. */
export async function storeWithProject(): Promise<{
  store: AppStore
  engine: ReturnType<typeof fakeEngine>
}> {
  const engine = fakeEngine()
  const store = createAppStore(engine.client, testSurroundings())
  void store.actions.openDemo()
  await settle()
  await engine.next('open').answer(openResult('甲'))
  await engine.next('mapLayers').answer(mapLayers())
  return { store, engine }
}
