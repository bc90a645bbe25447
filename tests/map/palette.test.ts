import { describe, expect, test } from 'vitest'
import { SURFACE_ALPHA } from '../../src/map/surface-steps'
import { type Hex, PALETTES, rgba } from '../../src/map/palette'

/** Oklab of a color, by Ottosson's matrices: equal distances look about equally far apart. */
function oklab(channels: readonly number[]): readonly number[] {
  const [r, g, b] = channels.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** As it is drawn over the ground. */
function drawn(color: Hex, ground: Hex, alpha: number): readonly number[] {
  const [above, below] = [rgba(color), rgba(ground)]
  return oklab([0, 1, 2].map((i) => alpha * above[i] + (1 - alpha) * below[i]))
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - b[i]))

describe.each(['light', 'dark'] as const)('%s', (appearance) => {
  const { ground, missing, reach } = PALETTES[appearance]
  test.each([
    ['missing', missing],
    ['reach', reach],
  ])(
    'steps of %s are told apart from each other and from the ground, as thin as they are drawn',
    (_, ramp) => {
      const steps = [...ramp, ground].map((color) => drawn(color, ground, SURFACE_ALPHA.hexagons))
      const near = steps.flatMap((a, i) => steps.slice(i + 1).map((b) => distance(a, b)))
      // more than twice what an eye just tells apart side by side, and a third more where little light comes from the screen
      expect(Math.min(...near)).toBeGreaterThan(appearance === 'light' ? 0.05 : 0.065)
    },
  )
})
