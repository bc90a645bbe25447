import type { Issue } from '../../model/issue'

/** Words of the workspace that is about the data. */
export const dataZh = {
  title: '数据',
  import: '导入数据…',
  importHint: '也可以把文件拖到窗口任意位置',
  layers: '图层',
  layerShown: (layer: string) => `在地图上显示${layer}`,
  noSource: '来源未知',
  noDate: '日期未知',
  licence: '许可',
  noRecords: '无记录',
  files: '文件',
  fileCounts: (accepted: string, rejected: string) => `采用 ${accepted}，舍去 ${rejected}`,
  fileAllAccepted: (accepted: string) => `采用 ${accepted}`,
  issues: '数据问题',
  noIssues: '没有发现数据问题',
  severity: { error: '未采用', warning: '请核查', info: '说明' } satisfies Record<Issue['severity'], string>,
  severityHint: {
    error: '这些记录没有进入项目',
    warning: '已进入项目，但需要核查',
    info: '供了解',
  } satisfies Record<Issue['severity'], string>,
  issueCount: (count: string) => `${count} 处`,
  survey: '调查完整度',
  surveyHint: '没有任何记录的类别视为「未调查」，结果为「未知」。确认已调查后，没有即为「未覆盖」。',
  notSurveyed: '未调查',
  surveySwitch: (name: string) => `${name}:已调查`,
  surveySummary: (done: string, total: string) => `${done} / ${total} 类已调查`,
  records: (count: string) => `${count} 处记录`,
  network: '步行网络',
  networkFacts: (km: string, nodes: string, edges: string) => `${km} · ${nodes} 节点 · ${edges} 路段`,
}

export type DataWords = typeof dataZh
