import {
  FIGURE_FIELDS,
  type FigureField,
  type FigureSource,
  type Indicator,
  type PackFile,
  type PackParameter,
  type PackRule,
  type ReplacedFigure,
  type Rule,
  type RuleChoice,
  type RulePack,
  type Tier,
  TIERS,
} from '../rule-pack'
import { type Figure, figureOfTier, sourceOfFigure, valueOfFigure } from './figure'
import { memberOf } from './hash-pack'

/** Why packs cannot be combined to something that can be judged by. */
export interface CombineProblem {
  /**
   * `no-classes`: no pack has any. `no-tiers`, `no-required`: no pack says that of a class. `no-walk`: no pack
   * says how far a tier reaches. `same-id`: two packs of one id.
   */
  readonly code: 'no-classes' | 'no-tiers' | 'no-required' | 'no-walk' | 'same-id'
  /** the class, tier or pack */
  readonly about: string
}

export type Combined =
  | { readonly pack: RulePack; readonly problems: readonly [] }
  | { readonly pack: null; readonly problems: readonly CombineProblem[] }

/**
 * One pack out of several, in their order. Each figure of a class that a later pack states takes the place of
 * the earlier one, which is kept beside it; classes, tiers, indicators and parameters that only one pack has are
 * added. A figure a pack is silent about stays. Each figure keeps its own source. Tiers are never made out of one
 * another: a class stands in the tiers a document puts it in. The same packs in the same order give the same.
 */
export function combinePacks({ packs, old_area }: RuleChoice): Combined {
  const problems: CombineProblem[] = []
  packs.forEach(({ id }, i) => {
    if (packs.findIndex((pack) => pack.id === id) !== i) problems.push({ code: 'same-id', about: id })
  })
  const joined = packs.length === 1 ? packs[0] : joinPacks(packs)
  if (joined === null || joined.rules.length === 0) problems.push({ code: 'no-classes', about: '' })
  else problems.push(...findMissing(joined))
  if (joined === null || problems.length > 0) return { pack: null, problems }
  const { format: _format, schema: _schema, made_from: _origin, ...content } = joined
  // findMissing has seen that nothing is left open
  const pack = content as RulePack
  const rules = old_area ? pack.rules.map((rule) => applyOldArea(pack, rule)) : pack.rules
  return {
    pack: { ...pack, rules, ...(old_area ? { old_area } : {}), members: packs.map(memberOf) },
    problems: [],
  }
}

function joinPacks(packs: readonly PackFile[]): PackFile | null {
  const [first] = packs
  if (first === undefined) return null
  const rules = new Map<string, PackRule>()
  for (const pack of packs)
    for (const rule of pack.rules) {
      const later = withSources(pack, rule)
      const earlier = rules.get(rule.code)
      rules.set(rule.code, earlier === undefined ? later : mergeRules(earlier, later))
    }
  const walks = joinTiers(packs)
  return {
    format: first.format,
    schema: first.schema,
    id: packs.map(({ id }) => id).join('+'),
    name_zh: packs.map(({ name_zh }) => name_zh).join(' + '),
    name_en: packs.map(({ name_en }) => name_en).join(' + '),
    version: packs.map(({ version }) => version).join('+'),
    date: packs.map(({ date }) => date).reduce((a, b) => (a > b ? a : b)),
    documents: firstOfEach(
      packs.flatMap(({ documents }) => documents),
      ({ id }) => id,
    ),
    references: Object.assign({}, ...packs.map(({ references }) => references ?? {}).reverse()) as Record<
      string,
      string
    >,
    ...walks,
    tier_source: firstOfEach(
      packs.map(({ tier_source }) => tier_source).filter((source) => source !== ''),
      (source) => source,
    ).join('; '),
    rules: [...rules.values()],
    indicators: joinByCode<Indicator>(packs, ({ indicators }) => indicators),
    parameters: joinByCode<PackParameter>(packs, ({ parameters }) => parameters),
  }
}

/** The later rule's figures over the earlier one's. The class keeps its name and the source of the earlier. */
function mergeRules(earlier: PackRule, later: PackRule): PackRule {
  const merged: Record<string, unknown> = { ...earlier }
  const figures: Partial<Record<FigureField, FigureSource>> = { ...earlier.figures }
  for (const field of FIGURE_FIELDS) {
    const value = valueOfFigure(later, field)
    const source = later.figures?.[field]
    if (value === null || source === undefined) continue
    const before = valueOfFigure(earlier, field)
    const sourceBefore = earlier.figures?.[field]
    merged[field] = value
    figures[field] =
      before === null || sourceBefore === undefined
        ? source
        : replacing({ value: before, source: sourceBefore }, source)
  }
  return {
    ...(merged as unknown as PackRule),
    figures,
    users: firstOfEach([...earlier.users, ...later.users], (user) => user),
    note: firstOfEach([earlier.note, later.note], (note) => note)
      .filter((note) => note !== '')
      .join(' · '),
    ...(later.group === undefined ? {} : { group: later.group }),
  }
}

/** Every figure with its source and pack written out, so that figures of several packs can stand side by side. */
function withSources(pack: PackFile, rule: PackRule): PackRule {
  const figures: Partial<Record<FigureField, FigureSource>> = {}
  for (const field of FIGURE_FIELDS)
    if (valueOfFigure(rule, field) !== null)
      figures[field] = { ...sourceOfFigure(pack, rule, field), pack: pack.id }
  return { ...rule, figures }
}

/** A source that remembers what its figure takes the place of. */
function replacing(before: Figure, source: FigureSource): FigureSource {
  const { replaced: earlier = [], ...plain } = before.source
  const last: ReplacedFigure = { value: before.value, source: plain }
  return { ...source, replaced: [...earlier, last, ...(source.replaced ?? [])] }
}

function joinTiers(
  packs: readonly PackFile[],
): Pick<PackFile, 'tier_walk_m' | 'tier_status' | 'tier_figures'> {
  const tier_walk_m: Partial<Record<Tier, number>> = {}
  const tier_status: Record<string, FigureSource['status']> = {}
  const tier_figures: Partial<Record<Tier, FigureSource>> = {}
  for (const tier of TIERS)
    for (const pack of packs) {
      const figure = figureOfTier(pack, tier)
      const value = pack.tier_walk_m[tier]
      if (figure === null || value === undefined) continue
      const source = { ...figure.source, pack: pack.id }
      const before = tier_figures[tier]
      tier_figures[tier] =
        before === undefined
          ? source
          : replacing({ value: tier_walk_m[tier] ?? null, source: before }, source)
      tier_walk_m[tier] = value
      tier_status[tier] = source.status
    }
  return { tier_walk_m, tier_status, tier_figures }
}

/** In the order they first appear; the last of each code. */
function joinByCode<T extends { readonly code: string; readonly source: FigureSource }>(
  packs: readonly PackFile[],
  listOf: (pack: PackFile) => readonly T[] | undefined,
): T[] {
  const byCode = new Map<string, T>()
  for (const pack of packs)
    for (const item of listOf(pack) ?? [])
      byCode.set(item.code, { ...item, source: { ...item.source, pack: pack.id } })
  return [...byCode.values()]
}

function firstOfEach<T>(list: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>()
  return list.filter((item) => {
    const key = keyOf(item)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function findMissing(pack: PackFile): CombineProblem[] {
  const problems: CombineProblem[] = []
  const tiers = new Set<Tier>()
  for (const rule of pack.rules) {
    if (rule.tiers.length === 0) problems.push({ code: 'no-tiers', about: rule.code })
    if (rule.required === null) problems.push({ code: 'no-required', about: rule.code })
    for (const tier of rule.tiers) tiers.add(tier)
  }
  for (const tier of TIERS)
    if (tiers.has(tier) && pack.tier_walk_m[tier] === undefined)
      problems.push({ code: 'no-walk', about: tier })
  return problems
}

/** In old areas a share of the supply is enough, where the document says so; then the amount is derived (D). */
function applyOldArea(pack: RulePack, rule: Rule): Rule {
  const { supply, old_area_factor: factor } = rule
  if (!supply || !factor) return rule
  const source = sourceOfFigure(pack, rule, 'supply')
  const { replaced: _replaced, ...clause } = sourceOfFigure(pack, rule, 'old_area_factor')
  // 2 × 0.7 is 1.4, not 1.3999…
  const at_least = Math.round(supply.at_least * factor * 1e6) / 1e6
  const note = `${supply.at_least} × ${factor}`
  return {
    ...rule,
    supply: { ...supply, at_least },
    figures: {
      ...rule.figures,
      supply: replacing({ value: supply, source }, { ...clause, status: 'D', note }),
    },
  }
}
