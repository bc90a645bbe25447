/** First entry of each node from how many each has (one place on), in ints. */
export function accumulate(counts: Int32Array, stride: number): Int32Array {
  const start = new Int32Array(counts.length)
  for (let i = 1; i < counts.length; i++) start[i] = start[i - 1] + counts[i] * stride
  return start
}
