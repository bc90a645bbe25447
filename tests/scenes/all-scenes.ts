import type { Scene } from '../scene/scene'
import * as compounds from './compound-scenes'
import * as streets from './street-scenes'

/** Every drawn scene by name, in each of its variants: what is checked on all of them. */
export const ALL_SCENES: Readonly<Record<string, () => Scene>> = {
  ...streets,
  tangles: streets.tangles,
  'officeCross touching': () => streets.officeCross(0.02),
  ...Object.fromEntries(
    (['public', 'residents', 'closed'] as const).map((access) => [
      `walledBlock ${access}`,
      () => compounds.walledBlock(access),
    ]),
  ),
  lockedGate: compounds.lockedGate,
  around: compounds.around,
  ...Object.fromEntries(
    (['public', 'residents', 'closed'] as const).flatMap((west) =>
      (['public', 'residents', 'closed'] as const).map((east) => [
        `inTheWay ${west} ${east}`,
        () => compounds.inTheWay(west, east),
      ]),
    ),
  ),
  mixedGates: compounds.mixedGates,
  streetThroughWall: compounds.streetThroughWall,
  sharedWall: compounds.sharedWall,
  'sharedWall residents': () => compounds.sharedWall('residents'),
  'sharedWall public': () => compounds.sharedWall('public'),
  'sharedWall closed': () => compounds.sharedWall('closed'),
  sharedWallHalfSurveyed: compounds.sharedWallHalfSurveyed,
  facilityInside: compounds.facilityInside,
  residentsOnly: compounds.residentsOnly,
  'residentsOnly shared': () => compounds.residentsOnly('public'),
  'twoHalves public yard': () => compounds.twoHalves('public'),
  'twoHalves residents’ yard': () => compounds.twoHalves('residents'),
  gateWithHours: compounds.gateWithHours,
  'pocket open': () => compounds.pocket('public', 'public'),
  'pocket outer': () => compounds.pocket('residents', 'public'),
  'pocket inner': () => compounds.pocket('public', 'residents'),
  'pocket closed': () => compounds.pocket('residents', 'residents'),
  'oneInside, outer first': () => compounds.oneInside(true),
  'oneInside, inner first': () => compounds.oneInside(false),
  'oneInside, both residents’': () => compounds.oneInside(true, 'residents'),
  noStreetsInside: compounds.noStreetsInside,
  bridgeThroughCompound: compounds.bridgeThroughCompound,
}
