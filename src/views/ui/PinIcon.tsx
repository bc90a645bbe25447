/** A pin; decoration only, the control around it carries the label. */
export function PinIcon() {
  return (
    <svg className="icon pin-icon" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M4 1.5h4M4.5 1.5 5 6 3 7.5h6L7 6l.5-4.5M6 7.5v3.5" />
    </svg>
  )
}
