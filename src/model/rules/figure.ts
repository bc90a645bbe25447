import {
  FIGURE_FIELDS,
  type FigureField,
  type FigureSource,
  type FigureValue,
  type PackDocument,
  type PackFile,
  type PackRule,
  type Rule,
  type RulePack,
  type RuleStatus,
  type Tier,
  TIERS,
} from '../rule-pack'

/** A pack as a file, or what packs were combined to. */
export type AnyPack = PackFile | RulePack
export type AnyRule = PackRule | Rule

/** A number with its source. */
export interface Figure {
  readonly value: FigureValue
  readonly source: FigureSource
}

/** A figure of a rule; null: its document gives none. */
export function valueOfFigure(rule: AnyRule, field: FigureField): FigureValue {
  const value = rule[field] ?? null
  return field === 'tiers' && rule.tiers.length === 0 ? null : value
}

/** Where a figure of a rule comes from: its own source, or that of the rule. */
export function sourceOfFigure(
  { documents }: { readonly documents?: readonly PackDocument[] },
  rule: AnyRule,
  field: FigureField,
): FigureSource {
  return rule.figures?.[field] ?? sourceOfRule(documents ?? [], rule)
}

/** The source of a rule, as document, clause and edition. */
export function sourceOfRule(documents: readonly PackDocument[], rule: AnyRule): FigureSource {
  const document = findDocument(documents, rule.source)
  return {
    document: document?.id ?? rule.source,
    clause: document === undefined ? '' : rule.source.slice(document.id.length + 1),
    edition: document?.edition ?? '',
    status: rule.status,
    ...(rule.status_note === rule.status ? {} : { note: rule.status_note }),
  }
}

/** The document a source begins with; of several the one with the longest id. */
export function findDocument(documents: readonly PackDocument[], source: string): PackDocument | undefined {
  return documents
    .filter(({ id }) => source === id || source.startsWith(`${id} `))
    .sort((a, b) => b.id.length - a.id.length)[0]
}

/** The walk of a tier with its source; null: the pack gives none. */
export function figureOfTier(pack: AnyPack, tier: Tier): Figure | null {
  const value = pack.tier_walk_m[tier]
  if (value === undefined) return null
  const source = pack.tier_figures?.[tier] ?? {
    document: pack.tier_source,
    clause: '',
    edition: '',
    status: pack.tier_status[tier] ?? 'M',
  }
  return { value, source }
}

/** Every figure a rule states, in the order of fields. */
export function figuresOfRule(
  pack: AnyPack,
  rule: AnyRule,
): readonly (Figure & { readonly field: FigureField })[] {
  return FIGURE_FIELDS.flatMap((field) => {
    const value = valueOfFigure(rule, field)
    return value === null ? [] : [{ field, value, source: sourceOfFigure(pack, rule, field) }]
  })
}

/** How many numbers of a pack have each status: of classes, of tiers, of indicators and parameters. */
export function countStatuses(pack: AnyPack): Readonly<Record<RuleStatus, number>> {
  const counts: Record<RuleStatus, number> = { V: 0, P: 0, M: 0, J: 0, D: 0 }
  for (const rule of pack.rules) for (const { source } of figuresOfRule(pack, rule)) counts[source.status]++
  for (const tier of TIERS) {
    const figure = figureOfTier(pack, tier)
    if (figure !== null) counts[figure.source.status]++
  }
  for (const { source } of [...(pack.indicators ?? []), ...(pack.parameters ?? [])]) counts[source.status]++
  return counts
}

/** Whether two values say the same. */
export function isSameValue(a: FigureValue, b: FigureValue): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // supply is written field by field: the order of keys must not matter
  if ('measure' in a && 'measure' in b)
    return a.measure === b.measure && a.at_least === b.at_least && a.per === b.per && a.group === b.group
  if (isTiers(a) && isTiers(b)) return a.length === b.length && a.every((tier) => b.includes(tier))
  return JSON.stringify(a) === JSON.stringify(b)
}

/** A class is asked in tiers, whatever their order. */
function isTiers(value: object): value is readonly Tier[] {
  return Array.isArray(value) && value.every((part) => TIERS.includes(part as Tier))
}
