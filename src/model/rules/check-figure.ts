import { type FigureField, type FigureValue, type Range, type Tier, TIERS } from '../rule-pack'

/** What keeps a value from being a figure of a class. */
export type FigureProblem =
  | { readonly code: 'not-positive' | 'too-large' | 'negative' | 'least-above-most' | 'not-a-share' }
  // nobody else says in which tiers the class is asked
  | { readonly code: 'no-tier' }
  // no pack in use says how far this tier reaches
  | { readonly code: 'no-walk'; readonly tier: Tier }

/** What the packs in use say beside the figure. */
export interface FigureSurroundings {
  /** whether another pack in use says in which tiers the class is asked */
  readonly isTierTold: boolean
  /** how far each tier reaches by the packs in use */
  readonly tier_walk_m: Readonly<Partial<Record<Tier, number>>>
}

/** No radius, area or share that is typed is larger; files may go further. */
export const LARGEST_FIGURE = 1_000_000

/**
 * What is wrong with a value of a figure; null: nothing. It is at least as strict as the schema of pack files and
 * as combining them: what is refused in a file cannot be typed either.
 */
export function findFigureProblem(
  field: FigureField,
  value: FigureValue,
  { isTierTold, tier_walk_m }: FigureSurroundings,
): FigureProblem | null {
  if (field === 'tiers') {
    const chosen = TIERS.filter((tier) => ((value ?? []) as readonly Tier[]).includes(tier))
    if (chosen.length === 0) return isTierTold ? null : { code: 'no-tier' }
    const tier = chosen.find((each) => tier_walk_m[each] === undefined)
    return tier === undefined ? null : { code: 'no-walk', tier }
  }
  if (value === null || typeof value === 'boolean') return null
  if (field === 'old_area_factor') return isShare(value) ? null : { code: 'not-a-share' }
  if (typeof value === 'number') return findAmountProblem(value)
  if ('measure' in value) return findAmountProblem(value.at_least)
  const [least, most] = value as Range
  for (const bound of [least, most]) {
    if (bound !== null && !(bound >= 0)) return { code: 'negative' }
    if (bound !== null && bound > LARGEST_FIGURE) return { code: 'too-large' }
  }
  return least !== null && most !== null && least > most ? { code: 'least-above-most' } : null
}

function isShare(value: FigureValue): boolean {
  return typeof value === 'number' && value > 0 && value <= 1
}

function findAmountProblem(value: number): FigureProblem | null {
  if (!(value > 0)) return { code: 'not-positive' }
  return value > LARGEST_FIGURE ? { code: 'too-large' } : null
}
