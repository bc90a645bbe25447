import { useRef, useState } from 'react'
import { MOST_PEOPLE, type UnitCandidate, type UnitLinks } from '../../../model/unit-pairing'
import type { RenovationUnit } from '../../../model/renovation-unit'
import type { UnitLink } from '../../../model/unit-report'
import { useActions, useLanguage } from '../../app-context'
import { useNames } from '../../use-names'
import { tellTogether } from './tell-unit-link'

interface UnitReasonsProps {
  readonly unit: RenovationUnit
  readonly links: UnitLinks
  readonly candidates: ReadonlyMap<string, UnitCandidate>
}

interface Pair {
  readonly ids: readonly [string, string]
  readonly link: UnitLink | undefined
}

const TOP_PAIRS = 3

/** Why communities are one unit: sub-district, eligibility and size, and how each two of them lie to each other. */
export function UnitReasons({ unit, links, candidates }: UnitReasonsProps) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const [isLong, setLong] = useState(false)
  // the pair whose communities are outlined
  const shown = useRef<string | null>(null)
  const members = unit.communities.flatMap((id) => candidates.get(id) ?? [])
  if (members.length < 2) return null
  const pairs = pairsOf(unit.communities, links)
  const far = pairs.filter(({ link }) => link === undefined).length
  const divided = pairs.filter(({ link }) => link?.divide != null).length
  const people = members.reduce((sum, each) => sum + (each.people ?? 0), 0)
  const isEveryoneKnown = members.every((each) => each.people !== null)
  return (
    <div>
      <h3 className="unit-title">{words.units.why}</h3>
      <p className="caption">
        {tellSubdistricts(members, words.units, words.listSeparator)}
        {' · '}
        {tellEligibility(members, words.units, format.count)}
        {people === 0 ? null : (
          <>
            {' · '}
            <span className={people > MOST_PEOPLE ? 'is-unserved' : undefined} title={words.units.circleHint}>
              {(people > MOST_PEOPLE ? words.units.overCircle : words.units.inCircle)(
                isEveryoneKnown ? format.people(people) : words.atLeast(format.people(people)),
                format.people(MOST_PEOPLE),
              )}
            </span>
          </>
        )}
      </p>
      {far + divided === 0 ? null : (
        <p className="caption is-unserved">
          {words.units.weakPairs(format.count(pairs.length), format.count(far), format.count(divided))}
        </p>
      )}
      <ul className="unit-pairs caption">
        {(isLong ? pairs : pairs.slice(0, TOP_PAIRS)).map(({ ids: [a, b], link }) => (
          <li
            key={`${a} ${b}`}
            // a row that has come under a hand that lies still, as the list went up, is not pointed at
            onMouseMove={({ movementX, movementY }) => {
              if (shown.current === `${a} ${b}` || (movementX === 0 && movementY === 0)) return
              shown.current = `${a} ${b}`
              actions.mark([a, b])
            }}
            onMouseLeave={() => {
              if (shown.current !== null) actions.mark(unit.communities)
              shown.current = null
            }}
          >
            <span className="unit-pair">
              {names.community(a)} — {names.community(b)}
            </span>
            {link?.divide == null ? null : (
              <span className="is-unserved">{words.units.dividedBy(words.units.divide[link.divide])} · </span>
            )}
            <span className={link === undefined ? 'is-unserved' : undefined}>
              {tellTogether(link, language)}
            </span>
          </li>
        ))}
      </ul>
      {pairs.length > TOP_PAIRS ? (
        <button type="button" className="plain link caption" onClick={() => setLong(!isLong)}>
          {isLong ? words.units.less : words.units.allPairs(format.count(pairs.length))}
        </button>
      ) : null}
    </div>
  )
}

/** Every two of some communities, those that belong together most first; without a link last. */
function pairsOf(ids: readonly string[], links: UnitLinks): Pair[] {
  const pairs = ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b): Pair => ({ ids: [a, b], link: links.between(a, b) })),
  )
  return pairs.toSorted((p, q) => (q.link?.affinity ?? -1) - (p.link?.affinity ?? -1))
}

type Words = ReturnType<typeof useLanguage>['words']['units']

function tellSubdistricts(members: readonly UnitCandidate[], words: Words, separator: string): string {
  const known = [...new Set(members.flatMap(({ subdistrict }) => subdistrict ?? []))]
  const isMissing = members.some(({ subdistrict }) => subdistrict === null)
  if (known.length === 0) return words.subdistrictUnknown
  const told = known.length === 1 ? words.oneSubdistrict(known[0]) : words.subdistricts(known.join(separator))
  return isMissing ? `${told}${words.someSubdistrictUnknown}` : told
}

function tellEligibility(
  members: readonly UnitCandidate[],
  words: Words,
  count: (value: number) => string,
): string {
  const of = (verdicts: readonly UnitCandidate['eligibility'][]): number =>
    members.filter(({ eligibility }) => verdicts.includes(eligibility)).length
  const unknown = of(['data-missing'])
  const no = of(['not-eligible'])
  return words.eligible(count(members.length - unknown - no), count(unknown), count(no))
}
