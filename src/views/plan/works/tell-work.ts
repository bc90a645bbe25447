import type { WorkCost } from '../../../model/works'
import { WORKS_PACK } from '../../../model/works-pack'
import type { Language } from '../../app-context'
import { tellMoney } from '../../tell-money'

/** What a chosen item costs, in words; what is unknown is said to be. */
export function tellWorkCost(cost: WorkCost, language: Language): string {
  const { words, locale } = language
  switch (cost.kind) {
    case 'priced':
      return tellMoney(cost.cost.default_yuan, language)
    case 'included': {
      const by = WORKS_PACK.items.find(({ code }) => code === cost.by)
      return words.works.cost.included((locale === 'zh' ? by?.name_zh : by?.name_en) ?? cost.by)
    }
    case 'edits':
      return words.works.cost.edits(cost.edits.map((index) => index + 1).join(words.consent.and))
    case 'free':
      return words.works.cost.free
    case 'unknown':
      return words.works.cost.unknown
    default:
      throw new Error(`unknown cost ${JSON.stringify(cost satisfies never)}`)
  }
}
