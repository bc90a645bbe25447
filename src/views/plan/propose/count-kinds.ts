import type { EditKind } from '../../../model/scenario'

const KINDS: Readonly<Record<string, EditKind>> = {
  space: 'convert-space',
  gate: 'open-gate',
  wall: 'open-wall',
  path: 'add-path',
  share: 'share-facility',
}

/** How many measures of each kind there are among keys of measures, in the order of the wishes. */
export function countKinds(keys: readonly string[]): { readonly kind: EditKind; readonly count: number }[] {
  return Object.entries(KINDS).flatMap(([prefix, kind]) => {
    const count = keys.filter((key) => key.startsWith(`${prefix}:`)).length
    return count === 0 ? [] : [{ kind, count }]
  })
}
