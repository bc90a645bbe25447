import { type PackFile, RULE_STATUSES, type RulePack, TIERS } from '../../model/rule-pack'
import { diffPacks } from '../../model/rules/diff-packs'
import {
  type AnyPack,
  countStatuses,
  type Figure,
  figureOfTier,
  figuresOfRule,
} from '../../model/rules/figure'
import { memberOf } from '../../model/rules/hash-pack'
import { SHIPPED_PACKS } from '../../model/rules/shipped-packs'
import type { PackProblem } from '../../model/rules/pack-problem'
import { type Command, type Io, NoAnswer, UsageError } from '../command'
import { tellValue } from '../pack-sentences'
import { combineOrRefuse, findPack, loadPack, tellNoPack } from '../rule-packs'
import { JSON_OPTION, OLD_AREA_OPTION } from '../settings'
import { formatTable } from '../table'

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'rule packs: list those shipped; show PACK… one, or several combined; check FILE…; diff PACK PACK',
  positionals: ['list|show|check|diff…'],
  options: [OLD_AREA_OPTION, JSON_OPTION],
  async run(args, io) {
    const [action, ...names] = args.positionals
    const isJson = args.has('--json')
    switch (action) {
      case 'list':
        return listPacks(isJson, io)
      case 'show': {
        if (names.length === 0) throw new UsageError('rules show needs a pack')
        const packs = await Promise.all(names.map(loadPack))
        const isOldArea = args.has('--old-area')
        // one pack is shown as it is, also where it could not be judged by alone
        const pack =
          packs.length === 1 && !isOldArea ? packs[0] : combineOrRefuse({ packs, old_area: isOldArea })
        return showPack(pack, isJson, io)
      }
      case 'check':
        return checkFiles(names, isJson, io)
      case 'diff':
        if (names.length !== 2) throw new UsageError('rules diff needs two packs')
        return showDifferences(await loadPack(names[0]), await loadPack(names[1]), isJson, io)
      default:
        throw new UsageError(`rules knows list, show, check and diff, not "${action}"`)
    }
  },
}

function listPacks(isJson: boolean, io: Io): void {
  const rows = SHIPPED_PACKS.map((pack) => ({
    ...memberOf(pack),
    classes: pack.rules.length,
    indicators: pack.indicators?.length ?? 0,
    parameters: pack.parameters?.length ?? 0,
    statuses: countStatuses(pack),
  }))
  if (isJson) {
    io.out(`${JSON.stringify({ packs: rows })}\n`)
    return
  }
  io.out(
    formatTable(
      ['id', 'version', 'hash', 'classes', ...RULE_STATUSES, 'name'],
      rows.map(({ id, version, hash, classes, statuses, name_zh }) => [
        id,
        version,
        hash,
        String(classes),
        ...RULE_STATUSES.map((status) => String(statuses[status])),
        name_zh,
      ]),
    ),
  )
}

function showPack(pack: AnyPack, isJson: boolean, io: Io): void {
  if (isJson) {
    io.out(`${JSON.stringify(pack)}\n`)
    return
  }
  const tiers = TIERS.flatMap((tier) => {
    const figure = figureOfTier(pack, tier)
    return figure === null ? [] : [tellRow(`tier ${tier}`, 'walk_m', figure)]
  })
  const rules = pack.rules.flatMap((rule) =>
    figuresOfRule(pack, rule).map((figure) => tellRow(rule.code, figure.field, figure)),
  )
  const indicators = (pack.indicators ?? []).map(({ code, amount, unit, method, source }) =>
    tellRow(code, unit === '' ? method : `${method} ${unit}`, { value: amount, source }),
  )
  const parameters = (pack.parameters ?? []).map(({ code, value, unit, source }) => [
    code,
    unit,
    typeof value === 'number' ? String(value) : value.join('+'),
    ...tellSource({ value: null, source }),
  ])
  io.err(`${tellPack(pack)}; every mark but V: 请规划师核对, a planner must check it\n`)
  io.out(
    formatTable(
      ['code', 'figure', 'value', 'mark', 'document', 'clause', 'note'],
      [...tiers, ...rules, ...indicators, ...parameters],
    ),
  )
}

function tellPack(pack: AnyPack): string {
  const members = (pack as RulePack).members ?? [memberOf(pack)]
  return members.map(({ id, version, hash }) => `${id} ${version} (${hash})`).join(' + ')
}

function tellRow(code: string, field: string, figure: Figure): string[] {
  return [code, field, tellValue(figure.value), ...tellSource(figure)]
}

function tellSource({ source }: Figure): string[] {
  const { status, document, clause, note = '', replaced = [] } = source
  const before = replaced.map((figure) => `was ${tellValue(figure.value)} by ${figure.source.document}`)
  return [status, document, clause, [note, ...before].filter((part) => part !== '').join('; ')]
}

/** What a check says of one file. */
interface CheckedFile {
  readonly file: string
  readonly pack: ReturnType<typeof memberOf> | null
  readonly problem: 'invalid' | 'not-json' | 'not-text' | 'not-found' | null
  /** where a text stops being JSON */
  readonly line?: number
  /** of an invalid one all that is wrong */
  readonly rows: readonly PackProblem[]
}

async function checkFiles(names: readonly string[], isJson: boolean, io: Io): Promise<void> {
  if (names.length === 0) throw new UsageError('rules check needs a file')
  const wrong: string[] = []
  const files: CheckedFile[] = []
  for (const file of names) {
    const found = await findPack(file)
    if (found.pack !== null) {
      if (!isJson) io.out(`${file}: ${tellPack(found.pack)} is a rule pack\n`)
      files.push({ file, pack: memberOf(found.pack), problem: null, rows: [] })
      continue
    }
    wrong.push(tellNoPack(file, found))
    const { problems } = found
    const none = { file, pack: null, rows: [] }
    if (problems === 'json') files.push({ ...none, problem: 'not-json', line: found.line })
    else if (problems === 'encoding') files.push({ ...none, problem: 'not-text' })
    else if (problems === 'nowhere') files.push({ ...none, problem: 'not-found' })
    else files.push({ ...none, problem: 'invalid', rows: problems })
  }
  // what is wrong is part of the answer; that something is, of the exit
  if (isJson) io.out(`${JSON.stringify({ files })}\n`)
  if (wrong.length > 0) throw new NoAnswer(wrong.join('\n'))
}

function showDifferences(a: PackFile, b: PackFile, isJson: boolean, io: Io): void {
  const differences = diffPacks(a, b)
  if (isJson) {
    io.out(`${JSON.stringify({ a: memberOf(a), b: memberOf(b), differences })}\n`)
    return
  }
  io.err(`${tellPack(a)} against ${tellPack(b)}: ${differences.length} differences\n`)
  io.out(
    formatTable(
      ['what', 'code', 'figure', 'before', 'after', 'mark'],
      differences.map(({ what, code, field, before, after }) => [
        what,
        code,
        field ?? '',
        before === null ? 'not there' : tellValue(before.value),
        after === null ? 'not there' : tellValue(after.value),
        after?.source.status ?? '',
      ]),
    ),
  )
}
