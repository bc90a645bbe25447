import type { WorkOrder } from '../../../model/works'
import { WORKS_PACK } from '../../../model/works-pack'
import { useLanguage } from '../../app-context'

/** In which order the chosen works are done, so that the ground is opened once. */
export function WorkOrderList({ order }: { readonly order: WorkOrder }) {
  const { words, locale, format } = useLanguage()
  if (order.phases.length === 0) return null
  const nameOf = (
    list: readonly { readonly code: string; readonly name_zh: string; readonly name_en: string }[],
    code: string,
  ) => {
    const named = list.find((each) => each.code === code)
    return (locale === 'zh' ? named?.name_zh : named?.name_en) ?? code
  }
  const items = (codes: readonly string[]): string =>
    codes.map((code) => nameOf(WORKS_PACK.items, code)).join(words.consent.and)
  return (
    <div className="work-order">
      <h3>{words.works.order}</h3>
      <p className="caption">
        {words.works.orderHint} {words.works.orderStatus}
      </p>
      <ol>
        {order.phases.map(({ phase, items: codes }) => (
          <li key={phase}>
            <span className="caption">{nameOf(WORKS_PACK.phases, phase)}</span>
            <span>{items(codes)}</span>
          </li>
        ))}
      </ol>
      {order.digging.length < 2 ? null : (
        <p className="caption">{words.works.digs(format.count(order.digging.length))}</p>
      )}
      {order.later.length === 0 ? null : (
        <p className="caption is-warning">{words.works.later(items(order.later))}</p>
      )}
    </div>
  )
}
