import type { Edit } from '../model/scenario'
import type { LonLat } from '../model/units'
import type { PlanTool } from './plan-state'
import type { ForesightRunner } from './run-foresight'

/** What can be done with scenarios. Edits are of the one that is shown; a locked one stays as it is. */
export interface ScenarioActions {
  /** shows the project as a scenario leaves it; null: as it is */
  showScenario(id: string | null): void
  /** a new one, without edits if none are given, shown at once */
  createScenario(name: string, edits?: readonly Edit[]): void
  /** a copy beside it, not locked, shown at once */
  duplicateScenario(id: string, name: string): void
  renameScenario(id: string, name: string): void
  /** '': no note */
  noteScenario(id: string, note: string): void
  lockScenario(id: string, isLocked: boolean): void
  deleteScenario(id: string): void
  /** adds edits, in one step; what they overtake goes, and what says what is so anyway is not kept */
  addEdit(...edits: readonly Edit[]): void
  changeEdit(index: number, edit: Edit): void
  deleteEdit(index: number): void
  /** puts an edit at another place of the list */
  moveEdit(index: number, to: number): void
  undo(): void
  redo(): void
  /** what a press on the map does; null: it selects */
  /** the program of the tool that was taken could not be loaded: it is put down, and said */
  failTool(): void
  setTool(tool: PlanTool | null): void
  /** opens an edit in the list, or closes it */
  openEdit(index: number | null): void
  /** points at an edit on the map, or at none */
  pointEdit(index: number | null): void
  /** while a facility is dragged: numbers follow as fast as answers come */
  dragFacility(facility: string, to: LonLat): void
  /** leaves it where it was dragged to */
  dropFacility(): void
  /** lets it go back */
  cancelDrag(): void
  /** adds a footway; ends near a street join it */
  drawPath(line: readonly LonLat[]): Promise<void>
  /** opens the wall of a community at a place, with a neighbor whose wall is near both walls, or it is said why not */
  openWallAt(
    wall: { readonly community: string; readonly at: LonLat },
    neighbour: string | null,
  ): Promise<void>
  /** takes away the street nearest to a place, if one is within so many metres */
  removePathAt(at: LonLat, within_m: number): Promise<void>
  /** tells that somebody may be about to do something, so that its numbers are there sooner; see `ForesightRunner` */
  foresee: ForesightRunner['foresee']
}
