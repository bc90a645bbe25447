import { MapLibreOverlay } from '@deck.gl/maplibre'
import { MapLibreMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl'
// the default export is the bundler's: the worker's address
// oxlint-disable-next-line import/default
import workerUrl from './map.worker?worker&url'
import type { Finding } from '../model/finding'
import type { LinkCandidate } from '../model/links'
import type { LonLat } from '../model/units'
import type { AppStore, FocusTarget, Selection, ViewState } from '../store/state'
import type { MapLayers } from '../worker/protocol'
import { BASE_SOURCES, type BaseSource, baseStyle, EMPTY_COLLECTION } from './base-style'
import { hasDotFrom, hasSignFrom, isCrowded, isShown, signSize } from './facility-display'
import { fitPlace, placeBounds, seenBounds, startingBounds } from './camera'
import { drawHatchAtlas } from './hatch-atlas'
import { drawAnchors, drawLayers } from './layers/draw-layers'
import type { DrawInput } from './layers/draw-input'
import { gapMarks } from './layers/gap-marks'
import { shownLinks } from './layers/links'
import { showsSurface } from './layers/surface'
import { addKeptFreeImage, createKeptFree } from './kept-free'
import { MAP_WORDS } from './map-words'
import { PALETTES } from './palette'
import { createPicker, type Picked } from './pick'
import { createPlanPointer } from './plan-pointer'
import { pickFinding } from './pick-finding'
import { restyle } from './restyle'
import { EMPTY_SCENE, makeScene } from './scene'
import { drawSignAtlas, facilityImages } from './sign-atlas'
import { hasSameSigns } from './signs'
import { createNumbersFirst } from './numbers-first'
import { describeGapMark, describeHexagon, describeLink } from './describe-marks'
import { describePicked } from './describe-picked'
import type { GapMark } from './gather-marks'
import { pickGapMark } from './pick-gap'
import { pickHexagon } from './pick-hexagon'
import { pickLink } from './pick-link'

setWorkerUrl(workerUrl)

export interface MapController {
  readonly map: MapLibreMap
  /** frees the graphics context and every listener */
  remove(): void
}

// radius in pixels within which the free point is grabbed
const GRAB_RADIUS = 16
// a dot is smaller than what a hand can hit
const DOT_RADIUS = 6
const GATES_FROM_ZOOM = 14.8
// houses are large enough to be meant from here on; below, a click means their community
const BUILDINGS_FROM_ZOOM = 16
const METRES_PER_DEGREE = 111_320

/**
 * One MapLibre map and its deck.gl overlay, kept in step with the store. `onHover` is told what to show
 * beside the pointer; a map that is not interactive only shows. Throws when the browser has no WebGL2.
 */
export function mountMap(
  container: HTMLElement,
  store: AppStore,
  onHover: (
    tip: { readonly x: number; readonly y: number; readonly lines: readonly string[] } | null,
  ) => void,
  { isInteractive = true }: { readonly isInteractive?: boolean } = {},
): MapController {
  const { actions } = store
  const view = () => store.view.getState()
  let scene = EMPTY_SCENE
  let style = baseStyle({ ...view(), isCrowded: isCrowded(scene) })
  const map = new MapLibreMap({
    container,
    style,
    interactive: isInteractive,
    center: [120.13, 30.27],
    zoom: 12,
    minZoom: 8,
    maxZoom: 20,
    // a plan is looked at from straight above
    maxPitch: 0,
    pitchWithRotate: false,
    touchPitch: false,
    // shift and click sets a point instead
    boxZoom: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 120,
    canvasContextAttributes: { antialias: true },
  })
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    // luma.gl asks this before the first texture and then waits for all that is being drawn: ask while idle
    onDeviceInitialized: (device) => void device.isTextureFormatRenderable('rgba8unorm'),
  })
  map.addControl(overlay)

  const hatch = drawHatchAtlas()
  let atlas = drawSignAtlas(view().rules, view().appearance)
  let picker = createPicker(scene)
  const urls = new Map<BaseSource, string>()
  let drawnBase: MapLayers['base'] | null = null
  let drawnLayers: MapLayers | null = null
  let isLoaded = false
  let frame = 0
  const anchors = drawAnchors()
  const keepFree = createKeptFree(map)

  const numbersFirst = createNumbersFirst(store.results, drawSoon)

  /** Draws what changed, after the numbers that change with it. */
  function draw(): void {
    numbersFirst.ask()
  }

  /** Draws once per frame, however often something changed. */
  function drawSoon(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      if (!isLoaded) return
      const { mapLayers } = store.project.getState()
      if (mapLayers !== drawnLayers) {
        showBase(mapLayers)
        showLayers(mapLayers)
      }
      const { summaries, ...drawn } = store.results.getState()
      const input: DrawInput = {
        ...drawn,
        scene,
        view: view(),
        comparison: summaries.comparison,
        wallSpot: planPointer.wallSpot(),
        palette: PALETTES[view().appearance],
        atlas,
        hatch,
        signSize: signSize(steppedZoom()),
        zoom: steppedZoom(),
        canSeeGates: map.getZoom() >= GATES_FROM_ZOOM,
      }
      keepFree(input)
      overlay.setProps({ layers: [...anchors, ...drawLayers(input)] })
    })
  }

  /** In steps, so that zooming does not rebuild the layers all the time. */
  function steppedZoom(): number {
    return Math.floor(map.getZoom() * 4) / 4
  }

  function showLayers(layers: MapLayers | null): void {
    drawnLayers = layers
    scene = layers ? makeScene(layers, view().rules) : EMPTY_SCENE
    picker = createPicker(scene)
    applyStyle()
  }

  /** The sources read their Blobs by address; an address is given back when the next one has been read. */
  function showBase(layers: MapLayers | null): void {
    for (const id of BASE_SOURCES) {
      // a correction changes a layer or two: the others are drawn already
      if (layers !== null && layers.base[id] === drawnBase?.[id]) continue
      const url = layers ? URL.createObjectURL(layers.base[id]) : EMPTY_COLLECTION
      const old = urls.get(id)
      urls.set(id, url)
      void map
        .getSource<GeoJSONSource>(id)
        ?.setData(url)
        .then(() => old && URL.revokeObjectURL(old))
    }
    drawnBase = layers?.base ?? null
  }

  function applyStyle(): void {
    if (!isLoaded) return
    const next = baseStyle({ ...view(), isCrowded: isCrowded(scene) })
    restyle(map, style, next)
    style = next
  }

  function showSigns(): void {
    atlas = drawSignAtlas(view().rules, view().appearance)
    if (!isLoaded) return
    for (const [name, image] of facilityImages(atlas, view().rules)) {
      if (map.hasImage(name)) map.removeImage(name)
      map.addImage(name, image, { pixelRatio: 2 })
    }
  }

  function frameProject(): void {
    const bounds = startingBounds(store.project.getState())
    if (bounds) fitPlace(map, bounds, view().insets, { maxZoom: 17, isAnimated: false })
  }

  map.on('load', () => {
    isLoaded = true
    // before anything starts to load
    overlay.setProps({ layers: anchors })
    addKeptFreeImage(map)
    showSigns()
    showBase(store.project.getState().mapLayers)
    applyStyle()
    frameProject()
    draw()
  })
  let lastZoom = -1
  map.on('zoom', () => {
    const zoom = steppedZoom()
    if (zoom === lastZoom) return
    lastZoom = zoom
    draw()
  })

  // ── pointer ──────────────────────────────────────────────────────────────────────────────────────

  function pickAt(at: LonLat): Picked | null {
    const { visible } = view()
    const zoom = map.getZoom()
    const size = signSize(zoom)
    const isDrawn = isShown(view())
    return picker.pick(at, {
      degreesPerPixel: metresPerPixel(map) / METRES_PER_DEGREE,
      facilityRadius: (mark) =>
        visible.facilities && isDrawn(mark)
          ? zoom >= hasSignFrom(mark, scene, view())
            ? size / 2
            : zoom >= hasDotFrom(mark, scene, view())
              ? DOT_RADIUS
              : 0
          : 0,
      spaceRadius: visible.spaces ? Math.max(8, size / 2) : 0,
      gateRadius: visible.gates && zoom >= GATES_FROM_ZOOM ? 9 : 0,
      canPickCommunities: visible.communities,
    })
  }

  /** The finding under the pointer, in the workspace that shows them. */
  function findingAt(at: LonLat): Finding | null {
    const { checkUp } = store.results.getState()
    if (checkUp === null || view().workspace !== 'data') return null
    return pickFinding(checkUp.findings, at, metresPerPixel(map) / METRES_PER_DEGREE)
  }

  /** The ring of a gap under the pointer, in the workspace that shows them. */
  function gapMarkAt(at: LonLat): GapMark | null {
    const { analysis } = store.results.getState()
    const marks = gapMarks({ analysis, view: view(), zoom: steppedZoom() })
    return pickGapMark(marks, at, metresPerPixel(map) / METRES_PER_DEGREE)
  }

  /** The link whose mark is under the pointer, where they are drawn. */
  function linkAt(at: LonLat): LinkCandidate | null {
    const { links } = store.results.getState()
    const shown = shownLinks({ view: view(), links })
    return pickLink(shown, at, metresPerPixel(map) / METRES_PER_DEGREE)
  }

  /** What the hexagon under the pointer says; null: none is drawn there. */
  function hexagonLines(at: LonLat): readonly string[] | null {
    const { surface, catchment } = store.results.getState()
    if (surface?.hexagons == null || !showsSurface({ view: view(), surface, catchment })) return null
    const hexagon = pickHexagon(surface.hexagons, at)
    return hexagon === null ? null : describeHexagon(surface, hexagon, view())
  }

  /** The building under the pointer. Their outlines are in the map's own worker, so the map is asked. */
  function buildingAt(point: MapMouseEvent['point']): Selection | null {
    if (!view().visible.buildings || map.getZoom() < BUILDINGS_FROM_ZOOM) return null
    const [feature] = map.queryRenderedFeatures(point, { layers: ['buildings'] })
    const id: unknown = feature?.properties['id']
    return typeof id === 'string' ? { kind: 'building', id } : null
  }

  function isOnOrigin(point: { readonly x: number; readonly y: number }): boolean {
    const { selection } = view()
    if (selection?.kind !== 'point') return false
    const origin = map.project([selection.at[0], selection.at[1]])
    return Math.hypot(origin.x - point.x, origin.y - point.y) <= GRAB_RADIUS
  }

  const planPointer = createPlanPointer({ map, store, scene: () => scene, pickAt, draw })
  let isDragging = false
  const setCursor = (cursor: string) => (map.getCanvas().style.cursor = cursor)

  map.on('mousemove', (event) => {
    if (isDragging) {
      actions.dragPoint(lonLat(event))
      return
    }
    if (planPointer.drag(lonLat(event))) return
    const hint = planPointer.hint(lonLat(event))
    if (hint !== null || planPointer.hasTool()) {
      setCursor(hint === null ? 'crosshair' : 'grab')
      actions.hover(null)
      onHover(hint === null ? null : { x: event.point.x, y: event.point.y, lines: [hint] })
      return
    }
    if (isOnOrigin(event.point)) {
      setCursor('grab')
      actions.hover(null)
      const { x, y } = event.point
      onHover({ x, y, lines: [MAP_WORDS[view().locale].dragPoint] })
      return
    }
    if (findingAt(lonLat(event))) {
      actions.hover(null)
      setCursor('pointer')
      onHover(null)
      return
    }
    const at = lonLat(event)
    const { x, y } = event.point
    const link = linkAt(at)
    if (view().links.pointed !== (link?.id ?? null)) actions.setLinkView({ pointed: link?.id ?? null })
    if (link) {
      actions.hover(null)
      setCursor('pointer')
      onHover({ x, y, lines: describeLink(link, view()) })
      return
    }
    const found = pickAt(at)
    const mark = found?.kind === 'facility' ? null : gapMarkAt(at)
    if (mark) {
      actions.hover({ kind: 'gap', id: mark.gap.id })
      setCursor('pointer')
      onHover({ x, y, lines: describeGapMark(mark, view()) })
      return
    }
    actions.hover(selectionOf(found, view()))
    setCursor(found ? 'pointer' : '')
    const ground = found === null || found.kind === 'community' ? hexagonLines(at) : null
    const lines = [...(found === null ? [] : describePicked(found, view())), ...(ground ?? [])]
    onHover(lines.length === 0 ? null : { x, y, lines })
  })
  map.on('mouseout', () => {
    actions.hover(null)
    if (view().links.pointed !== null) actions.setLinkView({ pointed: null })
    onHover(null)
  })
  map.on('movestart', () => onHover(null))
  const tellSeen = () => actions.setSeen(seenBounds(map, view().insets))
  map.on('moveend', tellSeen)
  map.on('resize', tellSeen)

  const grab = (event: Pick<MapMouseEvent, 'point' | 'lngLat' | 'preventDefault'>) => {
    if (planPointer.grab(lonLat(event))) {
      event.preventDefault()
      setCursor('grabbing')
      onHover(null)
      return
    }
    if (!isOnOrigin(event.point)) return
    // keeps the map from being panned by the same gesture
    event.preventDefault()
    isDragging = true
    setCursor('grabbing')
    onHover(null)
  }
  const drop = (event: Pick<MapMouseEvent, 'lngLat'>) => {
    if (planPointer.drop()) return
    if (!isDragging) return
    isDragging = false
    setCursor('grab')
    actions.select({ kind: 'point', at: lonLat(event) })
  }
  map.on('mousedown', grab)
  map.on('mouseup', drop)
  map.on('touchstart', (event) => {
    if (event.points.length === 1) grab(event)
  })
  map.on('touchmove', (event) => {
    if (planPointer.drag(lonLat(event))) return
    if (isDragging) actions.dragPoint(lonLat(event))
  })
  map.on('touchend', drop)
  // released outside the map: the point stays where it was seen last
  const release = () => {
    planPointer.drop()
    const { selection } = view()
    if (isDragging && selection) actions.select(selection)
    isDragging = false
  }
  window.addEventListener('blur', release)

  map.on('click', (event) => {
    if (planPointer.press(lonLat(event))) return
    if (isOnOrigin(event.point)) return
    const finding = event.originalEvent.shiftKey ? null : findingAt(lonLat(event))
    if (finding) {
      actions.openFinding(finding.id)
      return
    }
    const link = event.originalEvent.shiftKey ? null : linkAt(lonLat(event))
    if (link) {
      actions.setLinkView({ open: link.id })
      return
    }
    if (!store.project.getState().summary) return
    const found = event.originalEvent.shiftKey ? null : pickAt(lonLat(event))
    const mark = event.originalEvent.shiftKey || found?.kind === 'facility' ? null : gapMarkAt(lonLat(event))
    const picked: Selection | null = mark ? { kind: 'gap', id: mark.gap.id } : selectionOf(found, view())
    const isSign = picked !== null && picked.kind !== 'community'
    const building = isSign || event.originalEvent.shiftKey ? null : buildingAt(event.point)
    actions.select(building ?? picked ?? { kind: 'point', at: lonLat(event) })
  })
  map.on('contextmenu', (event) => {
    if (store.project.getState().summary) actions.select({ kind: 'point', at: lonLat(event) })
  })

  // ── store ────────────────────────────────────────────────────────────────────────────────────────

  const unsubscribe = [
    store.project.subscribe((now, before) => {
      if (now.mapLayers === before.mapLayers) return
      if (isLoaded && now.summary?.extent?.join() !== before.summary?.extent?.join()) frameProject()
      draw()
    }),
    store.results.subscribe((now, before) => {
      if (DRAWN_RESULTS.some((key) => now[key] !== before[key])) numbersFirst.follow()
    }),
    store.view.subscribe((now, before) => {
      if (now.tool !== before.tool) planPointer.takeTool()
      if (before.dragged !== null && now.dragged === null) planPointer.letGo()
      if (now.insets !== before.insets) tellSeen()
      // most changes of rules ask something else of the same classes
      const hasOtherSigns = !hasSameSigns(now.rules, before.rules)
      if (hasOtherSigns || now.appearance !== before.appearance) showSigns()
      if (hasOtherSigns || STYLE_KEYS.some((key) => now[key] !== before[key])) applyStyle()
      if (hasOtherSigns) showLayers(drawnLayers)
      if (now.focusRequest && now.focusRequest !== before.focusRequest) focus(now.focusRequest.target)
      // what is dropped, or another scenario, is drawn with its numbers; anything else follows the hand
      const isDropped = before.dragged !== null && now.dragged === null
      if (isDropped || now.scenario !== before.scenario) draw()
      else if (hasOtherSigns || isDrawnDifferently(now, before)) drawSoon()
    }),
  ]

  function focus(target: FocusTarget): void {
    const bounds = placeBounds(target, store)
    const maxZoom = target.kind === 'box' ? 19.5 : 16.5
    if (bounds) fitPlace(map, bounds, view().insets, { maxZoom, isAnimated: true })
  }

  const resize = new ResizeObserver(() => map.resize())
  resize.observe(container)
  showLayers(store.project.getState().mapLayers)

  return {
    map,
    remove() {
      for (const stop of unsubscribe) stop()
      planPointer.remove()
      window.removeEventListener('blur', release)
      resize.disconnect()
      numbersFirst.stop()
      cancelAnimationFrame(frame)
      map.remove()
      for (const url of urls.values()) URL.revokeObjectURL(url)
    },
  }
}

function lonLat({ lngLat }: Pick<MapMouseEvent, 'lngLat'>): LonLat {
  return [lngLat.lng, lngLat.lat]
}

/** Ground metres that one CSS pixel covers in the middle of the map. */
function metresPerPixel(map: MapLibreMap): number {
  const { lat } = map.getCenter()
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
}

/** A gate stands for itself where gates are planned, else for its community, or for a walk that starts there. */
function selectionOf(picked: Picked | null, { workspace }: ViewState): Selection | null {
  if (!picked) return null
  switch (picked.kind) {
    case 'facility':
      return { kind: 'facility', id: picked.mark.record.id }
    case 'gate': {
      const { record, at } = picked.mark
      if (workspace === 'plan' || workspace === 'present') return { kind: 'gate', id: record.id }
      return record.community ? { kind: 'community', id: record.community } : { kind: 'point', at }
    }
    default:
      return { kind: picked.kind, id: picked.record.id }
  }
}

const DRAWN_RESULTS = [
  'analysis',
  'baseAnalysis',
  'summaries',
  'catchment',
  'route',
  'explanation',
  'building',
  'checkUp',
  'surface',
  'gapParts',
  'planned',
  'links',
  'scenarioTable',
] as const

const STYLE_KEYS = ['appearance', 'visible', 'hiddenFamilies', 'mapTheme'] as const

/** Whether something changed that the deck layers show. */
function isDrawnDifferently(now: ViewState, before: ViewState): boolean {
  const keys = [
    'selection',
    'hovered',
    'mapTheme',
    'mapForm',
    'gapFilter',
    'visible',
    'hiddenFamilies',
    'appearance',
    'workspace',
    'openFinding',
    'pointed',
    'marked',
    'pointedEdit',
    'openEdit',
    'dragged',
    'links',
    'scenario',
  ] as const
  // the divider only cuts what is drawn
  const hasOtherSides =
    now.comparing.onMap !== before.comparing.onMap || now.comparing.columns !== before.comparing.columns
  return hasOtherSides || keys.some((key) => now[key] !== before[key])
}
