import type { Issue } from '../model/issue'
import type { LayerName } from '../model/layers'
import type { Words } from './words.zh'

/** A record's name as people know it; null: it has none. */
export type NameOfRecord = (layer: LayerName, id: string) => string | null

const noNames: NameOfRecord = () => null

/** The name of a key in a dictionary, or null where the key is not one of its. */
function lookUp(
  dictionary: Readonly<Record<string, unknown>>,
  key: string | number | undefined,
): string | null {
  const found = key === undefined ? undefined : dictionary[key]
  return typeof found === 'string' ? found : null
}

/** What is wrong with one record or file and what to do, without saying where. */
export function tellProblem(issue: Issue, words: Words, nameOf: NameOfRecord = noNames): string {
  const { facts = {}, layer, id } = issue
  const field = lookUp(words.field, facts['field'])
  const type =
    lookUp(words.fieldType, facts['expected']) ??
    (issue.code === 'rule-pack-invalid' ? lookUp(words.rules.expected, facts['expected']) : null)
  const choices =
    issue.code === 'field-unknown-value' && layer === 'spaces'
      ? String(facts['expected'])
          .split(', ')
          .map((value) => lookUp(words.spaces.choice, value) ?? value)
      : null
  const factLayer = lookUp(words.layer, facts['layer'])
  const name = layer === undefined || id === undefined ? null : nameOf(layer, id)
  return words.issue[issue.code]({
    ...facts,
    // the name in the file stays beside the word for it: that is what has to be found there
    ...(field === null ? {} : { field: `${field} ${facts['field']}` }),
    ...(type === null ? {} : { expected: type }),
    ...(choices === null ? {} : { expected: choices.join(words.listSeparator) }),
    ...(factLayer === null ? {} : { layer: factLayer }),
    ...(name === null || facts['name'] !== undefined ? {} : { name }),
  })
}

/** Where a problem is: file, layer, record; empty when nothing of it is known. */
export function tellWhere(issue: Issue, words: Words): string {
  const parts: string[] = []
  if (issue.file !== undefined) parts.push(issue.file)
  if (issue.layer !== undefined) parts.push(words.layer[issue.layer])
  // of a table it is the row that the spreadsheet shows, headings counted
  const isTable = /\.(?:csv|tsv|txt|xlsx)(?:\.gz)?$/i.test(issue.file ?? '')
  const { row, sheetRow } = words.issueWhere
  if (issue.row !== undefined) parts.push((isTable ? sheetRow : row)(String(issue.row)))
  else if (issue.id !== undefined) parts.push(words.issueWhere.id(issue.id))
  return parts.join(words.issueWhere.join)
}

/** The whole sentence: which file, which row, what is wrong, what to do. */
export function tellIssue(issue: Issue, words: Words, nameOf: NameOfRecord = noNames): string {
  const where = tellWhere(issue, words)
  const problem = tellProblem(issue, words, nameOf)
  return where === '' ? problem : where + words.issueWhere.colon + problem
}
