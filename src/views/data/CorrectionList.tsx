import type { Correction } from '../../model/correction'
import type { FindingKind } from '../../model/finding'
import { useActions, useLanguage, useProject, useResults } from '../app-context'
import { Section } from '../ui/Section'

const NO_CORRECTIONS: readonly Correction[] = []

/** The repairs kept beside the data, newest first, each with its undo. */
export function CorrectionList() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const corrections = useProject((project) => project.summary?.corrections ?? NO_CORRECTIONS)
  const issues = useResults((results) => results.analysis?.issues)
  const stale = new Set(
    issues?.filter(({ code }) => code === 'correction-stale').map(({ facts }) => facts?.['correction']),
  )
  return (
    <Section
      title={words.doctor.corrections}
      aside={corrections.length === 0 ? undefined : words.doctor.count(format.count(corrections.length))}
    >
      <p className="caption">
        {corrections.length === 0 ? words.doctor.noCorrections : words.doctor.correctionsHint}
      </p>
      <ul className="corrections">
        {[...corrections].reverse().map((correction) => (
          <li key={correction.id} className="line">
            <span className="grow">
              <span className="clip">
                {correction.kind === 'set-mode'
                  ? words.tables.mode.correction(correction.mode, correction.communities.length)
                  : words.doctor.change[correction.kind](factsOf(correction))}
              </span>
              <span className="caption clip correction-about" title={correction.finding}>
                {correction.kind === 'set-mode' ? correction.note : aboutOf(correction, words.doctor.kind)}
                {stale.has(correction.id) ? ` · ${words.doctor.stale}` : ''}
              </span>
            </span>
            <button
              type="button"
              className="plain link"
              onClick={() => void actions.undoCorrection(correction.id)}
            >
              {words.doctor.undo}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the sentence about a change needs of it, as the proposal had it. */
function factsOf(correction: Correction): Readonly<Record<string, string | number>> {
  switch (correction.kind) {
    case 'add-link':
      return { length_m: lengthOf(correction.from.at, correction.to.at) }
    case 'add-gates':
      return { gates: correction.at.length }
    default:
      return {}
  }
}

/** Metres between two near places; flat is exact enough to name a link. */
function lengthOf(a: readonly [number, number], b: readonly [number, number]): number {
  const metres = 111_195
  const x = (b[0] - a[0]) * metres * Math.cos((a[1] * Math.PI) / 180)
  const length = Math.hypot(x, (b[1] - a[1]) * metres)
  return length < 10 ? Math.round(length * 100) / 100 : Math.round(length)
}

/** The kind of finding a correction answers, and its records: what stands before and after the colon of its id. */
function aboutOf({ finding }: Correction, kinds: Readonly<Record<FindingKind, string>>): string {
  const colon = finding.indexOf(':')
  const kind = finding.slice(0, colon)
  const [records] = finding.slice(colon + 1).split('@')
  return kind in kinds ? `${kinds[kind as FindingKind]} · ${records.replaceAll('|', ' · ')}` : finding
}
