import { Select } from 'antd'
import { useState } from 'react'
import { labelScenario } from '../../model/label-scenario'
import { cleanText } from '../../model/clean-text'
import type { Scenario } from '../../model/scenario'
import { useActions, useLanguage } from '../app-context'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { useEditing } from './use-editing'

// no scenario has an empty id
const BASE = ''

/** Which scenario is shown, and what can be done with it as a whole. */
export function ScenarioBar() {
  const { words } = useLanguage()
  const actions = useActions()
  const { scenarios, shown, newName } = useEditing()
  const isLocked = shown?.locked === true
  const [editing, setEditing] = useState<'name' | 'note' | null>(null)
  return (
    <div className="scenario-bar">
      <div className="line">
        <Select<string>
          aria-label={words.scenario.select}
          className="scenario-select"
          value={shown?.id ?? BASE}
          onChange={(id) => {
            setEditing(null)
            actions.showScenario(id === BASE ? null : id)
          }}
          options={[
            { value: BASE, label: words.scenario.base },
            ...scenarios.map((each) => ({
              value: each.id,
              label: (
                <span className="line">
                  <span className="clip">{labelScenario(each, scenarios)}</span>
                  {each.locked === true ? <Icon name="lock" small /> : null}
                </span>
              ),
            })),
          ]}
        />
        <IconButton
          icon="plus"
          label={words.scenario.create}
          onClick={() => actions.createScenario(newName)}
        />
      </div>
      {shown === null ? null : (
        <div className="scenario-tools" role="toolbar" aria-label={words.scenario.title}>
          <IconButton
            icon="copy"
            label={words.scenario.duplicate}
            onClick={() => actions.duplicateScenario(shown.id, words.scenario.copyName(shown.name))}
          />
          <IconButton
            icon="pen"
            label={words.scenario.rename}
            isPressed={editing === 'name'}
            isDisabled={isLocked}
            onClick={() => setEditing(editing === 'name' ? null : 'name')}
          />
          <IconButton
            icon="note"
            label={words.scenario.note}
            isPressed={editing === 'note'}
            isDisabled={isLocked}
            onClick={() => setEditing(editing === 'note' ? null : 'note')}
          />
          <IconButton
            icon={isLocked ? 'lock' : 'unlock'}
            label={isLocked ? words.scenario.unlock : words.scenario.lock}
            isPressed={isLocked}
            onClick={() => {
              setEditing(null)
              actions.lockScenario(shown.id, !isLocked)
            }}
          />
          <IconButton
            icon="trash"
            label={words.scenario.remove}
            isDisabled={isLocked}
            onClick={() => actions.deleteScenario(shown.id)}
          />
        </div>
      )}
      {shown !== null && editing === 'name' ? (
        <NameField key={shown.id} scenario={shown} onDone={() => setEditing(null)} />
      ) : null}
      {shown !== null && (editing === 'note' || shown.note !== undefined) ? (
        <NoteField
          key={`${shown.id} ${shown.note ?? ''}`}
          scenario={shown}
          isOpen={editing === 'note'}
          onDone={() => setEditing(null)}
        />
      ) : null}
    </div>
  )
}

function NameField({ scenario, onDone }: { readonly scenario: Scenario; readonly onDone: () => void }) {
  const { words } = useLanguage()
  const actions = useActions()
  const keep = (name: string) => {
    const trimmed = cleanText(name).trim()
    if (trimmed !== '' && trimmed !== scenario.name) actions.renameScenario(scenario.id, trimmed)
    onDone()
  }
  return (
    <input
      className="native-input scenario-field"
      aria-label={words.scenario.name}
      defaultValue={scenario.name}
      autoFocus
      maxLength={80}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(event.currentTarget.value)
        else if (event.key === 'Escape') onDone()
      }}
    />
  )
}

interface NoteFieldProps {
  readonly scenario: Scenario
  readonly isOpen: boolean
  readonly onDone: () => void
}

function NoteField({ scenario, isOpen, onDone }: NoteFieldProps) {
  const { words } = useLanguage()
  const actions = useActions()
  if (!isOpen) return <p className="caption scenario-note">{scenario.note}</p>
  return (
    <textarea
      className="native-input scenario-field"
      aria-label={words.scenario.note}
      placeholder={words.scenario.notePlaceholder}
      defaultValue={scenario.note ?? ''}
      autoFocus
      rows={3}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.value = scenario.note ?? ''
        event.currentTarget.blur()
        onDone()
      }}
      onBlur={(event) => {
        const note = cleanText(event.currentTarget.value, 'note').trim()
        if (note !== (scenario.note ?? '')) actions.noteScenario(scenario.id, note)
      }}
    />
  )
}
