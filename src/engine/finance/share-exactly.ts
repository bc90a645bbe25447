/** Weights are told apart to a thousandth. */
const STEPS = 1000

/**
 * Shares a whole number by weights so that the parts add up to it exactly: each gets the whole part of what is due to
 * it, and what is left goes by one each to the largest fractions (largest remainder, Hamilton 1792); of equal ones to
 * the earlier. Reckoned in whole numbers without rounding; weights count to a thousandth. All weights zero: all parts
 * are zero.
 *
 * @param total a whole number, 0 or more
 * @param weights 0 or more each
 */
export function shareExactly(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`${total} cannot be shared`)
  const steps = weights.map((weight) => {
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`${weight} is no weight`)
    return BigInt(Math.round(weight * STEPS))
  })
  const sum = steps.reduce((all, each) => all + each, 0n)
  if (sum === 0n) return weights.map(() => 0)
  const parts = steps.map((step) => (BigInt(total) * step) / sum)
  const rests = steps.map((step) => (BigInt(total) * step) % sum)
  const left = Number(BigInt(total) - parts.reduce((all, each) => all + each, 0n))
  const next = rests
    .map((_, i) => i)
    .sort((a, b) => (rests[a] === rests[b] ? a - b : rests[a] > rests[b] ? -1 : 1))
  for (const i of next.slice(0, left)) parts[i]++
  return parts.map(Number)
}
