import { Segmented } from 'antd'
import { OBJECTIVES, type Objective } from '../../../model/proposal'
import { CLASS_CHOICES, type ClassChoice, type PlanPhase } from '../../../store/planning-state'
import { useActions, useLanguage, usePlanning, useProject } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { NativeSelect } from '../../ui/NativeSelect'
import { useNames } from '../../use-names'
import { boxOfUnit } from '../units/box-of-unit'
import { nameUnit } from '../units/name-unit'
import { GapPicker } from './GapPicker'
import { PinForm } from './PinForm'
import { PinList } from './PinList'
import { WishFold } from './WishFold'

const TEN_THOUSAND = 10_000
/** More than any plan costs, or any space has. */
const MOST_YUAN = 1e11
const MOST_M2 = 1e7
const EVERYWHERE = ''
const RUNNING: readonly PlanPhase[] = ['asking', 'solving', 'checking']

/** Where, what for, how much money, and what is allowed. */
export function WishForm() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const wishes = usePlanning((planning) => planning.wishes)
  const unit = usePlanning((planning) => planning.unit)
  const proposed = usePlanning((planning) => planning.units?.proposed.units)
  const own = useProject((project) => project.summary?.units)
  const phase = usePlanning((planning) => planning.plan?.phase)
  const isRunning = phase !== undefined && RUNNING.includes(phase)
  const units = own ?? proposed ?? []
  return (
    <form
      className="wish-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isRunning) void actions.propose()
      }}
    >
      <div className="wish-line">
        <span>{words.propose.scope}</span>
        <NativeSelect
          className="wish-select"
          label={words.propose.scope}
          value={unit ?? EVERYWHERE}
          options={[
            { value: EVERYWHERE, label: words.propose.everywhere },
            ...units.map((each) => ({ value: each.id, label: nameUnit(each, names, language) })),
          ]}
          onChange={(chosen) => {
            actions.chooseUnit(chosen === EVERYWHERE ? null : chosen)
            const meant = units.find(({ id }) => id === chosen)
            const box = meant === undefined ? null : boxOfUnit(meant, names.records.communities)
            if (box !== null) actions.focus({ kind: 'box', box })
          }}
        />
      </div>
      <Segmented<Objective>
        block
        aria-label={words.propose.objective}
        value={wishes.objective}
        onChange={(objective) => actions.setWishes({ objective })}
        options={OBJECTIVES.map((value) => ({ value, label: words.propose.objectives[value] }))}
      />
      <p className="caption">{words.propose.objectiveHint[wishes.objective]}</p>
      <div className="wish-line">
        <span>{words.propose.budget}</span>
        <AmountInput
          className="wish-number"
          label={words.propose.budget}
          value={wishes.budget_yuan === null ? null : wishes.budget_yuan / TEN_THOUSAND}
          placeholder={words.propose.budgetNone}
          most={MOST_YUAN / TEN_THOUSAND}
          onChange={(value) =>
            actions.setWishes({ budget_yuan: value === null ? null : Math.round(value * TEN_THOUSAND) })
          }
        />
      </div>
      <div className="wish-line">
        <span>{words.propose.classes}</span>
        <NativeSelect<ClassChoice>
          className="wish-select"
          label={words.propose.classes}
          value={wishes.classChoice}
          options={CLASS_CHOICES.map((value) => ({ value, label: words.propose.classChoice[value] }))}
          onChange={(classChoice) => actions.setWishes({ classChoice })}
        />
      </div>
      <p className="caption">{words.propose.classChoiceHint[wishes.classChoice]}</p>
      {wishes.classChoice === 'gaps' ? (
        <GapPicker communities={units.find((each) => each.id === unit)?.communities ?? null} />
      ) : null}
      <Kinds />
      <Limits />
      <PinForm />
      <PinList />
      {isRunning ? (
        // another element than the one that starts: a press that turned it into that one would submit the form
        <button
          key="stop"
          type="button"
          className="plain bar-button wish-stop"
          onClick={() => actions.stopPlanning()}
        >
          {words.propose.stop}
        </button>
      ) : (
        <button
          key="start"
          type="submit"
          className="plain start-button wish-start"
          disabled={
            (wishes.classChoice === 'gaps' && wishes.gaps.length === 0) ||
            KINDS.every(([, wish]) => !wishes[wish])
          }
        >
          {words.propose.start}
        </button>
      )}
    </form>
  )
}

/** The kinds of edits a plan may be made of, and the wish that says so. */
const KINDS = [
  ['convert-space', 'usesSpaces'],
  ['open-gate', 'opensGates'],
  ['open-wall', 'opensWalls'],
  ['open-shared-wall', 'opensSharedWalls'],
  ['add-path', 'addsPaths'],
  ['share-facility', 'sharesFacilities'],
] as const

/** Which kinds of measures a plan may use. */
function Kinds() {
  const { words } = useLanguage()
  const actions = useActions()
  const wishes = usePlanning((planning) => planning.wishes)
  const spaces = useProject((project) => project.mapLayers?.spaces.length ?? 0)
  return (
    <fieldset className="wish-kinds">
      <legend className="caption">{words.propose.kinds}</legend>
      {KINDS.map(([kind, wish]) => (
        <label key={kind} className="line" title={words.propose.kindHint[kind]}>
          <input
            type="checkbox"
            checked={wishes[wish]}
            onChange={(event) => actions.setWishes({ [wish]: event.target.checked })}
          />
          {words.scenario.kind[kind]}
        </label>
      ))}
      {KINDS.every(([, wish]) => !wishes[wish]) ? (
        <p className="caption is-unknown">{words.propose.kindsNone}</p>
      ) : spaces === 0 && wishes.usesSpaces ? (
        <p className="caption">
          {words.propose.noSpaces}{' '}
          <button type="button" className="plain link" onClick={() => actions.showPlanPart('spaces')}>
            {words.propose.goSpaces}
          </button>
        </p>
      ) : null}
    </fieldset>
  )
}

const LIMITS = ['allowsConditions', 'allowsThreeQuarters', 'allowsPrivate', 'countsCapacity'] as const

/** What a plan may do, folded away at first. */
function Limits() {
  const { words } = useLanguage()
  const actions = useActions()
  const wishes = usePlanning((planning) => planning.wishes)
  const isByCommunities = wishes.counts === 'communities'
  return (
    <WishFold title={words.propose.limits}>
      {LIMITS.map((limit) => (
        <label key={limit} className="line">
          <input
            type="checkbox"
            checked={wishes[limit] && !(limit === 'countsCapacity' && isByCommunities)}
            disabled={limit === 'countsCapacity' && isByCommunities}
            onChange={(event) => actions.setWishes({ [limit]: event.target.checked })}
          />
          {words.propose.limit[limit]}
        </label>
      ))}
      <label className="line">
        <input
          type="checkbox"
          checked={isByCommunities}
          onChange={(event) => actions.setWishes({ counts: event.target.checked ? 'communities' : 'people' })}
        />
        {words.propose.limit.byCommunities}
      </label>
      <label className="line">
        <input
          type="checkbox"
          checked={wishes.weighting === 'priority'}
          onChange={(event) => actions.setWishes({ weighting: event.target.checked ? 'priority' : 'people' })}
        />
        {words.propose.limit.byPriority}
      </label>
      <div className="wish-line">
        <span>{words.propose.leastArea}</span>
        <AmountInput
          className="wish-number"
          label={words.propose.leastArea}
          value={wishes.least_m2}
          most={MOST_M2}
          onChange={(value) => actions.setWishes({ least_m2: value ?? 0 })}
        />
      </div>
    </WishFold>
  )
}
