import type { ReactNode } from 'react'
import { useLanguage, useView } from '../app-context'
import { Section } from '../ui/Section'
import { useEditing } from './use-editing'

/** What the scenario can do with what is selected; in the workspace that plans. */
export function MeasuresSection({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage()
  const isPlanning = useView((view) => view.workspace === 'plan')
  const { shown, canEdit, newName } = useEditing()
  if (!isPlanning) return null
  return (
    <Section title={words.scenario.measures} aside={shown?.name}>
      <p className="caption">
        {!canEdit
          ? `${words.scenario.locked} ${words.scenario.lockedHint}`
          : shown === null
            ? words.scenario.measuresNew(newName)
            : words.scenario.measuresHint}
      </p>
      {canEdit ? <div className="measures">{children}</div> : null}
    </Section>
  )
}
