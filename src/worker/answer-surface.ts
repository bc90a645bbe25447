import { drawSurface, type SurfaceQuestion } from '../engine/surface/draw-surface'
import type { Run } from '../engine/run'
import type { AnalysisSettings } from '../model/analysis'
import type { Surface } from '../model/surface'
import { Transferred } from './rpc'
import type { Session } from './session'

/** A surface, its columns handed over to the page. */
export async function answerSurface(
  session: Session,
  question: SurfaceQuestion,
  settings: AnalysisSettings,
  run: Run,
): Promise<Transferred<Surface>> {
  const prepared = await session.prepare(settings, run)
  const measure = async () => (await session.measure(settings, run)).reach
  const surface = await drawSurface(prepared, question, settings, measure, run)
  const { cells, hexagons } = surface
  const columns = [
    cells?.values,
    hexagons?.start,
    hexagons?.corners,
    hexagons?.value,
    hexagons?.mean,
    hexagons?.people,
    hexagons?.people_unknown,
    hexagons?.people_beyond,
  ]
  return new Transferred(
    surface,
    columns.flatMap((column) => (column === undefined ? [] : [column.buffer as ArrayBuffer])),
  )
}
