import { writeFile } from 'node:fs/promises'

import { roundPeople } from '../../model/people-parts'
import type { AssessmentAnswer } from '../assessment-answer'
import { type Command, NoAnswer } from '../command'
import { readJson } from '../read-json'

type ClassTotals = AssessmentAnswer['totals']['classes'][string]

export const mergeTilesCommand: Command = {
  name: 'merge-tiles',
  summary: 'the answers of assess --tile … --json as one: rows and totals of the whole',
  positionals: ['TILE.json…'],
  options: [{ name: '-o', value: 'ALL.json', help: 'write the answer here instead of printing it' }],
  async run(args, io) {
    const answers = await Promise.all(args.positionals.map(readAnswer))
    const merged = mergeAnswers(args.positionals, answers)
    const output = args.text('-o')
    if (output === undefined) io.out(`${JSON.stringify(merged)}\n`)
    else await writeFile(output, `${JSON.stringify(merged)}\n`)
  },
}

async function readAnswer(path: string): Promise<AssessmentAnswer> {
  const value = await readJson(path)
  const answer = value as Partial<AssessmentAnswer> | null
  const isAnswer =
    Array.isArray(answer?.communities) &&
    typeof answer.basis === 'object' &&
    typeof answer.totals === 'object'
  if (!isAnswer)
    throw new NoAnswer(`${path} is no answer of assess --json; make it with assess SOURCE --tile … --json`)
  return value as AssessmentAnswer
}

/** Rows in the order of the files; people are added up before they are rounded. */
function mergeAnswers(paths: readonly string[], answers: readonly AssessmentAnswer[]): AssessmentAnswer {
  const [first] = answers
  const basis = JSON.stringify(first.basis)
  const fileOf = new Map<string, string>()
  answers.forEach((answer, i) => {
    if (JSON.stringify(answer.basis) !== basis)
      throw new NoAnswer(
        `${paths[i]} was judged on another basis than ${paths[0]}; assess all tiles with the same options`,
      )
    for (const { id } of answer.communities) {
      const other = fileOf.get(id)
      if (other !== undefined)
        throw new NoAnswer(`community ${id} is in ${other} and in ${paths[i]}; tiles must not overlap`)
      fileOf.set(id, paths[i])
    }
  })
  return {
    basis: first.basis,
    communities: answers.flatMap(({ communities }) => communities),
    totals: {
      communities: fileOf.size,
      people: answers.reduce<number | null>(
        (sum, { totals: { people } }) => (people === null ? sum : (sum ?? 0) + people),
        null,
      ),
      classes: Object.fromEntries(
        Object.keys(first.totals.classes).map((code) => [
          code,
          answers.map(({ totals }) => totals.classes[code]).reduce(addTotals),
        ]),
      ),
    },
  }
}

function addTotals(a: ClassTotals, b: ClassTotals): ClassTotals {
  const people_parts = {
    served: a.people_parts.served + b.people_parts.served,
    unserved: a.people_parts.unserved + b.people_parts.unserved,
    unknown: a.people_parts.unknown + b.people_parts.unknown,
  }
  return {
    ...a,
    ...roundPeople(people_parts),
    people_parts,
    communities_served: a.communities_served + b.communities_served,
    communities_unserved: a.communities_unserved + b.communities_unserved,
    communities_unknown: a.communities_unknown + b.communities_unknown,
  }
}
