import type { TableCell } from './table-sheet'

/** Words for the values of fields that are chosen from a list; the names of the schema are known, too. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kind: {
    vacant_land: ['空地', '闲置地', '闲置用地', '闲置土地', 'vacantland', 'vacantplot'],
    waste_land: ['荒地', '撂荒地', '边角地', '夹心地', 'wasteland', 'derelictland'],
    idle_room: ['闲置用房', '闲置房屋', '闲置房', '闲置房间', '空置房', '空置用房', 'idleroom', 'idlerooms'],
    underground: ['地下空间', '地下室', '地下', '人防地下室', 'undergroundspace', 'basement'],
    public_stock: ['存量公房', '公房', '直管公房', '国有存量用房', 'publicstock', 'publichousingstock'],
  },
  ownership: {
    owners: ['业主共有', '业主', '全体业主', '小区业主共有', 'ownersincommon'],
    government: ['政府', '街道', '社区', '政府所有', 'governmentowned'],
    state_enterprise: ['国有企业', '国企', '国资', '国有', 'stateenterprise'],
    private: ['私有', '私人', '个人', '私产', '民营'],
    civil_defense: ['人防', '人防工程', 'civildefense', 'civildefence'],
  },
  structure: {
    brick: ['砖混', '砖混结构', '砖木', 'brickandconcrete'],
    concrete: ['钢筋混凝土', '钢混', '框架', '框架结构', '钢筋混凝土结构', 'reinforcedconcrete'],
    steel: ['钢结构', '钢'],
    timber: ['木结构', '木'],
    mixed: ['混合结构', '混合'],
  },
  access: {
    public: ['公共', '公众', '对外开放', '开放'],
    residents: ['居民', '仅居民', '小区居民'],
    closed: ['关闭', '封闭'],
  },
}

const CHOICE_OF: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(CHOICES).map(([field, values]) => [
    field,
    new Map(Object.entries(values).flatMap(([value, words]) => words.map((word) => [word, value] as const))),
  ]),
)

const MARKS: Readonly<Record<string, boolean>> = {
  '√': true,
  '✓': true,
  '✔': true,
  '×': false,
  '✗': false,
  '✘': false,
}

const UNIT_OF: readonly (readonly [field: RegExp, unit: RegExp])[] = [
  [/_m2$/, /(?:m2|平方米|平米|平方)$/i],
  [/_m$/, /(?:m|米)$/i],
  [/_hours$/, /(?:h|小时|时)$/i],
]

/** Cells that say nothing is known. */
const BLANK = /^(?:[-—–/]+|无数据|未知|不详|不清楚|待核实|待查|n\/?a|unknown)$/i

/**
 * A cell as the field's reader takes it: words for choices, ticks, numbers with their unit or thousands' commas, 负一层
 * and B1 for storeys, 二级 for fire grades. What is not understood stays as it is and is told by that reader.
 */
export function readTableValue(field: string, cell: TableCell): TableCell {
  if (typeof cell !== 'string') return cell
  const text = cell.trim()
  if (field === 'id' || field === 'name' || field === 'note') return text
  if (BLANK.test(text)) return null
  const plain = text.normalize('NFKC')
  const mark = MARKS[plain]
  if (mark !== undefined) return mark
  if (field === 'storey') return readStorey(plain) ?? text
  if (field === 'fire_grade') return readGrade(plain) ?? text
  const unit = UNIT_OF.find(([pattern]) => pattern.test(field))?.[1]
  if (unit !== undefined)
    return plain
      .replace(unit, '')
      .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .trim()
  const choices = CHOICE_OF.get(field)
  return choices?.get(plain.toLowerCase().replaceAll(/\s+/g, '')) ?? text
}

const DIGITS = '〇一二三四五六七八九'

/** 一 to 九十九; null: no such number. */
function readChinese(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (match === null || text === '') return null
  const [, first, ten, last] = match
  if (ten === undefined) return first !== undefined && last === undefined ? DIGITS.indexOf(first) : null
  return (
    (first === undefined ? 1 : DIGITS.indexOf(first)) * 10 + (last === undefined ? 0 : DIGITS.indexOf(last))
  )
}

function readStorey(text: string): number | null {
  const match = /^(地下|负|-|b|地上|第)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3}|首|底)\s*(?:层|楼|f)?$/i.exec(
    text,
  )
  if (match === null) return null
  const [, side = '', figure] = match
  const number = /^[首底]$/.test(figure) ? 1 : /^\d/.test(figure) ? Number(figure) : readChinese(figure)
  if (number === null) return null
  return /^(?:地下|负|-|b)$/i.test(side) ? -number : number
}

function readGrade(text: string): number | null {
  const match = /^([1-4一二三四]|i{1,3}|iv)\s*级?$/i.exec(text)
  if (match === null) return null
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(match[1].toLowerCase()) + 1
  return roman > 0 ? roman : (readChinese(match[1]) ?? Number(match[1]))
}
