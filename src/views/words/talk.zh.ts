/** Words of the talk: looks at the map with captions, before and after. */
export const talkZh = {
  edit: '编排',
  title: '汇报提纲',
  close: '收起',
  none: '还没有视角',
  noneHint: '移动地图、选好方案与着色，再把当前画面记为一个视角。汇报时用 → 与 ← 键（或翻页笔）依次展示。',
  keep: '记录当前画面',
  caption: '说明文字',
  captionPlaceholder: '这一页要说的话',
  untitled: (index: string) => `视角 ${index}`,
  retake: '改为当前画面',
  up: '上移',
  down: '下移',
  delete: '删除',
  previous: '上一页（←）',
  next: '下一页（→）',
  place: (index: string, count: string) => `${index} / ${count}`,
  base: '现状',
  flip: '现状 / 方案（B）',
  gapsClosed: '消除缺口',
  cost: '费用',
  costUnknown: (count: string) => `另有 ${count} 项未知`,
  costUnverified: '未核实默认值',
  tryGate: '点击出入口可改为开放或关闭',
  gone: '方案已删除，显示现状',
}

export type TalkWords = typeof talkZh
