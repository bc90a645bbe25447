import type { LAYERS } from '../../model/layers'
import type { SpaceField } from '../../model/space-facts'
import { fieldsZh } from './fields.zh'

type Fields = (typeof LAYERS)['spaces']['fields']
type Choice = Fields['kind' | 'ownership' | 'structure']['values'][number]

/** 候选空间：清单、绘制、逐项填写。 */
export const spacesZh = {
  hint: (count: string) =>
    `${count} 处。点单元格修改；留空为未知。修改记入「数据 › 数据修正」，可撤销，原始调查图层不变。`,
  refused: {
    number: (typed: string) => `未采用「${typed}」：须为 0 以上的数`,
    whole: (typed: string) => `未采用「${typed}」：须为 0 以上的整数`,
    storey: (typed: string) => `未采用「${typed}」：须为整数，地下一层填 -1`,
    grade: (typed: string) => `未采用「${typed}」：须为 1–4 级`,
  },
  noneHint: '在「数据」中导入候选空间（CSV、XLSX、GeoJSON），或在「方案 › 资源 › 候选空间」中画一处。',
  template: '下载填写模板 XLSX',
  heading: (field: SpaceField) => (field === 'name' ? '名称' : fieldsZh[field]),
  columns: { id: '编号', lon: '经度', lat: '纬度' },
  placed: '位置按小区估定',
  placedHint: '表中没有坐标，放在所在小区内的一点；步行距离因此不准。请在地图上定位，或补填坐标后重新导入',
  place: '在地图上定位',
  waiting: '待落图',
  waitingCount: (count: string) => `${count} 处`,
  waitingHint: '表中没有坐标，也没有写明找得到的小区。落图之前不参加任何计算。',
  waitingAlso: (count: string) => `另有 ${count} 处待落图，见「方案 › 资源 › 候选空间」。`,
  waitingFrom: (file: string, row: string) => `${file} 第 ${row} 行`,
  placeOnMap: '点图落位',
  placeInShort: '选所在小区',
  placeIn: (name: string) => `${name} · 所在小区`,
  dismiss: (name: string) => `不要 ${name}（可撤销）`,
  namesNone: '未写所在小区',
  namesUnknown: (written: string) => `表中小区「${written}」不在项目中`,
  namesOne: (written: string) => `表中写「${written}」`,
  namesSeveral: (written: string, count: string) => `叫「${written}」的小区有 ${count} 个`,
  grade: (grade: string) => `${grade} 级`,
  drop: '去掉',
  dropOne: (name: string) => `去掉 ${name}（可撤销）`,
  draw: { area: '画地块', point: '点一处房屋' },
  drawHint: {
    area: '逐点点击画出范围，双击或回车结束；面积由图形得出，所在小区自动判断',
    point: '在地图上点房屋所在处；面积、楼层等在右侧或表格中填写',
  },
  newName: (number: string) => `新空间 ${number}`,
  editTable: '在表格中填写',
  fill: '填写',
  choice: {
    vacant_land: '空地',
    waste_land: '荒地',
    idle_room: '闲置用房',
    underground: '地下空间',
    public_stock: '存量公房',
    owners: '业主共有',
    government: '政府',
    state_enterprise: '国有企业',
    private: '私有',
    civil_defense: '人防',
    brick: '砖混',
    concrete: '钢筋混凝土',
    steel: '钢结构',
    timber: '木结构',
    mixed: '混合结构',
  } satisfies Record<Choice, string>,
}

export type SpacesWords = typeof spacesZh
