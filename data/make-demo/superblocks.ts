import type { ArterialName } from './skeleton'

/**
 * The superblocks between the arterials, drawn by hand in their own coordinates: s runs 0…1 from west to
 * east, t 0…1 from south to north. Each has its inner streets and its plots (what stands on the block that
 * contains the point).
 */
export type StreetKind = 'tertiary' | 'residential' | 'living_street'
export type St = readonly [s: number, t: number]

export interface InnerStreet {
  readonly kind: StreetKind
  readonly at: readonly St[]
  readonly name?: string
  /** crosses the railway: by the level crossing */
  readonly overRail?: boolean
}

export type PlotKind =
  | 'slab'
  | 'tower'
  | 'village'
  | 'danwei'
  | 'primary'
  | 'middle'
  | 'hospital'
  | 'market'
  | 'mall'
  | 'office'
  | 'factory'
  | 'bare'
  | 'civic'
  | 'garden'
  | 'lakepark'
  | 'kindergarten'
  | 'sports'
  | 'college'
  | 'warehouse'
  | 'temple'
  | 'frontage'
  | 'shops'

/** A gate by the side of the plot it is on: degrees from east, counter-clockwise (0 east, 90 north). */
export type GateSpec = readonly [bearing: number, access: 'public' | 'residents' | 'closed']

export interface PlotSpec {
  readonly at: St
  readonly kind: PlotKind
  readonly id?: string
  readonly name?: string
  readonly year?: number
  readonly storeys?: number
  readonly gates?: readonly GateSpec[]
  readonly gated?: boolean
  /** cut in parts by lines across (bearing of the parts' order), the first part keeps this spec */
  readonly split?: {
    readonly towards: 'east' | 'north'
    readonly parts: readonly Omit<PlotSpec, 'at' | 'split'>[]
  }
  /** bearings of the sides that get a row of shops between wall and street */
  readonly shops?: readonly number[]
}

export type Side = ArterialName | 'canalNorth' | 'canalSouth'

export interface Superblock {
  readonly id: string
  readonly west: Side
  readonly east: Side
  readonly south: Side
  readonly north: Side
  readonly streets: readonly InnerStreet[]
  readonly plots: readonly PlotSpec[]
}

const sec = (name: string, ...at: St[]): InnerStreet => ({ kind: 'tertiary', name, at })
const loc = (name: string, ...at: St[]): InnerStreet => ({ kind: 'residential', name, at })
const lane = (name: string, ...at: St[]): InnerStreet => ({ kind: 'living_street', name, at })

const slab = (
  at: St,
  id: string,
  name: string,
  year: number,
  storeys: number,
  gates: readonly GateSpec[],
  more: Partial<PlotSpec> = {},
): PlotSpec => ({ at, kind: 'slab', id, name, year, storeys, gates, ...more })
const plot = (at: St, kind: PlotKind, name?: string, more: Partial<PlotSpec> = {}): PlotSpec => ({
  at,
  kind,
  ...(name === undefined ? {} : { name }),
  ...more,
})

const E = 0
const N = 90
const W = 180
const S = 270

export const SUPERBLOCKS: readonly Superblock[] = [
  {
    id: 'A1',
    west: 'V1',
    east: 'V2',
    south: 'H1',
    north: 'H0',
    streets: [
      sec('仓廪路', [0.52, 0], [0.5, 0.5], [0.47, 1]),
      loc('澜北街', [0, 0.5], [0.25, 0.53], [0.5, 0.5], [0.75, 0.5], [1, 0.47]),
      lane('白果弄', [0.26, 0], [0.25, 0.25], [0.27, 0.52]),
    ],
    plots: [
      slab([0.12, 0.25], 'c-lanbei-1', '澜北一区', 1991, 6, [
        [S, 'residents'],
        [N, 'residents'],
      ]),
      slab(
        [0.38, 0.25],
        'c-lanbei-2',
        '澜北二区',
        1993,
        6,
        [
          [E, 'public'],
          [N, 'residents'],
        ],
        { shops: [E] },
      ),
      plot([0.75, 0.25], 'tower', '澜庭雅苑', {
        id: 'c-lanting',
        year: 2006,
        storeys: 18,
        gates: [
          [S, 'residents'],
          [N, 'residents'],
        ],
      }),
      plot([0.25, 0.75], 'garden', '澜北绿地'),
    ],
  },
  {
    id: 'A2',
    west: 'V2',
    east: 'V3',
    south: 'H1',
    north: 'H0',
    streets: [
      loc('澜北街', [0, 0.48], [0.35, 0.56], [0.7, 0.5], [1, 0.52]),
      sec('道口路', [0.42, 0], [0.39, 0.54], [0.44, 1]),
      lane('货场弄', [0.73, 0], [0.7, 0.25], [0.71, 0.5]),
    ],
    plots: [
      plot([0.2, 0.25], 'primary', '云澜小学'),
      slab(
        [0.55, 0.25],
        'c-liangqiao',
        '粮桥新村',
        1988,
        6,
        [
          [W, 'public'],
          [N, 'residents'],
        ],
        { shops: [W] },
      ),
      plot([0.87, 0.25], 'office', '望湖大厦'),
      plot([0.55, 0.75], 'factory', '粮食仓库'),
    ],
  },
  {
    id: 'A3',
    west: 'V3',
    east: 'V4',
    south: 'H1',
    north: 'H0',
    streets: [
      loc('站前街', [0, 0.52], [0.3, 0.5], [0.55, 0.47]),
      loc('站西路', [0.48, 0], [0.5, 0.25], [0.55, 0.47], [0.5, 0.78]),
      lane('道班路', [0.3, 1], [0.5, 0.78], [0.72, 0.53], [0.86, 0.4], [1, 0.28]),
    ],
    plots: [
      slab(
        [0.25, 0.25],
        'c-daokou',
        '道口新村',
        1993,
        6,
        [
          [N, 'residents'],
          [S, 'public'],
        ],
        { shops: [S] },
      ),
      plot([0.72, 0.2], 'tower', '云栖台', {
        id: 'c-yunqi',
        year: 2011,
        storeys: 24,
        gates: [
          [S, 'residents'],
          [N, 'residents'],
        ],
      }),
      plot([0.25, 0.72], 'factory', '锦川丝厂旧仓'),
      plot([0.85, 0.75], 'factory', '铁路仓库'),
    ],
  },
  {
    id: 'B4',
    west: 'V4',
    east: 'V5',
    south: 'H2',
    north: 'H0',
    streets: [
      sec('云澜东路', [0, 0.387], [0.3, 0.37], [0.55, 0.335], [0.8, 0.3], [0.9, 0.22], [0.92, 0]),
      {
        kind: 'residential',
        name: '机床厂路',
        overRail: true,
        at: [
          [0.47, 0],
          [0.5, 0.18],
          [0.52, 0.34],
          [0.54, 0.5],
          [0.55, 0.64],
          [0.57, 0.77],
          [0.55, 1],
        ],
      },
      loc('工人路', [0, 0.82], [0.3, 0.81], [0.57, 0.77], [0.75, 0.765], [0.83, 0.83], [0.84, 1]),
      lane('高架下弄', [0.8, 0.79], [0.9, 0.775], [1, 0.77]),
      lane('铁路里', [0, 0.56], [0.27, 0.5], [0.54, 0.455], [0.78, 0.41], [0.8, 0.3]),
      lane('木桥弄', [0.24, 0], [0.25, 0.2], [0.25, 0.375]),
    ],
    plots: [
      slab([0.12, 0.18], 'c-qianzhang-1', '千丈村东苑', 1997, 6, [
        [N, 'residents'],
        [E, 'public'],
      ]),
      slab(
        [0.36, 0.18],
        'c-qianzhang-2',
        '千丈村西苑',
        1999,
        7,
        [
          [N, 'public'],
          [E, 'residents'],
        ],
        { shops: [N] },
      ),
      plot([0.7, 0.15], 'mall', '东环商业广场'),
      plot([0.25, 0.44], 'village', '铁路里', { id: 'c-tieluli', year: 1976 }),
      slab([0.68, 0.37], 'c-tielu', '轨南新村', 1987, 6, [
        [W, 'public'],
        [S, 'residents'],
      ]),
      plot([0.27, 0.72], 'danwei', '机床厂宿舍', {
        id: 'c-jichuang',
        year: 1983,
        storeys: 5,
        gates: [
          [N, 'residents'],
          [E, 'residents'],
        ],
      }),
      plot([0.74, 0.65], 'tower', '安和家园', {
        id: 'c-anhe',
        year: 2007,
        storeys: 11,
        gates: [
          [N, 'public'],
          [W, 'residents'],
        ],
      }),
      plot([0.27, 0.91], 'factory', '第二机床厂'),
      plot([0.7, 0.88], 'bare', '机床厂北地块'),
      plot([0.93, 0.9], 'garden', '高架绿地'),
      plot([0.25, 0.55], 'factory', '铁路货场'),
      plot([0.88, 0.42], 'bare', '道班边角地'),
    ],
  },
  {
    id: 'B1',
    west: 'V1',
    east: 'V2',
    south: 'canalNorth',
    north: 'H1',
    streets: [
      sec('仓廪路', [0.55, 0], [0.56, 0.5], [0.53, 1]),
      loc('杏林街', [0, 0.52], [0.28, 0.48], [0.55, 0.5], [0.8, 0.55], [1, 0.52]),
      lane('酱园弄', [0.27, 0.48], [0.27, 0.75], [0.29, 1]),
      lane('河埠弄', [0.31, 0], [0.3, 0.25], [0.3, 0.48]),
      lane('药局弄', [0.79, 0], [0.77, 0.3], [0.78, 0.55]),
    ],
    plots: [
      slab([0.14, 0.25], 'c-yunhe-1', '运河一村', 1984, 6, [
        [E, 'public'],
        [N, 'residents'],
      ]),
      slab([0.42, 0.22], 'c-yunhe-2', '运河二村', 1986, 6, [
        [W, 'residents'],
        [N, 'public'],
      ]),
      plot([0.14, 0.75], 'hospital', '杏林医院'),
      slab(
        [0.42, 0.75],
        'c-xinglin-1',
        '杏林一区',
        1990,
        6,
        [
          [S, 'public'],
          [E, 'residents'],
        ],
        { shops: [E] },
      ),
      slab([0.67, 0.22], 'c-yunhe-3', '运河三村', 1981, 5, [
        [N, 'residents'],
        [W, 'public'],
      ]),
      plot([0.9, 0.25], 'tower', '拱月华庭', {
        id: 'c-gongyue',
        year: 2003,
        storeys: 16,
        gates: [
          [E, 'residents'],
          [N, 'residents'],
        ],
      }),
      plot([0.78, 0.78], 'middle', '杏林中学'),
    ],
  },
  {
    id: 'B2',
    west: 'V2',
    east: 'V3',
    south: 'H2',
    north: 'H1',
    streets: [
      sec('道口路', [0.48, 0], [0.5, 0.3], [0.49, 0.6], [0.51, 1]),
      loc('杏林街', [0, 0.49], [0.25, 0.46], [0.49, 0.48]),
      loc('茶亭街', [0.49, 0.55], [0.75, 0.52], [1, 0.56]),
      lane('茶亭弄', [0.75, 0.53], [0.73, 0.75], [0.76, 1]),
    ],
    plots: [
      slab(
        [0.25, 0.25],
        'c-xinglin-2',
        '杏林二区',
        1995,
        7,
        [
          [E, 'residents'],
          [N, 'public'],
        ],
        { shops: [E] },
      ),
      plot([0.25, 0.75], 'mall', '杏林天街'),
      slab(
        [0.75, 0.25],
        'c-chating-1',
        '茶亭一区',
        1989,
        6,
        [
          [N, 'residents'],
          [W, 'public'],
        ],
        {
          shops: [N],
          split: {
            towards: 'east',
            parts: [
              {
                kind: 'slab',
                id: 'c-chating-2',
                name: '茶亭二区',
                year: 1992,
                storeys: 6,
                gates: [
                  [N, 'residents'],
                  [S, 'residents'],
                ],
              },
            ],
          },
        },
      ),
      slab([0.62, 0.78], 'c-chating-3', '茶亭三区', 1998, 7, [
        [S, 'residents'],
        [E, 'public'],
      ]),
      plot([0.88, 0.78], 'office', '金穗大楼'),
    ],
  },
  {
    id: 'B3',
    west: 'V3',
    east: 'V4',
    south: 'H2',
    north: 'H1',
    streets: [
      loc('槐荫路', [0.36, 0], [0.34, 0.5], [0.38, 1]),
      loc('茶亭街', [0, 0.5], [0.35, 0.5], [0.7, 0.47], [1, 0.5]),
      lane('槐荫弄', [0.68, 0], [0.7, 0.25], [0.69, 0.47]),
    ],
    plots: [
      slab([0.18, 0.25], 'c-huaiyin-1', '槐荫一区', 1982, 5, [
        [E, 'public'],
        [N, 'residents'],
      ]),
      plot([0.18, 0.75], 'office', '科苑大厦'),
      plot([0.52, 0.25], 'market', '槐荫农贸市场'),
      slab([0.85, 0.25], 'c-huaiyin-2', '槐荫二区', 1994, 6, [
        [W, 'residents'],
        [N, 'public'],
      ]),
      plot([0.7, 0.75], 'tower', '云澜府', {
        id: 'c-yunlan',
        year: 2009,
        storeys: 26,
        gates: [
          [S, 'residents'],
          [W, 'residents'],
        ],
      }),
    ],
  },
  {
    id: 'C2',
    west: 'V2',
    east: 'V3',
    south: 'canalNorth',
    north: 'H2',
    streets: [
      loc('拱月路', [0.33, 0], [0.32, 0.5], [0.33, 1]),
      loc('稻市路', [0.66, 0], [0.68, 0.5], [0.68, 1]),
      lane('余兴弄', [0.68, 0.42], [0.85, 0.46], [1, 0.45]),
      lane('稻市弄', [0.32, 0.5], [0.5, 0.53], [0.68, 0.53]),
    ],
    plots: [
      plot([0.16, 0.5], 'village', '拱月里', { id: 'c-gongyueli', year: 1968 }),
      plot([0.5, 0.25], 'kindergarten', '稻市幼儿园'),
      slab(
        [0.5, 0.78],
        'c-daoshi',
        '稻市新村',
        1990,
        6,
        [
          [S, 'residents'],
          [E, 'public'],
        ],
        { shops: [E] },
      ),
      plot([0.84, 0.2], 'warehouse', '稻市旧粮仓'),
      slab([0.84, 0.75], 'c-yuxing', '余兴里', 1983, 6, [
        [W, 'residents'],
        [N, 'residents'],
      ]),
    ],
  },
  {
    id: 'C3',
    west: 'V3',
    east: 'V4',
    south: 'canalNorth',
    north: 'H2',
    streets: [
      sec('丝行路', [0, 0.5], [0.25, 0.54], [0.5, 0.55], [0.75, 0.55], [1, 0.52]),
      loc('织锦路', [0.48, 0], [0.49, 0.3], [0.5, 0.55], [0.52, 1]),
      lane('织锦弄', [0.49, 0.27], [0.75, 0.3], [1, 0.28]),
      lane('染坊弄', [0.25, 0.54], [0.24, 0.75], [0.26, 1]),
    ],
    plots: [
      slab(
        [0.25, 0.25],
        'c-zhijin-1',
        '织锦一区',
        1987,
        6,
        [
          [N, 'public'],
          [E, 'residents'],
        ],
        { shops: [N] },
      ),
      plot([0.75, 0.13], 'danwei', '丝织厂宿舍', {
        id: 'c-sizhi',
        year: 1982,
        storeys: 5,
        gates: [
          [N, 'public'],
          [W, 'residents'],
        ],
      }),
      slab([0.75, 0.42], 'c-zhijin-2', '织锦二区', 1993, 6, [
        [N, 'residents'],
        [W, 'residents'],
      ]),
      plot([0.12, 0.78], 'office', '丝绸大厦'),
      plot([0.37, 0.78], 'primary', '织锦小学'),
      plot([0.76, 0.78], 'tower', '锦上名邸', {
        id: 'c-jinshang',
        year: 2012,
        storeys: 28,
        gates: [
          [S, 'residents'],
          [N, 'residents'],
        ],
      }),
    ],
  },
  {
    id: 'C4',
    west: 'V4',
    east: 'V5',
    south: 'canalNorth',
    north: 'H2',
    streets: [
      sec('丝行路', [0, 0.48], [0.4, 0.5], [0.7, 0.47], [1, 0.5]),
      loc('盐埠路', [0.46, 0], [0.44, 0.25], [0.45, 0.5]),
      loc('盐埠北路', [0.6, 0.49], [0.58, 0.75], [0.6, 1]),
      lane('水车弄', [0.3, 0.495], [0.28, 0.75], [0.3, 1]),
      lane('船坞弄', [0.75, 0], [0.75, 0.25], [0.73, 0.475]),
    ],
    plots: [
      slab(
        [0.22, 0.25],
        'c-yanbu-1',
        '盐埠一区',
        1999,
        7,
        [
          [N, 'residents'],
          [E, 'residents'],
        ],
        { shops: [N] },
      ),
      slab([0.6, 0.25], 'c-yanbu-2', '盐埠二区', 1996, 6, [
        [W, 'public'],
        [N, 'residents'],
      ]),
      plot([0.88, 0.25], 'bare', '船坞地块'),
      slab([0.15, 0.75], 'c-shuiche', '水车新村', 1985, 6, [
        [E, 'public'],
        [S, 'residents'],
      ]),
      plot([0.44, 0.75], 'danwei', '营造宿舍', {
        id: 'c-yingzao',
        year: 1980,
        storeys: 5,
        gates: [
          [S, 'residents'],
          [E, 'residents'],
        ],
      }),
      plot([0.8, 0.75], 'middle', '盐埠中学'),
    ],
  },
  {
    id: 'D1',
    west: 'V1',
    east: 'V2',
    south: 'H3',
    north: 'canalSouth',
    streets: [
      sec('同春路', [0.5, 0], [0.52, 0.5], [0.48, 1]),
      loc('塔影街', [0, 0.5], [0.25, 0.46], [0.51, 0.49]),
      loc('南浜街', [0.51, 0.42], [0.75, 0.45], [1, 0.48]),
      lane('塔影弄', [0.26, 0], [0.24, 0.25], [0.25, 0.46]),
      lane('下浜弄', [0.25, 0.46], [0.27, 0.75], [0.24, 1]),
      lane('南浜弄', [0.75, 0.45], [0.76, 0.7], [0.75, 1]),
    ],
    plots: [
      slab([0.13, 0.22], 'c-taying-1', '塔影一区', 1988, 6, [
        [E, 'residents'],
        [N, 'public'],
      ]),
      slab(
        [0.38, 0.22],
        'c-taying-2',
        '塔影二区',
        1990,
        6,
        [
          [W, 'residents'],
          [E, 'public'],
        ],
        { shops: [E] },
      ),
      plot([0.37, 0.75], 'village', '下浜里', { id: 'c-xiabang', year: 1972 }),
      plot([0.12, 0.75], 'factory', '古木公交停车场'),
      plot([0.75, 0.22], 'tower', '同春花园', {
        id: 'c-tongchun',
        year: 2004,
        storeys: 15,
        gates: [
          [S, 'residents'],
          [N, 'residents'],
        ],
      }),
      slab([0.62, 0.75], 'c-nanbang', '南浜新村', 1979, 5, [
        [W, 'public'],
        [S, 'residents'],
      ]),
      plot([0.88, 0.75], 'civic', '杏林街道综合服务中心'),
    ],
  },
  {
    id: 'D2',
    west: 'V2',
    east: 'V3',
    south: 'H3',
    north: 'canalSouth',
    streets: [
      lane('柳岸弄', [0, 0.55], [0.2, 0.58], [0.4, 0.55]),
      loc('柳岸路', [0.38, 0], [0.4, 0.5], [0.38, 1]),
      loc('鱼行路', [0.72, 0], [0.7, 0.5], [0.72, 1]),
    ],
    plots: [
      plot([0.19, 0.8], 'temple', '慧灯古庙'),
      slab([0.19, 0.25], 'c-liuan-1', '柳岸一村', 1986, 6, [
        [E, 'residents'],
        [S, 'public'],
      ]),
      slab(
        [0.55, 0.5],
        'c-liuan-2',
        '柳岸二村',
        1992,
        6,
        [
          [S, 'residents'],
          [N, 'residents'],
        ],
        { shops: [S] },
      ),
      plot([0.86, 0.5], 'primary', '鱼行小学'),
    ],
  },
  {
    id: 'D3',
    west: 'V3',
    east: 'V4',
    south: 'H3',
    north: 'canalSouth',
    streets: [loc('湖桥里', [0.34, 0], [0.35, 1]), loc('渡口路', [0.68, 0], [0.67, 1])],
    plots: [
      plot([0.17, 0.5], 'garden', '望湖桥绿地'),
      slab([0.51, 0.5], 'c-dukou', '渡口新村', 1991, 6, [
        [E, 'public'],
        [S, 'residents'],
      ]),
      slab([0.84, 0.5], 'c-huaibei', '渡口北苑', 2000, 7, [
        [W, 'residents'],
        [S, 'residents'],
      ]),
    ],
  },
  {
    id: 'D4',
    west: 'V4',
    east: 'V5',
    south: 'H3',
    north: 'canalSouth',
    streets: [loc('缫丝路', [0.45, 0], [0.46, 1])],
    plots: [
      plot([0.22, 0.5], 'factory', '缫丝厂旧址'),
      plot([0.75, 0.5], 'tower', '运河印', {
        id: 'c-yunheyin',
        year: 2015,
        storeys: 30,
        gates: [
          [S, 'residents'],
          [W, 'residents'],
        ],
      }),
    ],
  },
  {
    id: 'E1',
    west: 'V1',
    east: 'V2',
    south: 'H4',
    north: 'H3',
    streets: [
      sec('松荫路', [0, 0.5], [0.3, 0.54], [0.6, 0.5], [1, 0.48]),
      loc('采荇路', [0.33, 0], [0.34, 0.53], [0.36, 1]),
      loc('竹竿路', [0.68, 0], [0.66, 0.5], [0.69, 1]),
      lane('井亭弄', [0.17, 0.52], [0.17, 0.75], [0.18, 1]),
    ],
    plots: [
      slab(
        [0.17, 0.25],
        'c-songyin-1',
        '松荫一区',
        1995,
        6,
        [
          [N, 'public'],
          [E, 'residents'],
        ],
        {
          shops: [N],
          split: { towards: 'north', parts: [] },
        },
      ),
      plot([0.5, 0.25], 'college', '山前职业学校'),
      slab([0.83, 0.25], 'c-songyin-3', '松荫三区', 1985, 6, [
        [W, 'public'],
        [N, 'residents'],
      ]),
      plot([0.08, 0.75], 'office', '古木大厦'),
      plot([0.27, 0.77], 'market', '井亭农贸市场'),
      slab([0.51, 0.77], 'c-caixing', '采荇新村', 1990, 7, [
        [E, 'residents'],
        [W, 'closed'],
      ]),
      slab(
        [0.84, 0.75],
        'c-zhugan',
        '竹竿新村',
        1998,
        6,
        [
          [W, 'residents'],
          [S, 'public'],
        ],
        { shops: [S] },
      ),
    ],
  },
  {
    id: 'E2',
    west: 'V2',
    east: 'V3',
    south: 'H4',
    north: 'H3',
    streets: [
      sec('青禾中路', [0.6, 0], [0.63, 0.5], [0.6, 1]),
      loc('稻香街', [0, 0.46], [0.3, 0.5], [0.63, 0.52]),
      loc('麦浪街', [0.62, 0.44], [0.8, 0.44], [1, 0.42]),
      lane('碾坊弄', [0.29, 0.5], [0.3, 0.75], [0.28, 1]),
    ],
    plots: [
      slab(
        [0.3, 0.25],
        'c-qinghe-1',
        '青禾一区',
        1986,
        6,
        [
          [N, 'residents'],
          [W, 'residents'],
        ],
        {
          split: {
            towards: 'east',
            parts: [
              {
                kind: 'slab',
                id: 'c-qinghe-2',
                name: '青禾二区',
                year: 1987,
                storeys: 6,
                gates: [
                  [N, 'residents'],
                  [E, 'residents'],
                ],
              },
            ],
          },
        },
      ),
      slab([0.14, 0.75], 'c-qinghe-3', '青禾三区', 1989, 6, [
        [S, 'residents'],
        [E, 'residents'],
      ]),
      plot([0.45, 0.76], 'tower', '青禾公馆', {
        id: 'c-qinghegg',
        year: 2001,
        storeys: 14,
        gates: [
          [N, 'residents'],
          [E, 'residents'],
        ],
      }),
      plot([0.81, 0.2], 'hospital', '湖西专科医院'),
      plot([0.81, 0.72], 'primary', '青禾小学'),
    ],
  },
  {
    id: 'E3',
    west: 'V3',
    east: 'V4',
    south: 'H4',
    north: 'H3',
    streets: [
      loc('湖滨街', [0, 0.8], [0.3, 0.79], [0.6, 0.8], [1, 0.78]),
      lane('荷风弄', [0.5, 0.8], [0.5, 1]),
    ],
    plots: [
      plot([0.5, 0.4], 'lakepark', '菱湖公园'),
      plot([0.25, 0.9], 'office', '湖滨广场'),
      plot([0.75, 0.9], 'slab', '湖滨里', {
        id: 'c-hubin',
        year: 1994,
        storeys: 7,
        gated: false,
        gates: [
          [S, 'public'],
          [N, 'public'],
        ],
      }),
    ],
  },
  {
    id: 'E4',
    west: 'V4',
    east: 'V5',
    south: 'H4',
    north: 'H3',
    streets: [
      sec('菱湖东路', [0.48, 0], [0.5, 0.5], [0.47, 1]),
      loc('藕花街', [0, 0.5], [0.25, 0.53], [0.5, 0.5], [0.75, 0.47], [1, 0.5]),
    ],
    plots: [
      slab([0.25, 0.25], 'c-ouhua-1', '藕花一区', 1997, 6, [
        [N, 'residents'],
        [E, 'public'],
      ]),
      slab(
        [0.25, 0.77],
        'c-ouhua-2',
        '藕花二区',
        1994,
        6,
        [
          [S, 'public'],
          [E, 'residents'],
        ],
        { shops: [E] },
      ),
      plot([0.75, 0.75], 'primary', '藕花小学'),
      plot([0.75, 0.24], 'sports', '菱湖体育中心'),
    ],
  },
  {
    id: 'F2',
    west: 'V2',
    east: 'V3',
    south: 'H5',
    north: 'H4',
    streets: [
      loc('南塘街', [0, 0.52], [0.3, 0.55], [0.5, 0.53], [0.8, 0.52], [1, 0.54]),
      sec('青禾中路', [0.52, 0], [0.5, 0.53], [0.6, 1]),
      lane('茶科弄', [0.27, 0.54], [0.28, 0.75], [0.26, 1]),
    ],
    plots: [
      slab([0.13, 0.78], 'c-nantang-1', '南塘一区', 2000, 7, [
        [E, 'residents'],
        [S, 'public'],
      ]),
      plot([0.42, 0.78], 'primary', '南塘小学'),
      plot([0.8, 0.78], 'tower', '湖畔居', {
        id: 'c-hupan',
        year: 2013,
        storeys: 22,
        gates: [
          [N, 'residents'],
          [W, 'residents'],
        ],
      }),
    ],
  },
  {
    id: 'F3',
    west: 'V3',
    east: 'V4',
    south: 'H5',
    north: 'H4',
    streets: [
      loc('南塘街', [0, 0.56], [0.5, 0.6], [1, 0.62]),
      loc('菱塘路', [0.5, 0], [0.5, 0.6], [0.48, 1]),
    ],
    plots: [
      plot([0.24, 0.8], 'bare', '菱塘储备地块'),
      slab([0.75, 0.82], 'c-lingtang', '菱塘新村', 1996, 6, [
        [W, 'public'],
        [N, 'residents'],
      ]),
    ],
  },
  {
    id: 'F4',
    west: 'V4',
    east: 'V5',
    south: 'H5',
    north: 'H4',
    streets: [loc('藕塘街', [0, 0.6], [1, 0.6]), loc('藕塘路', [0.5, 0], [0.48, 1])],
    plots: [plot([0.25, 0.8], 'factory', '物流园'), plot([0.75, 0.8], 'bare', '藕塘地块')],
  },
]

/** Plots on blocks outside the patches, by a point in metres. */
export const FREE_PLOTS: readonly (Omit<PlotSpec, 'at'> & {
  readonly at: readonly [x: number, y: number]
  readonly superblock: string
})[] = [
  { at: [520, 370], superblock: 'F1', kind: 'village', id: 'c-maowu', name: '茅坞里', year: 1970 },
  { at: [720, 280], superblock: 'F1', kind: 'office', name: '青坞山庄' },
]

/** Residents' committees by superblock; the sub-district follows from the side of 望湖路. */
export const COMMITTEES: Readonly<Record<string, string>> = {
  A1: '澜北社区',
  A2: '粮桥社区',
  A3: '道口社区',
  B4: '铁路里社区',
  B1: '运河社区',
  B2: '茶亭社区',
  B3: '槐荫社区',
  C2: '稻市社区',
  C3: '织锦社区',
  C4: '盐埠社区',
  D1: '塔影社区',
  D2: '柳岸社区',
  D3: '渡口社区',
  D4: '渡口社区',
  E1: '松荫社区',
  E2: '青禾社区',
  E3: '湖滨社区',
  E4: '藕花社区',
  F1: '南塘社区',
  F2: '南塘社区',
  F3: '菱塘社区',
  F4: '菱塘社区',
}
