import type { Finding } from '../../model/finding'
import { useLanguage } from '../app-context'

/** The triangle a finding has on the map: filled where results are affected, small where it is only a note. */
export function FindingMark({ severity }: { readonly severity: Finding['severity'] }) {
  const { words } = useLanguage()
  return (
    <svg
      className={`finding-mark ${severity}`}
      viewBox="0 0 12 12"
      role="img"
      aria-label={words.doctor.severity[severity]}
    >
      <path d="M6 1.4 11 10.4 1 10.4z" />
    </svg>
  )
}
