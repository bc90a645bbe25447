import { MapLibreOverlay } from '@deck.gl/maplibre'
import { MapLibreMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl'
// the default export is the bundler's: the worker's address
// oxlint-disable-next-line import/default
import workerUrl from './map.worker?worker&url'
import type { AppStore, FocusTarget, ViewState } from '../store/state'
import type { MapLayers } from '../worker/protocol'
import { BASE_SOURCES, type BaseSource, baseStyle, EMPTY_COLLECTION } from './base-style'
import { isCrowded, signSize, steppedZoom } from './facility-display'
import { fitPlace, PLACE_ZOOM, placeBounds, seenBounds, startingBounds } from './camera'
import { createMeetingCamera } from './meeting-camera'
import { drawHatchAtlas } from './hatch-atlas'
import { drawAnchors, drawLayers } from './layers/draw-layers'
import type { DrawInput } from './layers/draw-input'
import { addKeptFreeImage, createKeptFree } from './kept-free'
import { copyForPrint } from './print-copy'
import { followSize } from './follow-size'
import { bringIntoSight } from './keep-in-sight'
import { PALETTES } from './palette'
import { createPicker } from './pick'
import { listenPointer, type OnHover } from './listen-pointer'
import { createPlanPointer } from './plan-pointer'
import { restyle } from './restyle'
import { EMPTY_SCENE, makeScene } from './scene'
import { drawSignAtlas, facilityImages } from './sign-atlas'
import { hasSameSigns } from './signs'
import { createNumbersFirst } from './numbers-first'
import { showFocus } from './show-focus'
import { GATES_FROM_ZOOM } from './gates-from-zoom'
import { lookUnderPointer } from './under-pointer'

setWorkerUrl(workerUrl)

export interface MapController {
  readonly map: MapLibreMap
  /** frees the graphics context and every listener */
  remove(): void
}

/**
 * One MapLibre map and its deck.gl overlay, kept in step with the store. `onHover` is told what to show
 * beside the pointer; a map that is not interactive only shows. Throws when the browser has no WebGL2.
 */
export function mountMap(
  container: HTMLElement,
  store: AppStore,
  onHover: OnHover,
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
    // its own way draws before deck.gl knows of the new size: see followSize
    trackResize: false,
    canvasContextAttributes: { antialias: true },
  })
  let tellSize: ((canvas: HTMLCanvasElement) => void) | null = null
  const size = followSize(map)
  showFocus(map)
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onDeviceInitialized: (device) => {
      // luma.gl asks this before the first texture and then waits for all that is being drawn: ask while idle
      device.isTextureFormatRenderable('rgba8unorm')
      // it hears of another size of the canvas with the next frame: too late for what is printed now
      tellSize = ({ width, height }) => device.canvasContext?.setDrawingBufferSize(width, height)
      size.deviceIsThere()
    },
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
      const zoom = steppedZoom(map.getZoom())
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
        signSize: signSize(zoom),
        zoom,
        canSeeGates: map.getZoom() >= GATES_FROM_ZOOM,
      }
      keepFree(input)
      overlay.setProps({ layers: [...anchors, ...drawLayers(input)] })
    })
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
  // whoever prints what is seen waits for it
  map.on('idle', () => container.dispatchEvent(new Event('map-idle', { bubbles: true })))
  const answerDrawn = (event: Event): void => {
    const isDrawn = isLoaded && frame === 0 && map.loaded() && !map.isMoving()
    if (!isDrawn) (event as CustomEvent<Promise<unknown>[]>).detail.push(map.once('idle'))
  }
  window.addEventListener('maps-drawn', answerDrawn)
  let lastZoom = -1
  map.on('zoom', () => {
    const zoom = steppedZoom(map.getZoom())
    if (zoom === lastZoom) return
    lastZoom = zoom
    draw()
  })

  const under = lookUnderPointer({ map, store, scene: () => scene, picker: () => picker })
  const planPointer = createPlanPointer({
    map,
    store,
    scene: () => scene,
    pickAt: under.pickAt,
    communityAt: (at) => picker.community(at)?.id ?? null,
    draw,
  })
  const stopPointer = listenPointer({ map, store, under, planPointer, onHover })

  const meetingCamera = createMeetingCamera(map)
  // what is seen is what the hands are on
  const tellSeen = () => {
    if (isInteractive) actions.setSeen(seenBounds(map, view().insets), map.getZoom())
  }
  map.on('moveend', tellSeen)
  map.on('resize', tellSeen)

  const unsubscribe = [
    store.project.subscribe((now, before) => {
      if (now.mapLayers === before.mapLayers) return
      // what is told beside a pointer that rests may be so no more
      onHover(null)
      if (isLoaded && now.summary?.extent?.join() !== before.summary?.extent?.join()) frameProject()
      draw()
    }),
    store.results.subscribe((now, before) => {
      if (DRAWN_RESULTS.some((key) => now[key] !== before[key])) numbersFirst.follow()
    }),
    store.view.subscribe((now, before) => {
      if (now.tool !== before.tool) planPointer.takeTool()
      if (before.dragged !== null && now.dragged === null) planPointer.letGo()
      if (now.insets !== before.insets) {
        if (isInteractive) meetingCamera.follow(now, before.insets)
        if (isInteractive && now.insets.right > before.insets.right) bringIntoSight(map, store)
        tellSeen()
      }
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
    const maxZoom = target.kind === 'box' ? 19.5 : PLACE_ZOOM
    if (bounds) fitPlace(map, bounds, view().insets, { maxZoom, isAnimated: true })
  }

  const endPrint = copyForPrint(map, {
    insets: () => view().insets,
    tellSize: (canvas) => tellSize?.(canvas),
  })
  showLayers(store.project.getState().mapLayers)

  return {
    map,
    remove() {
      for (const stop of unsubscribe) stop()
      planPointer.remove()
      stopPointer()
      size.stop()
      endPrint()
      numbersFirst.stop()
      cancelAnimationFrame(frame)
      window.removeEventListener('maps-drawn', answerDrawn)
      map.remove()
      for (const url of urls.values()) URL.revokeObjectURL(url)
    },
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
  'sideComparison',
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
    'grouped',
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
