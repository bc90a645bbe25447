import { useMemo } from 'react'
import { labelScenario } from '../../model/label-scenario'
import type { Edit, Scenario } from '../../model/scenario'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { freeName } from './free-name'

const NONE: readonly Scenario[] = []

/** The scenarios, the one that is shown, and how to write into it. */
export interface Editing {
  readonly scenarios: readonly Scenario[]
  /** null: the project as it is */
  readonly shown: Scenario | null
  /** what it is called beside the others */
  readonly shownName: string | null
  readonly canEdit: boolean
  /** name of the scenario that is made where none is shown */
  readonly newName: string
  /** makes a scenario where none is shown, and adds the edits */
  readonly add: (...edits: readonly Edit[]) => void
  /** makes a scenario where none is shown */
  readonly begin: () => void
}

export function useEditing(): Editing {
  const { words } = useLanguage()
  const actions = useActions()
  const scenarios = useProject((project) => project.summary?.scenarios ?? NONE)
  const id = useView((view) => view.scenario)
  return useMemo(() => {
    const shown = scenarios.find((scenario) => scenario.id === id) ?? null
    const newName = freeName(scenarios, words.scenario.newName, scenarios.length + 1)
    const begin = (): void => {
      if (shown === null) actions.createScenario(newName)
    }
    return {
      scenarios,
      shown,
      shownName: shown === null ? null : labelScenario(shown, scenarios),
      canEdit: shown?.locked !== true,
      newName,
      begin,
      add(...edits) {
        begin()
        actions.addEdit(...edits)
      },
    }
  }, [scenarios, id, words, actions])
}
