import type { NeedCode, WorkItem, WorkNeed } from '../../model/works'
import { storeysOf } from '../places/dwellings'
import type { CommunityFacts } from './community-facts'

/** Whether a community needs an item by what the data say. What they don't say is unknown, never needless. */
export function needOfItem({ need, classes = [] }: WorkItem, facts: CommunityFacts): WorkNeed {
  switch (need.kind) {
    case 'survey':
      return unknown('survey')
    case 'lifts':
      return needOfLifts(need.storeys, facts)
    case 'parking':
      return needOfParking(need.bays_per_household, facts)
    case 'step-free':
      return needOfStepFree(facts)
    case 'management':
      return needOfManagement(facts)
    case 'renovated':
      return needOfRenovation(need.within_years, facts)
    case 'classes':
      return needOfClasses(classes, facts)
    default:
      throw new Error(`unknown need ${JSON.stringify(need satisfies never)}`)
  }
}

type Facts = WorkNeed['facts']
const needed = (code: NeedCode, facts: Facts): WorkNeed => ({ verdict: 'needed', code, facts })
const needless = (code: NeedCode, facts: Facts = {}): WorkNeed => ({ verdict: 'not-needed', code, facts })
const unknown = (code: NeedCode, facts: Facts = {}): WorkNeed => ({ verdict: 'unknown', code, facts })

/** One tall dwelling on record without an elevator is enough; that none is missing needs all to be on record. */
function needOfLifts(storeys: number, { dwellings }: CommunityFacts): WorkNeed {
  const tall = dwellings.filter((dwelling) => (storeysOf(dwelling) ?? 0) >= storeys)
  const without = tall.filter(({ lift }) => lift === false).length
  if (without > 0) return needed('lift-missing', { buildings: without, storeys })
  const unrecorded = tall.filter(({ lift }) => lift === undefined).length
  if (unrecorded > 0) return unknown('lift-not-recorded', { buildings: unrecorded, storeys })
  const unmeasured = dwellings.filter((dwelling) => storeysOf(dwelling) === null).length
  if (unmeasured > 0 || dwellings.length === 0) return unknown('storeys-not-recorded', { storeys })
  return tall.length > 0
    ? needless('lift-there', { buildings: tall.length, storeys })
    : needless('lift-no-tall', { storeys })
}

function needOfParking(ratio: number, { community }: CommunityFacts): WorkNeed {
  const { parking_bays: bays, households } = community
  if (bays === undefined || households === undefined) return unknown('bays-not-recorded', { ratio })
  // 0.6 × 5 must not become 3.0000000000000004
  const wanted = Math.ceil(ratio * households - 1e-9)
  return bays < wanted
    ? needed('bays-short', { short: wanted - bays, bays, ratio })
    : needless('bays-enough', { bays, ratio })
}

/** Gates alone cannot say that nothing is needed inside. */
function needOfStepFree({ gates }: CommunityFacts): WorkNeed {
  const stepped = gates.filter(({ step_free }) => step_free === false).length
  if (stepped > 0) return needed('steps-at-gates', { gates: stepped })
  const isKnown = gates.length > 0 && gates.every(({ step_free }) => step_free === true)
  return unknown(isKnown ? 'gates-step-free' : 'gates-not-recorded')
}

function needOfManagement({ community: { management } }: CommunityFacts): WorkNeed {
  if (management === undefined) return unknown('management-not-recorded')
  return management === 'professional'
    ? needless('management-professional')
    : needed('management-weak', { management })
}

function needOfRenovation(within: number, { community, year }: CommunityFacts): WorkNeed {
  const { last_renovated_year: last } = community
  if (last === undefined) return unknown('renovation-not-recorded')
  return year - last <= within
    ? needless('renovated-recently', { year: last, within })
    : needed('not-renovated', { year: last, within })
}

function needOfClasses(classes: readonly string[], { verdictOf }: CommunityFacts): WorkNeed {
  const missing = classes.filter((code) => verdictOf(code) === 'unserved')
  if (missing.length > 0) return needed('class-unserved', { class: missing[0] })
  const open = classes.filter((code) => verdictOf(code) === 'unknown')
  return open.length > 0
    ? unknown('class-unknown', { class: open[0] })
    : needless('class-served', { class: classes[0] ?? '' })
}
