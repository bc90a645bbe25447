/** A step of the map's coloring by missing classes: whole numbers from `from` to `to`, colored by `color`. */
export interface MissingStep {
  readonly from: number
  readonly to: number
  /** index into `palette.missing` */
  readonly color: number
}

const COLORS = 4

/**
 * Steps that tell these communities apart: «none» has its own; the others are cut so that each step holds
 * about as many communities (quantiles at whole numbers, equal counts never split). Fixed steps would paint
 * a whole old district in one color, because there nearly everything is missing.
 */
export function cutMissingSteps(missing: readonly number[]): MissingStep[] {
  const some = missing.filter((count) => count > 0).sort((a, b) => a - b)
  const steps: MissingStep[] = [{ from: 0, to: 0, color: 0 }]
  if (some.length === 0) return steps
  const limits = new Set([some[0]])
  for (let i = 1; i < COLORS; i++) limits.add(some[Math.floor((i * some.length) / COLORS)])
  const sorted = [...limits].sort((a, b) => a - b)
  sorted.forEach((from, i) => {
    const to = i + 1 < sorted.length ? sorted[i + 1] - 1 : some[some.length - 1]
    // few steps use the deep end: many missing must look like many missing
    steps.push({ from, to, color: COLORS - sorted.length + i + 1 })
  })
  return steps
}

/**
 * Steps for what is shown, cut by what is so without a scenario: a color means the same in every scenario. `base`:
 * null where that is not known.
 */
export function cutStepsAcross(base: readonly number[] | null, shown: readonly number[]): MissingStep[] {
  const steps = cutMissingSteps(base ?? shown)
  const most = shown.reduce((max, count) => Math.max(max, count), 0)
  const last = steps[steps.length - 1]
  if (most <= last.to) return steps
  // nothing was missing anywhere: the first step is «none» and stays so
  return last.from === 0 ? cutMissingSteps(shown) : [...steps.slice(0, -1), { ...last, to: most }]
}

/** The color of a number of missing classes. */
export function missingColor(steps: readonly MissingStep[], missing: number): number {
  return steps.findLast((step) => missing >= step.from)?.color ?? 0
}
