import type { Layer } from '@deck.gl/core'
import { SolidPolygonLayer } from '@deck.gl/layers'
import { deckPlaces, inLayerOrder } from '../layer-order'
import { drawCatchment, drawCatchmentEdge } from './catchment'
import { drawCommunitiesFill, drawCommunitiesPattern } from './communities-fill'
import type { DrawInput, DrawLayer } from './draw-input'
import { drawDifference } from './difference'
import { drawExplainedMarks, drawExplainedWalk } from './explanation'
import { drawFindingLines, drawFindings, drawRepair, drawRepairPlaces } from './findings'
import { drawGapArea, drawGapEdge } from './gap-area'
import { drawGapMarks } from './gap-marks'
import { drawGates } from './gates'
import { drawHighlight, drawSelectedSign } from './highlight'
import { drawLinkMarks, drawLinkRing, drawLinks } from './links'
import { drawOrigin, drawStarts } from './origin'
import { drawProposedAreas, drawProposedUses } from './proposed'
import { drawPlannedPaths, drawPlannedPoint, drawPlannedSigns } from './planned'
import { drawRoute } from './route'
import { drawSurfaceCells, drawSurfaceHatch, drawSurfaceHexagons } from './surface'
import { drawSpaces, drawSpacesArea } from './spaces'
import { drawUnitTies } from './unit-ties'

const LAYERS: readonly DrawLayer[] = [
  drawCommunitiesFill,
  drawCommunitiesPattern,
  drawSurfaceCells,
  drawSurfaceHexagons,
  drawSurfaceHatch,
  drawCatchment,
  drawGapArea,
  drawGapEdge,
  drawCatchmentEdge,
  drawSpacesArea,
  drawProposedAreas,
  drawUnitTies,
  drawHighlight,
  drawPlannedPaths,
  drawLinks,
  drawGates,
  drawRoute,
  drawExplainedWalk,
  drawFindingLines,
  drawRepair,
  drawGapMarks,
  drawSpaces,
  drawFindings,
  drawRepairPlaces,
  drawExplainedMarks,
  drawPlannedSigns,
  drawProposedUses,
  drawPlannedPoint,
  drawDifference,
  drawLinkMarks,
  drawLinkRing,
  drawSelectedSign,
  drawStarts,
  drawOrigin,
]

/**
 * Empty layers that hold the places among the base layers. deck.gl makes a place when its first layer
 * comes, but only while nothing is loading; until then that layer would cover everything.
 */
export function drawAnchors(): Layer[] {
  return deckPlaces().map(
    (beforeId) =>
      // of the kind that is drawn first anyway: its shaders are ready when the data come
      new SolidPolygonLayer({ id: `anchor ${beforeId ?? ''}`, data: [], ...(beforeId ? { beforeId } : {}) }),
  )
}

/** All deck layers for one state, from the lowest up, anchors not included. */
export function drawLayers(input: DrawInput): Layer[] {
  return inLayerOrder(LAYERS.map((draw) => draw(input)).filter((layer) => layer !== null))
}
