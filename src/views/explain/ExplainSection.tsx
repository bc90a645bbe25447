import './explain.css'
import { useState } from 'react'
import type { Explanation } from '../../model/explanation'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { tellBasis, tellScenario } from '../basis-line'
import { AccessOnly } from '../ui/AccessOnly'
import { IconButton } from '../ui/IconButton'
import { useNames } from '../use-names'
import { ChangeList } from './ChangeList'
import { LegList } from './LegList'
import { LegStrip } from './LegStrip'
import { type Teller, tellExplanation, textOf } from './tell-explanation'

/** Why a class is served or not: one sentence, the walk minute by minute, and what single change would serve it. */
export function ExplainSection({ code }: { readonly code: string }) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const answer = useResults((results) => results.explanation)
  const isHere = answer?.class === code
  const teller: Teller = { words, format, className: names.classOf(code), communityOf: names.community }
  return (
    <section className="explain" aria-label={words.explain.title[answer?.verdict ?? 'unserved']}>
      <div className="explain-head">
        <h3>{isHere ? words.explain.title[answer.verdict] : words.explain.computing}</h3>
        <IconButton icon="close" label={words.explain.close} isSmall onClick={() => actions.explain(null)} />
      </div>
      {isHere ? <Answer answer={answer} teller={teller} /> : null}
    </section>
  )
}

interface AnswerProps {
  readonly answer: Explanation
  readonly teller: Teller
}

function Answer({ answer, teller }: AnswerProps) {
  const { words } = teller
  const actions = useActions()
  const told = tellExplanation(answer, teller)
  const { crow, walk, unknown } = answer
  const isNetworkDoubtful =
    unknown?.kind === 'not-connected' || crow?.cutOff === 'not-connected' || crow?.cutOff === 'other-part'
  return (
    <div className="explain-body" aria-live="polite">
      <p className="explain-headline">{told.headline}</p>
      <AccessOnly />
      {told.details.length === 0 ? null : (
        <ul
          className="explain-details"
          onMouseEnter={() => actions.point(crow === null ? null : { kind: 'crow' })}
          onMouseLeave={() => actions.point(null)}
        >
          {told.details.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {isNetworkDoubtful ? (
        <button type="button" className="plain link" onClick={() => actions.setWorkspace('data')}>
          {words.explain.toNetworkCheck}
        </button>
      ) : null}
      {walk === null ? null : (
        <>
          <LegStrip walk={walk} teller={teller} />
          <LegList walk={walk} teller={teller} />
        </>
      )}
      {answer.verdict === 'served' || told.changes.length === 0 ? null : (
        <ChangeList answer={answer} told={told} teller={teller} />
      )}
      <CopyButton text={told} />
    </div>
  )
}

function CopyButton({ text }: { readonly text: ReturnType<typeof tellExplanation> }) {
  const language = useLanguage()
  const { words } = language
  const view = {
    basis: useView((state) => state.basis),
    bandsBasis: useView((state) => state.bandsBasis),
    profile: useView((state) => state.profile),
    hour: useView((state) => state.hour),
    rules: useView((state) => state.rules),
    scenario: useView((state) => state.scenario),
    countsSmall: useView((state) => state.countsSmall),
    // an explanation goes by access, whatever the map is judged by
    judging: 'access' as const,
    decay: 'none' as const,
  }
  const scenarios = useProject((project) => project.summary?.scenarios)
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  return (
    <button
      type="button"
      className="plain link"
      onClick={() => {
        navigator.clipboard
          .writeText(
            textOf(text, tellBasis(view, tellScenario(view.scenario, scenarios, language), language)),
          )
          .then(
            () => setState('copied'),
            () => setState('copyFailed'),
          )
      }}
    >
      {words.explain[state]}
    </button>
  )
}
