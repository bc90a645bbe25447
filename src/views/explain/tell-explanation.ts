import type {
  CrowFlight,
  ExplainedWalk,
  Explanation,
  Obstacle,
  SingleChange,
  WalkLeg,
} from '../../model/explanation'
import type { Formatters } from '../format'
import type { Words } from '../words.zh'

/** What sentences are made with: a language, and the name of the class in it. */
export interface Teller {
  readonly words: Words
  readonly format: Formatters
  readonly className: string
  /** what a community is called, by id */
  readonly communityOf: (id: string) => string
}

/** An explanation in sentences a resident understands. */
export interface Told {
  /** the one sentence */
  readonly headline: string
  /** what else there is to say, in order */
  readonly details: readonly string[]
  /** one sentence per change, in the order of the changes; what no change solves is said too */
  readonly changes: readonly string[]
}

/** Less detour than this is not worth a sentence, metres. */
const DETOUR_WORTH_TELLING_M = 30
/** Less waiting than this is not worth a sentence, ms. */
const WAIT_WORTH_TELLING_MS = 10_000

/** Writes the sentences of an explanation. */
export function tellExplanation(answer: Explanation, teller: Teller): Told {
  const { words } = teller
  const asksForChange = answer.verdict !== 'served' && answer.unknown?.kind !== 'not-surveyed'
  const changes = answer.changes.map((change) =>
    words.explain.ifChanged(tellChange(change, teller), tellEffect(change, teller)),
  )
  return {
    headline: tellHeadline(answer, teller),
    details: [
      tellRefused(answer, teller),
      tellCrow(answer, teller),
      tellDetour(answer, teller),
      ...tellTimes(answer, teller),
      tellSplit(answer, teller),
      tellLimitStatus(answer, teller),
    ].filter((sentence) => sentence !== null),
    changes: changes.length === 0 && asksForChange ? [words.explain.noChange] : changes,
  }
}

/** The explanation as text to be passed on, one sentence a line; `basis`: what the numbers rest on. */
export function textOf({ headline, details, changes }: Told, basis: string): string {
  return [headline, ...details, ...changes, basis].join('\n')
}

/** Who walks, as a phrase. */
function tellWho({ who, name, home }: Explanation, { words, communityOf }: Teller): string {
  const w = words.explain
  if (who.kind === 'point') return w.point
  if (who.kind === 'building') return name ?? w.building.unnamed
  const community = communityOf(who.id)
  return home === null || home.name === null ? w.median(community) : w.home(community, home.name)
}

function tellHeadline(answer: Explanation, teller: Teller): string {
  const { words, format, className } = teller
  const w = words.explain
  const { walk, unknown, limit_unit } = answer
  const who = tellWho(answer, teller)
  const limit = format.limit(answer.limit, limit_unit)
  if (unknown !== null)
    switch (unknown.kind) {
      case 'not-surveyed':
        return unknown.layers.length === 0
          ? w.unknown['not-surveyed'](className)
          : w.unknown['layers-incomplete']({
              who,
              of: className,
              layers: unknown.layers.map((layer) => words.layer[layer]).join(words.listSeparator),
              limit,
            })
      case 'edge-of-data':
        return w.unknown['edge-of-data']({ who, reached: format.walk(unknown.reached, limit_unit) })
      default:
        return unknown.isLockedIn
          ? w.unknown['locked-in'](who)
          : w.unknown['not-connected']({
              who,
              barrier: unknown.barrier === null ? '' : w.obstacle[unknown.barrier],
              nearest: format.metres(unknown.nearest_m),
            })
    }
  if (walk === null) return w.noWalk({ who, of: className, limit })
  const facility = nameOf(walk, teller)
  const metres = format.metres(walk.mm / 1000)
  const minutes = format.minutes(walk.ms / 1000)
  if (answer.verdict === 'served') return w.served({ who, facility, metres, minutes, limit })
  if (answer.missing === null) {
    const reasons = w.reasonInside
    const reason = answer.reason in reasons ? reasons[answer.reason as keyof typeof reasons] : reasons.other
    return w.withinButNot({ who, facility, metres, limit, reason })
  }
  const missing = limit_unit === 'm' ? format.metres(answer.missing) : format.minutes(answer.missing)
  return w.tooFar({ who, of: className, facility, metres, minutes, limit, missing })
}

function nameOf({ facility }: Pick<ExplainedWalk | CrowFlight, 'facility'>, { className }: Teller): string {
  return facility.name ?? className
}

function tellRefused({ refused }: Explanation, teller: Teller): string | null {
  if (refused === null) return null
  return teller.words.explain.refused({
    facility: nameOf(refused, teller),
    metres: teller.format.metres(refused.mm / 1000),
    owner: refused.owner === null ? teller.words.explain.unknownOwner : teller.communityOf(refused.owner.id),
  })
}

/** The straight line, where it says more than the walk. */
function tellCrow({ crow, verdict, refused }: Explanation, teller: Teller): string | null {
  const { words, format, communityOf } = teller
  const w = words.explain
  if (crow === null || verdict === 'served' || crow.facility.id === refused?.facility.id) return null
  const list = crow.between.map((obstacle) => tellObstacle(obstacle, teller)).join(words.listSeparator)
  const metres = format.metres(crow.straight_m)
  const facility = nameOf(crow, teller)
  if (crow.isWalked) {
    if (crow.between.length === 0 || crow.ratio === null) return null
    return w.crowSame({ metres, between: w.between(list), ratio: crow.ratio.toFixed(1) })
  }
  const walked = crow.mm === null ? null : format.metres(crow.mm / 1000)
  const because = crow.isReserved
    ? w.crowReserved({
        owner: crow.owner === null ? w.unknownOwner : communityOf(crow.owner.id),
        walk: walked === null ? '' : w.onFoot(walked),
      })
    : walked === null
      ? w.crowCutOff[crow.cutOff ?? 'too-far']
      : w.crowWalk({ between: list === '' ? '' : w.crowBetween(list), metres: walked })
  const part = crow.part_m === null ? '' : `${w.clauseSeparator}${w.partLength(format.metres(crow.part_m))}`
  return w.crowOther({ facility, metres, because: `${because}${part}` })
}

/** A barrier or wall, with its closed gate where it has one. */
export function tellObstacle({ kind, name, id, whose, closedGates }: Obstacle, teller: Teller): string {
  const { words, communityOf } = teller
  const w = words.explain
  const own = whose === 'own' || id === null ? w.ownWall : w.compoundWall(communityOf(id))
  const wall = kind === 'compound' ? own : (name ?? w.obstacle[kind])
  if (closedGates.length === 0) return wall
  return w.closedGate({ wall, gate: closedGates[0].name ?? words.unnamed.gate })
}

function tellDetour({ walk }: Explanation, { words, format }: Teller): string | null {
  const detour = walk?.detour ?? null
  if (detour === null || detour.extra_m < DETOUR_WORTH_TELLING_M) return null
  const w = words.explain
  return w.detour({
    gate: detour.gate?.name == null ? w.unnamedGate : w.gateOf(detour.gate.name),
    inside: format.metres(detour.inside_mm / 1000),
    extra: format.metres(detour.extra_m),
  })
}

function tellTimes({ walk }: Explanation, { words, format }: Teller): string[] {
  if (walk === null) return []
  const wait_ms = walk.legs.reduce((sum, leg) => sum + leg.wait_ms, 0)
  const stairs_mm = walk.legs.reduce((sum, leg) => sum + (leg.kind === 'stairs' ? leg.mm : 0), 0)
  const sentences: string[] = []
  if (wait_ms >= WAIT_WORTH_TELLING_MS) sentences.push(words.explain.waits(tellSeconds(wait_ms, words)))
  if (stairs_mm >= 1000) sentences.push(words.explain.stairs(format.metres(stairs_mm / 1000)))
  return sentences
}

/** The people of a community, where they do not all stand alike. */
function tellSplit({ split }: Explanation, { words, format }: Teller): string | null {
  if (split === null || [split.served, split.unserved, split.unknown].some((share) => share > 0.9999))
    return null
  const [served, unserved, unknown] = [split.served, split.unserved, split.unknown].map(format.share)
  return words.explain.split({ served, unserved, unknown })
}

/** A limit whose source is not verified is said to be so. */
function tellLimitStatus(answer: Explanation, { words, format }: Teller): string | null {
  const { limit, limit_unit, limit_status, unknown } = answer
  if (limit_status === 'V' || unknown !== null) return null
  return words.explain.limitUnverified({ limit: format.limit(limit, limit_unit), status: limit_status })
}

/** Whole seconds with their unit. */
function tellSeconds(ms: number, words: Words): string {
  return words.explain.seconds(String(Math.round(ms / 1000)))
}

/** What a change is. */
export function tellChange(change: SingleChange, teller: Teller): string {
  const { words, format, className, communityOf } = teller
  const w = words.explain.change
  const of = (community: { readonly id: string } | null): string =>
    community === null ? '' : communityOf(community.id)
  switch (change.kind) {
    case 'open-gate': {
      const gate = change.gate.name ?? words.unnamed.gate
      if (change.from === 'hours') return w.openLonger[change.access](gate)
      return change.access === 'public' ? w.publicGate(gate) : w.openGate(gate)
    }
    case 'new-gate':
      return w.newGate({ of: of(change.of), link: format.metres(change.link_m) })
    case 'share-facility':
      return w.share({ facility: change.shared.name ?? className, of: of(change.of) })
    case 'use-space':
      return w.space({
        space: change.space.name ?? words.unnamed.space,
        of: of(change.of),
        area: change.area_m2 === null ? '' : w.area(format.area(change.area_m2)),
        suits: w.suits[change.hosting ?? 'unjudged'],
      })
    default:
      throw new Error(`unknown change ${JSON.stringify(change satisfies never)}`)
  }
}

/** What a change does. */
export function tellEffect(
  { mm, ms, gained, communities, served_share }: SingleChange,
  { words, format }: Teller,
): string {
  const w = words.explain.effect
  const people =
    gained !== null
      ? w.gained(format.people(gained))
      : communities > 0
        ? w.gainedCommunities(format.count(communities))
        : w.gainedUnknown
  const walk =
    mm === null || ms === null
      ? w.share(format.share(served_share))
      : w.walk({ metres: format.metres(mm / 1000), minutes: format.minutes(ms / 1000) })
  return `${walk}${words.explain.clauseSeparator}${people}`
}

/** One leg as text: what is walked, how far, how long. */
export function tellLeg(leg: WalkLeg, { words, format }: Teller): { what: string; figures: string } {
  const w = words.explain
  const wait = leg.wait_ms === 0 ? '' : tellSeconds(leg.wait_ms, words)
  const what = w.leg[leg.kind]({
    name: leg.name ?? '',
    hasSignals: leg.signals > 0,
    wait,
    factor: leg.factor === null ? '' : String(leg.factor),
  })
  const isOnlyWait = leg.wait_ms === leg.ms
  const figures = [
    leg.mm === 0 ? null : format.metres(leg.mm / 1000),
    tellSeconds(leg.ms, words),
    wait === '' || isOnlyWait ? null : w.legWait(wait),
  ]
  return { what, figures: figures.filter((figure) => figure !== null).join(' · ') }
}
