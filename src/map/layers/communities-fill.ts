import { FillStyleExtension, type FillStyleExtensionProps } from '@deck.gl/extensions'
import { SolidPolygonLayer } from '@deck.gl/layers'
import type { AnalysisView } from '../../model/analysis'
import type { Community } from '../../model/layers'
import type { ProfileComparison } from '../../model/profile-comparison'
import type { MapTheme } from '../../store/state'
import { FILL_PATTERNS } from '../hatch-atlas'
import { PALETTES, rgba } from '../palette'
import type { Scene, Shape } from '../scene'
import { type CommunityFill, createCommunityFill } from './community-fill'
import { showsSurface } from './surface'
import { layerProps, type DrawInput, type DrawLayer } from './draw-input'

/** A polygon and how it is filled; null: plain, nothing is said about it. */
interface Filled {
  readonly rings: Shape<Community>['rings']
  readonly fill: CommunityFill | null
}

// the paper, streets and buildings stay readable through the fill
const SOLID_ALPHA = 0.72
const PLAIN_ALPHA = 0.5
const PATTERN_ALPHA = 0.8
const BACK_ALPHA = 0.16

const patterns = new FillStyleExtension({ pattern: true })

/** Communities in one flat color: what they miss, or plain while a catchment speaks. */
export const drawCommunitiesFill: DrawLayer = (input) => {
  const { palette } = input
  const data = fillCommunities(input).flat
  if (data.length === 0) return null
  return new SolidPolygonLayer<Filled>({
    ...layerProps('communities-fill'),
    data,
    getPolygon: ({ rings }) => rings as [number, number][][],
    getFillColor: ({ fill }) =>
      fill ? rgba(fill.color, SOLID_ALPHA) : rgba(palette.communityFill, PLAIN_ALPHA),
  })
}

/** Those that are hatched or dotted; apart, because patterns cost the graphics card more. */
export const drawCommunitiesPattern: DrawLayer = (input) => {
  const data = fillCommunities(input).patterned
  if (data.length === 0) return null
  return new SolidPolygonLayer<Filled, FillStyleExtensionProps<Filled>>({
    ...layerProps('communities-pattern'),
    data,
    getPolygon: ({ rings }) => rings as [number, number][][],
    getFillColor: ({ fill }) => rgba(fill!.color, PATTERN_ALPHA),
    extensions: [patterns],
    fillPatternAtlas: input.hatch,
    fillPatternMapping: FILL_PATTERNS,
    fillPatternSizeUnits: 'pixels',
    getFillPattern: ({ fill }) => fill!.pattern,
    getFillPatternScale: 0.5,
    getFillPatternBackgroundColor: ({ fill }) => rgba(fill!.color, BACK_ALPHA),
  })
}

function isFlat({ fill }: Filled): boolean {
  return fill === null || fill.pattern === 'solid'
}

interface FilledCommunities {
  readonly flat: readonly Filled[]
  readonly patterned: readonly Filled[]
}

interface Key {
  readonly scene: Scene
  readonly analysis: AnalysisView | null
  readonly baseAnalysis: AnalysisView | null
  readonly comparison: ProfileComparison | null
  readonly sideComparison: ProfileComparison | null
  readonly theme: MapTheme
  readonly palette: (typeof PALETTES)['light']
  readonly isPlain: boolean
}

const NONE: FilledCommunities = { flat: [], patterned: [] }
// by scene: two halves of the map are filled by two scenarios
const known = new WeakMap<Scene, Key & { readonly filled: FilledCommunities }>()

/** The same arrays as long as nothing they depend on changes, so that deck.gl keeps its buffers. */
function fillCommunities({
  scene,
  view,
  analysis,
  baseAnalysis,
  comparison,
  sideComparison,
  catchment,
  surface,
  palette,
}: DrawInput): FilledCommunities {
  if (!view.visible.communities || showsSurface({ view, surface, catchment })) return NONE
  const isPlain = catchment !== null && view.visible.catchment
  const theme = view.mapTheme
  const key: Key = {
    scene,
    analysis,
    baseAnalysis,
    comparison,
    sideComparison,
    theme,
    palette,
    isPlain,
  }
  const last = known.get(scene)
  if (last && (Object.keys(key) as (keyof Key)[]).every((name) => last[name] === key[name])) {
    return last.filled
  }
  const fillOf = isPlain
    ? () => null
    : createCommunityFill({ analysis, baseAnalysis, comparison, sideComparison, theme, palette })
  const all = scene.communities.map(({ record, rings }): Filled => ({ rings, fill: fillOf(record) }))
  const filled = { flat: all.filter(isFlat), patterned: all.filter((one) => !isFlat(one)) }
  known.set(scene, { ...key, filled })
  return filled
}
