import type { ParkingAnswer } from '../../model/supply'
import { useLanguage } from '../app-context'

/** Which car parks nobody looked for, so that a shortage is one at most. */
export function ParkingUnsurveyed({ parking }: { readonly parking: ParkingAnswer }) {
  const { words } = useLanguage()
  const { unsurveyed } = parking
  if (unsurveyed.length === 0) return null
  const say = words.supply.parking
  return (
    <span className="is-warning">
      {say.unsurveyed(unsurveyed.map((kind) => say.kind[kind]).join(words.listSeparator))}
    </span>
  )
}
