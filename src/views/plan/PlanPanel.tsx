import './plan.css'
import { Segmented } from 'antd'
import type { PlanPart } from '../../store/planning-state'
import { useActions, useLanguage, usePlanning } from '../app-context'
import { EffectLine } from '../scenario/EffectLine'
import { ScenarioTab } from '../scenario/ScenarioTab'
import { LatePart } from '../ui/LatePart'
import { TabList, tabId } from '../ui/TabList'
import { GateList } from './GateList'
import { SpaceList } from './SpaceList'
import { UndoTools } from './UndoTools'
import { UseFinder } from './UseFinder'

// how communities lie to each other, what a computer proposes and where walls could open is not looked at first
const loadUnits = async () => (await import('./units/UnitsTab')).UnitsTab
const loadPropose = async () => (await import('./propose/ProposeTab')).ProposeTab
const loadLinks = async () => (await import('./links/LinksTab')).LinksTab
// with the packs of works and prices it is not small, and not looked at first
const loadMoney = async () => (await import('./money/MoneyTab')).MoneyTab

/** What belongs together: the scenarios, what they can work with, planning across walls, and carrying it out. */
const GROUPS = {
  scenarios: ['scenarios'],
  assets: ['spaces', 'uses', 'gates'],
  joint: ['units', 'propose', 'links'],
  delivery: ['money'],
} as const satisfies Record<string, readonly [PlanPart, ...PlanPart[]]>

/** Where the chosen part of a group is shown. */
const PART = 'plan-part'

type Group = keyof typeof GROUPS

/** The scenarios, and everything they are made with. */
export function PlanPanel() {
  const { words } = useLanguage()
  const actions = useActions()
  const tab = usePlanning((planning) => planning.part)
  const setTab = (part: PlanPart) => actions.showPlanPart(part)
  const groups = Object.keys(GROUPS) as Group[]
  const group = groups.find((each) => (GROUPS[each] as readonly PlanPart[]).includes(tab)) ?? 'scenarios'
  const tabs: readonly PlanPart[] = GROUPS[group]
  const label: Readonly<Record<PlanPart, string>> = {
    scenarios: words.scenario.tabs.scenarios,
    spaces: words.scenario.tabs.spaces,
    uses: words.scenario.tabs.uses,
    gates: words.scenario.tabs.gates,
    units: words.units.tab,
    propose: words.propose.tab,
    links: words.links.tab,
    money: words.money.tab,
  }
  return (
    <>
      <div className="panel-head">
        <div className="line plan-head">
          <h2>{words.plan.title}</h2>
          <UndoTools />
        </div>
        <Segmented<Group>
          block
          className="plan-tabs"
          value={group}
          onChange={(next) => setTab(GROUPS[next][0])}
          options={groups.map((value) => ({ value, label: words.plan.groups[value] }))}
        />
        {group === 'assets' || group === 'joint' ? <EffectLine /> : null}
        {tabs.length < 2 ? null : (
          <div className="plan-parts">
            <TabList
              tabs={tabs.map((value) => ({ value, label: label[value] }))}
              value={tab}
              onChange={setTab}
              label={words.plan.groups[group]}
              controls={PART}
            />
          </div>
        )}
      </div>
      {tabs.length < 2 ? (
        <PlanTab tab={tab} />
      ) : (
        <div id={PART} className="plan-part" role="tabpanel" aria-labelledby={tabId(PART, tab)}>
          <PlanTab tab={tab} />
        </div>
      )}
    </>
  )
}

function PlanTab({ tab }: { readonly tab: PlanPart }) {
  switch (tab) {
    case 'scenarios':
      return <ScenarioTab />
    case 'spaces':
      return <SpaceList />
    case 'uses':
      return <UseFinder />
    case 'gates':
      return <GateList />
    case 'units':
      return <LatePart key={tab} load={loadUnits} />
    case 'propose':
      return <LatePart key={tab} load={loadPropose} />
    case 'links':
      return <LatePart key={tab} load={loadLinks} />
    case 'money':
      return <LatePart key={tab} load={loadMoney} />
    default:
      throw new Error(`unknown tab ${JSON.stringify(tab satisfies never)}`)
  }
}
