import { HOSTING_PACK } from '../../../model/hosting-pack'
import type { Impossibility, Obstacle } from '../../../model/proposal'
import type { Language } from '../../app-context'
import { tellMoney } from '../../tell-money'
import type { Names } from '../../use-names'
import { groupImpossibilities } from './group-impossibilities'
import { tellKey } from './PinList'

/** Which of the demands made on a plan collide, in a sentence each. */
export function tellObstacle(obstacle: Obstacle, names: Names, language: Language): string {
  const { words, format } = language
  const say = words.propose.obstacle
  switch (obstacle.kind) {
    case 'beyond-budget':
      return say[obstacle.kind](
        tellMoney(obstacle.cost_yuan, language),
        tellMoney(obstacle.budget_yuan, language),
        obstacle.parts
          .map(({ key, cost_yuan }) => `${tellKey(key, names, language)} ${tellMoney(cost_yuan, language)}`)
          .join(words.listSeparator),
      )
    case 'goal-beyond-budget':
      return say[obstacle.kind](
        tellMoney(obstacle.cost_yuan, language),
        obstacle.least_yuan < obstacle.cost_yuan ? tellMoney(obstacle.least_yuan, language) : null,
        tellMoney(obstacle.budget_yuan, language),
      )
    case 'beyond-area':
      return say[obstacle.kind](
        names.space(obstacle.space),
        format.area(obstacle.area_m2),
        format.area(obstacle.available_m2),
        obstacle.parts
          .map(({ key, area_m2 }) => `${tellKey(key, names, language)} ${format.area(area_m2)}`)
          .join(words.listSeparator),
      )
    case 'exclude-each-other':
      return say[obstacle.kind](
        obstacle.measures.map((key) => tellKey(key, names, language)).join(words.listSeparator),
      )
    case 'impossible':
      return say[obstacle.kind](
        tellKey(obstacle.key, names, language),
        groupImpossibilities(obstacle.reasons)
          .map((reasons) => tellImpossibilities(reasons, names, language))
          .join(words.propose.reasonSeparator),
      )
    default:
      throw new Error(`unknown obstacle ${JSON.stringify(obstacle satisfies never)}`)
  }
}

/** Why a measure cannot be: what differs in the use or the class alone is told in one sentence. */
function tellImpossibilities(
  reasons: readonly [Impossibility, ...Impossibility[]],
  names: Names,
  language: Language,
): string {
  const { words, format } = language
  const say = words.propose.impossible
  const [reason] = reasons
  const list = (tell: (each: Impossibility) => string): string =>
    [...new Set(reasons.map(tell))].join(words.listSeparator)
  const useOf = (each: Impossibility): string => ('use' in each ? nameUse(each.use, language) : '')
  switch (reason.kind) {
    case 'blocked':
    case 'has-conditions':
      return say[reason.kind](
        list(useOf),
        reason.rules.map((rule) => tellRule(rule, language)).join(words.listSeparator),
      )
    case 'too-small':
      return say[reason.kind](
        list((each) =>
          each.kind === 'too-small' ? words.propose.needsArea(useOf(each), format.area(each.least_m2)) : '',
        ),
        format.area(reason.available_m2),
      )
    case 'below-least-area':
      return say[reason.kind](format.area(reason.least_m2), format.area(reason.available_m2))
    case 'class-left-out':
      return say[reason.kind](list((each) => ('class' in each ? nameClass(each.class, names, language) : '')))
    default:
      return say[reason.kind]
  }
}

/** A class that the rules know none of goes by the use that is hosted as it. */
function nameClass(code: string, names: Names, language: Language): string {
  if (names.rules.has(code)) return names.classOf(code)
  const use = HOSTING_PACK.uses.find(({ classes }) => classes.includes(code))
  return use === undefined ? code : nameUse(use.code, language)
}

function nameUse(code: string, { locale }: Language): string {
  const use = HOSTING_PACK.uses.find((each) => each.code === code)
  if (use === undefined) return code
  return locale === 'zh' ? use.name_zh : use.name_en
}

/** A rule of hosting by its number and text; one nobody has verified says so. */
function tellRule(id: string, { words, locale }: Language): string {
  const rule = HOSTING_PACK.rules.find((each) => each.id === id)
  if (rule === undefined) return id
  const text = locale === 'zh' ? rule.text_zh : rule.text_en
  return rule.status === 'V' ? `${id} ${text}` : words.propose.ruleUnverified(`${id} ${text}`)
}
