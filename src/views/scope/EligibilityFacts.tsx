import type { AnalysisBasis, Eligibility, EligibilityFact } from '../../model/assessment'
import { type Language, useLanguage } from '../app-context'

interface EligibilityFactsProps {
  readonly eligibility: Eligibility
  readonly basis: AnalysisBasis
  /** where the facts come from */
  readonly source: string
}

/** A verdict on scope with its clauses, the facts it rests on, and what would decide where facts are missing. */
export function EligibilityFacts({ eligibility, basis, source }: EligibilityFactsProps) {
  const language = useLanguage()
  const { words } = language
  const { tables } = words
  const { scope } = basis
  return (
    <>
      <p>
        <span className={`eligibility ${eligibility.verdict}`}>{words.eligibility[eligibility.verdict]}</span>
      </p>
      {eligibility.clauses.length === 0 ? null : (
        <ul className="clauses">
          {eligibility.clauses.map((clause) => (
            <li key={clause}>{tables.clause[clause](scope)}</li>
          ))}
        </ul>
      )}
      <p className="scope-facts">
        <span className="caption">{tables.facts} </span>
        {eligibility.facts.map((fact, index) => (
          <span key={fact.field} className={fact.value === null ? 'is-unknown' : undefined}>
            {index === 0 ? '' : words.listSeparator}
            {words.field[fact.field]} {tellFact(fact, language)}
          </span>
        ))}
      </p>
      {eligibility.missing.length === 0 ? null : (
        <>
          <p>
            <span className="caption">{tables.wouldDecide} </span>
            {eligibility.missing.map((field) => words.field[field]).join(words.listSeparator)}
          </p>
          <ul className="clauses">
            {decidingOutlooks(eligibility).map(({ field, answer, verdict }) => (
              <li key={`${field} ${answer}`}>
                {tables.outlook(words.field[field], tables.answer[answer](scope), words.eligibility[verdict])}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="caption">
        {tables.clauseSource} · {tables.scope.judgedIn(basis.year)} · {source}
      </p>
    </>
  )
}

/** Answers that settle the verdict alone; the others only bring it nearer. */
export function decidingOutlooks({ outlooks }: Eligibility): Eligibility['outlooks'] {
  return outlooks.filter(({ verdict }) => verdict !== 'data-missing')
}

/** A fact of the survey as text; 「未知」 where it is not on record. */
export function tellFact({ field, value }: EligibilityFact, { words, format }: Language): string {
  if (value === null) return words.unknown
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (field === 'resident_will') return format.share(Number(value))
  if (field === 'management') {
    return value in words.management
      ? words.management[value as keyof typeof words.management]
      : String(value)
  }
  return String(value)
}
