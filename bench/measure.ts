/** Median and 95th percentile of the times of a call, ms; after a warm-up of a fifth of the runs. */
export function measure(
  runs: number,
  call: (i: number) => void,
): { median_ms: number; p95_ms: number; mean_ms: number } {
  for (let i = 0; i < Math.ceil(runs / 5); i++) call(i)
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    call(i)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return {
    median_ms: times[times.length >> 1],
    p95_ms: times[Math.min(times.length - 1, Math.floor(times.length * 0.95))],
    mean_ms: times.reduce((sum, time) => sum + time, 0) / times.length,
  }
}

/** A figure beside its target, with a mark. */
export function beside(value: number, target: number, unit: string, decimals = 1): string {
  return `${value.toFixed(decimals)} ${unit} (target ≤ ${target} ${unit}: ${value <= target ? 'met' : 'NOT met'})`
}

export function assertEqual(actual: number, expected: number, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${actual}, expected ${expected}`)
}
