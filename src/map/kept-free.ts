import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, MapLibreMap } from 'maplibre-gl'
import type { LonLat } from '../model/units'
import { placeOf } from '../store/place'
import { signSize } from './facility-display'
import { shownLinks } from './layers/links'
import { shownUses } from './layers/proposed'
import type { DrawInput } from './layers/draw-input'

/** Source, layer and image of places that names keep off: deck.gl's signs are unknown to the base map's placement. */
export const KEPT_FREE = 'kept-free'

/** Side of the invisible image in pixels. */
const SIDE = 8
/** Width of what is kept free, in signs: the ring of what is planned; of marks, which are many, only their middle. */
const RING = 1.4
const MARK = 0.7
/** Of candidate spaces the sign. */
const SPACE = 1

const NO_SPACES: DrawInput['scene']['spaces'] = []

const size = [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[13, 15, 17].flatMap((zoom) => [zoom, ['*', ['get', 'signs'], signSize(zoom) / SIDE]]),
] as unknown as ExpressionSpecification

/** Nothing is drawn; a box is taken wherever a candidate space, a planned sign or a link's mark stands. */
export const keptFreeLayer: LayerSpecification = {
  id: KEPT_FREE,
  type: 'symbol',
  source: KEPT_FREE,
  layout: {
    'icon-image': KEPT_FREE,
    'icon-size': size,
    'icon-allow-overlap': true,
    'icon-padding': 0,
  },
  paint: { 'icon-opacity': 0 },
}

export function addKeptFreeImage(map: MapLibreMap): void {
  map.addImage(KEPT_FREE, { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE * 4) })
}

/** Tells the base map which places are taken, whenever these have changed. */
export function createKeptFree(
  map: MapLibreMap,
): (input: Pick<DrawInput, 'planned' | 'view' | 'links' | 'scene'>) => void {
  let last: readonly unknown[] = []
  return (input) => {
    const links = shownLinks(input)
    const uses = shownUses(input.view)
    const changes = input.planned?.changes
    const spaces = input.view.visible.spaces ? input.scene.spaces : NO_SPACES
    if (last[0] === changes && last[1] === links && last[2] === spaces && last[3] === uses) return
    last = [changes, links, spaces, uses]
    const rings = [
      ...(changes?.facilities ?? []).map(({ facility }) => placeOf(facility.geometry)),
      ...(changes?.gates ?? []).map(({ gate }) => placeOf(gate.geometry)),
    ]
    const features = [
      ...rings.map((at) => place(at, RING)),
      ...links.map(({ at }) => place(at, MARK)),
      ...spaces.map(({ at }) => place(at, SPACE)),
      ...uses.map(({ at }) => place(at, RING)),
    ]
    void map.getSource<GeoJSONSource>(KEPT_FREE)?.setData({ type: 'FeatureCollection', features })
  }
}

function place(at: LonLat, signs: number): GeoJSON.Feature {
  return { type: 'Feature', properties: { signs }, geometry: { type: 'Point', coordinates: [...at] } }
}
