import { Button, Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { type PackFile, RULE_STATUSES } from '../../model/rule-pack'
import { countStatuses, sourceOfFigure } from '../../model/rules/figure'
import { hashPack } from '../../model/rules/hash-pack'
import { findOldAreaClauses } from '../../model/rules/old-area'
import { SHIPPED_PACKS } from '../../model/rules/shipped-packs'
import { useActions, useLanguage, useLibrary, useView } from '../app-context'
import { tellOldArea } from '../basis-line'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { nameOfPack, tellSource } from './tell-figure'

interface PackSidebarProps {
  /** id of the pack looked at; null: what all combine to */
  readonly shown: string | null
  readonly onShow: (id: string | null) => void
}

/** Which packs are in use, in which order, and which others there are. */
export function PackSidebar({ shown, onShow }: PackSidebarProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const choice = useView((view) => view.ruleChoice)
  const own = useLibrary((library) => library.own)
  const isKept = useLibrary((library) => library.isKept)
  const input = useRef<HTMLInputElement>(null)
  const { packs } = choice
  const isInUse = (pack: PackFile) => packs.some(({ id }) => id === pack.id)

  const unused = own.filter((pack) => !isInUse(pack))
  const move = (from: number, to: number) => {
    const next = [...packs]
    next.splice(to, 0, ...next.splice(from, 1))
    actions.setRuleChoice({ ...choice, packs: next })
  }
  const add = (pack: PackFile) => (
    <Button size="small" onClick={() => actions.setRuleChoice({ ...choice, packs: [...packs, pack] })}>
      {words.rules.add}
    </Button>
  )

  return (
    <div className="rules-sidebar">
      <h3>{words.rules.chosen}</h3>
      <p className="caption rules-hint">{words.rules.chosenHint}</p>
      <ol className="rules-chosen">
        {packs.map((pack, i) => (
          <PackItem key={pack.id} pack={pack} isShown={shown === pack.id} onShow={onShow}>
            <IconButton
              icon="up"
              label={words.rules.up}
              isSmall
              isDisabled={i === 0}
              onClick={() => move(i, i - 1)}
            />
            <IconButton
              icon="down"
              label={words.rules.down}
              isSmall
              isDisabled={i === packs.length - 1}
              onClick={() => move(i, i + 1)}
            />
            <IconButton
              icon="close"
              label={words.rules.remove}
              isSmall
              isDisabled={packs.length === 1}
              onClick={() =>
                actions.setRuleChoice({ ...choice, packs: packs.filter(({ id }) => id !== pack.id) })
              }
            />
          </PackItem>
        ))}
      </ol>
      <button
        type="button"
        className="plain row-button rules-combined"
        aria-pressed={shown === null}
        onClick={() => onShow(null)}
      >
        {words.rules.combined}
      </button>
      <OldArea />
      <h3>{words.rules.shipped}</h3>
      <ul>
        {SHIPPED_PACKS.filter((pack) => !isInUse(pack)).map((pack) => (
          <PackItem key={pack.id} pack={pack} isShown={shown === pack.id} onShow={onShow}>
            {add(pack)}
          </PackItem>
        ))}
      </ul>
      <h3>{words.rules.own}</h3>
      {isKept ? null : <p className="caption rules-hint is-warning">{words.rules.notKept}</p>}
      {own.length === 0 ? (
        <p className="caption rules-hint">{words.rules.ownNone}</p>
      ) : unused.length === 0 ? (
        <p className="caption rules-hint">{words.rules.ownInUse}</p>
      ) : null}
      <ul>
        {unused.map((pack) => (
          <PackItem key={pack.id} pack={pack} isShown={shown === pack.id} onShow={onShow}>
            {add(pack)}
          </PackItem>
        ))}
      </ul>
      <div className="rules-import">
        <Button icon={<Icon name="upload" small />} onClick={() => input.current?.click()}>
          {words.rules.importFile}
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept=".json"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          data-testid="open-packs"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            if (files.length > 0) void actions.openPacks(files)
          }}
        />
      </div>
    </div>
  )
}

interface PackItemProps {
  readonly pack: PackFile
  readonly isShown: boolean
  readonly onShow: (id: string) => void
  readonly children: React.ReactNode
}

function PackItem({ pack, isShown, onShow, children }: PackItemProps) {
  const language = useLanguage()
  const { words } = language
  const counts = countStatuses(pack)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  return (
    <li ref={item} className={isShown ? 'rules-pack is-shown' : 'rules-pack'}>
      <button
        type="button"
        className="plain grow"
        aria-pressed={isShown}
        title={(language.locale === 'zh' ? pack.note_zh : pack.note_en) ?? nameOfPack(pack, language)}
        onClick={() => onShow(pack.id)}
      >
        <span className="rules-pack-name">{nameOfPack(pack, language)}</span>
        <span className="caption figure">
          {words.topBar.version(pack.version)} · #{hashPack(pack).slice(0, 6)}
        </span>
        <span className="rules-counts" aria-label={words.rules.statuses('')}>
          {RULE_STATUSES.filter((status) => counts[status] > 0).map((status) => (
            <span key={status} title={words.status[status]}>
              <abbr className={`status-mark mark-${status}`}>{status}</abbr> {counts[status]}
            </span>
          ))}
        </span>
      </button>
      <span className="rules-pack-actions">{children}</span>
    </li>
  )
}

/** The clause on old areas, where a pack in use has one. */
function OldArea() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const choice = useView((view) => view.ruleChoice)
  const rules = useView((view) => view.rules)
  const { shares, rules: asked, isGreenOnly } = findOldAreaClauses(rules)
  if (shares.length === 0) return null
  const sources = new Set(
    asked.map((rule) => {
      const source = sourceOfFigure(rules, rule, 'old_area_factor')
      return `${tellSource(source, language)} · ${source.status}`
    }),
  )
  return (
    <div className="rules-old-area">
      <Checkbox
        checked={choice.old_area}
        onChange={(event) => actions.setRuleChoice({ ...choice, old_area: event.target.checked })}
      >
        {tellOldArea(rules, language)}
      </Checkbox>
      <p className="caption">
        {words.rules.oldAreaSource([...sources].join(words.listSeparator), isGreenOnly)}
      </p>
    </div>
  )
}
