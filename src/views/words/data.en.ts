import type { DataWords } from './data.zh'

export const dataEn: DataWords = {
  title: 'Data',
  import: 'Import data…',
  importHint: 'or drop files anywhere in the window',
  layers: 'Layers',
  layerShown: (layer) => `Show ${layer} on the map`,
  noSource: 'source unknown',
  noDate: 'date unknown',
  licence: 'Licence',
  noRecords: 'no records',
  files: 'Files',
  fileCounts: (accepted, rejected) => `${accepted} taken, ${rejected} left out`,
  fileAllAccepted: (accepted) => `${accepted} taken`,
  issues: 'Data problems',
  noIssues: 'No data problems found',
  severity: { error: 'Left out', warning: 'Please check', info: 'For information' },
  severityHint: {
    error: 'These records did not come in',
    warning: 'These came in, but look at them',
    info: 'Worth knowing',
  },
  issueCount: (count) => `${count}×`,
  survey: 'Survey completeness',
  surveyHint:
    'A class without any record counts as not surveyed, so its results are unknown. Once you confirm it was surveyed, none means not served.',
  notSurveyed: 'Not surveyed',
  surveySwitch: (name) => `${name}: surveyed`,
  surveySummary: (done, total) => `${done} of ${total} classes surveyed`,
  records: (count) => `${count} on record`,
  network: 'Walking network',
  networkFacts: (km, nodes, edges) => `${km} · ${nodes} nodes · ${edges} edges`,
}
