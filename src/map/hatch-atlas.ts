/** Fills told apart without color: hatch for missing, dots for unknown, solid for the rest. */
export type FillPattern = 'solid' | 'hatch' | 'dots'

const CELL = 32

export const FILL_PATTERNS: Readonly<
  Record<FillPattern, { x: number; y: number; width: number; height: number }>
> = {
  solid: { x: 0, y: 0, width: CELL, height: CELL },
  hatch: { x: CELL, y: 0, width: CELL, height: CELL },
  dots: { x: 2 * CELL, y: 0, width: CELL, height: CELL },
}

/** Draws the patterns as transparency masks; each tiles in both directions. */
export function drawHatchAtlas(): HTMLCanvasElement {
  const image = document.createElement('canvas')
  image.width = 4 * CELL
  image.height = CELL
  const context = image.getContext('2d')!
  context.fillStyle = context.strokeStyle = '#000000'
  context.fillRect(0, 0, CELL, CELL)

  context.save()
  context.beginPath()
  context.rect(CELL, 0, CELL, CELL)
  context.clip()
  context.lineWidth = 4.5
  context.beginPath()
  // two lines per cell, drawn over its edges so that the tiles meet
  for (let offset = -CELL; offset <= 2 * CELL; offset += CELL / 2) {
    context.moveTo(CELL + offset - 8, CELL + 8)
    context.lineTo(CELL + offset + CELL + 8, -8)
  }
  context.stroke()
  context.restore()

  for (const [x, y] of [
    [8, 8],
    [24, 24],
  ] as const) {
    context.beginPath()
    context.arc(2 * CELL + x, y, 3, 0, 2 * Math.PI)
    context.fill()
  }
  return image
}
