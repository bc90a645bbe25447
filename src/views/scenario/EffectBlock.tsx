import { useMemo, useState } from 'react'
import { countGaps } from '../../model/count-gaps'
import type { ClassChange, Comparison } from '../../model/comparison'
import { isAnywhere, isChanged, isHarmed } from '../../model/changed-classes'
import { type Language, useActions, useLanguage, useResults, useView } from '../app-context'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { Minutes } from './Minutes'
import { tellAffected } from './tell-affected'
import { tellLastStep } from './tell-last-step'

const TOP_CLASSES = 5
const TOP_COMMUNITIES = 3

/** What the scenario changes against the base: who gains, whose walks get shorter, whom it hurts, gaps. */
export function EffectBlock({ scenario }: { readonly scenario: string }) {
  const language = useLanguage()
  const { words } = language
  const effect = useResults((results) =>
    results.planEffect?.scenario === scenario ? results.planEffect : null,
  )
  const isDragged = useView((view) => view.dragged !== null)
  const isAnalysing = useResults((results) => results.isAnalysing)
  const lastStep =
    effect === null || effect.before === null
      ? null
      : tellLastStep(effect.before, effect.comparison, language)
  return (
    <Section
      title={words.scenario.effect}
      aside={isAnalysing || isDragged ? words.scenario.effectStale : undefined}
      isFlush
    >
      <div aria-live="polite">
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
      {effect === null ? null : <Classes comparison={effect.comparison} />}
      {effect === null ? null : <Hurt comparison={effect.comparison} />}
    </Section>
  )
}

function Headline({ comparison }: { readonly comparison: Comparison }) {
  const language = useLanguage()
  const { words, format } = language
  const { people, uncounted, gaps, person_minutes: minutes } = comparison
  const [losers, uncountedLosers] = [people.lose + people.both, uncounted.lose + uncounted.both]
  // a gap that shrinks or is split comes back under another id: it is still there
  const { closed, left, fresh, split, merged } = countGaps(gaps)
  return (
    <dl className="effect-figures">
      <div title={words.scenario.gainHint}>
        <dt>{words.scenario.gain}</dt>
        <dd className={people.gain + uncounted.gain > 0 ? 'is-gain' : undefined}>
          {tellAffected(people.gain, uncounted.gain, language)}
          {uncounted.gain > 0 ? <small> {words.compare.peopleUnknown}</small> : null}
        </dd>
      </div>
      <div title={words.scenario.loseHint}>
        <dt>{words.scenario.lose}</dt>
        <dd className={losers + uncountedLosers > 0 ? 'is-loss' : undefined}>
          {tellAffected(losers, uncountedLosers, language)}
          {uncountedLosers > 0 ? <small> {words.compare.peopleUnknown}</small> : null}
        </dd>
      </div>
      <div title={words.scenario.minutesHint}>
        <dt>{minutes < 0 ? words.scenario.minutesLonger : words.scenario.minutes}</dt>
        <dd className={minutes < -0.5 ? 'is-loss' : minutes > 0.5 ? 'is-gain' : undefined}>
          <Minutes comparison={comparison} />
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
            {split > 0 ? <span>{words.compare.gapSplit(format.count(split))}</span> : null}
            {merged > 0 ? <span>{words.compare.gapMerged(format.count(merged))}</span> : null}
          </small>
        </dd>
      </div>
    </dl>
  )
}

/** Classes with most people first; none that somebody loses is left out. */
function Classes({ comparison }: { readonly comparison: Comparison }) {
  const { words, format } = useLanguage()
  const [isLong, setLong] = useState(false)
  const changed = useMemo(
    () =>
      comparison.classes
        .filter(isChanged)
        .toSorted(
          (a, b) =>
            b.gained + b.lost - a.gained - a.lost ||
            b.uncounted.gained + b.uncounted.lost - a.uncounted.gained - a.uncounted.lost ||
            b.person_minutes - a.person_minutes,
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
  const communities = comparison.communities
    .filter(({ lost, people_lost }) => lost.length > 0 || (people_lost ?? 0) > 0)
    .toSorted((a, b) => (b.people_lost ?? 0) - (a.people_lost ?? 0))
  if (communities.length === 0)
    // where nothing changes at all that is said already
    return comparison.classes.some(isHarmed) || !comparison.classes.some(isChanged) ? null : (
      <p className="effect-none caption">{words.scenario.noHurt}</p>
    )
  return (
    <p className="effect-none caption">
      {words.scenario.communitiesHurt}{' '}
      {communities.slice(0, TOP_COMMUNITIES).map(({ id }, i) => (
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
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const { code, required, uncounted } = change
  const [gained, lost] = [change.gained + uncounted.gained, change.lost + uncounted.lost]
  const { nearer, farther, person_minutes: minutes } = change
  const isWalkAlone = nearer + farther + uncounted.nearer + uncounted.farther === 0 && minutes !== 0
  const isOnMap = useView((view) => view.mapTheme.kind === 'class' && view.mapTheme.code === code)
  const name = names.classOf(code)
  const walks = [
    ...(nearer + uncounted.nearer > 0
      ? [words.scenario.nearer(tellAffected(nearer, uncounted.nearer, language))]
      : []),
    ...(farther + uncounted.farther > 0
      ? [words.scenario.farther(tellAffected(farther, uncounted.farther, language))]
      : []),
    // walks of people who are not served, before and after
    ...(isWalkAlone ? [tellMinutes(minutes, language)] : []),
  ].join(' · ')
  return (
    <li>
      <button
        type="button"
        className="plain row-button line effect-class"
        aria-pressed={isOnMap}
        title={[
          name,
          required ? '' : words.scenario.besideHint,
          walks,
          isAnywhere(uncounted) ? words.scenario.uncountedHint : '',
          words.scenario.onMap,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
        onClick={() => actions.setMapTheme(isOnMap ? { kind: 'missing' } : { kind: 'class', code })}
      >
        <ClassMark code={code} />
        <span className="clip grow">{name}</span>
        {required ? null : <span className="tag">{words.scenario.beside}</span>}
        {gained === 0 && lost === 0 ? <span className="caption figure">{walks}</span> : null}
        {lost === 0 ? null : (
          <span className="figure is-loss">
            {words.scenario.lost(tellAffected(change.lost, uncounted.lost, language))}
          </span>
        )}
        {gained === 0 ? null : (
          <span className="figure is-gain">
            {words.scenario.gained(tellAffected(change.gained, uncounted.gained, language))}
          </span>
        )}
      </button>
    </li>
  )
}

function tellMinutes(minutes: number, { words, format }: Language): string {
  const what = minutes < 0 ? words.scenario.minutesLonger : words.scenario.minutes
  return `${what} ${format.count(Math.abs(minutes))} ${words.scenario.personMinutes}`
}
