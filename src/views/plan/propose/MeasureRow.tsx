import { useEffect, useRef } from 'react'
import type {
  Alternative,
  NoAlternative,
  Objective,
  PlannedMeasure,
  ProposalOptions,
  Weighed,
} from '../../../model/proposal'
import type { Selection } from '../../../store/state'
import { linkBox } from '../../../store/link-box'
import { shapeOf } from '../../../store/plan-marks'
import { useActions, useLanguage, usePlanning, useView } from '../../app-context'
import { tellCost } from '../../scenario/tell-cost'
import { useCostStatus } from '../../scenario/use-cost-status'
import { IconButton } from '../../ui/IconButton'
import { ClassMark } from '../../ui/SignMark'
import { markOfSides } from '../../scenario/tell-edit'
import { useNames } from '../../use-names'
import { useShow } from '../../use-show'
import { opensWay, stemOf, tellMeasure, tellPlace } from './tell-measure'
import { tellServed } from './tell-served'

interface MeasureRowProps {
  readonly planned: PlannedMeasure
  readonly objective: Objective
  readonly counts: ProposalOptions['counts']
}

/** One measure of a plan: what, cost, vote, whom it serves; opened, why this and not another. */
export function MeasureRow({ planned, objective, counts }: MeasureRowProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const show = useShow()
  const row = useRef<HTMLLIElement>(null)
  const { measure, alone, marginal, otherPlace, otherUse, whyNoPlace, whyNoUse, partners } = planned
  const what = tellMeasure(measure, names, language)
  const selection = selectionOf(measure.edit)
  const shape = shapeOf(measure.edit, (gate) => names.placeOfGate(gate))
  // every measure has a mark on the map: whichever is pointed at or opened, there or here, is both
  const isPointed = useView((view) => view.links.pointed === measure.key)
  const isOpen = useView((view) => view.links.open === measure.key)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const point = (isOver: boolean) => {
    actions.hover(isOver ? selection : null)
    actions.setLinkView({ pointed: isOver ? measure.key : null })
  }
  const status = useCostStatus(measure.cost)
  const { each, bare, somebody } = tellServed(counts, language)
  const saved = counts === 'people' ? words.propose.savedMetres : words.propose.savedCommunityMetres
  const figure = ({ weight, people }: Weighed): string =>
    objective === 'nearest' ? saved(bare(weight)) : each(people)
  return (
    <li
      ref={row}
      className={isPointed ? 'measure-row is-pointed' : 'measure-row'}
      onMouseEnter={() => point(true)}
      onMouseLeave={() => point(false)}
    >
      <button
        type="button"
        className="plain row-button measure-head"
        aria-expanded={isOpen}
        onClick={() => actions.setLinkView({ open: isOpen ? null : measure.key })}
      >
        {measure.class === null ? (
          <span className={`edit-mark ${markOf(measure.edit)}`} aria-hidden="true" />
        ) : (
          <ClassMark code={measure.class} />
        )}
        <span className="gap-body">
          <span className="line">
            <span className="two-lines grow" title={what}>
              {measure.edit.kind !== 'convert-space' ? (
                <span className="edit-kind">{words.scenario.kind[measure.edit.kind]} </span>
              ) : null}
              {what}
            </span>
            <span className="figure is-gain">
              {/* what serves nobody alone is told with what it adds to the plan */}
              {alone.weight < somebody && marginal.weight >= somebody
                ? words.propose.servesWith(figure(marginal))
                : words.propose.serves(figure(alone))}
            </span>
          </span>
          <span className="caption edit-facts">
            <span className="figure">{tellCost(measure.cost, language)}</span>
            {status === null || status === 'V' ? null : (
              <span className="tag">{words.scenario.costDefault}</span>
            )}
            <span>{words.scenario.vote[measure.vote.type]}</span>
            {partners.length === 0 ? null : <span className="tag">{words.propose.paired}</span>}
            {measure.hasConditions ? <span className="tag">{words.propose.conditions}</span> : null}
          </span>
        </span>
      </button>
      {isOpen ? (
        <div className="measure-body">
          <dl>
            {partners.length === 0 ? null : (
              <>
                <dt>{words.propose.pairedWith}</dt>
                <dd>{partners.map((each) => tellPlace(each, names, language)).join(words.listSeparator)}</dd>
              </>
            )}
            <dt>{words.propose.alone}</dt>
            <dd className="figure">{figure(alone)}</dd>
            <dt>{words.propose.without}</dt>
            <dd className="figure">{figure(marginal)}</dd>
            <dt>{opensWay(measure.edit) ? words.propose.otherOpening : words.propose.otherPlace}</dt>
            <dd>
              <Other other={otherPlace} why={whyNoPlace} figure={figure} somebody={somebody} isUse={false} />
            </dd>
            {measure.edit.kind === 'convert-space' ? (
              <>
                <dt>{words.propose.otherUse}</dt>
                <dd>
                  <Other other={otherUse} why={whyNoUse} figure={figure} somebody={somebody} isUse />
                </dd>
              </>
            ) : null}
          </dl>
          <div className="line">
            <Pin stem={stemOf(measure)} kind="must" label={words.propose.pin} />
            <Pin stem={stemOf(measure)} kind="never" label={words.propose.ban} />
            <span className="grow" />
            {selection === null && shape === null ? null : (
              <IconButton
                icon="locate"
                label={words.locate}
                isSmall
                onClick={() => {
                  if (selection !== null) show(selection)
                  else if (shape !== null) actions.focus({ kind: 'box', box: linkBox(shape) })
                }}
              />
            )}
          </div>
        </div>
      ) : null}
    </li>
  )
}

interface OtherProps {
  readonly other: Alternative | null
  /** where there is none */
  readonly why: NoAlternative | null
  readonly figure: (of: Weighed) => string
  /** less weight is nobody */
  readonly somebody: number
  /** the same space for something else, not the same class somewhere else */
  readonly isUse: boolean
}

function Other({ other, why, figure, somebody, isUse }: OtherProps) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  if (other === null)
    return (
      <span className="is-unknown">
        {words.propose.otherNone[isUse ? 'use' : 'place'][why ?? 'nothing-else']}
      </span>
    )
  const { measure, lost } = other
  const what =
    isUse && measure.class !== null ? names.classOf(measure.class) : tellPlace(measure, names, language)
  return lost.weight < somebody ? words.propose.losesNothing(what) : words.propose.loses(what, figure(lost))
}

interface PinProps {
  readonly stem: string
  readonly kind: 'must' | 'never'
  readonly label: string
}

/** Demands a measure of the next plan, or forbids it. */
function Pin({ stem, kind, label }: PinProps) {
  const actions = useActions()
  const must = usePlanning((planning) => planning.wishes.must)
  const never = usePlanning((planning) => planning.wishes.never)
  const isSet = (kind === 'must' ? must : never).includes(stem)
  const without = (keys: readonly string[]) => keys.filter((key) => key !== stem)
  return (
    <button
      type="button"
      className="plain bar-button"
      aria-pressed={isSet}
      onClick={() => {
        const cleared = { must: without(must), never: without(never) }
        actions.setWishes(isSet ? cleared : { ...cleared, [kind]: [...cleared[kind], stem] })
      }}
    >
      {label}
    </button>
  )
}

/** Who passes what is opened, or that it is a path; see `EditRow`. */
function markOf(edit: PlannedMeasure['measure']['edit']): string {
  if (edit.kind === 'open-shared-wall') return markOfSides(edit.sides)
  return edit.kind === 'open-gate' || edit.kind === 'open-wall' ? edit.access : edit.kind
}

function selectionOf(edit: PlannedMeasure['measure']['edit']): Selection | null {
  if (edit.kind === 'convert-space') return { kind: 'space', id: edit.space }
  if (edit.kind === 'open-gate') return { kind: 'gate', id: edit.gate }
  return edit.kind === 'share-facility' ? { kind: 'facility', id: edit.facility } : null
}
