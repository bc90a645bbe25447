import type { ClassSensitivity, Sensitivity, Variant, VariantId } from '../model/sensitivity'
import { round } from './commands/walk'
import { formatTable } from './table'

/** What `assess --sensitivity --json` adds to the answer of `assess`. */
export interface SensitivityAnswer {
  /** by class code */
  readonly sensitivity: Readonly<Record<string, Omit<ClassSensitivity, 'code'>>>
  readonly sensitivity_variants: readonly Variant[]
}

/** The sensitivity band as plain rows. */
export function describeSensitivity({ classes, variants }: Sensitivity): SensitivityAnswer {
  return {
    sensitivity: Object.fromEntries(
      classes.map(({ code, flip_share, ...band }) => [
        code,
        { ...band, flip_share: flip_share === null ? null : round(flip_share, 4) },
      ]),
    ),
    sensitivity_variants: variants,
  }
}

const NAMES: Readonly<Record<VariantId, string>> = {
  judged: 'as judged',
  slower: 'slower',
  faster: 'faster',
  'no-delays': 'no delays',
  'snap-near': 'nearer snap',
  'snap-far': 'farther snap',
  'least-favorable': 'all unfavorable',
  'most-favorable': 'all favorable',
}

/** The sensitivity band as a table, in the order of the rule pack; unknown where no residents are known. */
export function tabulateSensitivity({ classes }: Sensitivity): string {
  return formatTable(
    ['class', 'served', 'least', 'most', 'least_by', 'most_by', 'flipping'],
    classes.map((band) =>
      band.flip_share === null
        ? [band.code, ...Array.from({ length: 6 }, () => 'unknown')]
        : [
            band.code,
            String(band.people_served),
            String(band.people_served_least),
            String(band.people_served_most),
            NAMES[band.least_by],
            NAMES[band.most_by],
            `${round(band.flip_share * 100, 1)} %`,
          ],
    ),
  )
}

/** What was varied, and what has no effect, in one line. */
export function tellVariants({ variants, basis }: Sensitivity): string {
  const snaps = rangeOf(variants, ({ max_snap_m }) => max_snap_m)
  const snap = `snap ${snaps[0]}–${snaps[1]} m`
  if (basis.basis === 'distance')
    return `people served with ${snap}; speed and delays have no effect on the distance basis`
  const speeds = rangeOf(variants, ({ speed_factor }) => speed_factor)
  return `people served with speed ${round(speeds[0] * 100, 0)}–${round(speeds[1] * 100, 0)} %, with and without delays, ${snap}`
}

function rangeOf(variants: readonly Variant[], of: (variant: Variant) => number): [number, number] {
  const values = variants.map(of)
  return [Math.min(...values), Math.max(...values)]
}
