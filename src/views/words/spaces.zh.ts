import type { LAYERS } from '../../model/layers'
import type { SpaceField } from '../../model/space-facts'
import { fieldsZh } from './fields.zh'

type Fields = (typeof LAYERS)['spaces']['fields']
type Choice = Fields['kind' | 'ownership' | 'structure']['values'][number]

/** 候选空间：清单、绘制、逐项填写。 */
export const spacesZh = {
  hint: (count: string) =>
    `${count} 处。点单元格修改；留空为未知。修改记入「数据 › 数据修正」，可逐条撤销，原始调查图层不变。`,
  noneHint: '在「数据」中导入候选空间（CSV、XLSX、GeoJSON），或在「方案 › 资源 › 空间」中画一处。',
  template: '下载填写模板 XLSX',
  heading: (field: SpaceField) => (field === 'name' ? '名称' : fieldsZh[field]),
  columns: { id: '编号', lon: '经度', lat: '纬度' },
  placed: '位置按小区估定',
  placedHint: '表中没有坐标，放在所在小区内的一点；步行距离因此不准。补填坐标后重新导入，或重新画出',
  grade: (grade: string) => `${grade} 级`,
  drop: '去掉',
  dropOne: (name: string) => `去掉 ${name}`,
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
