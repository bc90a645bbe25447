import type { ReactNode } from 'react'
import type { Proposal } from '../../../model/proposal'
import { useLanguage, usePlanning, useView } from '../../app-context'
import { tellMoney, tellRange } from '../../tell-money'
import { knownGap } from './known-gap'
import { tellBound } from './tell-bound'
import { tellServed, type TellServed } from './tell-served'

interface PlanFiguresProps {
  readonly proposal: Proposal
}

/** Who is newly served, the money, how far from the best, and what is measured when it is carried out. */
export function PlanFigures({ proposal }: PlanFiguresProps) {
  const measured = usePlanning((planning) => planning.plan?.measured ?? null)
  const language = useLanguage()
  const { words } = language
  const { people_served, people_unserved, people_beyond, cost_yuan, options } = proposal
  const { low_yuan, high_yuan } = proposal
  const cost = tellRange({ low_yuan, default_yuan: cost_yuan, high_yuan }, language)
  const isByWalk = options.objective === 'nearest'
  const { counts } = options
  const told = tellServed(counts, language)
  return (
    <div className="plan-figures-part">
      <dl className="effect-figures">
        {isByWalk ? (
          <Saved proposal={proposal} />
        ) : (
          <Figure
            title={words.propose.served}
            hint={counts === 'people' ? words.propose.servedHint : words.propose.servedHintByCommunities}
            value={told.total(people_served)}
            note={words.propose.ofUnserved(told.total(people_unserved))}
          />
        )}
        <Figure
          title={words.propose.cost}
          hint={words.propose.costHint}
          value={cost.middle}
          note={
            <>
              {cost.range}
              {isByWalk || people_served === 0 ? null : (
                <>
                  <br />
                  {words.propose.costEach[counts](tellMoney(cost_yuan / people_served, language))}
                </>
              )}
            </>
          }
        />
        <Figure title={words.propose.bound} value={<Bound proposal={proposal} />} />
        {measured === null ? null : (
          <Measured promised={people_served} served={measured.people_served} told={told} />
        )}
      </dl>
      {counts === 'people' ? null : <p className="caption">{words.propose.countedByCommunities}</p>}
      <p className="caption">
        {[
          ...(cost_yuan > 0 ? [words.propose.costHint] : []),
          ...(people_beyond > 0 ? [words.propose.beyond(told.total(people_beyond))] : []),
        ].join(' · ')}
        {measured === null || measured.people_served <= people_served ? '' : ` ${words.propose.measuredWhy}`}
      </p>
    </div>
  )
}

interface FigureProps {
  readonly title: string
  readonly hint?: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

function Figure({ title, hint, value, note }: FigureProps) {
  return (
    <div title={hint}>
      <dt>{title}</dt>
      <dd>
        {value}
        {note === undefined ? null : <small className="plan-note">{note}</small>}
      </dd>
    </div>
  )
}

/** Walks that get shorter: person-kilometres, or person-minutes. */
function Saved({ proposal }: { readonly proposal: Proposal }) {
  const { words, format } = useLanguage()
  const basis = useView((view) => view.basis)
  const { value, options } = proposal
  const { savedMetres, savedSeconds, savedCommunityMetres, savedCommunitySeconds } = words.propose
  const [inMetres, inSeconds] =
    options.counts === 'people' ? [savedMetres, savedSeconds] : [savedCommunityMetres, savedCommunitySeconds]
  const tell = options.counts === 'people' ? format.count : format.tenths
  return (
    <Figure
      title={words.propose.saved}
      value={basis === 'distance' ? inMetres(tell(value)) : inSeconds(tell((value * 1000) / 60))}
    />
  )
}

function Bound({ proposal }: PlanFiguresProps) {
  const language = useLanguage()
  const { words } = language
  const isExact = usePlanning((planning) => planning.plan?.isExact === true)
  const progress = usePlanning((planning) => planning.plan?.progress ?? null)
  const gap = knownGap(proposal, isExact, progress)
  return gap === null ? (
    <span className="is-unknown">{words.propose.boundUnknown}</span>
  ) : (
    tellBound(gap, proposal, language)
  )
}

interface MeasuredProps {
  readonly promised: number
  readonly served: number
  readonly told: TellServed
}

function Measured({ promised, served, told }: MeasuredProps) {
  const { words } = useLanguage()
  const note =
    served === promised
      ? words.propose.measuredSame
      : served > promised
        ? told.total(served)
        : words.propose.measuredLess
  return (
    <div title={words.propose.measuredWhy}>
      <dt>{words.propose.measured}</dt>
      <dd className={served < promised ? 'is-loss' : undefined}>{note}</dd>
    </div>
  )
}
