import type { AnalysisSettings } from '../../model/analysis'
import type { Surface, SurfaceForm, SurfaceSubject } from '../../model/surface'
import type { Reach } from '../catchment/reach'
import { placesOfDemand } from '../places/demand-places'
import type { Run } from '../run'
import { drawCells } from './draw-cells'
import { type Field, measureMissing, measureWalks, type SurfaceContext } from './measure-surface'

export interface SurfaceQuestion {
  readonly subject: SurfaceSubject
  readonly form: SurfaceForm
  /** H3 resolution of hexagons; absent: by the extent */
  readonly resolution?: number
}

/**
 * A surface as cells or hexagons. `measure`: gives the walks of people under these settings; asked for only
 * where missing classes are counted.
 */
export async function drawSurface(
  on: SurfaceContext,
  { subject, form, resolution }: SurfaceQuestion,
  settings: AnalysisSettings,
  measure: () => Promise<Reach>,
  run: Run,
): Promise<Surface> {
  const field =
    subject.kind === 'class'
      ? await measureWalks(on, subject.code, settings, run)
      : await measureMissing(on, await measure(), settings, run)
  const { frame } = on.network
  if (form === 'cells') return { ...factsOf(field), cells: drawCells(field, frame), hexagons: null }
  // half a megabyte of grid arithmetic that most sessions never need
  const { drawHexagons } = await import('./draw-hexagons')
  const places = placesOfDemand(on)
  const hexagons = drawHexagons({ field, frame, people: on.people, places, resolution })
  return { ...factsOf(field), cells: null, hexagons }
}

function factsOf({
  subject,
  basis,
  unit,
  breaks,
  counted,
  unsurveyed,
}: Field): Omit<Surface, 'cells' | 'hexagons'> {
  return { subject, basis, unit, breaks, counted, unsurveyed }
}
