import type { Issue } from '../model/issue'
import type { Words } from './words.zh'

/** What is wrong with one record or file and what to do, without saying where. */
export function tellProblem(issue: Issue, words: Words): string {
  return words.issue[issue.code](issue.facts ?? {})
}

/** Where a problem is: file, layer, record; empty when nothing of it is known. */
export function tellWhere(issue: Issue, words: Words): string {
  const parts: string[] = []
  if (issue.file !== undefined) parts.push(issue.file)
  if (issue.layer !== undefined) parts.push(words.layer[issue.layer])
  if (issue.row !== undefined) parts.push(words.issueWhere.row(String(issue.row)))
  else if (issue.id !== undefined) parts.push(words.issueWhere.id(issue.id))
  return parts.join(words.issueWhere.join)
}

/** The whole sentence: which file, which row, what is wrong, what to do. */
export function tellIssue(issue: Issue, words: Words): string {
  const where = tellWhere(issue, words)
  return where === '' ? tellProblem(issue, words) : where + words.issueWhere.colon + tellProblem(issue, words)
}
