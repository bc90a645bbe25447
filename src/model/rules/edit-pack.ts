import type {
  FigureField,
  FigureSource,
  FigureValue,
  PackFile,
  PackParameter,
  PackRule,
  ReplacedFigure,
  Tier,
} from '../rule-pack'
import {
  type AnyPack,
  figureOfTier,
  isSameValue,
  sourceOfFigure,
  sourceOfRule,
  valueOfFigure,
} from './figure'
import { memberOf } from './hash-pack'

/** `document` of a number that a user has changed; what stood there is kept beside it. */
export const EDITED = '用户修改'

/**
 * A pack with one figure of a class changed: the new number is a judgement (J), the old one is kept. The number
 * that stood there at first set again is the pack as it was.
 */
export function editFigure(
  pack: PackFile,
  code: string,
  field: FigureField,
  value: FigureValue,
  note = '',
): PackFile {
  return changeRule(pack, code, (rule) => {
    const before = valueOfFigure(rule, field)
    const source = sourceOfFigure(pack, rule, field)
    const original = originalOf(source)
    if (isSameValue(original === null ? before : original.value, value)) return restore(pack, rule, field)
    const edited = editedSource(before, source, note)
    return { ...withValue(rule, field, value), figures: { ...rule.figures, [field]: edited } }
  })
}

/** A pack with one figure as its document has it; unchanged where nobody edited it. */
export function resetFigure(pack: PackFile, code: string, field: FigureField): PackFile {
  return changeRule(pack, code, (rule) => restore(pack, rule, field))
}

/** The same for the walk of a tier. */
export function editTierWalk(pack: PackFile, tier: Tier, value: number, note = ''): PackFile {
  const figure = figureOfTier(pack, tier)
  if (figure === null) return pack
  const original = originalOf(figure.source)
  if ((original === null ? figure.value : original.value) === value) return resetTierWalk(pack, tier)
  return {
    ...pack,
    tier_walk_m: { ...pack.tier_walk_m, [tier]: value },
    tier_status: { ...pack.tier_status, [tier]: 'J' },
    tier_figures: { ...pack.tier_figures, [tier]: editedSource(figure.value, figure.source, note) },
  }
}

export function resetTierWalk(pack: PackFile, tier: Tier): PackFile {
  const figure = figureOfTier(pack, tier)
  const original = figure === null ? null : originalOf(figure.source)
  if (original === null || typeof original.value !== 'number') return pack
  const { [tier]: _edited, ...rest } = pack.tier_figures ?? {}
  const { source } = original
  const isOfPack = source.document === pack.tier_source && source.clause === '' && source.edition === ''
  const tier_figures = isOfPack ? rest : { ...rest, [tier]: source }
  const { tier_figures: _all, ...plain } = pack
  return {
    ...plain,
    tier_walk_m: { ...pack.tier_walk_m, [tier]: original.value },
    tier_status: { ...pack.tier_status, [tier]: source.status },
    ...(Object.keys(tier_figures).length === 0 ? {} : { tier_figures }),
  }
}

/** The number under an edited one; null: nobody edited it. */
export function originalOf(source: FigureSource): ReplacedFigure | null {
  return source.document === EDITED ? (source.replaced?.at(-1) ?? null) : null
}

/** Whether any number of a pack has been changed by hand. */
export function isEdited(pack: PackFile): boolean {
  return countEdited(pack) > 0
}

/** How many numbers of a pack, or of what packs were combined to, are a user's. */
export function countEdited(pack: AnyPack): number {
  const sources = [
    ...pack.rules.flatMap(({ figures }) => Object.values(figures ?? {})),
    ...Object.values(pack.tier_figures ?? {}),
    ...(pack.parameters ?? []).map(({ source }) => source),
  ]
  // what is derived from an edited share is no edit of its own
  return sources.filter(({ document, status }) => document === EDITED && status === 'J').length
}

export function isEditedRule({ figures }: { readonly figures?: PackRule['figures'] }): boolean {
  return Object.values(figures ?? {}).some(({ document }) => document === EDITED)
}

/** A pack of one's own, made from another one; it says so. `taken`: ids that are in use. */
export function copyPack(
  pack: PackFile,
  taken: ReadonlySet<string>,
  names: Pick<PackFile, 'name_zh' | 'name_en'>,
): PackFile {
  const base = pack.id.replace(/-own(-\d+)?$/, '').slice(0, 50)
  let id = `${base}-own`
  for (let i = 2; taken.has(id); i++) id = `${base}-own-${i}`
  return { ...pack, ...names, id, version: '1.0.0', made_from: memberOf(pack) }
}

/** The next version: the last number one higher, "1.0.9" → "1.0.10". */
export function nextVersion(version: string): string {
  const last = /^(.*?)(\d{1,9})$/.exec(version)
  return last === null ? `${version}.1` : `${last[1]}${Number(last[2]) + 1}`
}

function changeRule(pack: PackFile, code: string, change: (rule: PackRule) => PackRule): PackFile {
  return { ...pack, rules: pack.rules.map((rule) => (rule.code === code ? change(rule) : rule)) }
}

function editedSource(before: FigureValue, source: FigureSource, note: string): FigureSource {
  const { replaced = [], ...plain } = source
  return {
    document: EDITED,
    clause: '',
    edition: '',
    status: 'J',
    ...(note === '' ? {} : { note }),
    // edited once more, the first original stays
    replaced: source.document === EDITED ? replaced : [...replaced, { value: before, source: plain }],
  }
}

function restore(pack: PackFile, rule: PackRule, field: FigureField): PackRule {
  const source = rule.figures?.[field]
  const original = source === undefined ? null : originalOf(source)
  if (source === undefined || original === null) return rule
  const earlier = source.replaced?.slice(0, -1) ?? []
  const { [field]: _edited, ...others } = rule.figures ?? {}
  const isOfRule = JSON.stringify(original.source) === JSON.stringify(sourceOfRule(pack.documents, rule))
  const figures = isOfRule
    ? others
    : {
        ...others,
        [field]: earlier.length === 0 ? original.source : { ...original.source, replaced: earlier },
      }
  const { figures: _figures, ...plain } = withValue(rule, field, original.value)
  return Object.keys(figures).length === 0 ? plain : { ...plain, figures }
}

function withValue(rule: PackRule, field: FigureField, value: FigureValue): PackRule {
  if (field === 'tiers') return { ...rule, tiers: (value ?? []) as PackRule['tiers'] }
  if (value === null && !(field in rule)) return rule
  return { ...rule, [field]: value }
}

/** A pack with a parameter that is a number changed; lists of words are not edited. */
export function editParameter(pack: PackFile, code: string, value: number, note = ''): PackFile {
  return changeParameter(pack, code, (parameter) => {
    if (typeof parameter.value !== 'number') return parameter
    if ((originalOf(parameter.source)?.value ?? parameter.value) === value) return restoreParameter(parameter)
    return { ...parameter, value, source: editedSource(parameter.value, parameter.source, note) }
  })
}

export function resetParameter(pack: PackFile, code: string): PackFile {
  return changeParameter(pack, code, restoreParameter)
}

function changeParameter(
  pack: PackFile,
  code: string,
  change: (parameter: PackParameter) => PackParameter,
): PackFile {
  if (pack.parameters === undefined) return pack
  return {
    ...pack,
    parameters: pack.parameters.map((parameter) => (parameter.code === code ? change(parameter) : parameter)),
  }
}

function restoreParameter(parameter: PackParameter): PackParameter {
  const original = originalOf(parameter.source)
  if (original === null || typeof original.value !== 'number') return parameter
  return { ...parameter, value: original.value, source: original.source }
}
