import type { HostingFinding } from '../../model/hosting'
import type { EditKind } from '../../model/scenario'
import type { Conflict, ConflictRule, SpaceTrait } from '../../model/works'

/** An edit that works, and what is known of where it is. */
export interface PlannedEdit {
  readonly index: number
  readonly kind: EditKind
  /** communities it happens in; none: in the street */
  readonly communities: readonly string[]
  /** code of the hosted use; null: it converts no space */
  readonly use: string | null
  /** what the rules of hosting say of the space and the use */
  readonly findings: readonly HostingFinding[]
  /** true, false, or null: not known */
  readonly traits: Readonly<Record<SpaceTrait, boolean | null>>
}

/** Items chosen in one community. */
export interface ChosenWorks {
  readonly community: string
  readonly items: readonly string[]
}

/** Everything of a package that goes against a rule; in the order of the rules. */
export function findConflicts(
  rules: readonly ConflictRule[],
  edits: readonly PlannedEdit[],
  works: readonly ChosenWorks[],
): Conflict[] {
  return rules.flatMap((rule) => {
    const { check } = rule
    switch (check.kind) {
      case 'hosting':
        return edits.flatMap((edit) => againstHosting(rule, check.rules, edit))
      case 'space':
        return edits.flatMap((edit) =>
          edit.use !== null && check.uses.includes(edit.use)
            ? inSpace(rule, edit.traits[check.trait], edit)
            : [],
        )
      case 'together':
        return meetInCommunities(rule, check, edits, works)
      default:
        throw new Error(`unknown check ${JSON.stringify(check satisfies never)}`)
    }
  })
}

const LEVELS = { block: 'block', condition: 'condition', warn: 'check', unknown: 'unknown' } as const

/** The worst of what the rules of hosting say, at its own level: a fact that is missing is no conflict yet. */
function againstHosting(rule: ConflictRule, ids: readonly string[], edit: PlannedEdit): Conflict[] {
  const said = edit.findings.filter((finding) => ids.includes(finding.rule)).map(({ level }) => level)
  const worst = (['block', 'condition', 'unknown', 'warn'] as const).find((level) => said.includes(level))
  return worst === undefined ? [] : [ofEdit(rule, LEVELS[worst], edit)]
}

function inSpace(rule: ConflictRule, has: boolean | null, edit: PlannedEdit): Conflict[] {
  if (has === false) return []
  return [ofEdit(rule, has === null ? 'unknown' : rule.level, edit)]
}

function ofEdit(rule: ConflictRule, level: Conflict['level'], edit: PlannedEdit): Conflict {
  return { rule: rule.id, community: edit.communities[0] ?? null, level, edits: [edit.index], items: [] }
}

/** One conflict for each community where one of these is met, and one of those. */
function meetInCommunities(
  rule: ConflictRule,
  check: Extract<ConflictRule['check'], { readonly kind: 'together' }>,
  edits: readonly PlannedEdit[],
  works: readonly ChosenWorks[],
): Conflict[] {
  const ids = new Set([
    ...works.map(({ community }) => community),
    ...edits.flatMap((edit) => edit.communities),
  ])
  return [...ids].sort().flatMap((community) => {
    const items = works.find((each) => each.community === community)?.items ?? []
    const here = edits.filter(({ communities }) => communities.includes(community))
    const meet = (names: readonly string[]) => ({
      items: items.filter((code) => names.includes(`item:${code}`)),
      edits: here.filter(({ kind, use }) => names.includes(`edit:${kind}`) || names.includes(`use:${use}`)),
    })
    const these = meet(check.these)
    const those = check.those === undefined ? null : meet(check.those)
    const isMet = (met: ReturnType<typeof meet>): boolean => met.items.length + met.edits.length > 0
    if (!isMet(these) || (those !== null && !isMet(those))) return []
    const all = those === null ? [these] : [these, those]
    const indexes = new Set(all.flatMap((met) => met.edits.map(({ index }) => index)))
    return [
      {
        rule: rule.id,
        community,
        level: rule.level,
        edits: [...indexes].sort((a, b) => a - b),
        items: all.flatMap((met) => met.items),
      },
    ]
  })
}
