import { Button, Input } from 'antd'
import { useState } from 'react'
import { cleanText } from '../../model/clean-text'
import type { PackFile } from '../../model/rule-pack'
import { nextVersion } from '../../model/rules/edit-pack'
import { hashPack } from '../../model/rules/hash-pack'
import { findShipped } from '../../model/rules/shipped-packs'
import { useActions, useLanguage, useLibrary, useView } from '../app-context'
import { nameOfPack } from './tell-figure'

interface PackHeadProps {
  /** null: what the packs in use combine to */
  readonly pack: PackFile | null
  readonly isInUse: boolean
  readonly onShow: (id: string | null) => void
}

/** A pack's name and what can be done with it: save, rename, share, delete. */
export function PackHead({ pack, isInUse, onShow }: PackHeadProps) {
  const language = useLanguage()
  const { words } = language
  if (pack === null)
    return (
      <div className="rules-pack-head">
        <h3>{words.rules.combined}</h3>
        <p className="caption">{words.rules.combinedHint}</p>
      </div>
    )
  const isShipped = findShipped(pack.id) !== undefined
  return (
    <div className="rules-pack-head">
      <div className="line">
        <h3 className="grow clip" title={nameOfPack(pack, language)}>
          {nameOfPack(pack, language)}
        </h3>
        {isShipped ? null : <OwnPack key={pack.id} pack={pack} isInUse={isInUse} onShow={onShow} />}
        <Share pack={pack} />
      </div>
      <p className="caption">
        {[
          language.locale === 'zh' ? pack.note_zh : pack.note_en,
          pack.made_from &&
            words.rules.madeFrom(nameOfPack(pack.made_from, language), pack.made_from.version),
          isInUse ? null : words.rules.readOnly,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  )
}

function Share({ pack }: { readonly pack: PackFile }) {
  const { words } = useLanguage()
  const actions = useActions()
  return (
    <Button size="small" onClick={() => actions.sharePack(pack)}>
      {words.rules.share}
    </Button>
  )
}

/** Saving, renaming and deleting a pack of one's own. */
function OwnPack({ pack, isInUse, onShow }: PackHeadProps & { readonly pack: PackFile }) {
  const { words, locale } = useLanguage()
  const actions = useActions()
  const choice = useView((view) => view.ruleChoice)
  const saved = useLibrary((library) => library.own.find(({ id }) => id === pack.id))
  const nameField = locale === 'zh' ? 'name_zh' : 'name_en'
  const [name, setName] = useState(pack[nameField])
  const [isDeleting, setDeleting] = useState(false)
  const isUnsaved = saved === undefined || hashPack(saved) !== hashPack(pack) || name !== pack[nameField]
  const version = saved === undefined ? pack.version : nextVersion(saved.version)

  const save = () => {
    const named: PackFile = { ...pack, [nameField]: name.trim() || pack[nameField], version }
    void actions.savePack(named)
    if (isInUse)
      actions.setRuleChoice({
        ...choice,
        packs: choice.packs.map((each) => (each.id === pack.id ? named : each)),
      })
  }

  if (isDeleting)
    return (
      <span className="line" role="alert">
        <span className="caption">{words.rules.deleteSure(name)}</span>
        <Button
          size="small"
          danger
          onClick={() => {
            void actions.deletePack(pack.id)
            setDeleting(false)
            if (!isInUse) onShow(null)
          }}
        >
          {words.rules.delete}
        </Button>
        <Button size="small" onClick={() => setDeleting(false)}>
          {words.cancel}
        </Button>
      </span>
    )
  return (
    <>
      {isUnsaved ? <span className="caption is-warning">{words.rules.unsaved}</span> : null}
      <Input
        className="rules-name"
        size="small"
        aria-label={words.rules.name}
        maxLength={80}
        value={name}
        onChange={(event) => setName(cleanText(event.target.value))}
        onPressEnter={save}
      />
      <Button size="small" type="primary" disabled={!isUnsaved} onClick={save}>
        {saved === undefined ? words.rules.saveAs : words.rules.save(version)}
      </Button>
      {saved === undefined ? null : (
        <Button size="small" onClick={() => setDeleting(true)}>
          {words.rules.delete}
        </Button>
      )}
    </>
  )
}
