import { Button } from 'antd'
import { findShipped } from '../../model/rules/shipped-packs'
import { useActions, useLanguage, useLibrary, useView } from '../app-context'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { nameOfPack } from './tell-figure'

/** A pack that came in from a file: where it is, and that nothing is judged by it yet. */
export function OpenedNotice() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const choice = useView((view) => view.ruleChoice)
  const opened = useLibrary((library) => library.opened)
  const own = useLibrary((library) => library.own)
  if (opened === null) return null
  const pack = own.find(({ id }) => id === opened.id) ?? findShipped(opened.id)
  if (pack === undefined) return null
  const isInUse = choice.packs.some(({ id }) => id === opened.id)
  const told = opened.isNew ? words.rules.openedFile : words.rules.openedKnown
  return (
    <div className="rules-opened line" role="status">
      <Icon name="info" small />
      <span className="grow">
        {told(opened.file, nameOfPack(pack, language))} {isInUse ? null : words.rules.openedUnused}
      </span>
      {isInUse ? null : (
        <Button
          size="small"
          onClick={() => actions.setRuleChoice({ ...choice, packs: [...choice.packs, pack] })}
        >
          {words.rules.add}
        </Button>
      )}
      <IconButton icon="close" label={words.close} isSmall onClick={() => actions.dismissRefused()} />
    </div>
  )
}
