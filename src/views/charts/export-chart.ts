import { downloadBlob } from '../table/download-text'

const SVG = 'http://www.w3.org/2000/svg'
/** Properties that a chart takes from the page's styles; a file has none, so they are written into it. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'opacity',
]
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
const LINE = 18
const PIXELS_PER_UNIT = 2

/** A chart as a file of its own: its colors inside, on paper, with a title above and its basis below. */
function serializeChart(
  chart: SVGSVGElement,
  title: string,
  basis: string,
): { text: string; width: number; height: number } {
  const width = chart.clientWidth
  const height = chart.clientHeight
  const copy = chart.cloneNode(true) as SVGSVGElement
  const originals = chart.querySelectorAll('*')
  copy.querySelectorAll('*').forEach((element, i) => {
    const computed = getComputedStyle(originals[i])
    for (const property of STYLES) element.setAttribute(property, computed.getPropertyValue(property))
    element.removeAttribute('class')
    element.removeAttribute('tabindex')
  })
  const ink = getComputedStyle(chart).color
  const paper = getComputedStyle(chart).getPropertyValue('--paper').trim()
  const file = document.createElementNS(SVG, 'svg')
  const lines = wrap(basis, Math.floor(width / 6.2))
  const whole = height + 28 + lines.length * LINE
  file.setAttribute('xmlns', SVG)
  file.setAttribute('width', String(width))
  file.setAttribute('height', String(whole))
  file.setAttribute('viewBox', `0 0 ${width} ${whole}`)
  file.setAttribute('font-family', FONT)
  const ground = document.createElementNS(SVG, 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', paper)
  file.append(ground, text(title, 18, ink, '14', '600'))
  copy.setAttribute('y', '24')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  file.append(copy)
  lines.forEach((line, i) => file.append(text(line, height + 40 + i * LINE, ink, '11', '400')))
  return { text: new XMLSerializer().serializeToString(file), width, height: whole }
}

function text(content: string, y: number, fill: string, size: string, weight: string): SVGTextElement {
  const element = document.createElementNS(SVG, 'text')
  element.setAttribute('x', '8')
  element.setAttribute('y', String(y))
  element.setAttribute('fill', fill)
  element.setAttribute('font-size', size)
  element.setAttribute('font-weight', weight)
  element.textContent = content
  return element
}

/** Lines of about so many half-widths; a Chinese character takes two. */
function wrap(content: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const character of content) {
    const wide = character.charCodeAt(0) > 255 ? 2 : 1
    if (taken + wide > most) {
      lines.push(line)
      line = ''
      taken = 0
    }
    line += character
    taken += wide
  }
  return line === '' ? lines : [...lines, line]
}

export function saveChartSvg(chart: SVGSVGElement, name: string, basis: string): void {
  const { text: content } = serializeChart(chart, name, basis)
  downloadBlob(`${name}.svg`, new Blob([content], { type: 'image/svg+xml' }))
}

/** The same as pixels, twice as many as on the screen. */
export async function saveChartPng(chart: SVGSVGElement, name: string, basis: string): Promise<void> {
  const { text: content, width, height } = serializeChart(chart, name, basis)
  const url = URL.createObjectURL(new Blob([content], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * PIXELS_PER_UNIT
    canvas.height = height * PIXELS_PER_UNIT
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('the picture could not be written')
    downloadBlob(`${name}.png`, blob)
  } finally {
    URL.revokeObjectURL(url)
  }
}
