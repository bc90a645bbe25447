import { writeFile } from 'node:fs/promises'

import { analyse, prepare } from '../../engine/pipeline'
import type { AnalysisView } from '../../model/analysis'
import { REASONS, VERDICTS } from '../../model/assessment'
import type { Command } from '../command'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { round } from './walk'

export const assessCommand: Command = {
  name: 'assess',
  summary: 'every community against every facility class: served, unserved or unknown',
  positionals: ['SOURCE'],
  options: [
    { name: '-o', value: 'TABLE.csv', help: 'write the table communities × classes here' },
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const view = await analyse(await prepare(project, settings.scenario, {}), settings, {})
    const answer = describeAssessment(view)
    const output = args.text('-o')
    if (output !== undefined) await writeFile(output, toCsv(answer))
    if (args.has('--json')) {
      io.out(`${JSON.stringify(answer)}\n`)
      return
    }
    const { basis } = view.assessment
    io.err(
      `judged by rule pack ${basis.rule_pack} ${basis.rule_pack_version} (${basis.rule_pack_hash}), ${basis.profile}, ${basis.basis} basis\n`,
    )
    io.out(
      formatTable(
        ['id', 'name', 'people', 'eligibility', 'served', 'unserved', 'unknown'],
        answer.communities.map((row) => {
          const count = (status: string): string =>
            String(Object.values(row.classes).filter((cell) => cell.status === status).length)
          return [
            row.id,
            row.name,
            String(row.people ?? 'unknown'),
            row.eligibility,
            count('served'),
            count('unserved'),
            count('unknown'),
          ]
        }),
      ),
    )
  },
}

interface ClassCell {
  readonly status: string
  readonly reason: string
  readonly nearest_m: number | null
  readonly nearest_s: number | null
  readonly facility: string | null
  readonly served_share: number | null
}

interface AssessmentAnswer {
  readonly basis: object
  readonly communities: readonly {
    readonly id: string
    readonly name: string
    readonly people: number | null
    readonly eligibility: string
    readonly classes: Readonly<Record<string, ClassCell>>
  }[]
  readonly totals: object
}

/** The assessment as plain rows. */
function describeAssessment({ assessment }: AnalysisView): AssessmentAnswer {
  const { classes } = assessment
  return {
    basis: assessment.basis,
    communities: assessment.communities.map((community, k) => ({
      id: community.id,
      name: community.name,
      people: community.people,
      eligibility: community.eligibility.verdict,
      eligibility_clauses: community.eligibility.clauses,
      eligibility_missing: community.eligibility.missing,
      gates_unknown: community.gatesUnknown,
      classes: Object.fromEntries(
        classes.map((column, c) => {
          const i = k * classes.length + c
          const facility = assessment.facility[i]
          return [
            column.code,
            {
              status: VERDICTS[assessment.status[i]],
              reason: REASONS[assessment.reason[i]],
              nearest_m: known(assessment.nearest_m[i], 1),
              nearest_s: known(assessment.nearest_s[i], 1),
              facility: facility < 0 ? null : assessment.facility_ids[facility],
              served_share: known(assessment.served_share[i], 4),
            },
          ]
        }),
      ),
    })),
    totals: {
      communities: assessment.communities.length,
      people: assessment.communities.reduce<number | null>(
        (sum, row) => (row.people === null ? sum : (sum ?? 0) + row.people),
        null,
      ),
      classes: Object.fromEntries(
        assessment.totals.map(({ code, ...counts }, c) => [
          code,
          {
            limit: classes[c].limit,
            limit_unit: classes[c].limit_unit,
            status: classes[c].status,
            ...counts,
          },
        ]),
      ),
    },
  }
}

/** One line a community, three columns a class; a mark first so that spreadsheets read Chinese. */
function toCsv(answer: AssessmentAnswer): string {
  const codes = Object.keys(answer.communities[0]?.classes ?? {})
  const header = [
    'id',
    'name',
    'people',
    'eligibility',
    ...codes.flatMap((code) => [code, `${code}_m`, `${code}_facility`]),
  ]
  const rows = answer.communities.map((row) => [
    row.id,
    row.name,
    row.people,
    row.eligibility,
    ...codes.flatMap((code) => {
      const cell = row.classes[code]
      return [cell.status, cell.nearest_m, cell.facility]
    }),
  ])
  return `\ufeff${[header, ...rows].map((row) => row.map(quoteCell).join(',')).join('\r\n')}\r\n`
}

function quoteCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // a cell that a spreadsheet would run as a formula is shown as text
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number, or null where the column says none with NaN. */
function known(value: number, decimals: number): number | null {
  return Number.isNaN(value) ? null : round(value, decimals)
}
