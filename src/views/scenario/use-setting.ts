import { useMemo } from 'react'
import type { Facility } from '../../model/layers'
import type { Hosting } from '../../model/hosting'
import { HOSTING_PACK } from '../../model/hosting-pack'
import { partOfSpace, unitsIn } from '../../model/space-parts'
import { useProject, useView } from '../app-context'
import { useNames } from '../use-names'
import { useEditing } from './use-editing'

const NONE: readonly Facility[] = []

export interface Setting {
  readonly onSet?: () => void
  /** true: other uses leave nothing of the space */
  readonly isUsedUp?: boolean
}

/**
 * For a space and use: what makes it so in the scenario, on all that other uses leave of the space; nothing where it is
 * not allowed or nobody plans.
 */
export function useSetting(): (hosting: Hosting) => Setting {
  const isPlanning = useView((view) => view.workspace === 'plan')
  const { add, canEdit } = useEditing()
  const { rules } = useNames()
  const facilities = useProject(({ mapLayers }) => mapLayers?.facilities ?? NONE)
  const used = useMemo(() => {
    const bySpace = new Map<string, number>()
    for (const facility of facilities) {
      const part = partOfSpace(facility)
      if (part !== null) bySpace.set(part.space, (bySpace.get(part.space) ?? 0) + part.area_m2)
    }
    return bySpace
  }, [facilities])
  return ({ space, use: code, verdict, units, area_m2 }) => {
    const use = HOSTING_PACK.uses.find((each) => each.code === code)
    const classes = use?.classes ?? []
    // the first class of the use that the rules judge
    const first = classes.find((each) => rules.has(each)) ?? classes[0]
    if (!isPlanning || !canEdit || verdict === 'blocked' || first === undefined) return {}
    const taken_m2 = used.get(space) ?? 0
    // a tenth of a square metre is a rounding, and nothing to build on
    const left_m2 = area_m2 === null || taken_m2 === 0 ? null : Math.floor(10 * (area_m2 - taken_m2)) / 10
    if (left_m2 !== null && left_m2 <= 0) return { isUsedUp: true }
    const fitting = left_m2 === null ? units : unitsIn(use ?? {}, left_m2)
    return {
      onSet: () =>
        add({
          kind: 'convert-space',
          space,
          use: code,
          class: first,
          ...(left_m2 === null ? {} : { area_m2: left_m2 }),
          ...(fitting === null ? {} : { capacity: fitting }),
        }),
    }
  }
}
