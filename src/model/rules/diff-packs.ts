import { FIGURE_FIELDS, type FigureField, type Tier, TIERS } from '../rule-pack'
import { type AnyPack, type Figure, figureOfTier, isSameValue, sourceOfFigure, valueOfFigure } from './figure'

/** One difference between two packs. `field` null: the whole class is new or gone. */
export interface PackDifference {
  readonly what: 'class' | 'tier' | 'indicator' | 'parameter'
  readonly code: string
  readonly field: FigureField | 'walk' | 'value' | null
  /** null: not in the first pack */
  readonly before: Figure | null
  /** null: not in the second pack */
  readonly after: Figure | null
}

/** What the second pack says otherwise than the first: numbers, and classes only one has; in the first's order. */
export function diffPacks(a: AnyPack, b: AnyPack): PackDifference[] {
  return [...diffTiers(a, b), ...diffRules(a, b), ...diffLists(a, b)]
}

function diffTiers(a: AnyPack, b: AnyPack): PackDifference[] {
  return TIERS.flatMap((tier: Tier) => {
    const [before, after] = [figureOfTier(a, tier), figureOfTier(b, tier)]
    if (before?.value === after?.value) return []
    return [{ what: 'tier' as const, code: tier, field: 'walk' as const, before, after }]
  })
}

function diffRules(a: AnyPack, b: AnyPack): PackDifference[] {
  const [ofA, ofB] = [a, b].map((pack) => new Map(pack.rules.map((rule) => [rule.code, rule])))
  return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((code): PackDifference[] => {
    const [before, after] = [ofA.get(code), ofB.get(code)]
    if (before === undefined || after === undefined) {
      const tellTiers = (pack: AnyPack, rule: typeof before): Figure | null =>
        rule === undefined ? null : { value: rule.tiers, source: sourceOfFigure(pack, rule, 'tiers') }
      return [{ what: 'class', code, field: null, before: tellTiers(a, before), after: tellTiers(b, after) }]
    }
    return FIGURE_FIELDS.flatMap((field) => {
      const [from, to] = [valueOfFigure(before, field), valueOfFigure(after, field)]
      if (isSameValue(from, to)) return []
      return [
        {
          what: 'class' as const,
          code,
          field,
          before: { value: from, source: sourceOfFigure(a, before, field) },
          after: { value: to, source: sourceOfFigure(b, after, field) },
        },
      ]
    })
  })
}

function diffLists(a: AnyPack, b: AnyPack): PackDifference[] {
  return (['indicator', 'parameter'] as const).flatMap((what) => {
    const [ofA, ofB] = [figuresByCode(a, what), figuresByCode(b, what)]
    return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((code): PackDifference[] => {
      const [before, after] = [ofA.get(code) ?? null, ofB.get(code) ?? null]
      if (before !== null && after !== null && isSameValue(before.value, after.value)) return []
      return [{ what, code, field: before !== null && after !== null ? 'value' : null, before, after }]
    })
  })
}

function figuresByCode(pack: AnyPack, what: 'indicator' | 'parameter'): Map<string, Figure> {
  if (what === 'indicator')
    return new Map(
      (pack.indicators ?? []).map(({ code, amount, source }) => [code, { value: amount, source }]),
    )
  return new Map(
    (pack.parameters ?? []).map(({ code, value, source }) => [
      code,
      // a list of words is told as one only where it differs
      { value: typeof value === 'number' ? value : (value as unknown as Figure['value']), source },
    ]),
  )
}
