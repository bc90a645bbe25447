import type { Issue } from '../model/issue'

/** Issues of one kind in one file and layer: one line in the list, opened to see each. */
export interface IssueGroup {
  readonly key: string
  readonly code: Issue['code']
  readonly severity: Issue['severity']
  readonly file: string | undefined
  readonly layer: Issue['layer']
  readonly issues: readonly Issue[]
}

const SEVERITY_ORDER: readonly Issue['severity'][] = ['error', 'warning', 'info']

/** Groups by severity, code, file and layer: worst first, then the more frequent, then by name. */
export function groupIssues(issues: readonly Issue[]): readonly IssueGroup[] {
  const groups = new Map<string, Issue[]>()
  for (const issue of issues) {
    const key = [issue.severity, issue.code, issue.file ?? '', issue.layer ?? ''].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [issue])
    else group.push(issue)
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      code: members[0].code,
      severity: members[0].severity,
      file: members[0].file,
      layer: members[0].layer,
      issues: members,
    }))
    .sort(
      (a, b) =>
        SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
        b.issues.length - a.issues.length ||
        (a.key < b.key ? -1 : 1),
    )
}
