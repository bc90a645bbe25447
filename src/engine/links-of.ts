import type { LinkSearch } from '../model/links'
import { findLinks, type LinkQuestion } from './links/find-links'
import type { Judged } from './pipeline'
import type { Run } from './run'
import { judgeWithEdits } from './try-edits'

/** Gates, ways through, wall openings, shared walls and short paths that would shorten walks, ranked; see `findLinks`. */
export async function linksOf(judged: Judged, question: LinkQuestion, run: Run): Promise<LinkSearch> {
  return findLinks(judged, question, (edits) => judgeWithEdits(judged, edits, run), run)
}
