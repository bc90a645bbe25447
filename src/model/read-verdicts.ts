import { type Assessment, type Verdict, VERDICTS } from './assessment'

/** Reads an assessment by ids: how a community is served of a class; unknown where either is not in it. */
export function readVerdicts({
  communities,
  classes,
  status,
}: Pick<Assessment, 'communities' | 'classes' | 'status'>): (community: string, code: string) => Verdict {
  const rows = new Map(communities.map(({ id }, row) => [id, row]))
  const columns = new Map(classes.map(({ code }, column) => [code, column]))
  return (community, code) => {
    const row = rows.get(community)
    const column = columns.get(code)
    return row === undefined || column === undefined
      ? 'unknown'
      : VERDICTS[status[row * classes.length + column]]
  }
}
