import { createStore, type StoreApi } from 'zustand/vanilla'
import { DataError } from '../model/issue'
import type { IndicatorEntry } from '../model/indicator-entry'
import type { PackFile, RuleChoice } from '../model/rule-pack'
import { combinePacks } from '../model/rules/combine-packs'
import { hashPack } from '../model/rules/hash-pack'
import { scopeOf } from '../model/rules/parameters'
import { DEFAULT_CHOICE, findShipped } from '../model/rules/shipped-packs'
import { writePack } from '../model/rules/write-pack'
import type { Surroundings } from './browser'
import { notifyFailure } from './project-store'
import type { RunnerParts } from './runner-parts'
import { analysisKey, analysisSettings } from './settings'
import { serialOf } from './serial-of'
import type { Actions, LibraryState, Refused } from './state'

/** A pack of this size would have tens of thousands of rules; a larger file is data that begins as a pack does. */
const MOST_PACK_BYTES = 20e6

const NONE_ENTERED: readonly IndicatorEntry[] = []

interface Parts extends RunnerParts {
  readonly surroundings: Pick<Surroundings, 'shelf' | 'download'>
}

type RuleActions = Pick<
  Actions,
  'setRulesOpen' | 'setRuleChoice' | 'savePack' | 'deletePack' | 'sharePack' | 'openPacks' | 'dismissRefused'
>

export interface RulesRunner {
  readonly library: StoreApi<LibraryState>
  readonly actions: RuleActions
  /** goes by what an opened project is judged by; one that says nothing by the shipped standard */
  adopt(choice: RuleChoice | null): void
  /** counts the indicators, if somebody looks at the rules and they are not there or on their way */
  refreshIndicators(): Promise<void>
  /** makes sure that a saved project says what it was judged by */
  keepInProject(): Promise<void>
}

/** Keeps the rules chosen, the user's own packs, and what the project says of them in step. */
export function createRulesRunner(parts: Parts): RulesRunner {
  const { client, project, results, view, surroundings, situation } = parts
  const library = createStore<LibraryState>(() => ({
    own: [],
    isKept: true,
    refused: [],
    opened: null,
  }))
  let isShelfRead = false
  let counting: string | null = null
  let counted: string | null = null

  /** false: refused, and told */
  function choose(choice: RuleChoice): boolean {
    const { pack, problems } = combinePacks(choice)
    if (pack === null) {
      library.setState({ refused: [{ kind: 'choice', problems }] })
      return false
    }
    library.setState({ refused: [], opened: null })
    const before = view.getState()
    view.setState({ ruleChoice: choice, rules: pack })
    // what a pack says of the plan's scope is taken over; what the user set stays where packs say the same
    const scope = scopeOf(pack)
    if (JSON.stringify(scope) !== JSON.stringify(scopeOf(before.rules))) view.setState({ scope })
    return true
  }

  async function tellProject(rules: RuleChoice): Promise<void> {
    if (!project.getState().summary) return
    try {
      await client.call('setRules', { rules })
      project.setState(({ summary }) => ({ summary: summary && { ...summary, rules } }))
    } catch (error) {
      notifyFailure(project, error)
    }
  }

  /** Once, when the rules are first looked at. What an older version saved is checked like any file. */
  async function readShelf(): Promise<void> {
    if (isShelfRead) return
    isShelfRead = true
    try {
      const own: PackFile[] = []
      for (const value of await surroundings.shelf.list()) {
        const bytes = new TextEncoder().encode(JSON.stringify(value))
        const { pack } = await client.call('readPack', { bytes })
        if (pack !== null) own.push(pack)
      }
      library.setState((now) => ({ own: sorted([...own, ...now.own]) }))
    } catch {
      library.setState({ isKept: false })
    }
  }

  async function savePack(pack: PackFile): Promise<void> {
    library.setState(({ own }) => ({ own: sorted([...own.filter(({ id }) => id !== pack.id), pack]) }))
    try {
      await surroundings.shelf.put(pack.id, pack)
    } catch {
      // storage full or forbidden: the pack lasts as long as the page, and that is said
      library.setState({ isKept: false })
    }
  }

  async function openPack(file: File): Promise<void> {
    if (file.size > MOST_PACK_BYTES)
      throw new DataError({
        code: 'file-too-large',
        file: file.name,
        facts: {
          format: 'rules',
          size_mb: Math.ceil(file.size / 1e6),
          limit_mb: MOST_PACK_BYTES / 1e6,
        },
      })
    const read = await client.call('readPack', { bytes: new Uint8Array(await file.arrayBuffer()) })
    if (read.pack === null) {
      const { name } = file
      const because: Refused =
        read.problems === 'json'
          ? { kind: 'not-json', name, line: read.line }
          : read.problems === 'encoding'
            ? { kind: 'not-text', name }
            : { kind: 'file', name, problems: read.problems }
      library.setState(({ refused }) => ({ refused: [...refused, because] }))
      return
    }
    const { pack } = read
    const known = findShipped(pack.id) ?? library.getState().own.find(({ id }) => id === pack.id)
    const isNew = known === undefined || hashPack(known) !== hashPack(pack)
    const id = isNew && known !== undefined ? freeId(pack.id) : pack.id
    if (isNew) await savePack({ ...pack, id })
    library.setState({ opened: { file: file.name, id, isNew } })
  }

  /** An id that no shipped and no own pack has: nothing of the user's is written over by a file. */
  function freeId(id: string): string {
    const taken = new Set(library.getState().own.map((pack) => pack.id))
    const isTaken = (name: string): boolean => taken.has(name) || findShipped(name) !== undefined
    const base = id.slice(0, 56)
    for (let i = 2; ; i++) if (!isTaken(`${base}-${i}`)) return `${base}-${i}`
  }

  async function refreshIndicators(): Promise<void> {
    const { isRulesOpen, rules } = view.getState()
    if (!isRulesOpen || (rules.indicators ?? []).length === 0) return
    const settings = analysisSettings(view.getState())
    const key = analysisKey(situation(), settings)
    const { analysisKey: analysed, indicatorsKey } = results.getState()
    const entered = project.getState().summary?.entered ?? NONE_ENTERED
    const asked = `${key}|${serialOf(entered)}`
    if (analysed !== key || counting === asked || (indicatorsKey === key && counted === asked)) return
    counting = asked
    try {
      const indicators = await client.call('indicators', settings)
      if (counting !== asked) return
      counted = asked
      results.setState({ indicators, indicatorsKey: key })
    } catch (error) {
      notifyFailure(project, error)
    } finally {
      if (counting === asked) counting = null
    }
  }

  const actions: RuleActions = {
    setRulesOpen(isRulesOpen) {
      view.setState({ isRulesOpen })
      if (!isRulesOpen) return
      void readShelf()
      void refreshIndicators()
    },
    setRuleChoice(choice) {
      if (!choose(choice)) return
      if (project.getState().summary) project.setState({ hasUnsavedChanges: true })
      void tellProject(choice)
    },
    savePack,
    async deletePack(id) {
      library.setState(({ own }) => ({ own: own.filter((pack) => pack.id !== id) }))
      try {
        await surroundings.shelf.remove(id)
      } catch {
        library.setState({ isKept: false })
      }
    },
    sharePack(pack) {
      const bytes = new TextEncoder().encode(writePack(pack))
      surroundings.download(`${pack.id}-${pack.version.replaceAll(/[^\w.-]/g, '_')}.rules.json`, bytes)
    },
    async openPacks(files) {
      library.setState({ refused: [], opened: null })
      await readShelf()
      for (const file of files) {
        try {
          await openPack(file)
        } catch (error) {
          notifyFailure(project, error)
        }
      }
    },
    dismissRefused: () => library.setState({ refused: [], opened: null }),
  }

  return {
    library,
    actions,
    adopt(choice) {
      // equal content stays the same object: nothing is computed again
      const asked = choice ?? DEFAULT_CHOICE
      if (isSameChoice(asked, view.getState().ruleChoice)) return
      if (!choose(asked)) choose(DEFAULT_CHOICE)
    },
    refreshIndicators,
    async keepInProject() {
      const { ruleChoice } = view.getState()
      const kept = project.getState().summary?.rules
      if (!kept || !isSameChoice(kept, ruleChoice)) await tellProject(ruleChoice)
    },
  }
}

function isSameChoice(a: RuleChoice, b: RuleChoice): boolean {
  return (
    a.old_area === b.old_area &&
    a.packs.length === b.packs.length &&
    a.packs.every((pack, i) => pack.id === b.packs[i].id && hashPack(pack) === hashPack(b.packs[i]))
  )
}

function sorted(packs: readonly PackFile[]): PackFile[] {
  return [...packs].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** `format` is the first field of a pack file, whoever wrote it. */
const HEAD_BYTES = 4096

/** Rule packs among files that were opened or dropped; a project folder keeps its own. */
export async function splitPacks(
  files: readonly File[],
): Promise<{ readonly packs: readonly File[]; readonly others: readonly File[] }> {
  const isProject = files.some(({ name }) => name === 'project.json' || name.endsWith('.lifecircle'))
  const packs: File[] = []
  if (!isProject)
    for (const file of files)
      if (file.name.toLowerCase().endsWith('.json') && isPackHead(await file.slice(0, HEAD_BYTES).text()))
        packs.push(file)
  return { packs, others: files.filter((file) => !packs.includes(file)) }
}

/** In ASCII whatever the encoding is, but for the noughts between the letters of UTF-16. */
function isPackHead(text: string): boolean {
  return /"format"\s*:\s*"lifecircle-rules"/.test(text.replaceAll('\0', ''))
}
