import { Dropdown, Segmented, Select, Tooltip } from 'antd'
import { useRef } from 'react'
import { type Basis, PROFILE_IDS, PROFILES } from '../../model/profile'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { namePack } from '../basis-line'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { ScenarioSelect } from '../scenario/ScenarioSelect'
import { HourSelect } from './HourSelect'
import { SearchBox } from './SearchBox'

const BASES: readonly Basis[] = ['distance', 'time']

/** Project, what decides every number, search, and what concerns the whole window. */
export function TopBar() {
  const language = useLanguage()
  const { words, locale } = language
  const actions = useActions()
  const summary = useProject((project) => project.summary)
  const basis = useView((view) => view.basis)
  const profile = useView((view) => view.profile)
  const appearance = useView((view) => view.appearance)
  const isTableOpen = useView((view) => view.isTableOpen)
  const rules = useView((view) => view.rules)
  const isRulesOpen = useView((view) => view.isRulesOpen)
  const judging = useView((view) => view.judging)
  const pack = namePack(rules, language)
  const packs = rules.members?.length ?? 1

  return (
    <header className="top-bar">
      <div className="top-project">
        <h1 className="clip" title={summary?.name}>
          {summary?.name ?? words.appName}
        </h1>
        {summary?.fictional ? (
          <span className="badge" title={words.fictionalHint}>
            {words.fictional}
          </span>
        ) : null}
      </div>

      <div className="top-deciders" role="group" aria-label={words.table.csvBasis}>
        <ScenarioSelect />
        <Tooltip title={words.basisHint[basis]} placement="bottom" mouseEnterDelay={0.6}>
          <Segmented<Basis>
            aria-label={words.topBar.basis}
            value={basis}
            onChange={(value) => actions.setBasis(value)}
            options={BASES.map((basis) => ({
              value: basis,
              label: words.basisShort[basis],
              title: words.basis[basis],
            }))}
          />
        </Tooltip>
        <Select
          aria-label={words.topBar.profile}
          className="profile-select"
          value={profile}
          onChange={(value) => actions.setProfile(value)}
          popupMatchSelectWidth={false}
          options={PROFILE_IDS.map((id) => ({
            value: id,
            label: `${words.profile[id]} · ${PROFILES[id].speed_m_s.toFixed(1)} ${words.unit.metresPerSecond}`,
          }))}
        />
        <HourSelect />
        {judging === 'access' ? null : (
          <span className="decider" title={words.supply.judgingHint[judging]}>
            <span className="caption">{words.supply.judging}</span>
            <span>{words.supply.judgings[judging]}</span>
          </span>
        )}
        <button
          type="button"
          className="plain decider decider-rules"
          title={`${words.topBar.rules}: ${pack}`}
          aria-label={words.rules.open}
          aria-expanded={isRulesOpen}
          onClick={() => actions.setRulesOpen(!isRulesOpen)}
        >
          <span className="caption">
            {words.topBar.rules}{' '}
            {packs === 1 ? words.topBar.version(rules.version) : words.rules.count(String(packs))}
          </span>
          <span className="clip">{locale === 'zh' ? rules.name_zh : rules.name_en}</span>
        </button>
      </div>

      <SearchBox />

      <div className="top-actions">
        <OpenMenu />
        <SaveButton />
        <IconButton
          icon="table"
          label={words.topBar.tableHint}
          isPressed={isTableOpen}
          isDisabled={summary === null}
          onClick={() => actions.setTableOpen(!isTableOpen)}
        />
        <IconButton
          icon={appearance === 'dark' ? 'light' : 'dark'}
          label={appearance === 'dark' ? words.topBar.light : words.topBar.dark}
          onClick={() => actions.setAppearance(appearance === 'dark' ? 'light' : 'dark')}
        />
        <button
          type="button"
          className="plain icon-button language"
          lang={locale === 'zh' ? 'en' : 'zh-CN'}
          aria-label={words.topBar.languageHint}
          onClick={() => actions.setLocale(locale === 'zh' ? 'en' : 'zh')}
        >
          {locale === 'zh' ? 'EN' : '中'}
        </button>
        <IconButton
          icon="present"
          label={words.topBar.presentHint}
          isDisabled={summary === null}
          onClick={() => actions.setWorkspace('present')}
        />
      </div>
    </header>
  )
}

function SaveButton() {
  const { words } = useLanguage()
  const actions = useActions()
  const hasProject = useProject((project) => project.summary !== null)
  const isUnsaved = useProject((project) => project.hasUnsavedChanges)
  const state = isUnsaved ? words.topBar.unsaved : words.topBar.saved
  return (
    <Tooltip title={words.topBar.saveHint} mouseEnterDelay={0.4}>
      <button
        type="button"
        className="plain icon-button save-button"
        aria-label={hasProject ? `${words.topBar.save} · ${state}` : words.topBar.save}
        disabled={!hasProject}
        onClick={() => void actions.save()}
      >
        <Icon name="save" />
        {hasProject ? (
          <span className={isUnsaved ? 'save-state is-unsaved' : 'save-state'}>{state}</span>
        ) : null}
      </button>
    </Tooltip>
  )
}

function OpenMenu() {
  const { words } = useLanguage()
  const actions = useActions()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const open = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])]
    // the same file can be chosen again
    input.value = ''
    if (chosen.length > 0) void actions.openFiles(chosen)
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'files', label: words.topBar.openFiles, onClick: () => files.current?.click() },
            { key: 'folder', label: words.topBar.openFolder, onClick: () => folder.current?.click() },
            { type: 'divider' },
            { key: 'demo', label: words.topBar.openDemo, onClick: () => void actions.openDemo() },
          ],
        }}
      >
        <button
          type="button"
          className="plain icon-button"
          aria-label={words.topBar.open}
          aria-haspopup="menu"
        >
          <Icon name="open" />
        </button>
      </Dropdown>
      <input
        ref={files}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        data-testid="open-files"
        onChange={(event) => open(event.currentTarget)}
      />
      <input
        ref={folder}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        {...{ webkitdirectory: '' }}
        onChange={(event) => open(event.currentTarget)}
      />
    </>
  )
}
