/** Fills told apart without color: hatch for missing, dots for unknown, solid for the rest. */
export type FillPattern = 'solid' | 'hatch' | 'dots'

// a pattern repeats every PERIOD pixels and is drawn on beyond its frame, so that smoothing at the frame's
// edges reads the same pattern and leaves no seams
const PERIOD = 32
const MARGIN = 16
const STRIDE = PERIOD + 2 * MARGIN

const NAMES: readonly FillPattern[] = ['solid', 'hatch', 'dots']

export const FILL_PATTERNS = Object.fromEntries(
  NAMES.map((name, i) => [name, { x: i * STRIDE + MARGIN, y: MARGIN, width: PERIOD, height: PERIOD }]),
) as Readonly<Record<FillPattern, { x: number; y: number; width: number; height: number }>>

/** Draws the patterns as transparency masks; each tiles in both directions. */
export function drawHatchAtlas(): HTMLCanvasElement {
  const image = document.createElement('canvas')
  image.width = 4 * STRIDE
  image.height = STRIDE
  const context = image.getContext('2d')!
  NAMES.forEach((name, i) => {
    context.save()
    context.beginPath()
    context.rect(i * STRIDE, 0, STRIDE, STRIDE)
    context.clip()
    context.translate(i * STRIDE, 0)
    DRAW[name](context)
    context.restore()
  })
  return image
}

const DRAW: Readonly<Record<FillPattern, (context: CanvasRenderingContext2D) => void>> = {
  solid: (context) => context.fillRect(0, 0, STRIDE, STRIDE),
  hatch: (context) => {
    context.lineWidth = 4.5
    context.beginPath()
    for (let x = -STRIDE; x <= 2 * STRIDE; x += PERIOD / 2) {
      context.moveTo(x, STRIDE)
      context.lineTo(x + STRIDE, 0)
    }
    context.stroke()
  },
  dots: (context) => {
    for (let x = 0; x <= STRIDE; x += PERIOD / 2) {
      for (let y = 0; y <= STRIDE; y += PERIOD / 2) {
        // every other row is shifted
        if ((x + y) % PERIOD !== 0) continue
        context.beginPath()
        context.arc(x, y, 3, 0, 2 * Math.PI)
        context.fill()
      }
    }
  },
}
