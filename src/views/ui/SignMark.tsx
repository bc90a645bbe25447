import type { Space } from '../../model/layers'
import { classSign, spaceSign, type Sign } from '../../map/signs'
import { useView } from '../app-context'

/** A sign as it is on the map. */
export function SignMark({ sign }: { readonly sign: Sign }) {
  return (
    <span className={`sign ${sign.shape}`} style={{ background: sign.color }} aria-hidden="true">
      {sign.character}
    </span>
  )
}

/** The disc a facility class has on the map. */
export function ClassMark({ code }: { readonly code: string | undefined }) {
  const rules = useView((view) => view.rules)
  return <SignMark sign={classSign(rules, code)} />
}

/** The square a kind of candidate space has on the map. */
export function SpaceMark({ kind }: { readonly kind: Space['kind'] }) {
  return <SignMark sign={spaceSign(kind)} />
}
