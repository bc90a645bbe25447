import type { LayerDraft } from '../correction/layer-draft'

/** Takes the surveyed entrances of a record away. */
export function dropEntrances(draft: LayerDraft, of: string): void {
  for (const entrance of draft.all('entrances')) if (entrance.of === of) draft.drop('entrances', entrance.id)
}
