import type { Assessment, CommunityRow } from '../../model/assessment'
import type { Language } from '../app-context'

/** Of the communities named those that the clause on scope refuses, in the order of the assessment. */
export function findOutOfScope(
  { communities }: Pick<Assessment, 'communities'>,
  ids: readonly string[],
): readonly CommunityRow[] {
  const asked = new Set(ids)
  return communities.filter(({ id, eligibility }) => asked.has(id) && eligibility.verdict === 'not-eligible')
}

/** Why a community is not in scope: the clauses that decided. */
export function tellOutOfScope(
  { eligibility }: Pick<CommunityRow, 'eligibility'>,
  { basis }: Pick<Assessment, 'basis'>,
  { words }: Pick<Language, 'words'>,
): string {
  return eligibility.clauses
    .map((clause) => words.tables.clause[clause](basis.scope))
    .join(words.listSeparator)
}
