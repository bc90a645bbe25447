import type { InputFile } from '../worker/protocol'
import { type Solver, startSolver } from '../worker/solver-client'
import { browserShelf, type PackShelf } from './pack-shelf'
import type { KeyValueStore } from './preferences'

/** What the store needs of its surroundings; a test brings its own. */
export interface Surroundings {
  /** null: forbidden here */
  readonly storage: KeyValueStore | null
  readonly query: string
  /** the user's own rule packs */
  readonly shelf: PackShelf
  /** makes plans, in threads of its own */
  readonly solver: Solver
  download(name: string, bytes: Uint8Array<ArrayBuffer>): void
  demoFiles(): Promise<readonly InputFile[]>
}

// every file of the demo project, as addresses of this very site
const DEMO = import.meta.glob<string>('../../data/demo/**/*', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})
const DEMO_FOLDER = '../../data/demo/'

export function browserSurroundings(): Surroundings {
  return {
    storage: localStore(),
    query: location.search,
    shelf: browserShelf(),
    solver: startSolver(),
    download,
    demoFiles,
  }
}

function localStore(): KeyValueStore | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

async function demoFiles(): Promise<readonly InputFile[]> {
  return Promise.all(
    Object.entries(DEMO).map(async ([path, url]) => {
      const response = await fetch(url)
      if (!response.ok) throw new Error(`demo file ${path}: ${response.status}`)
      return { name: path.slice(DEMO_FOLDER.length), blob: await response.blob() }
    }),
  )
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(
    new Blob([bytes], { type: name.endsWith('.json') ? 'application/json' : 'application/zip' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser has taken its own hold of the file by then
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
