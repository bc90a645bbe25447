import type { Space } from '../model/layers'
import type { Rule, RulePack } from '../model/rule-pack'
import { FAMILY_COLORS, SPACE_COLORS, type Hex } from './palette'

/**
 * One character per facility class and kind of space: legible at 20 px, known to every reader of Chinese,
 * and told apart by color and shape for the others. Discs are facilities, squares are spaces.
 */
const CLASS_SIGNS: Readonly<Record<string, string>> = {
  EDU_MIDDLE: '中',
  EDU_PRIMARY: '小',
  SPORT_CENTRE: '体',
  SPORT_L: '场',
  SPORT_M: '球',
  SPORT_S: '球',
  HEALTH_CENTRE: '医',
  OUTPATIENT: '诊',
  ELDER_HOME: '养',
  ELDER_NURSING: '护',
  CULT_CENTRE: '文',
  COMM_CENTRE: '社',
  STREET_OFFICE: '街',
  JUSTICE: '司',
  POLICE: '警',
  MALL: '商',
  MARKET: '菜',
  GYM: '健',
  DINING: '餐',
  BANK: '银',
  TELECOM: '讯',
  POST: '邮',
  BUS_STOP: '车',
  METRO: '轨',
  COMM_STATION: '社',
  CANTEEN: '食',
  CULT_STATION: '文',
  FIT_OUTDOOR: '动',
  KINDERGARTEN: '幼',
  NURSERY: '托',
  ELDER_DAYCARE: '老',
  HEALTH_STATION: '卫',
  RETAIL: '店',
  RECYCLE: '收',
  WASTE_STATION: '运',
  TOILET: '厕',
  BIKE_PARK: '单',
  CAR_PARK: '停',
  PROPERTY: '物',
  PLAY_ELDER: '乐',
  FIT_EQUIP: '器',
  STORE: '便',
  PARCEL: '递',
  WASTE_POINT: '圾',
  BIKE_RES: '单',
  CAR_RES: '停',
  GREEN_15: '园',
  GREEN_10: '园',
  GREEN_5: '园',
  POCKET_PARK: '园',
  MEAL_POINT: '助',
  ELDER_ACTIVITY: '活',
  ELDER_STATION: '老',
  CHILD_CARE: '童',
  CHILD_CENTRE: '童',
  CHILD_PLAY: '玩',
  LIBRARY_ROOM: '书',
  PHARMACY: '药',
  SUPERMARKET: '超',
  GROCERY: '果',
  BARBER: '理',
  EBIKE_CHARGE: '电',
  EMBEDDED_COMPLEX: '综',
}

const FAMILY_SIGNS: Readonly<Record<Rule['family'], string>> = {
  elder: '老',
  child: '幼',
  parking: '停',
  sport: '动',
  education: '学',
  health: '医',
  culture: '文',
  service: '社',
  commerce: '商',
  transport: '车',
  municipal: '市',
}

const SPACE_SIGNS: Readonly<Record<NonNullable<Space['kind']>, string>> = {
  vacant_land: '空',
  waste_land: '荒',
  idle_room: '闲',
  underground: '地',
  public_stock: '公',
}

export interface Sign {
  readonly character: string
  readonly color: Hex
  readonly shape: 'disc' | 'square'
}

const UNKNOWN_SIGN: Sign = { character: '?', color: '#74785f', shape: 'disc' }

/**
 * Sign of a facility class under a rule pack. A class the pack asks nothing of is of no family; one that no pack of ours
 * knows gets a question mark.
 */
export function classSign(rules: RulePack, code: string | undefined): Sign {
  const rule = rules.rules.find((candidate) => candidate.code === code)
  if (!rule) return { ...UNKNOWN_SIGN, character: CLASS_SIGNS[code ?? ''] ?? UNKNOWN_SIGN.character }
  return {
    character: CLASS_SIGNS[rule.code] ?? FAMILY_SIGNS[rule.family],
    color: FAMILY_COLORS[rule.family],
    shape: 'disc',
  }
}

/** Codes of all classes that have a sign: those of the pack, and others a space may become or a survey may tell of. */
export function signedClasses(rules: RulePack): string[] {
  return [...new Set([...rules.rules.map(({ code }) => code), ...Object.keys(CLASS_SIGNS)])]
}

/** Whether two packs look alike on the map: the same classes of the same families, whatever they ask of them. */
export function hasSameSigns(a: RulePack, b: RulePack): boolean {
  return (
    a === b ||
    (a.rules.length === b.rules.length &&
      a.rules.every(({ code, family }, i) => code === b.rules[i].code && family === b.rules[i].family))
  )
}

/** Sign of a kind of candidate space. */
export function spaceSign(kind: Space['kind']): Sign {
  if (!kind) return { character: '?', color: SPACE_COLORS.public_stock, shape: 'square' }
  return { character: SPACE_SIGNS[kind], color: SPACE_COLORS[kind], shape: 'square' }
}
