import { useMemo } from 'react'
import { listInSight } from '../../map/facilities-in-sight'
import type { Facility } from '../../model/layers'
import { useLanguage, useProject, useView } from '../app-context'
import { SignMark } from '../ui/SignMark'
import { useNames } from '../use-names'

const NONE: readonly Facility[] = []

/** So many lines stand below the other keys, fewer where a plan has keys of its own; more stand beside them. */
const FEW = 12
const FEW_BESIDE_PLAN = 6

/** The signs and dots of the facilities that are seen: on paper nothing can be pointed at. */
export function FacilityLegend() {
  const { words } = useLanguage()
  const names = useNames()
  const facilities = useProject((project) => project.mapLayers?.facilities ?? NONE)
  const hasPlan = useView((view) => view.scenario !== null)
  const isVisible = useView((view) => view.visible.facilities)
  const seen = useView((view) => view.seen)
  const zoom = useView((view) => view.seenZoom)
  const hiddenFamilies = useView((view) => view.hiddenFamilies)
  const mapTheme = useView((view) => view.mapTheme)
  const rules = useView((view) => view.rules)
  const inSight = useMemo(
    () =>
      seen === null || !isVisible
        ? null
        : listInSight(facilities, seen, zoom, { hiddenFamilies, mapTheme, rules }),
    [facilities, isVisible, seen, zoom, hiddenFamilies, mapTheme, rules],
  )
  if (inSight === null) return null
  const { signs, dots } = inSight
  // short names, two beside each other
  const lines = signs.length + Math.ceil(dots.length / 2)
  if (lines === 0) return null
  return (
    <div
      className={lines > (hasPlan ? FEW_BESIDE_PLAN : FEW) ? 'facility-legend is-long' : 'facility-legend'}
    >
      <p className="legend-title">{words.layer.facilities}</p>
      <ul className="legend-steps">
        {signs.map(({ sign, classes }) => (
          <li key={classes.join()}>
            <SignMark sign={sign} />
            {classes
              .map((code) => (code === undefined ? words.unknown : names.classOf(code)))
              .join(words.listSeparator)}
          </li>
        ))}
      </ul>
      <ul className="legend-steps facility-dots">
        {dots.map(({ family, color }) => (
          <li key={family ?? ''}>
            <span className="facility-dot" style={{ background: color }} aria-hidden="true" />
            {family === null ? words.talk.otherClasses : words.family[family]}
          </li>
        ))}
      </ul>
    </div>
  )
}
