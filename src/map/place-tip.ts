/** Most of a tip's size, pixels. */
const MOST = { width: 280, height: 80 }

interface Free {
  readonly width: number
  readonly height: number
  /** what panels cover */
  readonly right: number
  readonly bottom: number
}

/** On which sides of the pointer a tip has room: right and below, unless a panel or the edge would cut it. */
export function placeTip({ x, y }: { readonly x: number; readonly y: number }, free: Free): string {
  const isLeft = x + MOST.width > free.width - free.right
  const isAbove = y + MOST.height > free.height - free.bottom
  return ['map-tip', ...(isLeft ? ['is-left'] : []), ...(isAbove ? ['is-above'] : [])].join(' ')
}
