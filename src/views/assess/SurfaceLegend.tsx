import type { Surface } from '../../model/surface'
import { SURFACE_ALPHA } from '../../map/surface-steps'
import { PALETTES } from '../../map/palette'
import { surfaceSteps } from '../../map/surface-steps'
import { tellHour } from '../basis-line'
import { useLanguage, useView } from '../app-context'
import { AccessOnly } from '../ui/AccessOnly'
import { useNames } from '../use-names'

/** What the colors of a surface mean, and what it rests on. */
export function SurfaceLegend({ surface }: { readonly surface: Surface }) {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const palette = PALETTES[useView((view) => view.appearance)]
  const form = useView((view) => view.mapForm)
  const alpha = form === 'cells' ? SURFACE_ALPHA.cells : SURFACE_ALPHA.hexagons
  /** As it is drawn over the ground: a legend in fuller colors than its map is of another map. */
  const drawn = (color: string) => `color-mix(in srgb, ${color} ${100 * alpha}%, ${palette.ground})`
  const profile = useView((view) => view.profile)
  const hour = useView((view) => view.hour)
  const { subject, unit, breaks, basis, unsurveyed, hexagons } = surface
  const told = (value: number) => (unit === 'classes' ? format.count(value) : format.limit(value, unit))
  const tell = (from: number, to: number) => {
    if (to === Infinity)
      return unit === 'classes' ? words.surface.more(format.count(from + 1)) : words.surface.over(told(from))
    if (unit !== 'classes') return words.surface.upTo(told(to))
    return to === 0 ? words.surface.none : words.surface.steps(format.count(from + 1), format.count(to))
  }
  return (
    <div>
      <p className="legend-title">
        {subject.kind === 'class' ? words.surface.walks(names.classOf(subject.code)) : words.surface.missing}
      </p>
      <ul className="legend-steps">
        {surfaceSteps({ unit, breaks }, palette).map(({ from, to, color, isHatched }) => (
          <li key={to}>
            {isHatched ? (
              <span className="verdict unserved legend-hatch" />
            ) : (
              <span className="swatch" style={{ background: drawn(color) }} />
            )}
            {tell(from, to)}
          </li>
        ))}
        <li>
          <span className="verdict unknown legend-hatch" />
          {words.surface.unknown}
        </li>
      </ul>
      <p className="caption">
        {words.surface.basis(words.surface.by[basis], words.profile[profile], tellHour(hour, language))}
        {hexagons === null ? '' : ` · ${words.surface.resolution(String(hexagons.resolution))}`}
      </p>
      <AccessOnly />
      {subject.kind === 'missing' && unsurveyed > 0 ? (
        <p className="caption">{words.surface.unsurveyed(format.count(unsurveyed))}</p>
      ) : null}
    </div>
  )
}
