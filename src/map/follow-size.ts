import type { MapLibreMap } from 'maplibre-gl'

export interface SizeFollower {
  /** the graphics device is there, and watches the canvas from now on */
  deviceIsThere(): void
  stop(): void
}

/**
 * Keeps a map as large as its element, and draws all of it before anything of the new size is shown. MapLibre's own way
 * (`trackResize`) draws as soon as it knows the size itself: deck.gl hears of it from the canvas, a moment later, and all
 * it draws lies beside the streets until the next frame.
 */
export function followSize(map: MapLibreMap): SizeFollower {
  const container = new ResizeObserver(() => map.resize())
  // made after the device's own observer of the same canvas it is told after it, and still before the page is painted
  let canvas: ResizeObserver | null = null
  container.observe(map.getContainer())
  return {
    deviceIsThere() {
      canvas ??= new ResizeObserver(() => map.redraw())
      canvas.observe(map.getCanvas())
    },
    stop() {
      container.disconnect()
      canvas?.disconnect()
    },
  }
}
