import type { MapLibreMap } from 'maplibre-gl'
import { enlargementToFill, pixelRatioOnPaper, sheetForm } from '../model/sheet'
import type { Insets } from '../store/state'

interface Surroundings {
  readonly insets: () => Insets
  /** lets whoever draws on the map's canvas beside it know that its number of pixels is another */
  readonly tellSize: (canvas: HTMLCanvasElement) => void
}

/**
 * Puts a plain picture of the map over it for as long as the page is printed, of as many pixels as paper needs and the
 * graphics card gives. What a browser prints of a WebGL canvas is what is left in its buffer: nothing, where pages are
 * drawn without a graphics card. Returns what ends it.
 */
export function copyForPrint(map: MapLibreMap, { insets, tellSize }: Surroundings): () => void {
  let undo: (() => void)[] = []
  const remove = (): void => {
    for (const step of undo) step()
    undo = []
  }
  const put = (): void => {
    remove()
    const { clientWidth, clientHeight } = map.getContainer()
    const enlarged = enlargementOnPaper(map.getContainer(), insets())
    const copy = drawCopy(map, pixelRatioOnPaper(pageScale() * enlarged), tellSize)
    copy.style.setProperty('--print-width', `${clientWidth * enlarged}px`)
    copy.style.setProperty('--print-height', `${clientHeight * enlarged}px`)
    map.getCanvas().after(copy)
    undo = [() => copy.remove(), ...lengthenScale(map.getContainer(), enlarged)]
  }
  window.addEventListener('beforeprint', put)
  window.addEventListener('afterprint', remove)
  return () => {
    window.removeEventListener('beforeprint', put)
    window.removeEventListener('afterprint', remove)
    remove()
  }
}

function pageScale(): number {
  return sheetForm({ width: window.innerWidth, height: window.innerHeight }).scale
}

/** How many times the picture is enlarged to fill what paper has room for between the panels on both sides. */
function enlargementOnPaper(container: HTMLElement, { top, right, bottom, left }: Insets): number {
  const { clientWidth: width, clientHeight: height } = container
  const form = sheetForm({ width: window.innerWidth, height: window.innerHeight })
  const above = container.getBoundingClientRect().top
  return enlargementToFill(
    { width, height },
    {
      width: form.width - 2 * Math.min(left, right),
      height: form.height - above - 2 * Math.min(top, bottom),
    },
  )
}

function drawCopy(
  map: MapLibreMap,
  ratio: number,
  tellSize: (canvas: HTMLCanvasElement) => void,
): HTMLCanvasElement {
  const canvas = map.getCanvas()
  const isFiner = ratio > map.getPixelRatio()
  if (isFiner) {
    // less where the graphics card has no room for it
    map.setPixelRatio(ratio)
    tellSize(canvas)
  }
  // what is drawn can be read until the frame is handed over
  map.redraw()
  const picture = new OffscreenCanvas(canvas.width, canvas.height)
  picture.getContext('2d')?.drawImage(canvas, 0, 0)
  const copy = document.createElement('canvas')
  copy.className = 'map-print'
  copy.width = canvas.width
  copy.height = canvas.height
  // as a bitmap: what was drawn on a canvas is drawn again for paper, and Chromium does that a hundredth too small
  copy.getContext('bitmaprenderer')?.transferFromImageBitmap(picture.transferToImageBitmap())
  if (isFiner) {
    // the screen's own again, which the types do not know
    map.setPixelRatio(null as unknown as number)
    tellSize(canvas)
    map.triggerRepaint()
  }
  return copy
}

/** A scale bar grows with the picture it speaks of. Returns the ways back. */
function lengthenScale(container: HTMLElement, enlarged: number): (() => void)[] {
  return [...container.querySelectorAll<HTMLElement>('.maplibregl-ctrl-scale')].map(({ style }) => {
    const { width } = style
    style.width = `${Number.parseFloat(width) * enlarged}px`
    return () => {
      style.width = width
    }
  })
}
