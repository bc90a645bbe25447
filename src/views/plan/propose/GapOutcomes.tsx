import type { GapOutcome, Proposal } from '../../../model/proposal'
import { type Language, useLanguage } from '../../app-context'
import { Section } from '../../ui/Section'
import { ClassMark } from '../../ui/SignMark'
import { useNames } from '../../use-names'
import { nameGap } from './GapPicker'
import { tellServed } from './tell-served'

/** What a plan does about each gap that was chosen; why one stays open is said. */
export function GapOutcomes({ proposal }: { readonly proposal: Proposal }) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const { by_gap, options } = proposal
  if (by_gap.length === 0) return null
  const targets = new Map((options.gaps ?? []).map((gap) => [gap.id, gap]))
  return (
    <Section title={words.propose.byGap} isFlush>
      <ul className="plan-gaps">
        {by_gap.map((outcome) => {
          const target = targets.get(outcome.id)
          if (target === undefined) return null
          const places = nameGap(target.places, names, words.listSeparator)
          const { text, tone } = tellOutcome(outcome, options.counts, language)
          return (
            <li key={outcome.id}>
              <span className="line">
                <ClassMark code={target.class} />
                <span className="clip grow" title={places}>
                  {names.classOf(target.class)} <span className="caption">{places}</span>
                </span>
              </span>
              <span className={tone === null ? 'caption' : `caption is-${tone}`}>{text}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function tellOutcome(
  { people, people_served: served, people_beyond: beyond }: GapOutcome,
  counts: Proposal['options']['counts'],
  language: Language,
): { readonly text: string; readonly tone: 'gain' | 'loss' | null } {
  const { words } = language
  const say = words.propose.gapOutcome
  const { bare, each, somebody } = tellServed(counts, language)
  // by access: a gap may be one of supply alone
  if (people === 0) return { text: say.nobody, tone: null }
  if (served >= people - 2 * somebody) return { text: say.closed(each(served)), tone: 'gain' }
  const parts = [say.served(bare(served), each(people)), ...(beyond > 0 ? [say.beyond(each(beyond))] : [])]
  return { text: parts.join(words.listSeparator), tone: 'loss' }
}
