import { useMemo, useState } from 'react'
import { countGaps } from '../../model/count-gaps'
import type { ClassChange, Comparison } from '../../model/comparison'
import type { Scenario } from '../../model/scenario'
import { useActions, useLanguage, useView } from '../app-context'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { type Told, tellCommunities, tellEffect } from '../tell-uncounted'
import { hasChanged } from '../../model/has-changed'
import { listHurt } from './list-hurt'
import { tellLastStep } from './tell-last-step'
import { usePlanEffect } from './use-plan-effect'

const TOP_CLASSES = 5
const TOP_COMMUNITIES = 3

/** What the scenario changes against the base: who gains, whose walks get shorter, whom it hurts, gaps. */
export function EffectBlock({ scenario }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { words } = language
  const { effect, isUnderWay, isStale } = usePlanEffect(scenario)
  const lastStep =
    effect === null || effect.before === null
      ? null
      : tellLastStep(effect.before, effect.comparison, language)
  return (
    <Section
      title={words.scenario.effect}
      aside={isUnderWay ? words.scenario.effectStale : isStale ? words.scenario.effectStopped : undefined}
      isFlush
    >
      <div aria-live="polite" aria-busy={isStale} className={isStale ? 'effect-stale' : undefined}>
        {effect === null ? (
          <p className="section-body caption" role="status">
            {words.scenario.effectPending}
          </p>
        ) : (
          <>
            <Headline comparison={effect.comparison} />
            {lastStep === null ? null : (
              <p className="effect-step caption">{words.scenario.lastStep(lastStep)}</p>
            )}
          </>
        )}
      </div>
      {effect === null ? null : (
        <div className={isStale ? 'effect-stale' : undefined}>
          <Classes comparison={effect.comparison} />
          <Hurt comparison={effect.comparison} />
        </div>
      )}
    </Section>
  )
}

function Headline({ comparison }: { readonly comparison: Comparison }) {
  const language = useLanguage()
  const { words, format } = language
  const { people, gaps, person_minutes: minutes, uncounted } = comparison
  const { gain, lose, walked } = tellEffect(comparison, language)
  // a gap that shrinks or is split comes back under another id: it is still there
  const { closed, unclear, left, less_known, fresh, revealed, split, merged } = countGaps(gaps)
  return (
    <dl className="effect-figures">
      <div title={words.scenario.gainHint}>
        <dt>{words.scenario.gain}</dt>
        <dd className={people.gain + uncounted.gain > 0 ? 'is-gain' : undefined}>
          {gain.text}
          <Left told={gain} />
        </dd>
      </div>
      <div title={words.scenario.loseHint}>
        <dt>{words.scenario.lose}</dt>
        <dd className={people.lose + people.both + uncounted.lose > 0 ? 'is-loss' : undefined}>
          {lose.text}
          <Left told={lose} />
        </dd>
      </div>
      <div title={words.scenario.minutesHint}>
        <dt>{minutes < 0 ? words.scenario.minutesLonger : words.scenario.minutes}</dt>
        <dd className={minutes < -0.5 ? 'is-loss' : minutes > 0.5 ? 'is-gain' : undefined}>
          {walked.text}
          {walked.text === words.unknown ? null : <small> {words.scenario.personMinutes}</small>}
          <Left told={walked} />
        </dd>
      </div>
      <div>
        <dt>{words.scenario.gaps}</dt>
        <dd>
          <span className={closed > 0 ? 'is-gain' : undefined}>
            {words.scenario.gapsClosed(format.count(closed))}
          </span>
          <small className="figure-parts">
            <span>{words.scenario.gapsRemaining(format.count(left))}</span>
            <span className={fresh > 0 ? 'is-loss' : undefined}>
              {words.scenario.gapsFresh(format.count(fresh))}
            </span>
            {unclear > 0 ? (
              <span className="is-unknown">{words.compare.gapUnclearCount(format.count(unclear))}</span>
            ) : null}
            {less_known > 0 ? (
              <span className="is-unknown">{words.compare.gapLessKnown(format.count(less_known))}</span>
            ) : null}
            {revealed > 0 ? <span>{words.compare.gapRevealedCount(format.count(revealed))}</span> : null}
            {split > 0 ? <span>{words.compare.gapSplit(format.count(split))}</span> : null}
            {merged > 0 ? <span>{words.compare.gapMerged(format.count(merged))}</span> : null}
          </small>
        </dd>
      </div>
    </dl>
  )
}

/** What a number leaves out. */
function Left({ told: { note } }: { readonly told: Told }) {
  return note === null ? null : <small> {note}</small>
}

/** Classes with most people first; none that somebody loses is left out. */
function Classes({ comparison }: { readonly comparison: Comparison }) {
  const { words, format } = useLanguage()
  const [isLong, setLong] = useState(false)
  const changed = useMemo(
    () =>
      comparison.classes
        .filter(hasChanged)
        .toSorted(
          (a, b) =>
            b.gained + b.lost - a.gained - a.lost ||
            b.person_minutes - a.person_minutes ||
            turnedIn(b.uncounted) - turnedIn(a.uncounted),
        ),
    [comparison],
  )
  if (changed.length === 0) return <p className="section-body caption">{words.scenario.effectNone}</p>
  const short = changed.filter(({ lost, uncounted }, i) => i < TOP_CLASSES || lost + uncounted.lost > 0)
  return (
    <div className="effect-part">
      <ul>
        {(isLong ? changed : short).map((change) => (
          <ClassLine key={change.code} change={change} />
        ))}
      </ul>
      {changed.length > short.length ? (
        <button type="button" className="plain link effect-more" onClick={() => setLong(!isLong)}>
          {isLong ? words.scenario.showLess : words.scenario.showAll(format.count(changed.length))}
        </button>
      ) : null}
    </div>
  )
}

/** Communities whose people lose coverage, most people first; that nobody is hurt is said as well. */
function Hurt({ comparison }: { readonly comparison: Comparison }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const show = useShow()
  const communities = listHurt(comparison)
  if (communities.length === 0)
    // where nothing changes at all that is said already
    return comparison.classes.some(isHarmed) || !comparison.classes.some(hasChanged) ? null : (
      <p className="effect-none caption">{words.scenario.noHurt}</p>
    )
  return (
    <p className="effect-none caption">
      {words.scenario.communitiesHurt}{' '}
      {communities.slice(0, TOP_COMMUNITIES).map((id, i) => (
        <span key={id}>
          {i > 0 ? words.listSeparator : ''}
          <button
            type="button"
            className="plain link"
            onClick={() => show({ kind: 'community', id })}
            onMouseEnter={() => actions.hover({ kind: 'community', id })}
            onMouseLeave={() => actions.hover(null)}
          >
            {names.community(id)}
          </button>
        </span>
      ))}
      {communities.length > TOP_COMMUNITIES ? ` +${format.count(communities.length - TOP_COMMUNITIES)}` : ''}
    </p>
  )
}

/** One class: people who gain and lose it, and else whose walk is another; pressed, the map is colored by it. */
function ClassLine({ change }: { readonly change: ClassChange }) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const { code, required } = change
  const isOnMap = useView((view) => view.mapTheme.kind === 'class' && view.mapTheme.code === code)
  const name = names.classOf(code)
  // people, and beside them the communities nobody counted
  const tell = (what: keyof ClassChange['uncounted']): string[] => [
    ...(change[what] > 0 ? [format.people(change[what])] : []),
    ...(change.uncounted[what] > 0 ? [tellCommunities(change.uncounted[what], language)] : []),
  ]
  const [gained, lost] = [tell('gained'), tell('lost')]
  const [nearer, farther] = [tell('nearer'), tell('farther')]
  const { person_minutes: minutes } = change
  const walks = [
    ...nearer.map(words.scenario.nearer),
    ...farther.map(words.scenario.farther),
    // walks of people who are not served, before and after; minutes saved are minutes less to walk
    ...(nearer.length + farther.length === 0 && minutes !== 0
      ? [
          words.scenario.lastMinutes(
            `${minutes > 0 ? '−' : '+'}${format.count(Math.abs(minutes))} ${words.scenario.personMinutes}`,
          ),
        ]
      : []),
  ].join(' · ')
  return (
    <li>
      <button
        type="button"
        className="plain row-button line effect-class"
        aria-pressed={isOnMap}
        title={[name, required ? '' : words.scenario.besideHint, walks, words.scenario.onMap]
          .filter((part) => part !== '')
          .join(' · ')}
        onClick={() => actions.setMapTheme(isOnMap ? { kind: 'missing' } : { kind: 'class', code })}
      >
        <ClassMark code={code} />
        <span className="clip grow">{name}</span>
        {required ? null : <span className="tag">{words.scenario.beside}</span>}
        {gained.length + lost.length === 0 ? <span className="caption figure">{walks}</span> : null}
        {lost.length === 0 ? null : (
          <span className="figure is-loss">{lost.map(words.scenario.lost).join(' ')}</span>
        )}
        {gained.length === 0 ? null : (
          <span className="figure is-gain">{gained.map(words.scenario.gained).join(' ')}</span>
        )}
      </button>
    </li>
  )
}

/** Whether anybody loses the class or walks farther, as far as that is told; gains of others may outweigh it. */
function isHarmed({ lost, farther, uncounted, person_minutes }: ClassChange): boolean {
  return lost + farther + uncounted.lost + uncounted.farther > 0 || person_minutes < 0
}

function turnedIn({ gained, lost }: ClassChange['uncounted']): number {
  return gained + lost
}
