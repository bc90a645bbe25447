import type { Finding } from '../model/finding'
import { LINK_KINDS, type LinkKind } from '../model/links'
import type { RulePack } from '../model/rule-pack'
import { SIGN_WIDTH } from '../model/side-by-side'
import { PALETTES, SPACE_COLORS, type Appearance, type Hex } from './palette'
import { classSign, signedClasses, spaceSign, type Sign } from './signs'

/** A picture of all signs beside each other, and where each one is: what deck.gl's IconLayer wants. */
export interface SignAtlas {
  readonly image: HTMLCanvasElement
  readonly mapping: Record<string, { x: number; y: number; width: number; height: number; mask: boolean }>
}

/** Images of the base style are named by this and the class code; without a code: a class without a sign. */
export const SIGN_PREFIX = 'sign '

/** Shapes of the marks of links: each kind has its own. */
export type LinkSign = `link-${LinkKind}`

export type GateSign = 'gate-public' | 'gate-residents' | 'gate-closed'

// twice the largest size on a dense screen, a power of two for clean mipmaps
const CELL = 2 * SIGN_WIDTH
const COLUMNS = 16
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Name of a sign in the atlas. */
export function signKey({ shape, color, character }: Sign): string {
  return `${shape} ${color} ${character}`
}

/** Draws every sign that classes, under a rule pack, and kinds of spaces have. */
export function drawSignAtlas(rules: RulePack, appearance: Appearance): SignAtlas {
  const signs = new Map<string, (context: CanvasRenderingContext2D) => void>()
  const addSign = (sign: Sign) => signs.set(signKey(sign), (context) => drawSign(context, sign))
  for (const code of signedClasses(rules)) addSign(classSign(rules, code))
  addSign(classSign(rules, undefined))
  for (const kind of Object.keys(SPACE_COLORS)) addSign(spaceSign(kind as keyof typeof SPACE_COLORS))
  addSign(spaceSign(undefined))
  const { gate, halo, selection, selectionCase, finding, planned, served, unserved } = PALETTES[appearance]
  signs.set('gate-public', (context) => drawGate(context, 'public', gate.public, halo))
  signs.set('gate-residents', (context) => drawGate(context, 'residents', gate.residents, halo))
  signs.set('gate-closed', (context) => drawGate(context, 'closed', gate.closed, halo))
  for (const severity of ['error', 'warning', 'info'] as const)
    signs.set(`finding-${severity}`, (context) => drawFinding(context, severity, finding, selectionCase))
  signs.set('planned-ring', (context) => drawPlannedRing(context, planned, selectionCase))
  signs.set('selected-ring', (context) => drawSelectedRing(context, selection))
  signs.set('planned-cross', (context) => drawPlannedCross(context, unserved, selectionCase))
  signs.set('change-gained', (context) => drawChange(context, served, selectionCase, 'plus'))
  signs.set('change-lost', (context) => drawChange(context, unserved, selectionCase, 'minus'))
  signs.set('change-both', (context) => {
    drawChange(context, served, selectionCase, 'plus')
    context.beginPath()
    context.rect(0, -CELL / 2, CELL / 2, CELL)
    context.clip()
    drawChange(context, unserved, selectionCase, 'minus')
  })
  for (const kind of LINK_KINDS)
    signs.set(`link-${kind}`, (context) => drawLink(context, kind, planned, selectionCase))
  signs.set('origin', (context) => drawOrigin(context, selection, selectionCase))

  const image = document.createElement('canvas')
  image.width = CELL * COLUMNS
  image.height = CELL * Math.ceil(signs.size / COLUMNS)
  const context = image.getContext('2d', { willReadFrequently: true })!
  const mapping: SignAtlas['mapping'] = {}
  let index = 0
  for (const [key, draw] of signs) {
    const x = (index % COLUMNS) * CELL
    const y = Math.floor(index / COLUMNS) * CELL
    mapping[key] = { x, y, width: CELL, height: CELL, mask: false }
    context.save()
    context.translate(x + CELL / 2, y + CELL / 2)
    draw(context)
    context.restore()
    index++
  }
  return { image, mapping }
}

/** The signs of facility classes as images for the base style. */
export function facilityImages({ image, mapping }: SignAtlas, rules: RulePack): Map<string, ImageData> {
  const context = image.getContext('2d')!
  const images = new Map<string, ImageData>()
  for (const code of [undefined, ...signedClasses(rules)]) {
    const { x, y, width, height } = mapping[signKey(classSign(rules, code))]
    images.set(SIGN_PREFIX + (code ?? ''), context.getImageData(x, y, width, height))
  }
  return images
}

function drawSign(context: CanvasRenderingContext2D, { shape, color, character }: Sign): void {
  const radius = CELL / 2 - 5
  context.beginPath()
  if (shape === 'disc') context.arc(0, 0, radius, 0, 2 * Math.PI)
  else context.roundRect(-radius + 2, -radius + 2, 2 * radius - 4, 2 * radius - 4, 7)
  context.fillStyle = color
  context.fill()
  context.lineWidth = 4
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.fillStyle = '#ffffff'
  context.font = `600 34px ${FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  // centered by ink, not by the em box: fonts differ in where they put a character
  const ink = context.measureText(character)
  context.fillText(character, 0, (ink.actualBoundingBoxAscent - ink.actualBoundingBoxDescent) / 2)
}

/** Drawn for a boundary that runs from left to right; the bar stands across it. */
function drawGate(
  context: CanvasRenderingContext2D,
  access: 'public' | 'residents' | 'closed',
  color: Hex,
  halo: Hex,
): void {
  const bars = () => {
    context.beginPath()
    if (access === 'public') {
      // two posts and a way between them
      for (const x of [-10, 10]) {
        context.moveTo(x, -17)
        context.lineTo(x, 17)
      }
    } else if (access === 'residents') {
      context.moveTo(0, -18)
      context.lineTo(0, 18)
    } else {
      context.moveTo(-13, -13)
      context.lineTo(13, 13)
      context.moveTo(-13, 13)
      context.lineTo(13, -13)
    }
  }
  if (access === 'public') {
    // the boundary is open here
    context.fillStyle = halo
    context.fillRect(-10, -6, 20, 12)
  }
  context.lineCap = 'round'
  for (const [width, style] of [
    [14, halo],
    [7, color],
  ] as const) {
    bars()
    context.lineWidth = width
    context.strokeStyle = style
    context.stroke()
  }
}

/** A triangle with its point up: filled where results are affected, hollow where something is to be checked. */
function drawFinding(
  context: CanvasRenderingContext2D,
  severity: Finding['severity'],
  color: Hex,
  casing: Hex,
): void {
  const size = severity === 'info' ? 0.7 : 1
  context.beginPath()
  context.moveTo(0, -22 * size)
  context.lineTo(22 * size, 16 * size)
  context.lineTo(-22 * size, 16 * size)
  context.closePath()
  context.lineJoin = 'round'
  context.lineWidth = 14
  context.strokeStyle = casing
  context.stroke()
  context.fillStyle = severity === 'error' ? color : casing
  context.fill()
  context.lineWidth = 6
  context.strokeStyle = color
  context.stroke()
}

/** Dashed, and wider than a sign: there by plan. */
function drawPlannedRing(context: CanvasRenderingContext2D, color: Hex, casing: Hex): void {
  const radius = CELL / 2 - 6
  context.beginPath()
  context.arc(0, 0, radius, 0, 2 * Math.PI)
  context.lineWidth = 10
  context.strokeStyle = casing
  context.stroke()
  // twelve dashes
  const step = (2 * Math.PI * radius) / 12
  context.setLineDash([step * 0.64, step * 0.36])
  context.lineWidth = 5.5
  context.strokeStyle = color
  context.stroke()
}

/** Around a sign that is smaller. */
function drawSelectedRing(context: CanvasRenderingContext2D, color: Hex): void {
  context.beginPath()
  context.arc(0, 0, CELL / 2 - 4, 0, 2 * Math.PI)
  context.lineWidth = 5
  context.strokeStyle = color
  context.stroke()
}

/** Over what the plan takes away. */
function drawPlannedCross(context: CanvasRenderingContext2D, color: Hex, casing: Hex): void {
  context.lineCap = 'round'
  for (const [width, style] of [
    [14, casing],
    [7, color],
  ] as const) {
    context.beginPath()
    context.moveTo(-20, -20)
    context.lineTo(20, 20)
    context.moveTo(20, -20)
    context.lineTo(-20, 20)
    context.lineWidth = width
    context.strokeStyle = style
    context.stroke()
  }
}

/** A disc that says by its sign, not by its color alone, whether people gain or lose. */
function drawChange(
  context: CanvasRenderingContext2D,
  color: Hex,
  casing: Hex,
  sign: 'plus' | 'minus',
): void {
  context.beginPath()
  context.arc(0, 0, CELL / 2 - 5, 0, 2 * Math.PI)
  context.fillStyle = sign === 'plus' ? color : casing
  context.fill()
  context.lineWidth = 5
  context.strokeStyle = sign === 'plus' ? casing : color
  context.stroke()
  context.beginPath()
  context.moveTo(-12, 0)
  context.lineTo(12, 0)
  if (sign === 'plus') {
    context.moveTo(0, -12)
    context.lineTo(0, 12)
  }
  context.lineWidth = 7
  context.lineCap = 'round'
  context.strokeStyle = sign === 'plus' ? casing : color
  context.stroke()
}

/** A gate is a disc, a way through a diamond, a wall opening a square, a shared wall two halves of one, a path a disc that is hollow. */
function drawLink(context: CanvasRenderingContext2D, kind: LinkKind, color: Hex, casing: Hex): void {
  context.beginPath()
  if (kind === 'wall') context.rect(-20, -20, 40, 40)
  else if (kind === 'shared') {
    context.rect(-23, -20, 19, 40)
    context.rect(4, -20, 19, 40)
  } else if (kind === 'through') {
    context.moveTo(0, -27)
    context.lineTo(27, 0)
    context.lineTo(0, 27)
    context.lineTo(-27, 0)
    context.closePath()
  } else context.arc(0, 0, kind === 'path' ? 19 : 23, 0, 2 * Math.PI)
  context.lineJoin = 'round'
  if (kind === 'path') {
    context.fillStyle = casing
    context.fill()
    for (const [width, style] of [
      [20, casing],
      [11, color],
    ] as const) {
      context.lineWidth = width
      context.strokeStyle = style
      context.stroke()
    }
    return
  }
  context.lineWidth = 9
  context.strokeStyle = casing
  context.stroke()
  context.fillStyle = color
  context.fill()
}

function drawOrigin(context: CanvasRenderingContext2D, color: Hex, casing: Hex): void {
  context.beginPath()
  context.arc(0, 0, 20, 0, 2 * Math.PI)
  context.fillStyle = casing
  context.fill()
  context.lineWidth = 7
  context.strokeStyle = color
  context.stroke()
  context.beginPath()
  context.arc(0, 0, 7, 0, 2 * Math.PI)
  context.fillStyle = color
  context.fill()
}
