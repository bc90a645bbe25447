import { useActions, useLanguage, useLibrary, useView } from '../app-context'
import type { PackProblem } from '../../model/rules/pack-problem'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'

/** A file or a choice that was refused, with all that is wrong, row by row. */
export function RefusedNotice() {
  const { words } = useLanguage()
  const actions = useActions()
  const refused = useLibrary((library) => library.refused)
  const rules = useView((view) => view.rules)
  if (refused === null) return null
  const nameOf = (code: string) => rules.rules.find((rule) => rule.code === code)?.name_zh ?? code
  return (
    <div className="rules-refused" role="alert">
      <div className="line">
        <Icon name="error" small />
        <strong className="grow">
          {refused.kind === 'file' ? words.rules.refusedFile(refused.name) : words.rules.refusedChoice}
        </strong>
        <IconButton icon="close" label={words.close} isSmall onClick={() => actions.dismissRefused()} />
      </div>
      <ul>
        {refused.problems === 'json' ? (
          <li>{words.rules.notJson}</li>
        ) : refused.kind === 'choice' ? (
          refused.problems.map(({ code, about }) => (
            <li key={`${code} ${about}`}>{words.rules.combineProblem[code](nameOf(about))}</li>
          ))
        ) : (
          refused.problems.map((problem) => (
            <li key={`${problem.list} ${problem.row} ${problem.field} ${problem.expected}`}>
              <ProblemSentence problem={problem} />
            </li>
          ))
        )}
      </ul>
    </div>
  )
}

function ProblemSentence({ problem }: { readonly problem: PackProblem }) {
  const { words } = useLanguage()
  const { list, row, code, field, found, expected, options } = problem
  const place =
    list === null || row === null
      ? []
      : [words.rules.row(words.rules.list[list], String(row), code === null ? '' : ` ${code}`)]
  const where = [...place, ...(field === '' ? [] : [field])].join(' · ')
  const wanted =
    words.rules.expected[expected] + (options === undefined ? '' : ` ${options.join(words.listSeparator)}`)
  return words.rules.problem(
    where,
    found === 'nothing' ? words.rules.foundNothing : words.rules.foundValue(found),
    wanted,
  )
}
