import type { Space } from '../../model/layers'
import { classSign, spaceSign, type Sign } from '../../map/signs'
import { useView } from '../app-context'

function Mark({ sign }: { readonly sign: Sign }) {
  return (
    <span className={`sign ${sign.shape}`} style={{ background: sign.color }} aria-hidden="true">
      {sign.character}
    </span>
  )
}

/** The disc a facility class has on the map. */
export function ClassMark({ code }: { readonly code: string | undefined }) {
  const rules = useView((view) => view.rules)
  return <Mark sign={classSign(rules, code)} />
}

/** The square a kind of candidate space has on the map. */
export function SpaceMark({ kind }: { readonly kind: Space['kind'] }) {
  return <Mark sign={spaceSign(kind)} />
}
