import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { PROFILE_IDS, type ProfileId, PROFILES } from '../../src/model/profile'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import { prepare } from '../../src/engine/pipeline'
import { at, Scene } from '../scene/scene'

/* What the method tells planners about who walks, as it stands in its tables. */
const METHOD = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8')

/** The cells of a table's rows, from its first column's title on. */
function rowsUnder(title: string): string[][] {
  const lines = METHOD.slice(METHOD.indexOf(`| ${title} |`)).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const ROW_OF: Readonly<Record<ProfileId, string>> = {
  adult: 'adult 成人',
  elder: 'elder 60–74 老人',
  elder75: 'elder 75+ 高龄老人',
  child: 'child with adult 带幼儿',
  school: 'school child 学童',
  wheelchair: 'wheelchair, pram 轮椅、婴儿车',
}

test.each(PROFILE_IDS)(
  'who walks as %s takes the speed and the stairs the method states',
  async (profile) => {
    const row = rowsUnder('profile').find(([name]) => name === ROW_OF[profile])
    if (row === undefined) throw new Error(`the method has no row for ${profile}`)
    const [, speed, stairs] = row
    const prepared = await prepare(
      new Scene()
        .street('flat', [
          [0, 0],
          [1000, 0],
        ])
        .street(
          'stairs',
          [
            [1000, 0],
            [1100, 0],
          ],
          { kind: 'steps' },
        )
        .project(),
      null,
      {},
    )
    const timeTo = (x: number): number | undefined =>
      walkBetween(prepared, at(500, 0), at(x, 0), { profile, basis: 'time' })?.time_s
    expect(timeTo(900)).toBeCloseTo(400 / Number(speed), 1)
    if (stairs === 'stairs closed') expect(timeTo(1100)).toBeUndefined()
    else expect(timeTo(1100)).toBeCloseTo((500 + 100 * Number(stairs)) / Number(speed), 1)
  },
)

test('everybody waits as long as the method states', () => {
  const stated = Object.fromEntries(
    rowsUnder('delay').map(([name, seconds]) => [name.replaceAll('`', ''), Number(seconds)]),
  )
  for (const profile of PROFILE_IDS) expect(PROFILES[profile].delays_s).toEqual(stated)
})
