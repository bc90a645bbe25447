import type { Issue } from '../model/issue'
import type { Io } from './command'
import { tellIssue } from './sentences'

/** How many sentences a terminal takes before nobody reads them. */
const MOST = 20

/** Problems that did not stop the command, on `err`: errors first, then warnings, cut where they get many. */
export function tellWarnings(issues: readonly Issue[], io: Io): void {
  const told = [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'warning'),
  ]
  for (const issue of told.slice(0, MOST)) io.err(`${issue.severity}: ${tellIssue(issue)}\n`)
  if (told.length > MOST) io.err(`and ${told.length - MOST} more; the command check lists them all\n`)
}
