import { HOSTING_PACK } from '../../../model/hosting-pack'
import type { Impossibility, Obstacle } from '../../../model/proposal'
import type { Language } from '../../app-context'
import { tellMoney } from '../../tell-money'
import type { Names } from '../../use-names'
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
      )
    case 'exclude-each-other':
      return say[obstacle.kind](
        obstacle.measures.map((key) => tellKey(key, names, language)).join(words.listSeparator),
      )
    case 'impossible':
      return say[obstacle.kind](
        tellKey(obstacle.key, names, language),
        obstacle.reasons
          .map((reason) => tellImpossibility(reason, names, language))
          .join(words.listSeparator),
      )
    default:
      throw new Error(`unknown obstacle ${JSON.stringify(obstacle satisfies never)}`)
  }
}

/** Why one measure cannot be. */
function tellImpossibility(reason: Impossibility, names: Names, language: Language): string {
  const { words, format } = language
  const say = words.propose.impossible
  switch (reason.kind) {
    case 'blocked':
    case 'has-conditions':
      return say[reason.kind](
        nameUse(reason.use, language),
        reason.rules.map((rule) => tellRule(rule, language)).join(words.listSeparator),
      )
    case 'too-small':
      return say[reason.kind](
        nameUse(reason.use, language),
        format.area(reason.least_m2),
        format.area(reason.available_m2),
      )
    case 'below-least-area':
      return say[reason.kind](format.area(reason.least_m2), format.area(reason.available_m2))
    case 'class-left-out':
      return say[reason.kind](names.classOf(reason.class))
    default:
      return say[reason.kind]
  }
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
