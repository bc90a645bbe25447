import { IconLayer } from '@deck.gl/layers'
import type { Comparison, PlaceChange } from '../../model/comparison'
import type { MapTheme } from '../../store/state'
import { type DrawInput, type DrawLayer, layerProps } from './draw-input'

/** Diameter in pixels of a place of one person and of unknown people, and of the largest. */
const SMALLEST = 12
const LARGEST = 30

/** Where people gain or lose a class in the scenario that is shown: larger for more people, the many on top. */
export const drawDifference: DrawLayer = (input) => {
  const { atlas } = input
  const data = differencePlaces(input)
  if (data.length === 0) return null
  return new IconLayer<PlaceChange>({
    ...layerProps('difference'),
    data,
    iconAtlas: atlas.image as unknown as string,
    iconMapping: atlas.mapping,
    getIcon: ({ gained, lost }) =>
      gained.length > 0 && lost.length > 0
        ? 'change-both'
        : gained.length > 0
          ? 'change-gained'
          : 'change-lost',
    getPosition: ({ at }) => [at[0], at[1]],
    getSize: ({ people }) => Math.min(LARGEST, SMALLEST + Math.sqrt(people ?? 0)),
    sizeUnits: 'pixels',
    billboard: false,
    updateTriggers: { getIcon: atlas },
  })
}

const NONE: readonly PlaceChange[] = []
const known = new WeakMap<Comparison, Map<string, readonly PlaceChange[]>>()

/** The places of the comparison with the scenario that is shown; with a class on the map, those that gain or lose it. */
function differencePlaces({
  view,
  scenarioTable,
}: Pick<DrawInput, 'view' | 'scenarioTable'>): readonly PlaceChange[] {
  if (view.comparing.onMap !== 'difference' || scenarioTable === null) return NONE
  if (scenarioTable.columns[0] !== view.comparing.columns[0]) return NONE
  const comparison = scenarioTable.comparisons[scenarioTable.columns.indexOf(view.scenario)]
  if (comparison === undefined) return NONE
  const key = view.mapTheme.kind === 'class' ? view.mapTheme.code : ''
  const ofKey = known.get(comparison) ?? new Map<string, readonly PlaceChange[]>()
  known.set(comparison, ofKey)
  let places = ofKey.get(key)
  if (places === undefined) ofKey.set(key, (places = choosePlaces(comparison, view.mapTheme)))
  return places
}

function choosePlaces({ classes, places }: Comparison, theme: MapTheme): readonly PlaceChange[] {
  const only = theme.kind === 'class' ? classes.findIndex(({ code }) => code === theme.code) : -1
  const isShown = (c: number): boolean => (theme.kind === 'class' ? c === only : classes[c].required)
  return places
    .map((place) => ({ ...place, gained: place.gained.filter(isShown), lost: place.lost.filter(isShown) }))
    .filter(({ gained, lost }) => gained.length + lost.length > 0)
    .toSorted((a, b) => (a.people ?? 0) - (b.people ?? 0))
}
