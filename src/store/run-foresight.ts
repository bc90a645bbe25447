import type { Comparison } from '../model/comparison'
import type { Issue } from '../model/issue'
import type { Edit } from '../model/scenario'
import type { Drawn, DrawnEdit } from './drawn-edits'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'

/** How long a pointer rests before what a press there would do is worth asking, milliseconds. */
const REST_MS = 80

/** Where the pointer rests: over which list of edits, and as `pointed` tells it. */
interface Resting {
  readonly edits: readonly Edit[]
  readonly text: string
}

/** What would be drawn next, and how. */
interface Parts extends RunnerParts {
  /** the edit that something drawn makes; null: none */
  readonly editOf: (drawn: Drawn) => Promise<DrawnEdit | null>
  /** the edits of the scenario that is shown; null: it cannot be edited */
  readonly editsNow: () => readonly Edit[] | null
  /** these with one more or one less */
  readonly editsWith: (edits: readonly Edit[], next: NextEdits) => readonly Edit[]
}

/** An edit that would be added, or the place of one that would go. */
export type NextEdits = { readonly added: Edit } | { readonly without: number }

/** What the next press would do: something drawn, or an edit of the list that goes. */
export type Foreseeable = Drawn | { readonly kind: 'deletion'; readonly index: number }

export interface ForesightRunner {
  /**
   * Somebody may be about to do this, or no longer (null). The worker begins before they have; `isPressed`: they are at it,
   * there is no resting to wait for.
   */
  readonly foresee: (what: Foreseeable | null, isPressed?: boolean) => void
  /** what these edits change under the settings of the moment, if it was foreseen; else null */
  readonly known: (edits: readonly Edit[]) => Comparison | null
}

/**
 * Has the worker compute what a press would change while the pointer still rests where it will be pressed: a hand takes a
 * fifth of a second from there to the press and back, about as long as the answer.
 */
export function createForesightRunner({
  client,
  results,
  view,
  revision,
  situation,
  editOf,
  editsNow,
  editsWith,
}: Parts): ForesightRunner {
  let timer: ReturnType<typeof setTimeout> | null = null
  /** what was asked about last, as text */
  let pointed = ''
  let underWay: { readonly key: string; resting: Resting; readonly controller: AbortController } | null = null
  let found: { readonly key: string; readonly comparison: Comparison } | null = null

  /** Names a list of edits of the scenario shown, under the settings of the moment. */
  function keyOf(edits: readonly Edit[]): string {
    const settings = analysisSettings(view.getState())
    return `${revision()}|${JSON.stringify(edits)}|${analysisKey('', settings)}`
  }

  /** Tells what was found while the pointer still rests where it was asked for. */
  function tell({ edits, text }: Resting, comparison: Comparison): void {
    if (text === pointed) results.setState({ foreseen: { edits, comparison } })
  }

  async function begin(what: Foreseeable, text: string): Promise<void> {
    const was = situation()
    const change = await nextEdits(what)
    // another scenario, or another list of its edits: what was meant there is nothing here
    const now = editsNow()
    if (change === null || now === null || situation() !== was) return
    if ('refusal' in change) {
      const { refusal } = change
      // of a wall alone: it is marked under the pointer; that no street is where none is need not be told
      if (text === pointed && refusal.code === 'wall-stays')
        results.setState({ foreseen: { edits: now, refusal } })
      return
    }
    const edits = editsWith(now, change)
    const key = keyOf(edits)
    const resting: Resting = { edits: now, text }
    if (found?.key === key) {
      tell(resting, found.comparison)
      return
    }
    if (underWay?.key === key) {
      underWay.resting = resting
      return
    }
    underWay?.controller.abort()
    const asked = { key, resting, controller: new AbortController() }
    underWay = asked
    try {
      const settings = analysisSettings(view.getState())
      const { signal } = asked.controller
      const [comparison] = await client.call('foresee', { edits, settings }, { signal })
      found = { key, comparison }
      tell(asked.resting, comparison)
    } finally {
      if (underWay === asked) underWay = null
    }
  }

  async function nextEdits(what: Foreseeable): Promise<NextEdits | { readonly refusal: Issue } | null> {
    if (what.kind === 'deletion') return { without: what.index }
    const answer = await editOf(what)
    return answer !== null && 'edit' in answer ? { added: answer.edit } : answer
  }

  return {
    foresee(what, isPressed = false) {
      const text = what === null ? '' : JSON.stringify([situation(), what])
      if (text === pointed && !(isPressed && timer !== null)) return
      pointed = text
      if (results.getState().foreseen !== null) results.setState({ foreseen: null })
      if (timer !== null) clearTimeout(timer)
      timer = null
      if (what === null) return
      const start = (): void => {
        timer = null
        // nobody has asked for it: whoever does is told what goes wrong
        begin(what, text).catch(() => undefined)
      }
      if (isPressed) start()
      else timer = setTimeout(start, REST_MS)
    },
    known: (edits) => (found?.key === keyOf(edits) ? found.comparison : null),
  }
}
