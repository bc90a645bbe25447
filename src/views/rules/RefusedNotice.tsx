import { useActions, useLanguage, useLibrary, useView } from '../app-context'
import type { PackProblem } from '../../model/rules/pack-problem'
import type { Refused } from '../../store/state'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'

/** Files or a choice that were refused, with all that is wrong, row by row. */
export function RefusedNotice() {
  const { words } = useLanguage()
  const actions = useActions()
  const refused = useLibrary((library) => library.refused)
  if (refused.length === 0) return null
  return (
    <div className="rules-refused line" role="alert">
      <div className="grow">
        {refused.map((each) => (
          <div key={each.kind === 'choice' ? '' : each.name}>
            <div className="line">
              <Icon name="error" small />
              <strong>
                {each.kind === 'choice' ? words.rules.refusedChoice : words.rules.refusedFile(each.name)}
              </strong>
            </div>
            <Problems refused={each} />
          </div>
        ))}
      </div>
      <IconButton icon="close" label={words.close} isSmall onClick={() => actions.dismissRefused()} />
    </div>
  )
}

function Problems({ refused }: { readonly refused: Refused }) {
  const { words } = useLanguage()
  const rules = useView((view) => view.rules)
  const nameOf = (code: string) => rules.rules.find((rule) => rule.code === code)?.name_zh ?? code
  return (
    <ul>
      {refused.kind === 'not-json' ? (
        <li>{words.rules.notJson(String(refused.line))}</li>
      ) : refused.kind === 'not-text' ? (
        <li>{words.rules.notText}</li>
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
