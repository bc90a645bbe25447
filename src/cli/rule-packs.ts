import { readFile } from 'node:fs/promises'

import { readPackFile } from '../engine/rules/check-pack'
import type { Project } from '../model/project'
import type { PackFile, RuleChoice, RulePack } from '../model/rule-pack'
import { combinePacks } from '../model/rules/combine-packs'
import { DEFAULT_CHOICE, findShipped, SHIPPED_PACKS } from '../model/rules/shipped-packs'
import type { Options } from './args'
import { NoAnswer } from './command'
import { tellCombineProblem, tellPackProblem } from './pack-sentences'

/** The packs of `--rules`, else those the project is judged by, else the shipped standard. */
export async function rulesFrom(args: Options, project: Project): Promise<RulePack> {
  const named = await namedRules(args)
  if (named !== null) return named
  const asked = project.rules ?? DEFAULT_CHOICE
  return combineOrRefuse({ packs: asked.packs, old_area: args.has('--old-area') || asked.old_area })
}

/** The packs of `--rules`, which take no project to be read; null: none are named. */
export async function namedRules(args: Options): Promise<RulePack | null> {
  const names = args.list('--rules').flatMap((list) => list.split(','))
  if (names.length === 0) return null
  return combineOrRefuse({ packs: await Promise.all(names.map(loadPack)), old_area: args.has('--old-area') })
}

/** A shipped pack by its id, or a pack file. A file with anything wrong is refused with all that is. */
export async function loadPack(name: string): Promise<PackFile> {
  const found = await findPack(name)
  if (found.pack !== null) return found.pack
  throw new NoAnswer(tellNoPack(name, found))
}

/** Why there is no pack of a name. */
type NoPack =
  | { readonly pack: null; readonly problems: 'nowhere' }
  | Extract<ReturnType<typeof readPackFile>, { readonly pack: null }>

/** The same, where it is asked what is wrong. */
export async function findPack(name: string): Promise<{ readonly pack: PackFile } | NoPack> {
  const shipped = findShipped(name)
  if (shipped !== undefined) return { pack: shipped }
  try {
    return readPackFile(await readFile(name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { pack: null, problems: 'nowhere' }
  }
}

/** That in a sentence, and what to do. */
export function tellNoPack(name: string, why: NoPack): string {
  if (why.problems === 'nowhere') {
    const ids = SHIPPED_PACKS.map(({ id }) => id).join(', ')
    return `${name} is no file and no shipped rule pack; shipped are ${ids}`
  }
  if (why.problems === 'encoding') return `${name} is no text in UTF-8 or GB18030; save it as UTF-8`
  if (why.problems === 'json') return `${name} is not valid JSON from line ${why.line} on`
  const lines = why.problems.map((problem) => `  ${tellPackProblem(problem)}`)
  return `${name} is not a rule pack:\n${lines.join('\n')}`
}

export function combineOrRefuse(choice: RuleChoice): RulePack {
  const { pack, problems } = combinePacks(choice)
  if (pack !== null) return pack
  throw new NoAnswer(
    `these rule packs cannot be judged by:\n${problems.map((problem) => `  ${tellCombineProblem(problem)}`).join('\n')}`,
  )
}
