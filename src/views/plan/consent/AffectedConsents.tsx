import { withAffected } from '../../../model/edit-package'
import { affectedBy, type PlanPackage } from '../../../model/package'
import type { EditCharge, PackageAnswer } from '../../../model/package-answer'
import type { Edit, Scenario } from '../../../model/scenario'
import { useActions, useLanguage } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { Section } from '../../ui/Section'
import { useNames } from '../../use-names'
import { describeEdit } from '../money/describe-edit'

interface AffectedConsentsProps {
  readonly scenario: Scenario
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** Every edit that turns a dwelling, or what may be one, to a use: all owners with an interest have to agree. */
export function AffectedConsents({ scenario, decided, answer }: AffectedConsentsProps) {
  const { words } = useLanguage()
  const asked = answer.edits.flatMap((charge, index) => {
    const edit = scenario.edits[index]
    return charge.affected !== null && edit.kind === 'convert-space' ? [{ charge, edit, index }] : []
  })
  if (asked.length === 0) return null
  return (
    <>
      <p className="section-body caption">
        {words.consent.affected.law} {words.consent.affected.lawStatus}
      </p>
      {asked.map(({ charge, edit, index }) => (
        <AffectedForm key={index} number={index + 1} edit={edit} charge={charge} decided={decided} />
      ))}
    </>
  )
}

interface AffectedFormProps {
  readonly number: number
  readonly edit: Edit & { readonly kind: 'convert-space' }
  readonly charge: EditCharge
  readonly decided: PlanPackage
}

function AffectedForm({ number, edit, charge, decided }: AffectedFormProps) {
  const language = useLanguage()
  const { words, format } = language
  const { consent } = words
  const say = consent.affected
  const actions = useActions()
  const names = useNames()
  const { affected, vote } = charge
  if (affected === null) return null
  const { space, use } = edit
  const { owners, state, missing } = affected
  const entered = affectedBy(decided, edit)
  const title = describeEdit(edit, charge, names, language)
  const field = (of: 'owners' | 'agreed', placeholder?: string) => (
    <AmountInput
      label={`${title} ${say[of]} ${consent.heads}`}
      value={entered?.[of] ?? null}
      placeholder={placeholder}
      most={1e9}
      isWhole
      isWrong={state === 'impossible'}
      onChange={(value) =>
        actions.decide((before) => withAffected(before, { space, use }, { [of]: value ?? undefined }))
      }
    />
  )
  return (
    <Section
      title={`${consent.editsOf(format.count(number))} · ${title}`}
      aside={<span className={`standing ${state}`}>{consent.state[state]}</span>}
    >
      <p className="caption">{words.scenario.ground[vote.ground]}</p>
      <div className="ballot-grid is-affected">
        <span>{say.owners}</span>
        <span className="owners-total">
          {field('owners', owners.value === null ? words.unknown : String(owners.value))}
          <span className={owners.basis === null ? 'caption is-warning' : 'caption'}>
            {owners.basis === null ? consent.unknownTotal : say.basis[owners.basis]}
          </span>
        </span>
        <span>{say.agreed}</span>
        {field('agreed')}
      </div>
      {state === 'impossible' && owners.value !== null ? (
        <p className="caption is-warning">
          {consent.tooMany(
            say.agreed,
            consent.headsMissing(format.count(entered?.agreed ?? 0)),
            say.owners,
            consent.headsMissing(format.count(owners.value)),
          )}
        </p>
      ) : null}
      {state === 'failed' && missing !== null ? (
        <p className="caption">{say.missing(format.count(missing))}</p>
      ) : null}
      {state === 'incomplete' ? (
        <p className="caption">
          {consent.notEntered(entered?.agreed === undefined ? say.agreed : say.owners)}
        </p>
      ) : null}
    </Section>
  )
}
