import type { Hosting } from '../../model/hosting'
import { HOSTING_PACK } from '../../model/hosting-pack'
import { useView } from '../app-context'
import { useNames } from '../use-names'
import { useEditing } from './use-editing'

/** For a space and use: what makes it so in the scenario; nothing where it is not allowed or nobody plans. */
export function useSetting(): (hosting: Hosting) => { readonly onSet?: () => void } {
  const isPlanning = useView((view) => view.workspace === 'plan')
  const { add, canEdit } = useEditing()
  const { rules } = useNames()
  return ({ space, use, verdict, units }) => {
    const classes = HOSTING_PACK.uses.find(({ code }) => code === use)?.classes ?? []
    // the first class of the use that the rules judge
    const code = classes.find((each) => rules.has(each)) ?? classes[0]
    if (!isPlanning || !canEdit || verdict === 'blocked' || code === undefined) return {}
    const capacity = units === null ? {} : { capacity: units }
    return { onSet: () => add({ kind: 'convert-space', space, use, class: code, ...capacity }) }
  }
}
