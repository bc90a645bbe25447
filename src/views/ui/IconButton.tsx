import { Tooltip } from 'antd'
import { Icon, type IconName } from './Icon'

interface IconButtonProps {
  readonly icon: IconName
  /** what it does; read out and shown on hover */
  readonly label: string
  readonly onClick: () => void
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
  readonly isSmall?: boolean
  /** where its name is shown; above, where nothing else is said */
  readonly tipSide?: 'top' | 'bottom'
}

/** A button that is only an icon, with its name as tooltip and for screen readers. */
export function IconButton({
  icon,
  label,
  onClick,
  isPressed,
  isDisabled,
  isSmall,
  tipSide = 'top',
}: IconButtonProps) {
  return (
    <Tooltip title={label} mouseEnterDelay={0.4} placement={tipSide}>
      <button
        type="button"
        className={isSmall ? 'plain icon-button small' : 'plain icon-button'}
        aria-label={label}
        aria-pressed={isPressed}
        disabled={isDisabled}
        onClick={onClick}
      >
        <Icon name={icon} small={isSmall ?? false} />
      </button>
    </Tooltip>
  )
}
