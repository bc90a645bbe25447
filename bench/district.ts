import { existsSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

import pack from '../data/rules/gb50180-2018.json'
import { mergeImports } from '../src/engine/project/merge-import'
import { bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import type { AnalysisSettings } from '../src/model/analysis'
import type { Project } from '../src/model/project'
import type { RulePack } from '../src/model/rule-pack'

const FILE = '../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'

/** Settings as the page begins with: verdicts by distance, bands by time. */
export const PAGE_SETTINGS: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: pack as unknown as RulePack,
  scenario: null,
  year: 2026,
  bandsBasis: 'time',
  bands: [5, 10, 15],
}

/** Xihu District as it is imported; null, and a line about it, where its file is absent. */
export async function readDistrict(print: (line: string) => void): Promise<Project | null> {
  if (!existsSync(FILE)) {
    print(`skipped: ${FILE} is absent`)
    return null
  }
  const source = bytesSource('westlake', new Uint8Array(readFileSync(FILE)))
  const file = await readFile(source, { inflate: (packed) => inflateSync(packed) }, {})
  return mergeImports(null, [file], 'Xihu').project
}
