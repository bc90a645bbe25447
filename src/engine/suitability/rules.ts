import type { HostingRuleId } from '../../model/hosting'
import type { HostingCheck } from './check'
import { checkChildrenAboveGround } from './rules/hr01-children-above-ground'
import { checkNurseryFloor } from './rules/hr02-nursery-ground-floor'
import { checkSun } from './rules/hr03-sun-for-children'
import { checkOutdoor } from './rules/hr04-outdoor-for-children'
import { checkKindergartenBuilding } from './rules/hr05-kindergarten-own-building'
import { checkEldersAboveGround } from './rules/hr06-elders-above-ground'
import { tellSmallCare } from './rules/hr07-small-care'
import { checkLift } from './rules/hr08-lift-for-elders'
import { tellRoomForElders } from './rules/hr09-room-for-elders'
import { checkFumes } from './rules/hr10-cooking-fumes'
import { checkHealthStation } from './rules/hr11-health-station'
import { checkFireLane } from './rules/hr12-fire-lane'
import { checkParkingDistance } from './rules/hr13-parking-distance'
import { checkWasteDistance } from './rules/hr14-waste-distance'
import { checkElectricBikes } from './rules/hr15-e-bikes'
import { checkNewBuilding } from './rules/hr16-new-building'
import { checkCivilDefense } from './rules/hr17-civil-defense'
import { checkAppraisal } from './rules/hr18-appraisal'
import { checkHeritage } from './rules/hr19-heritage'
import { checkNoise } from './rules/hr20-noise'
import { checkArea } from './rules/least-area'
import { checkMatrix } from './rules/matrix'
import { checkTenure } from './rules/tenure'

/** Every rule of hosting and its check; a rule without one does not compile. */
export const HOSTING_CHECKS: Readonly<Record<HostingRuleId, HostingCheck>> = {
  MATRIX: checkMatrix,
  AREA: checkArea,
  HR01: checkChildrenAboveGround,
  HR02: checkNurseryFloor,
  HR03: checkSun,
  HR04: checkOutdoor,
  HR05: checkKindergartenBuilding,
  HR06: checkEldersAboveGround,
  HR07: tellSmallCare,
  HR08: checkLift,
  HR09: tellRoomForElders,
  HR10: checkFumes,
  HR11: checkHealthStation,
  HR12: checkFireLane,
  HR13: checkParkingDistance,
  HR14: checkWasteDistance,
  HR15: checkElectricBikes,
  HR16: checkNewBuilding,
  HR17: checkCivilDefense,
  HR18: checkAppraisal,
  HR19: checkHeritage,
  HR20: checkNoise,
  TENURE: checkTenure,
}
