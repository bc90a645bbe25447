import type { Conflict, NeedCode, WorkItem, WorkNeed } from '../../model/works'

type Facts = WorkNeed['facts']

/** The works package 综合改一次. */
export const worksZh = {
  title: '综合改一次',
  hint: '按五类内容逐项选定；数据能判断的给出提示，判断不了的为「未知」，须现场调查。',
  source: (name: string, version: string) => `${name} ${version} 版 · 按本规则集判断`,
  none: '还没有小区',
  noneHint: '方案涉及的小区会列在这里；也可以加入其他小区。',
  add: '加入小区…',
  remove: '移出项目包',
  summary: (needed: string, chosen: string, unknown: string) =>
    `数据提示需要 ${needed} 项 · 已选 ${chosen} 项 · 未知 ${unknown} 项`,
  need: { needed: '需要', 'not-needed': '无需', unknown: '未知' } satisfies Record<
    WorkNeed['verdict'],
    string
  >,
  choice: { chosen: '已选', 'left-out': '不做', none: '未定' },
  choose: (item: string) => `选定 ${item}`,
  leaveOut: '不做',
  chooseNeeded: '选定全部提示需要的',
  why: {
    survey: () => '须现场调查',
    'lift-missing': (f) => `${f['buildings']} 幢 ${f['storeys']} 层及以上住宅没有电梯`,
    'lift-there': (f) => `${f['storeys']} 层及以上的 ${f['buildings']} 幢住宅都有电梯`,
    'lift-not-recorded': (f) => `${f['buildings']} 幢 ${f['storeys']} 层及以上住宅有无电梯未登记`,
    'lift-no-tall': (f) => `没有 ${f['storeys']} 层及以上住宅`,
    'storeys-not-recorded': () => '住宅层数未登记',
    'bays-short': (f) =>
      `小区内现有 ${f['bays']} 个，按每户 ${f['ratio']} 个至多缺 ${f['short']} 个（未计周边停车场）`,
    'bays-enough': (f) => `现有 ${f['bays']} 个，达到每户 ${f['ratio']} 个`,
    'bays-not-recorded': () => '车位数或户数未登记',
    'steps-at-gates': (f) => `${f['gates']} 个出入口有台阶`,
    'gates-step-free': () => '出入口无台阶，内部须现场调查',
    'gates-not-recorded': () => '出入口有无台阶未登记',
    'management-weak': (f) => (f['management'] === 'none' ? '没有物业管理' : '仅有基础物业'),
    'management-professional': () => '已有专业物业',
    'management-not-recorded': () => '物业情况未登记',
    'renovated-recently': (f) => `${f['year']} 年已综合改造（${f['within']} 年内）`,
    'not-renovated': (f) => `上次改造在 ${f['year']} 年`,
    'renovation-not-recorded': () => '改造年份未登记',
    'class-unserved': (f) => `${f['class']} 现状未覆盖`,
    'class-served': (f) => `${f['class']} 现状已覆盖`,
    'class-unknown': (f) => `${f['class']} 是否覆盖未知`,
  } satisfies Record<NeedCode, (facts: Facts) => string> as Readonly<
    Record<NeedCode, (facts: Facts) => string>
  >,
  category: {
    basic: '基础类',
    improving: '完善类',
    upgrading: '提升类',
  } satisfies Record<NonNullable<WorkItem['category']>, string>,
  planItem: '方案所列',
  amount: '数量',
  ownCost: '造价（万元）',
  ownCostShort: '造价 万元',
  cost: {
    included: (by: string) => `已含在「${by}」内`,
    edits: (numbers: string) => `见方案措施 ${numbers}，不重复计`,
    free: '无工程费',
    unknown: '造价未知',
  },
  doneBy: (numbers: string) => `方案措施 ${numbers} 已包含`,
  order: '施工次序',
  orderHint: '道路只开挖一次：先深后浅、先地下后地面。',
  orderStatus: '次序为经验判断（J），请规划师核对',
  digs: (count: string) => `${count} 项须开挖，合并为一次`,
  later: (names: string) => `路面、场地完成后可能再次开挖：${names}。请先查明或一并实施。`,
  conflicts: '冲突与核查',
  noConflicts: '没有发现冲突（按冲突规则表）',
  level: {
    block: '不允许',
    condition: '有条件',
    check: '须核查',
    unknown: '资料缺失，不能判断',
  } satisfies Record<Conflict['level'], string>,
  between: (parts: string) => `涉及：${parts}`,
  ruleSource: (source: string) => `来源：${source}`,
  column: {
    community: '小区',
    group: '类别',
    item: '内容',
    need: '数据提示',
    choice: '选定',
    amount: '数量',
    cost: '造价',
  },
}
