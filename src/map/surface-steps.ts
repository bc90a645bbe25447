import { type Surface, SURFACE_UNKNOWN } from '../model/surface'
import type { Hex, PALETTES } from './palette'

/** How thick a surface is painted: streets and buildings are drawn above and stay readable. */
export const SURFACE_ALPHA = { cells: 0.72, hexagons: 0.62 } as const

/** A step of a surface's ramp: values up to `to` (inclusive); Infinity: beyond the last break. */
export interface SurfaceStep {
  readonly from: number
  readonly to: number
  readonly color: Hex
  readonly isHatched: boolean
}

/** The steps of a surface, as its map and its legend show them: walks deep to light, missing light to deep. */
export function surfaceSteps(
  { unit, breaks }: Pick<Surface, 'unit' | 'breaks'>,
  palette: (typeof PALETTES)['light'],
): SurfaceStep[] {
  const colors = unit === 'classes' ? palette.missing : [...palette.reach, palette.unserved]
  return [...breaks, Infinity].map((to, i) => ({
    from: i === 0 ? 0 : breaks[i - 1],
    to,
    color: colors[Math.min(i, colors.length - 1)],
    isHatched: unit !== 'classes' && to === Infinity,
  }))
}

/** The color of a value; null: nothing is said there. */
export function surfaceColor(
  surface: Pick<Surface, 'unit' | 'breaks'>,
  value: number,
  palette: (typeof PALETTES)['light'],
): Hex | null {
  if (Number.isNaN(value)) return null
  if (value === SURFACE_UNKNOWN) return palette.unknown
  const steps = surfaceSteps(surface, palette)
  return steps.find(({ to }) => value <= to)?.color ?? null
}

/** Whether a value lies beyond the last step of walks: missing, and hatched. */
export function isHatched({ unit, breaks }: Pick<Surface, 'unit' | 'breaks'>, value: number): boolean {
  return unit !== 'classes' && value > breaks[breaks.length - 1]
}
