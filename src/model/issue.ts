import type { LayerName } from './layers'

/**
 * A problem found in data, told as code and facts; `words.*.ts` writes the sentence.
 * `error`: the thing was left out. `warning`: it came in, but look at it. `info`: worth knowing.
 */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: IssueCode
  /** the file as the user named it */
  readonly file?: string
  readonly layer?: LayerName
  /** 1-based row or feature number in the file */
  readonly row?: number
  /** id of the record concerned */
  readonly id?: string
  /** where on the map, WGS84 */
  readonly at?: readonly [number, number]
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Each code needs a sentence in both dictionaries; a missing one does not compile. */
export type IssueCode =
  // files
  | 'file-empty'
  | 'file-unreadable'
  | 'file-truncated'
  | 'file-too-large'
  | 'format-unknown'
  | 'compression-unsupported'
  | 'json-invalid'
  | 'xml-invalid'
  | 'layer-unknown'
  | 'table-no-heading'
  | 'table-no-position'
  | 'table-sheets-skipped'
  | 'table-columns-kept'
  | 'layer-missing'
  | 'project-version-newer'
  | 'project-invalid'
  | 'rule-pack-invalid'
  | 'rule-pack-missing'
  | 'archive-too-large'
  | 'archive-entry-unsafe'
  // of a file that came in: `facts` accepted and rejected
  | 'rows-rejected'
  // records
  | 'geometry-missing'
  | 'geometry-invalid'
  | 'geometry-type-wrong'
  | 'coordinates-out-of-range'
  | 'coordinates-swapped'
  | 'coordinates-not-wgs84'
  | 'position-missing'
  // a space without coordinates that waits in the project until somebody says where it is
  | 'position-waiting'
  // a space without coordinates, put into the one community its row names
  | 'position-by-community'
  // spaces that name no community, given the one they lie in
  | 'spaces-housed'
  // longitude and latitude 0: taken for none
  | 'position-zero'
  // a row that adds up the others
  | 'table-sum'
  | 'position-invalid'
  | 'id-duplicate'
  | 'field-wrong-type'
  | 'field-unknown-value'
  // characters nobody sees were taken out of texts: `facts` rows, field and an example as it is now
  | 'text-cleaned'
  | 'class-unknown'
  | 'reference-missing'
  | 'reference-ambiguous'
  // candidate spaces that came in again: their facts were taken over
  | 'spaces-updated'
  | 'polygon-broken'
  | 'nodes-missing'
  // network
  | 'no-streets'
  | 'gates-unknown'
  | 'community-not-connected'
  | 'facility-not-connected'
  | 'building-not-connected'
  | 'gate-not-connected'
  | 'green-not-connected'
  | 'snap-far'
  | 'on-island'
  | 'slope-implausible'
  | 'correction-stale'
  // scenarios: `facts.reason` is an EditRefusal
  | 'edit-impossible'
  // a wall that two communities share: `facts.reason` is that of a SharedWallProblem, `facts.name` the record
  | 'wall-stays'
  | 'no-street-here'
  // a part of the page that is loaded when it is first needed
  | 'tool-not-loaded'
  // people
  | 'people-mismatch'
  | 'people-outside'
  // the program itself: `facts.message`
  | 'internal-error'

/** Thrown by readers for a file that cannot be used at all; everything else is an accumulated Issue. */
export class DataError extends Error {
  readonly issue: Issue
  constructor(issue: Omit<Issue, 'severity'>) {
    super(
      `${issue.code}${issue.file === undefined ? '' : ` in ${issue.file}`} ${JSON.stringify(issue.facts ?? {})}`,
    )
    this.name = 'DataError'
    this.issue = { severity: 'error', ...issue }
  }
}
