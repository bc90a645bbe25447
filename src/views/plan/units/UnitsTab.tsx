import './units.css'
import { useEffect, useMemo, useState } from 'react'
import { idOfUnit, type RenovationUnit } from '../../../model/renovation-unit'
import { UnitLinks } from '../../../model/unit-pairing'
import { useActions, useLanguage, usePlanning, useProject, useResults } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { useNames } from '../../use-names'
import { DrawUnit } from './DrawUnit'
import { LooseCommunities } from './LooseCommunities'
import { nameUnit } from './name-unit'
import { UnitRow } from './UnitRow'
import { useCandidates } from './use-candidates'

/** More units than this are searched, not looked through. */
const MOST_AT_A_GLANCE = 20

/** Renovation units: proposed from how communities lie, or as the user left them; one of them opened. */
export function UnitsTab() {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const answer = usePlanning((planning) => planning.units)
  const chosen = usePlanning((planning) => planning.unit)
  // whether these may be renovated is not known
  const missing = useResults(
    ({ analysis }) =>
      analysis?.assessment.communities.filter(({ eligibility }) => eligibility.verdict === 'data-missing')
        .length ?? 0,
  )
  const isOwn = useProject((project) => project.summary?.units != null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    actions.setWantsUnits(true)
    return () => {
      actions.setWantsUnits(false)
      actions.mark([])
      actions.group([])
    }
  }, [actions])
  // which belong together is seen at once
  useEffect(
    () => actions.group((answer?.reports ?? []).map(({ unit }) => unit.communities)),
    [actions, answer],
  )
  const open = answer?.reports.find(({ unit }) => unit.id === chosen)?.unit.communities
  const [pointed, setPointed] = useState<readonly string[] | null>(null)
  const [sought, setSought] = useState('')
  const [drawn, setDrawn] = useState<readonly string[]>([])
  // what would be merged is seen together
  const outlined = useMemo(() => {
    if (drawn.length > 0) return [...new Set([...drawn, ...(pointed ?? [])])]
    if (pointed !== null && ticked.size === 0) return pointed
    const marked = (answer?.reports ?? []).filter(({ unit }) => ticked.has(unit.id))
    const shown = marked.length === 0 ? (open ?? []) : marked.flatMap(({ unit }) => unit.communities)
    return [...new Set([...shown, ...(pointed ?? [])])]
  }, [answer, ticked, pointed, open, drawn])
  useEffect(() => actions.mark(outlined), [actions, outlined])

  const candidates = useCandidates()
  const links = useMemo(() => new UnitLinks(answer?.proposed.links ?? []), [answer])

  if (answer === null)
    return (
      <p className="section-body caption" role="status">
        {words.units.pending}
      </p>
    )
  const { reports, proposed } = answer
  const units = reports.map(({ unit }) => unit)
  const more = proposed.with_unknown
  // they are offered as long as the units are those proposed
  const offersMore = !isOwn && missing > 0 && !isSame(more, proposed.units)
  const wanted = reports.length > MOST_AT_A_GLANCE ? sought.trim().toLowerCase() : ''
  // by its own name or that of one of its communities; what is open or ticked stays in sight
  const found = reports.filter(
    ({ unit }) =>
      unit.id === chosen ||
      ticked.has(unit.id) ||
      [nameUnit(unit, names, language), ...unit.communities.map((id) => names.community(id))].some((name) =>
        name.toLowerCase().includes(wanted),
      ),
  )
  const ticking = reports.filter(({ unit }) => ticked.has(unit.id))
  const known = ticking.map(({ unit }) => unit.id)
  const communities = reports.reduce((sum, { members }) => sum + members.length, 0)
  return (
    <>
      <div className="units-head">
        <div className="line">
          <span className="grow">
            {words.units.count(format.count(reports.length), format.count(communities))}
          </span>
          {isOwn ? (
            <button type="button" className="plain link" onClick={() => actions.resetUnits()}>
              {words.units.reset}
            </button>
          ) : null}
        </div>
        <p className="caption">{isOwn ? words.units.own : words.units.proposed}</p>
        {offersMore ? (
          <p className="caption">
            {words.units.unknownToo(format.count(missing))}{' '}
            <button type="button" className="plain link" onClick={() => actions.takeUnits(more)}>
              {words.units.takeUnknown(format.count(more.length))}
            </button>
          </p>
        ) : null}
        {known.length > 1 ? (
          <div className="line units-merge">
            <button
              type="button"
              className="plain bar-button"
              onClick={() => {
                actions.mergeUnits(known)
                actions.chooseUnit(idOfUnit(ticking.flatMap(({ unit }) => unit.communities)))
                setTicked(new Set())
              }}
            >
              {words.units.merge(format.count(known.length))}
            </button>
            <button type="button" className="plain link" onClick={() => setTicked(new Set())}>
              {words.units.clear}
            </button>
          </div>
        ) : null}
      </div>
      <div className="panel-scroll">
        {reports.length === 0 ? (
          <EmptyState
            title={missing === 0 ? words.units.none : words.units.noneKnown}
            hint={
              missing === 0
                ? words.units.noneHint
                : `${words.units.noneHint} ${words.units.noneMissing(format.count(missing))}`
            }
          />
        ) : (
          <>
            {reports.length > MOST_AT_A_GLANCE ? (
              <input
                type="search"
                className="native-input unit-search"
                aria-label={words.units.search}
                placeholder={words.units.search}
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            ) : null}
            {found.length === 0 ? (
              <p className="section-body caption" role="status">
                {words.units.searchNone(sought.trim())}
              </p>
            ) : null}
            <ul>
              {found.map((report) => (
                <UnitRow
                  key={report.unit.id}
                  report={report}
                  units={units}
                  links={links}
                  candidates={candidates}
                  isOpen={report.unit.id === chosen}
                  isTicked={ticked.has(report.unit.id)}
                  onTick={(isTicked) => setTicked(withTick(ticked, report.unit.id, isTicked))}
                  onPoint={(isPointed) => setPointed(isPointed ? report.unit.communities : null)}
                  // the optimizer, for the unit that is chosen
                  onPlan={() => actions.showPlanPart('propose')}
                />
              ))}
            </ul>
          </>
        )}
        <LooseCommunities units={units} links={links} candidates={candidates} />
        <DrawUnit reports={reports} chosen={drawn} onChoose={setDrawn} />
      </div>
    </>
  )
}

function isSame(a: readonly RenovationUnit[], b: readonly RenovationUnit[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function withTick(ticked: ReadonlySet<string>, id: string, isTicked: boolean): ReadonlySet<string> {
  const next = new Set(ticked)
  if (isTicked) next.add(id)
  else next.delete(id)
  return next
}
