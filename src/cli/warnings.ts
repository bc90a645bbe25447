import type { Issue, IssueCode } from '../model/issue'
import type { Io } from './command'
import { tellIssue } from './sentences'

/** How many sentences a terminal takes before nobody reads them. */
const MOST = 20

/** Without these the numbers are of other data, or of other rules, than their file says. */
const GRAVE: ReadonlySet<IssueCode> = new Set([
  'file-truncated',
  'layer-missing',
  'rule-pack-invalid',
  'rule-pack-missing',
])

/** On `err`: what was odd about a source, in a line, with its worst in words. */
export function tellLoaded(path: string, issues: readonly Issue[], io: Io): void {
  tellWarnings(
    issues.filter(({ code }) => GRAVE.has(code)),
    io,
  )
  const rest = issues.filter(({ code, severity }) => !GRAVE.has(code) && severity !== 'info')
  if (rest.length === 0) return
  const errors = rest.filter(({ severity }) => severity === 'error').length
  io.err(
    `${path}: ${errors} records left out or broken, ${rest.length - errors} warnings; lifecircle check lists them\n`,
  )
}

/** Problems that did not stop the command, on `err`: errors first, then warnings, cut where they get many. */
export function tellWarnings(issues: readonly Issue[], io: Io): void {
  const told = [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'warning'),
  ]
  for (const issue of told.slice(0, MOST)) io.err(`${issue.severity}: ${tellIssue(issue)}\n`)
  if (told.length > MOST) io.err(`and ${told.length - MOST} more; the command check lists them all\n`)
}
