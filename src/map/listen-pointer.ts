import type { MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { Landmarks } from '../model/landmark'
import type { LonLat } from '../model/units'
import type { AppStore, Selection, ViewState } from '../store/state'
import { describeGapMark, describeLink, describeUse } from './describe-marks'
import { describePicked } from './describe-picked'
import { MAP_WORDS } from './map-words'
import type { Picked } from './pick'
import type { PlanPointer } from './plan-pointer'
import type { UnderPointer } from './under-pointer'

/** What to show beside the pointer; null: nothing. */
export type OnHover = (
  tip: { readonly x: number; readonly y: number; readonly lines: readonly string[] } | null,
) => void

interface Parts {
  readonly map: MapLibreMap
  readonly store: AppStore
  readonly under: UnderPointer
  readonly planPointer: PlanPointer
  readonly onHover: OnHover
}

/** What lies under the pointer, as the map shows it: the cursor over it, its tip, and how the rest is told. */
interface Pointed {
  readonly cursor: string
  readonly lines: readonly string[]
  readonly hovered: Selection | null
}

/**
 * Hovering, pressing, and dragging the free point, by mouse and by finger. The plan's own tools come first. Returns
 * what takes the listeners outside the map away.
 */
export function listenPointer({ map, store, under, planPointer, onHover }: Parts): () => void {
  const { actions } = store
  const view = () => store.view.getState()
  let isDragging = false

  function landmarks(): Landmarks {
    return store.project.getState().mapLayers?.landmarks ?? {}
  }

  function setCursor(cursor: string): void {
    map.getCanvas().style.cursor = cursor
  }

  /** What a tool of the plan, or the free point, says here; null: neither is meant. */
  function pointedTool({ point }: MapMouseEvent, at: LonLat): Pointed | null {
    const hint = planPointer.hint(at)
    if (hint !== null) return { cursor: hint.cursor, lines: [hint.text], hovered: null }
    if (planPointer.hasTool()) return { cursor: 'crosshair', lines: [], hovered: null }
    if (!under.isOnOrigin(point)) return null
    return { cursor: 'grab', lines: [MAP_WORDS[view().locale].dragPoint], hovered: null }
  }

  /** What is drawn here, the uppermost first. */
  function pointedMark(at: LonLat): Pointed {
    if (under.findingAt(at)) return { cursor: 'pointer', lines: [], hovered: null }
    const link = under.linkAt(at)
    const use = link ? null : under.useAt(at)
    pointAtLink(link?.id ?? use?.id ?? null)
    if (link) return { cursor: 'pointer', lines: describeLink(link, view()), hovered: null }
    if (use) return { cursor: 'pointer', lines: describeUse(use, view()), hovered: null }
    const found = under.pickAt(at)
    const mark = found?.kind === 'facility' ? null : under.gapMarkAt(at)
    if (mark) {
      const hovered: Selection = { kind: 'gap', id: mark.gap.id }
      return { cursor: 'pointer', lines: describeGapMark(mark, view()), hovered }
    }
    const ground = found === null || found.kind === 'community' ? under.hexagonLines(at) : null
    return {
      cursor: found ? 'pointer' : '',
      lines: [...(found === null ? [] : describePicked(found, view(), landmarks())), ...(ground ?? [])],
      hovered: selectionOf(found, view()),
    }
  }

  function pointAtLink(id: string | null): void {
    if (view().links.pointed !== id) actions.setLinkView({ pointed: id })
  }

  map.on('mousemove', (event) => {
    const at = lonLat(event)
    if (isDragging) {
      actions.dragPoint(at)
      return
    }
    if (planPointer.drag(at)) return
    const { cursor, lines, hovered } = pointedTool(event, at) ?? pointedMark(at)
    actions.hover(hovered)
    setCursor(cursor)
    onHover(lines.length === 0 ? null : { x: event.point.x, y: event.point.y, lines })
  })
  map.on('mouseout', () => {
    actions.hover(null)
    pointAtLink(null)
    onHover(null)
  })
  map.on('movestart', () => onHover(null))

  function grab(event: Pick<MapMouseEvent, 'point' | 'lngLat' | 'preventDefault'>): void {
    const isPlan = planPointer.grab(lonLat(event))
    if (!isPlan && !under.isOnOrigin(event.point)) return
    // keeps the map from being panned by the same gesture
    event.preventDefault()
    isDragging = !isPlan
    setCursor('grabbing')
    onHover(null)
  }
  function drop(event: Pick<MapMouseEvent, 'lngLat'>): void {
    if (planPointer.drop() || !isDragging) return
    isDragging = false
    setCursor('grab')
    actions.select({ kind: 'point', at: lonLat(event) })
  }
  /** Released outside the map: the point stays where it was seen last. */
  function release(): void {
    planPointer.drop()
    const { selection } = view()
    if (isDragging && selection) actions.select(selection)
    isDragging = false
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
  window.addEventListener('blur', release)

  /** With shift a point is set wherever the pointer is, whatever lies under it. */
  function press(at: LonLat, point: MapMouseEvent['point'], isFree: boolean): void {
    const finding = isFree ? null : under.findingAt(at)
    if (finding) {
      actions.openFinding(finding.id)
      return
    }
    const link = isFree ? null : (under.linkAt(at) ?? under.useAt(at))
    if (link) {
      actions.setLinkView({ open: link.id })
      return
    }
    if (!store.project.getState().summary) return
    actions.select((isFree ? null : selectedAt(at, point)) ?? { kind: 'point', at })
  }

  /** A sign, a ring or a space before the building under it, that before its community. */
  function selectedAt(at: LonLat, point: MapMouseEvent['point']): Selection | null {
    const found = under.pickAt(at)
    const mark = found?.kind === 'facility' ? null : under.gapMarkAt(at)
    const picked: Selection | null = mark ? { kind: 'gap', id: mark.gap.id } : selectionOf(found, view())
    const isSign = picked !== null && picked.kind !== 'community'
    return (isSign ? null : under.buildingAt(point)) ?? picked
  }

  map.on('click', (event) => {
    if (planPointer.press(lonLat(event))) {
      // what the tool would do here has been done, or it has been said why not
      if (!planPointer.hasTool()) onHover(null)
      return
    }
    if (under.isOnOrigin(event.point)) return
    press(lonLat(event), event.point, event.originalEvent.shiftKey)
  })
  map.on('contextmenu', (event) => {
    if (store.project.getState().summary) actions.select({ kind: 'point', at: lonLat(event) })
  })

  return () => window.removeEventListener('blur', release)
}

function lonLat({ lngLat }: Pick<MapMouseEvent, 'lngLat'>): LonLat {
  return [lngLat.lng, lngLat.lat]
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
