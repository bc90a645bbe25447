import { type CheckUp, type Finding, FINDING_KINDS, type FindingKind } from '../../model/finding'
import { checkpoint, type Run } from '../run'
import { findDuplicateStreets } from './duplicate-street'
import { findGatesOffEdge } from './gate-off-edge'
import { findIslands } from './island'
import { findShiftedLayers } from './layer-shifted'
import { findMissedCrossings } from './missed-crossing'
import { findNearMisses } from './near-miss'
import { findCommunitiesWithoutGates } from './no-gates'
import { findUnconnectedCommunities, findUnconnectedFacilities, findUnconnectedGates } from './not-connected'
import { type Check, type Examined, Patient } from './patient'
import { findSuspiciousSnaps } from './suspicious-snap'
import { findZeroLengthStreets } from './zero-length-street'

/** Who looks for each kind. A kind added to the model and forgotten here does not compile. */
const CHECKS: { readonly [K in FindingKind]: Check } = {
  'layer-shifted': findShiftedLayers,
  island: findIslands,
  'near-miss': findNearMisses,
  'missed-crossing': findMissedCrossings,
  'duplicate-street': findDuplicateStreets,
  'zero-length-street': findZeroLengthStreets,
  'community-not-connected': findUnconnectedCommunities,
  'facility-not-connected': findUnconnectedFacilities,
  'gate-not-connected': findUnconnectedGates,
  'suspicious-snap': findSuspiciousSnaps,
  'no-gates': findCommunitiesWithoutGates,
  'gate-off-edge': findGatesOffEdge,
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info']

/**
 * Everything doubtful about a project's network: by kind, within a kind the worst first, then by id. Those
 * whose id is in `ignored` are set apart. Same project, same findings.
 */
export async function examine(examined: Examined, ignored: ReadonlySet<string>, run: Run): Promise<CheckUp> {
  const patient = new Patient(examined)
  const findings: Finding[] = []
  for (const [i, kind] of FINDING_KINDS.entries()) {
    await checkpoint(run, 'check', i, FINDING_KINDS.length)
    findings.push(
      ...[...CHECKS[kind](patient)].sort(
        (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1),
      ),
    )
  }
  await checkpoint(run, 'check', FINDING_KINDS.length, FINDING_KINDS.length)
  return {
    findings: findings.filter(({ id }) => !ignored.has(id)),
    ignored: findings.filter(({ id }) => ignored.has(id)),
  }
}
