import './scope.css'
import { type ModePrompt, UNRECORDED } from '../../model/mode'
import type { Correction } from '../../model/correction'
import { type Language, useActions, useLanguage, useProject, useResults } from '../app-context'
import { useNames } from '../use-names'
import { ModeEditor } from './ModeEditor'
import { findOutOfScope, tellOutOfScope } from './out-of-scope'

const NO_CORRECTIONS: readonly Correction[] = []

/** The last decision about a community's mode, as kept in the project; null: nobody decided. */
export function useModeDecision(id: string): Extract<Correction, { readonly kind: 'set-mode' }> | null {
  const corrections = useProject((project) => project.summary?.corrections ?? NO_CORRECTIONS)
  const decisions = corrections.filter((each) => each.kind === 'set-mode' && each.communities.includes(id))
  const last = decisions.at(-1)
  return last?.kind === 'set-mode' ? last : null
}

/** The renovation mode of one community: who decided, what the data suggest, and the means to decide. */
export function ModeBlock({ id, canEdit }: { readonly id: string; readonly canEdit: boolean }) {
  const language = useLanguage()
  const { words, format } = language
  const say = words.tables.mode
  const actions = useActions()
  const names = useNames()
  const mode = names.records.communities.get(id)?.mode ?? null
  const decision = useModeDecision(id)
  const assessment = useResults((results) => results.analysis?.assessment ?? null)
  const facts = useResults((results) => results.summaries.modeFacts?.get(id) ?? null)
  return (
    <div className="mode-block">
      <p className="line">
        {mode === null ? (
          <span className="is-unknown">{say.undecided}</span>
        ) : (
          <strong className="line">
            <span className={`mode-dot ${mode}`} /> {words.mode[mode]}
          </strong>
        )}
        <span className="caption">{decision !== null ? say.decided : mode === null ? '' : say.surveyed}</span>
        {decision === null || !canEdit ? null : (
          <button
            type="button"
            className="plain link"
            onClick={() => void actions.undoCorrection(decision.id)}
          >
            {say.undo}
          </button>
        )}
      </p>
      {decision === null || decision.note === '' ? null : (
        <p className="mode-note-text">
          <span className="caption">{say.noteShort} </span>
          {decision.note}
        </p>
      )}
      {mode === null || assessment === null
        ? null
        : findOutOfScope(assessment, [id]).map((row) => (
            <p key={row.id} className="is-warning">
              {say.outOfScopeNote(tellOutOfScope(row, assessment, language))}
            </p>
          ))}
      {facts === null ? null : (
        <>
          <p className="caption">{say.prompts}</p>
          <ul className="clauses">
            {facts.prompts.map((prompt) => (
              <li key={prompt.code}>
                {tellPrompt(prompt, language)}
                <span className="caption"> {say.speaksFor(words.mode[prompt.speaksFor])} · J</span>
              </li>
            ))}
            {facts.prompts.length === 0 ? <li className="is-unknown">{say.noPrompts}</li> : null}
          </ul>
          <p className="caption">
            {[
              facts.buildings === 0
                ? null
                : say.facts(format.count(facts.buildings), format.count(facts.buildings_with_storeys)),
              facts.most_storeys === null ? null : say.mostStoreys(format.count(facts.most_storeys)),
              facts.households_per_ha === null ? null : say.density(format.count(facts.households_per_ha)),
              facts.gaps.length === 0
                ? null
                : say.gaps(facts.gaps.map((gap) => say.gap[gap]).join(words.listSeparator)),
              say.unrecordedLine(UNRECORDED.map((item) => say.unrecorded[item]).join(words.listSeparator)),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        </>
      )}
      {canEdit ? (
        <>
          <ModeEditor key={id} communities={[id]} />
          <p className="caption">{say.hint}</p>
        </>
      ) : null}
    </div>
  )
}

/** A prompt as a sentence; years are no counts, shares are percent. */
export function tellPrompt({ code, value, threshold }: ModePrompt, { words, format }: Language): string {
  const tell = words.tables.mode.prompt[code]
  switch (code) {
    case 'built-early':
    case 'built-late':
    case 'renovated-before':
      return tell(String(value), String(threshold))
    case 'dense':
      return tell(format.count(value), format.count(threshold))
    default:
      return tell(format.share(value), format.share(threshold))
  }
}
