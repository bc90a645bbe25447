import type { P } from './plane'

/** What stands inside a community besides its houses; the services and spaces refer to it by id. */
export interface InsideSpec {
  readonly id: string
  readonly community: string
  /** a building, or open ground */
  readonly what: 'house' | 'court' | 'plot'
  readonly name: string
  readonly size: readonly [length: number, depth: number]
  /** from the middle towards the edge, −1…1 east and north */
  readonly towards?: readonly [number, number]
  readonly use?: string
  readonly storeys?: number
}

export interface InsideDraft extends InsideSpec {
  readonly ring: readonly P[]
}

type More = Partial<Pick<InsideSpec, 'towards' | 'use' | 'storeys' | 'what'>>

const inside = (
  id: string,
  community: string,
  name: string,
  size: readonly [number, number],
  more: More = {},
): InsideSpec => ({
  id,
  community: `c-${community}`,
  what: 'house',
  name,
  size,
  ...more,
})
const kindergarten = (community: string, name: string, more: More = {}): InsideSpec =>
  inside(`kg-${community}`, community, name, [42, 17], { use: 'kindergarten', storeys: 3, ...more })
const station = (community: string, name: string): InsideSpec =>
  inside(`cs-${community}`, community, name, [26, 12], { use: 'public', storeys: 2, towards: [0.3, 0.3] })
const elder = (community: string, name: string, more: More = {}): InsideSpec =>
  inside(`el-${community}`, community, name, [25, 15], {
    use: 'public',
    storeys: 1,
    towards: [-0.2, 0.1],
    ...more,
  })
const shed = (community: string, name: string, more: More = {}): InsideSpec =>
  inside(`sh-${community}`, community, name, [27, 6.5], {
    use: 'shed',
    storeys: 1,
    towards: [-0.6, -0.5],
    ...more,
  })
const plot = (
  community: string,
  name: string,
  size: readonly [number, number],
  more: More = {},
): InsideSpec =>
  inside(`pl-${community}`, community, name, size, { what: 'plot', towards: [0.7, -0.7], ...more })
const court = (community: string, name: string, more: More = {}): InsideSpec =>
  inside(`ct-${community}`, community, name, [38, 16.5], { what: 'court', ...more })

export const INSIDES: readonly InsideSpec[] = [
  // the boiler house nobody heats any more
  inside('boiler', 'qinghe-2', '青禾二区锅炉房', [27, 16], { use: 'idle', towards: [0.6, 0.05] }),

  kindergarten('lanbei-2', '澜北幼儿园'),
  kindergarten('liangqiao', '粮桥幼儿园'),
  kindergarten('xinglin-1', '杏林幼儿园'),
  kindergarten('chating-3', '茶亭幼儿园'),
  kindergarten('huaiyin-1', '槐荫幼儿园'),
  kindergarten('zhijin-1', '织锦幼儿园'),
  kindergarten('yanbu-2', '盐埠幼儿园'),
  kindergarten('yingzao', '营造幼儿园'),
  kindergarten('taying-2', '塔影幼儿园'),
  kindergarten('zhugan', '竹竿幼儿园'),
  kindergarten('songyin-3', '松荫幼儿园'),
  kindergarten('qinghe-1', '青禾幼儿园', { towards: [-0.1, 0.3] }),
  kindergarten('ouhua-1', '藕花幼儿园'),
  kindergarten('lingtang', '菱塘幼儿园'),
  kindergarten('jichuang', '机床厂幼儿园'),
  kindergarten('qianzhang-1', '千丈村幼儿园'),
  kindergarten('yunhe-2', '运河幼儿园'),
  kindergarten('nantang-1', '南塘幼儿园'),
  kindergarten('lanting', '澜庭幼儿园'),
  kindergarten('yunlan', '云澜府幼儿园'),
  kindergarten('hupan', '湖畔幼儿园'),

  station('lanbei-1', '澜北社区服务站'),
  station('liangqiao', '粮桥社区服务站'),
  station('daokou', '道口社区服务站'),
  station('qianzhang-2', '铁路里社区服务站'),
  station('yunhe-1', '运河社区服务站'),
  station('chating-1', '茶亭社区服务站'),
  station('huaiyin-2', '槐荫社区服务站'),
  station('daoshi', '稻市社区服务站'),
  station('zhijin-2', '织锦社区服务站'),
  station('shuiche', '盐埠社区服务站'),
  station('taying-1', '塔影社区服务站'),
  station('liuan-1', '柳岸社区服务站'),
  station('dukou', '渡口社区服务站'),
  station('caixing', '松荫社区服务站'),
  station('qinghe-3', '青禾社区服务站'),
  station('ouhua-2', '藕花社区服务站'),
  station('lingtang', '菱塘社区服务站'),

  elder('lanbei-2', '澜北日间照料中心'),
  elder('daokou', '道口日间照料中心'),
  elder('yunhe-2', '运河日间照料中心'),
  elder('zhijin-2', '织锦日间照料中心'),
  elder('yanbu-1', '盐埠日间照料中心'),
  elder('taying-2', '塔影日间照料中心'),
  elder('songyin-1', '松荫日间照料中心'),
  elder('ouhua-2', '藕花日间照料中心'),
  elder('jichuang', '机床厂退休职工之家'),
  elder('liuan-1', '柳岸日间照料中心'),

  court('yanbu-1', '盐埠一区篮球场', { towards: [0.35, -0.3] }),
  court('lanting', '澜庭雅苑球场', { towards: [0.6, -0.4] }),
  court('liangqiao', '粮桥球场', { towards: [0.4, -0.4] }),
  court('zhugan', '竹竿球场', { towards: [-0.4, -0.4] }),
  court('jichuang', '机床厂灯光球场', { towards: [-0.3, 0.3] }),
  court('zhijin-1', '织锦球场', { towards: [0.5, -0.4] }),
  court('anhe', '安和家园球场', { towards: [0.5, 0.3] }),

  shed('yunhe-1', '运河一村自行车棚'),
  shed('xinglin-2', '杏林二区自行车棚'),
  shed('shuiche', '水车新村自行车棚'),
  shed('huaiyin-1', '槐荫一区自行车棚'),
  shed('taying-1', '塔影一区自行车棚'),
  shed('qinghe-3', '青禾三区自行车棚'),
  shed('zhugan', '竹竿新村自行车棚'),
  shed('qianzhang-1', '千丈村东苑自行车棚'),
  inside('idle-caixing', 'caixing', '采荇新村旧水泵房', [18, 10], { use: 'idle', towards: [-0.6, 0.5] }),
  inside('idle-liuan', 'liuan-2', '柳岸二村旧煤球店', [20, 11], { use: 'idle', towards: [0.5, -0.5] }),
  inside('idle-liangqiao', 'liangqiao', '粮桥新村旧粮站', [26, 14], { use: 'idle', towards: [0.5, 0.5] }),
  inside('idle-daokou', 'daokou', '道口新村旧浴室', [24, 14], { use: 'idle', towards: [0.5, 0.4] }),
  inside('canteen-jichuang', 'jichuang', '机床厂旧食堂', [36, 17], { use: 'idle', towards: [0.5, 0.2] }),
  inside('hall-yingzao', 'yingzao', '营造旧礼堂', [34, 17], { use: 'idle', storeys: 2, towards: [0.2, 0.4] }),
  inside('office-sizhi', 'sizhi', '丝织厂旧办公楼', [30, 12], {
    use: 'idle',
    storeys: 3,
    towards: [0.3, 0.4],
  }),

  plot('lanbei-1', '澜北一区东南角空地', [24, 15]),
  plot('yunhe-3', '运河三村河边荒地', [26, 14], { towards: [0.2, -0.8] }),
  plot('nanbang', '南浜新村拆违空地', [25, 17]),
  plot('liuan-1', '柳岸一村边角地', [30, 9], { towards: [-0.7, 0.6] }),
  plot('songyin-3', '松荫三区空地', [28, 16.5]),
  plot('daoshi', '稻市新村边角地', [22, 12]),
  plot('yuxing', '余兴里拆违空地', [22, 15]),
  plot('tielu', '轨南新村护坡荒地', [26, 10], { towards: [0.5, 0.6] }),
  plot('yingzao', '营造宿舍堆场', [30, 16], { towards: [-0.5, -0.5] }),
  plot('ouhua-1', '藕花一区空地', [30, 17]),
  plot('zhijin-1', '织锦一区河岸荒地', [30, 11], { towards: [-0.3, -0.8] }),
  plot('anhe', '安和家园预留地', [34, 19], { towards: [-0.4, -0.3] }),
]
