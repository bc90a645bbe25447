import type { MapLibreMap } from 'maplibre-gl'

/**
 * Puts a plain picture of the map over it for as long as the page is printed. What a browser prints of a WebGL canvas
 * is what is left in its buffer: nothing, where pages are drawn without a graphics card. Returns what ends it.
 */
export function copyForPrint(map: MapLibreMap): () => void {
  let copy: HTMLCanvasElement | null = null
  const remove = (): void => {
    copy?.remove()
    copy = null
  }
  const put = (): void => {
    remove()
    const canvas = map.getCanvas()
    copy = document.createElement('canvas')
    copy.className = 'map-print'
    copy.width = canvas.width
    copy.height = canvas.height
    // what is drawn can be read until the frame is handed over
    map.redraw()
    copy.getContext('2d')?.drawImage(canvas, 0, 0)
    canvas.after(copy)
  }
  window.addEventListener('beforeprint', put)
  window.addEventListener('afterprint', remove)
  return () => {
    window.removeEventListener('beforeprint', put)
    window.removeEventListener('afterprint', remove)
    remove()
  }
}
