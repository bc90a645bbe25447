import {
  type Assessment,
  type ClassColumn,
  type CommunityRow,
  type Eligibility,
  REASONS,
  VERDICTS,
  type Verdict,
} from '../../src/model/assessment'
import { PLAN_SCOPE } from '../../src/model/scope'

/** One community of a small assessment; each class as verdict and walk in metres (null: none reached). */
export interface SmallCommunity {
  readonly id: string
  readonly name?: string
  readonly subdistrict?: string
  readonly people?: number
  readonly builtYear?: number
  readonly eligibility?: Eligibility['verdict']
  readonly cells: readonly (readonly [verdict: Verdict, walk_m: number | null])[]
}

/** An assessment of a few communities and classes A, B, … for tests of what is shown of one. */
export function smallAssessment(
  communities: readonly SmallCommunity[],
  required: readonly boolean[],
): Assessment {
  const classes: ClassColumn[] = required.map((isRequired, index) => ({
    code: 'ABCDEFG'[index],
    limit: 300,
    limit_unit: 'm',
    limit_basis: 'radius',
    status: 'M',
    required: isRequired,
    surveyed: true,
    group: 'all',
    facilities: 1,
  }))
  const cells = communities.flatMap((community) => community.cells)
  const walks = cells.map(([, walk]) => walk ?? Number.NaN)
  const rows: CommunityRow[] = communities.map((community) => ({
    id: community.id,
    name: community.name ?? community.id,
    subdistrict: community.subdistrict ?? null,
    at: [120, 30],
    people: community.people ?? null,
    people_estimated: null,
    elders: null,
    built_year: community.builtYear ?? null,
    eligibility: {
      verdict: community.eligibility ?? 'eligible',
      clauses: [],
      facts: [],
      missing: [],
      outlooks: [],
    },
    missing: community.cells.filter(([verdict], index) => verdict === 'unserved' && required[index]).length,
    unknown: community.cells.filter(([verdict], index) => verdict === 'unknown' && required[index]).length,
    gatesUnknown: false,
  }))
  const sumOf = (column: number, verdict: Verdict, count: (community: SmallCommunity) => number) =>
    communities
      .filter((community) => community.cells[column][0] === verdict)
      .reduce((sum, community) => sum + count(community), 0)
  const people = (community: SmallCommunity) => community.people ?? 0
  return {
    basis: {
      profile: 'adult',
      basis: 'distance',
      rule_pack: 'test',
      rule_pack_version: '1',
      rule_packs: [{ id: 'test', version: '1', hash: '0', name_zh: '测', name_en: 'Test' }],
      old_area: false,
      old_area_shares: [],
      edited_figures: 0,
      rule_pack_hash: 'abc',
      scenario: null,
      hour: null,
      completeness: {},
      scope: PLAN_SCOPE,
      year: 2026,
      judging: 'access',
      decay: 'none',
      counts_small: false,
    },
    communities: rows,
    classes,
    status: Uint8Array.from(cells, ([verdict]) => VERDICTS.indexOf(verdict)),
    reason: Uint8Array.from(cells, () => REASONS.indexOf('within-limit')),
    nearest_m: Float32Array.from(walks),
    nearest_s: Float32Array.from(walks, (walk) => walk / 1.2),
    facility: Int32Array.from(cells, ([, walk]) => (walk === null ? -1 : 0)),
    served_share: Float32Array.from(cells, ([verdict]) =>
      verdict === 'unknown' ? Number.NaN : verdict === 'served' ? 1 : 0,
    ),
    people_parts: Float64Array.from(
      communities.flatMap((community) =>
        community.cells.flatMap(([verdict]) =>
          VERDICTS.map((each) =>
            community.people === undefined ? Number.NaN : each === verdict ? 1e6 * community.people : 0,
          ),
        ),
      ),
    ),
    facility_ids: ['f1'],
    totals: classes.map(({ code }, column) => ({
      code,
      group: null,
      people_served: sumOf(column, 'served', people),
      people_unserved: sumOf(column, 'unserved', people),
      people_unknown: sumOf(column, 'unknown', people),
      people_parts: {
        served: 1e6 * sumOf(column, 'served', people),
        unserved: 1e6 * sumOf(column, 'unserved', people),
        unknown: 1e6 * sumOf(column, 'unknown', people),
      },
      communities_served: sumOf(column, 'served', () => 1),
      communities_unserved: sumOf(column, 'unserved', () => 1),
      communities_unknown: sumOf(column, 'unknown', () => 1),
    })),
  }
}
