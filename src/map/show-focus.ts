import type { MapLibreMap } from 'maplibre-gl'

/**
 * Marks the map while it has the keys of somebody who came to it by keys. Whoever clicked it and then presses a key sees
 * no ring, which the browser's own rule would draw.
 */
export function showFocus(map: Pick<MapLibreMap, 'getCanvas' | 'getContainer'>): void {
  const canvas = map.getCanvas()
  const { classList } = map.getContainer()
  canvas.addEventListener('focus', () => classList.toggle('has-keys', canvas.matches(':focus-visible')))
  canvas.addEventListener('blur', () => classList.remove('has-keys'))
}
