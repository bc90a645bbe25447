import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { SwitchableLayer, ViewState } from '../store/state'
import type { MapLayers } from '../worker/protocol'
import { inLayerOrder, type BaseLayerId } from './layer-order'
import { PALETTES } from './palette'
import { facilityLook } from './facility-display'
import { facilityDots, facilitySigns } from './facility-layers'
import { KEPT_FREE, keptFreeLayer } from './kept-free'
import { FONT, FONT_BOLD } from './map-fonts'
import { isLargeEnough, placeNames } from './name-layers'

/**
 * The base map: our own layers from Blobs, no tiles, no sprite, no glyph server. Text is drawn by the
 * browser in the system's fonts.
 */

export type BaseSource = keyof MapLayers['base']
export const BASE_SOURCES: readonly BaseSource[] = [
  'land',
  'water',
  'greens',
  'buildings',
  'streets',
  'barriers',
  'heritage',
  'communities',
  'labels',
]

/** Which switch of the user turns a base layer off. */
const SWITCH_OF: Readonly<Record<BaseLayerId, SwitchableLayer | null>> = {
  ground: null,
  land: 'land',
  woods: 'greens',
  greens: 'greens',
  'greens-edge': 'greens',
  water: 'water',
  'water-line': 'water',
  tunnels: 'streets',
  buildings: 'buildings',
  'buildings-edge': 'buildings',
  paths: 'streets',
  steps: 'streets',
  'local-casing': 'streets',
  'main-casing': 'streets',
  'local-streets': 'streets',
  'main-streets': 'streets',
  'bridge-casing': 'streets',
  bridges: 'streets',
  rail: 'barriers',
  'rail-sleepers': 'barriers',
  walls: 'barriers',
  heritage: 'heritage',
  'communities-edge': 'communities',
  'street-names': 'labels',
  'water-names': 'labels',
  'green-names': 'labels',
  'community-names': 'labels',
  'kept-free': null,
  'facility-dots-minor': 'facilities',
  'facility-dots': 'facilities',
  'facilities-minor': 'facilities',
  facilities: 'facilities',
}

export const EMPTY_COLLECTION = 'data:application/geo+json,{"type":"FeatureCollection","features":[]}'

/** What the base style depends on. */
export interface StyleInput extends Pick<
  ViewState,
  'appearance' | 'visible' | 'rules' | 'hiddenFamilies' | 'mapTheme'
> {
  /** more facilities than a map of all of them can bear */
  readonly isCrowded: boolean
}

/** The whole style. Sources start empty; their data is set when a project is open. */
export function baseStyle(input: StyleInput): StyleSpecification {
  const sources = Object.fromEntries(
    BASE_SOURCES.map((id) => [
      id,
      {
        type: 'geojson' as const,
        data: EMPTY_COLLECTION,
        // tiles beyond this zoom are enlarged: 6 cm precision there, and no work while zooming in
        maxzoom: 16,
        // wide enough for the widest line and for halos
        buffer: id === 'labels' ? 128 : 32,
        tolerance: 0.4,
      },
    ]),
  )
  return {
    version: 8,
    sources: { ...sources, [KEPT_FREE]: { type: 'geojson', data: EMPTY_COLLECTION } },
    layers: inLayerOrder(baseLayers(input)).map((layer) => {
      const switchId = SWITCH_OF[layer.id as BaseLayerId]
      const isVisible = switchId === null || input.visible[switchId]
      return { ...layer, layout: { ...layer.layout, visibility: isVisible ? 'visible' : 'none' } }
    }) as LayerSpecification[],
  }
}

/** Linear steps by zoom, exponential between: widths double as the ground does. */
function byZoom(...stops: readonly number[]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

function fade(from: number, to: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, 0, to, 1]
}

const rank: ExpressionSpecification = ['get', 'rank']
const level: ExpressionSpecification = ['get', 'level']
const isMain: ExpressionSpecification = ['<=', rank, 4]
const isLocal: ExpressionSpecification = ['all', ['>', rank, 4], ['<=', rank, 6]]
const isPath: ExpressionSpecification = ['all', ['>', rank, 6], ['<', rank, 9]]
const isOnGround: ExpressionSpecification = ['==', level, 0]

/** Width by rank at a few zooms, plus the casing's two edges. */
function streetWidth(edges: number): DataDrivenPropertyValueSpecification<number> {
  const at = (motorway: number, primary: number, tertiary: number, residential: number, service: number) => [
    'match',
    rank,
    [0, 1],
    motorway + edges,
    [2, 3],
    primary + edges,
    4,
    tertiary + edges,
    [5, 6],
    ['case', ['==', rank, 5], residential + edges, service + edges],
    service + edges,
  ]
  return [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    11,
    at(1.6, 1.1, 0.7, 0.4, 0.2),
    13,
    at(3, 2.4, 1.6, 0.9, 0.5),
    15,
    at(7, 6.4, 4.6, 3, 1.8),
    17,
    at(17, 16, 12, 8.5, 5),
    19,
    at(48, 44, 34, 25, 15),
  ] as unknown as DataDrivenPropertyValueSpecification<number>
}

function baseLayers(input: StyleInput): LayerSpecification[] {
  const c = PALETTES[input.appearance]
  const facilities = facilityLook(input, input.isCrowded)
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': c.ground } },
    {
      id: 'land',
      type: 'fill',
      source: 'land',
      paint: {
        'fill-color': [
          'match',
          ['coalesce', ['get', 'use'], ''],
          ['residential', 'housing'],
          c.land.housing,
          ['industrial', 'commercial', 'retail', 'railway'],
          c.land.work,
          ['education', 'institutional', 'religious', 'public'],
          c.land.public,
          c.land.other,
        ],
      },
    },
    {
      // also where land use is switched off: hills are not blank paper
      id: 'woods',
      type: 'fill',
      source: 'land',
      filter: ['in', ['get', 'use'], ['literal', ['wood', 'forest']]],
      paint: { 'fill-color': c.wood },
    },
    { id: 'greens', type: 'fill', source: 'greens', paint: { 'fill-color': c.green } },
    {
      id: 'greens-edge',
      type: 'line',
      source: 'greens',
      minzoom: 13,
      paint: { 'line-color': c.greenEdge, 'line-width': 0.75 },
    },
    {
      id: 'water',
      type: 'fill',
      source: 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': c.water, 'fill-outline-color': c.shore },
    },
    {
      id: 'water-line',
      type: 'line',
      source: 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: round,
      paint: { 'line-color': c.water, 'line-width': byZoom(11, 0.8, 14, 2.2, 17, 8, 19, 22) },
    },
    {
      id: 'tunnels',
      type: 'line',
      source: 'streets',
      minzoom: 13,
      filter: ['all', ['<', level, 0], ['<', rank, 9]],
      paint: {
        'line-color': c.casing.main,
        'line-opacity': 0.7,
        'line-width': byZoom(13, 0.6, 16, 1.4, 19, 3),
        'line-dasharray': [4, 3],
      },
    },
    {
      id: 'buildings',
      type: 'fill',
      source: 'buildings',
      minzoom: 13,
      paint: { 'fill-color': c.building, 'fill-opacity': fade(13, 14) },
    },
    {
      id: 'buildings-edge',
      type: 'line',
      source: 'buildings',
      minzoom: 14.5,
      paint: {
        'line-color': c.buildingEdge,
        'line-width': byZoom(14.5, 0.4, 17, 0.8, 19, 1.2),
        'line-opacity': fade(14.5, 15.2),
      },
    },
    {
      id: 'paths',
      type: 'line',
      source: 'streets',
      minzoom: 14,
      filter: ['all', isPath, ['>=', level, 0]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': c.street.path,
        'line-width': byZoom(14, 0.5, 16, 1, 18, 2),
        'line-opacity': fade(14, 15),
        'line-dasharray': [3, 1.6],
      },
    },
    {
      id: 'steps',
      type: 'line',
      source: 'streets',
      minzoom: 15,
      filter: ['==', rank, 9],
      paint: {
        'line-color': c.street.steps,
        'line-width': byZoom(15, 1.6, 17, 3.4, 19, 9),
        'line-dasharray': [0.35, 0.35],
      },
    },
    {
      id: 'local-casing',
      type: 'line',
      source: 'streets',
      minzoom: 13,
      filter: ['all', isLocal, isOnGround],
      layout: round,
      paint: { 'line-color': c.casing.local, 'line-width': streetWidth(1.3), 'line-opacity': fade(13, 14) },
    },
    {
      id: 'main-casing',
      type: 'line',
      source: 'streets',
      filter: ['all', isMain, isOnGround],
      layout: round,
      paint: { 'line-color': c.casing.main, 'line-width': streetWidth(1.5) },
    },
    {
      id: 'local-streets',
      type: 'line',
      source: 'streets',
      minzoom: 12,
      filter: ['all', isLocal, isOnGround],
      layout: round,
      paint: { 'line-color': c.street.local, 'line-width': streetWidth(0), 'line-opacity': fade(12, 13) },
    },
    {
      id: 'main-streets',
      type: 'line',
      source: 'streets',
      filter: ['all', isMain, isOnGround],
      layout: round,
      paint: { 'line-color': c.street.main, 'line-width': streetWidth(0) },
    },
    {
      id: 'bridge-casing',
      type: 'line',
      source: 'streets',
      minzoom: 12,
      filter: ['all', ['>', level, 0], ['<=', rank, 6]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': c.casing.main, 'line-width': streetWidth(2.2) },
    },
    {
      id: 'bridges',
      type: 'line',
      source: 'streets',
      minzoom: 12,
      filter: ['all', ['>', level, 0], ['<=', rank, 6]],
      layout: round,
      paint: {
        'line-color': ['case', isMain, c.street.main, c.street.local],
        'line-width': streetWidth(0),
      },
    },
    {
      id: 'rail',
      type: 'line',
      source: 'barriers',
      filter: ['==', ['get', 'kind'], 'rail'],
      paint: { 'line-color': c.rail, 'line-width': byZoom(11, 0.7, 15, 1.6, 18, 4) },
    },
    {
      id: 'rail-sleepers',
      type: 'line',
      source: 'barriers',
      minzoom: 13.5,
      filter: ['==', ['get', 'kind'], 'rail'],
      paint: {
        'line-color': c.ground,
        'line-width': byZoom(13.5, 0.5, 15, 0.9, 18, 2.6),
        'line-dasharray': [6, 6],
      },
    },
    {
      id: 'walls',
      type: 'line',
      source: 'barriers',
      minzoom: 15,
      filter: ['in', ['get', 'kind'], ['literal', ['wall', 'fence']]],
      paint: {
        'line-color': c.wall,
        'line-width': byZoom(15, 0.6, 17, 1.2, 19, 2.2),
        'line-opacity': fade(15, 15.6),
      },
    },
    {
      id: 'heritage',
      type: 'line',
      source: 'heritage',
      minzoom: 13,
      paint: { 'line-color': c.heritage, 'line-width': 1.2, 'line-dasharray': [4, 2, 1, 2] },
    },
    {
      id: 'communities-edge',
      type: 'line',
      source: 'communities',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': c.communityEdge,
        'line-opacity': 0.8,
        'line-width': byZoom(11, 0.4, 14, 0.9, 17, 1.6),
      },
    },
    {
      id: 'street-names',
      type: 'symbol',
      source: 'streets',
      minzoom: 14,
      filter: ['all', ['has', 'name'], ['<=', rank, 6], ['any', ['<=', rank, 4], ['>=', ['zoom'], 15.5]]],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': byZoom(14, 10.5, 18, 13),
        'text-letter-spacing': 0.12,
        'text-max-angle': 30,
        'text-padding': 6,
        'symbol-sort-key': rank,
      },
      paint: { 'text-color': c.streetText, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
    },
    placeNames('water-names', 'water', 12, 12, c.waterText, c.halo),
    placeNames('green-names', 'green', 14, 11, c.greenText, c.halo),
    {
      id: 'community-names',
      type: 'symbol',
      source: 'labels',
      minzoom: 13,
      filter: isLargeEnough('community'),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 16, 13.5, 18, 15],
        // a sign in the middle pushes the name aside instead of off the map
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1,
        'text-justify': 'center',
        'text-max-width': 7,
        'text-padding': 3,
        'symbol-sort-key': ['-', 0, ['get', 'size']],
      },
      paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 1.8 },
    },
    keptFreeLayer,
    facilityDots('facility-dots-minor', facilities.minor, facilities.minorSignsFrom, facilities, c.halo),
    facilityDots('facility-dots', facilities.major, facilities.signsFrom, facilities, c.halo),
    facilitySigns('facilities-minor', facilities.minor, facilities.minorSignsFrom, c),
    facilitySigns('facilities', facilities.major, facilities.signsFrom, c),
  ]
}
