import { growBox } from '../geometry/degree-box'
import { type ElementColumns, joinUnits, NO_BOX } from './element-columns'
import { TRAIT } from './element-traits'
import type { PieceTree, UnitBox } from './piece-tree'

const UNITS = 1e7
/** No record asks farther for another one than exits for stations and stations for each other, metres. */
const ASKED_M = 500

/** Asks what stands around it, however far it reaches itself. */
const ASKING = TRAIT.facility
/** Asks for the area around its middle. */
const ASKING_INSIDE = TRAIT.building | TRAIT.housing
/** What others ask for. */
const ASKED = TRAIT.facility | TRAIT.housing | TRAIT.campus | TRAIT.subdistrict

/**
 * Which pieces an element belongs to. One piece owns it: that in which the middle of its box lies; its records
 * are taken from there. But it is in others, too, so that all records owned there come out as if the whole
 * were there:
 *
 * - every piece its box meets;
 * - what may be a facility, housing, a campus or a subdistrict: wherever something might ask for it. A
 *   facility asks for others of its kind around it, and each of those for the housing and the campus around
 *   its own middle, which may be far off where one is large;
 * - streets: wherever a walked area may meet them.
 */
export class PieceReach {
  readonly #tree: PieceTree
  /** per piece: what is asked for is in there if it meets this */
  readonly #asked: readonly UnitBox[]
  /** per piece: around its walked areas */
  readonly #walked: readonly UnitBox[]

  constructor(tree: PieceTree, elements: ElementColumns) {
    this.#tree = tree
    const asking: UnitBox[] = tree.boxes.map((box) => growUnits(box, ASKED_M))
    const walked: UnitBox[] = tree.boxes.map(() => NO_BOX)
    const facilities: UnitBox[] = []
    const add = (box: UnitBox, traits: number, isWalked: boolean): void => {
      if (box[0] > box[2]) return
      const owner = this.ownerOf(box)
      if ((traits & ASKING) !== 0)
        for (const piece of tree.findMeeting(growUnits(box, ASKED_M)))
          asking[piece] = joinUnits(asking[piece], box)
      if ((traits & ASKING_INSIDE) !== 0) asking[owner] = joinUnits(asking[owner], box)
      if (isWalked) walked[owner] = joinUnits(walked[owner], box)
      if ((traits & TRAIT.facility) !== 0) facilities.push(box)
    }
    const walkedArea = TRAIT.walked | TRAIT.area
    for (let way = 0; way < elements.wayCount; way++) {
      const traits = elements.traitsOf(way)
      if ((traits & (ASKING | ASKING_INSIDE | TRAIT.walked)) !== 0)
        add(elements.boxOf(way), traits, (traits & walkedArea) === walkedArea)
    }
    for (const { box, traits } of elements.relations) add(box, traits, (traits & TRAIT.walked) !== 0)
    this.#walked = walked
    const near = asking.map((box) => growUnits(box, ASKED_M))
    this.#asked = near.map((box) =>
      facilities.reduce((all, other) => (doUnitsMeet(box, other) ? joinUnits(all, other) : all), box),
    )
  }

  ownerOf(box: UnitBox): number {
    // nothing of it is there: any piece will do
    if (box[0] > box[2]) return 0
    return this.#tree.find((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
  }

  /** All pieces of an element; `traits` of a relation: with those of its members. */
  piecesOf(box: UnitBox, traits: number): number[] {
    if (box[0] > box[2]) return [0]
    const pieces = this.#tree.findMeeting(box)
    const more = [
      (traits & ASKED) === 0 ? [] : this.#asked,
      (traits & TRAIT.street) === 0 ? [] : this.#walked,
    ]
    for (const reaches of more)
      reaches.forEach((reach, piece) => {
        if (doUnitsMeet(reach, box) && !pieces.includes(piece)) pieces.push(piece)
      })
    return pieces
  }
}

function growUnits(box: UnitBox, by_m: number): UnitBox {
  const [west, south, east, north] = box
  const grown = growBox([west / UNITS, south / UNITS, east / UNITS, north / UNITS], by_m)
  return [grown[0] * UNITS, grown[1] * UNITS, grown[2] * UNITS, grown[3] * UNITS]
}

function doUnitsMeet(a: UnitBox, b: UnitBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
