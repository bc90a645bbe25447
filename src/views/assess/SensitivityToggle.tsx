import { useActions, useLanguage, useView } from '../app-context'
import type { ShownSensitivity } from './use-sensitivity'

interface SensitivityToggleProps {
  readonly shown: ShownSensitivity
  /** false: no residents are known, and there is nothing to vary */
  readonly hasPeople: boolean
}

/** Asks for the range of people served, and says what was varied. */
export function SensitivityToggle({ shown, hasPeople }: SensitivityToggleProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const isWanted = useView((view) => view.wantsSensitivity)
  const tell = (): string => {
    if (!hasPeople) return words.sensitivity.noPeople
    if (!isWanted) return words.sensitivity.hint
    if (shown.answer === null) return words.sensitivity.measuring
    const { variants, basis } = shown.answer
    const snaps = variants.map(({ max_snap_m }) => max_snap_m)
    const snap = `${format.count(Math.min(...snaps))}–${format.metres(Math.max(...snaps))}`
    const speed = Math.max(...variants.map(({ speed_factor }) => speed_factor)) - 1
    return basis.basis === 'time'
      ? words.sensitivity.variedTime(format.share(speed), snap)
      : words.sensitivity.variedDistance(snap)
  }
  return (
    <div className="sensitivity">
      <button
        type="button"
        className="plain toggle-button"
        aria-pressed={isWanted && hasPeople}
        disabled={!hasPeople}
        onClick={() => actions.setWantsSensitivity(!isWanted)}
      >
        {words.sensitivity.title}
      </button>
      <p className="caption" role="status">
        {tell()}
      </p>
    </div>
  )
}
